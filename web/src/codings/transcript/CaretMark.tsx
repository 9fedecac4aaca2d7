import type { Turn } from '@attune/contract'
import { createEffect, createSignal, Show } from 'solid-js'
import type { Caret } from '../caret.ts'
import { type Bodies, rangeIn } from '../selection.ts'
import { turnIndexAt } from '../turns.ts'

type Place = { left: number; top: number; height: number }

/** The caret of the keyboard: browsers draw none in text that cannot be edited. */
export function CaretMark(props: { caret: Caret | null; turns: readonly Turn[]; bodies: Bodies }) {
  const [place, setPlace] = createSignal<Place | null>(null)
  let mark: HTMLSpanElement | undefined
  createEffect(() => {
    const { caret, turns, bodies } = props
    const next = caret && placeOf(caret.focus, turns, bodies)
    setPlace(next)
    if (next) mark?.scrollIntoView({ block: 'nearest' })
  })
  return (
    <Show when={place()}>
      {(at) => (
        <span
          ref={mark}
          class="caret-mark"
          aria-hidden="true"
          style={{ left: `${at().left}px`, top: `${at().top}px`, height: `${at().height}px` }}
        />
      )}
    </Show>
  )
}

function placeOf(position: number, turns: readonly Turn[], bodies: Bodies): Place | null {
  const index = Math.max(0, turnIndexAt(turns, position))
  const [turn, body] = [turns[index], bodies[index]]
  const page = body?.closest('.transcript__page')
  if (!turn || !body || !page) return null
  const at = Math.min(Math.max(0, position - turn.bodyStart), turn.end - turn.bodyStart)
  const rects = rangeIn(body, { start: at, end: at }).getClientRects()
  const rect = rects[0] ?? body.getBoundingClientRect()
  const frame = page.getBoundingClientRect()
  return { left: rect.left - frame.left, top: rect.top - frame.top, height: rects[0] ? rect.height : 24 }
}
