import { findCode } from '@attune/codebooks'
import type { Turn } from '@attune/contract'
import { createEffect, createMemo, createSignal, For, onCleanup, onMount } from 'solid-js'
import { sorted } from '../annotation-order.ts'
import { useDesk } from '../desk-context.ts'
import { codeLabel } from '../evidence.ts'
import { lanesOf } from '../lanes.ts'
import { type Bodies, rangeIn } from '../selection.ts'
import { partInTurn, type Segment, type Stretch, turnsOf } from '../turns.ts'

type Bar = { annotation: Segment; lane: number; top: number; height: number }

/** More than this many side by side start over from the first lane. */
const LANES = 6
/** Two passages that end and begin in the same line would touch: keep about a line between them in one lane. */
const LINE_CHARACTERS = 70

/** Beside the text, a bar with its letter for each coded passage. Only what is near the window is measured and drawn. */
export function MarginLanes(props: {
  turns: readonly Turn[]
  bodies: Bodies
  sheet: HTMLElement
  byTurn: readonly (readonly Segment[])[]
}) {
  const { desk, sight } = useDesk()
  const [near, setNear] = createSignal({ first: 0, last: 40 })
  const [measured, setMeasured] = createSignal(0)
  const lanes = createMemo(() => {
    const all = sorted([...desk.draft().annotations.values()]).filter((one): one is Segment => one.unit === 'segment')
    const lane = lanesOf(all.map(({ start, end }) => ({ start, end: end + LINE_CHARACTERS })))
    return new Map(all.map((annotation, index) => [annotation.id, (lane[index] ?? 0) % LANES]))
  })

  const look = () => {
    const first = turnAtHeight(props.bodies, props.sheet.scrollTop - props.sheet.clientHeight)
    const last = turnAtHeight(props.bodies, props.sheet.scrollTop + 2 * props.sheet.clientHeight)
    const now = near()
    // A step of a few turns changes nothing that can be seen.
    if (Math.abs(now.first - first) > 4 || Math.abs(now.last - last) > 4) setNear({ first, last })
  }
  let isWaiting = false
  const scrolled = () => {
    if (isWaiting) return
    isWaiting = true
    requestAnimationFrame(() => {
      isWaiting = false
      look()
    })
  }
  onMount(() => {
    props.sheet.addEventListener('scroll', scrolled, { passive: true })
    const observer = new ResizeObserver(() => {
      look()
      setMeasured((count) => count + 1)
    })
    const page = props.bodies[0]?.closest('.transcript__turns')
    if (page) observer.observe(page)
    look()
    onCleanup(() => {
      props.sheet.removeEventListener('scroll', scrolled)
      observer.disconnect()
    })
  })

  const [bars, setBars] = createSignal<readonly Bar[]>([])
  // A bar keeps its place until the page is laid out anew: scrolling measures and draws only what comes near.
  let known = new Map<string, Bar>()
  let knownFor = -1
  createEffect(() => {
    if (knownFor !== measured()) known = new Map()
    knownFor = measured()
    const { first, last } = near()
    const here = new Set(props.byTurn.slice(first, last + 1).flat())
    const frame = props.bodies[0]?.closest('.transcript__page')?.getBoundingClientRect()
    if (!frame) return
    const barOf = (annotation: Segment): Bar => {
      const lane = lanes().get(annotation.id) ?? 0
      const before = known.get(annotation.id)
      if (before?.annotation === annotation && before.lane === lane) return before
      return { annotation, lane, ...extentOf(annotation, props.turns, props.bodies, frame.top) }
    }
    const next = [...here].map(barOf)
    known = new Map(next.map((bar) => [bar.annotation.id, bar]))
    setBars(next)
  })

  return (
    <div class="lanes" aria-hidden="true">
      <For each={bars()}>
        {(bar) => (
          <button
            type="button"
            tabindex="-1"
            class="lane"
            classList={{ 'lane--raised': sight.raised() === bar.annotation.id }}
            data-code-colour={findCode(desk.codebook, bar.annotation.code)?.colour}
            style={{ top: `${bar.top}px`, height: `${bar.height}px`, '--lane': bar.lane }}
            title={codeLabel(desk, bar.annotation)}
            onClick={() => sight.setRaised(sight.raised() === bar.annotation.id ? null : bar.annotation.id)}
          >
            <span class="lane__sign">{desk.signs.get(bar.annotation.code)}</span>
            <span class="lane__bar" />
          </button>
        )}
      </For>
    </div>
  )
}

/** The first turn that reaches below a height of the sheet. */
function turnAtHeight(bodies: Bodies, height: number): number {
  let low = 0
  let high = Math.max(0, bodies.length - 1)
  while (low < high) {
    const middle = (low + high) >> 1
    const item = bodies[middle]?.parentElement
    if (item && item.offsetTop + item.offsetHeight < height) low = middle + 1
    else high = middle
  }
  return low
}

function extentOf(stretch: Stretch, turns: readonly Turn[], bodies: Bodies, frameTop: number) {
  const { first, last } = turnsOf(turns, stretch)
  const rectIn = (index: number): DOMRect | null => {
    const [turn, body] = [turns[index], bodies[index]]
    const part = turn && partInTurn(turn, stretch)
    if (!body) return null
    return part ? rangeIn(body, part).getBoundingClientRect() : body.getBoundingClientRect()
  }
  const top = rectIn(first)?.top ?? frameTop
  const bottom = (first === last ? rectIn(first) : rectIn(last))?.bottom ?? top
  return { top: top - frameTop, height: Math.max(18, bottom - top) }
}
