import type { Code } from '@attune/codebooks'
import type { Turn } from '@attune/contract'
import { createEffect, createMemo, createSignal, For, Show } from 'solid-js'
import { Button } from '../../base/Button.tsx'
import { t } from '../../messages/index.ts'
import { CodePalette } from '../CodePalette.tsx'
import { CodeSign } from '../CodeSign.tsx'
import { searchCodes } from '../code-search.ts'
import { codeSegment, codesOf, takeSelectionAsBorders } from '../coding-actions.ts'
import { useDesk } from '../desk-context.ts'
import { codeLabel } from '../evidence.ts'
import { type Bodies, rangeIn } from '../selection.ts'
import { partInTurn, type Stretch, turnsOf } from '../turns.ts'

const QUICK = 5

/** Near the selected words: the codes used last, and the way to all of them. */
export function SelectionTools(props: { turns: readonly Turn[]; bodies: Bodies; onDone: () => void }) {
  const { desk, sight } = useDesk()
  const [place, setPlace] = createSignal({ left: 0, top: 0 })
  const quick = createMemo(() =>
    searchCodes(codesOf(desk), '', [...sight.pins.pins(), ...sight.recent()]).slice(
      0,
      Math.max(QUICK, sight.pins.pins().length),
    ),
  )
  let box!: HTMLDivElement
  createEffect(() => {
    const stretch = sight.selection()
    if (stretch) setPlace(placeBelow(stretch, props.turns, props.bodies))
  })
  createEffect(() => {
    if (sight.isPaletteOpen()) requestAnimationFrame(() => box.scrollIntoView({ block: 'nearest' }))
  })
  const apply = (code: Code) => {
    const stretch = sight.selection()
    if (!stretch) return
    codeSegment(desk, sight, code, stretch)
    props.onDone()
  }
  const close = () => {
    sight.setPaletteOpen(false)
    props.onDone()
  }
  const segment = () => {
    const annotation = sight.raisedAnnotation()
    return annotation?.unit === 'segment' ? annotation : null
  }
  return (
    <div
      ref={box}
      class="selection-tools"
      role="toolbar"
      aria-label={t().transcripts.codeSelected}
      style={{ '--left': `${place().left}px`, '--top': `${place().top}px` }}
    >
      <Show
        when={sight.isPaletteOpen()}
        fallback={
          <>
            <For each={quick()}>
              {(code) => (
                <button type="button" class="selection-tools__code" title={code.label} onClick={() => apply(code)}>
                  <CodeSign code={code.id} />
                  <span class="selection-tools__label">{code.label}</span>
                  <Show when={sight.pins.digitOf(code.id)}>{(digit) => <kbd>{digit()}</kbd>}</Show>
                </button>
              )}
            </For>
            <Button small onClick={() => sight.setPaletteOpen(true)}>
              {t().transcripts.allCodes} <kbd>/</kbd>
            </Button>
            <Show when={segment()}>
              {(annotation) => (
                <Button small look="quiet" onClick={() => takeSelectionAsBorders(desk, sight)}>
                  {t().transcripts.newBordersOf(codeLabel(desk, annotation()))}
                </Button>
              )}
            </Show>
          </>
        }
      >
        <CodePalette label={t().transcripts.codeForSelected} onChoose={apply} onClose={close} />
      </Show>
    </div>
  )
}

/** Below the last line of the selection, in the coordinates of the page. */
function placeBelow(stretch: Stretch, turns: readonly Turn[], bodies: Bodies): { left: number; top: number } {
  const { last } = turnsOf(turns, stretch)
  const [turn, body] = [turns[last], bodies[last]]
  const frame = body?.closest('.transcript__page')?.getBoundingClientRect()
  const part = turn && partInTurn(turn, stretch)
  if (!body || !frame || !part) return { left: 0, top: 0 }
  const rects = rangeIn(body, part).getClientRects()
  const rect = rects[rects.length - 1] ?? body.getBoundingClientRect()
  return { left: Math.max(0, rect.left - frame.left), top: rect.bottom - frame.top + 6 }
}
