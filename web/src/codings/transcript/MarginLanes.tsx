import { findCode } from '@attune/codebooks'
import type { Turn } from '@attune/contract'
import { createEffect, createSignal, For } from 'solid-js'
import { useDesk } from '../desk-context.ts'
import { codeLabel } from '../evidence.ts'
import type { Bodies } from '../selection.ts'
import type { CodedTurns, Segment } from '../turns.ts'
import { extentOf } from './extent.ts'
import { createLaneKeeper } from './lane-keeper.ts'
import type { Near } from './near.ts'

type Bar = { annotation: Segment; lane: number; top: number; height: number }

/** More than this many side by side start over from the first lane. */
const LANES = 6

/** Beside the text, a bar with its letter for each coded passage. Only what is near the window is measured and drawn. */
export function MarginLanes(props: {
  turns: readonly Turn[]
  bodies: Bodies
  coded: CodedTurns
  near: Near
  /** How often the page was laid out. */
  layouts: number
}) {
  const { desk, sight } = useDesk()
  const keeper = createLaneKeeper()
  const [bars, setBars] = createSignal<readonly Bar[]>([])
  // A bar keeps its place until the page is laid out anew: scrolling measures and draws only what comes near.
  let known = new Map<string, Bar>()
  let knownFor = -1
  createEffect(() => {
    if (knownFor !== props.layouts) known = new Map()
    knownFor = props.layouts
    keeper.keep(props.coded)
    const { first, last } = props.near
    const here = new Set(props.coded.lists.slice(first, last + 1).flat())
    const frame = props.bodies[0]?.closest('.transcript__page')?.getBoundingClientRect()
    if (!frame) return
    const barOf = (annotation: Segment): Bar => {
      const lane = keeper.laneOf(annotation) % LANES
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
            classList={{
              'lane--raised': sight.raised() === bar.annotation.id || sight.pointed() === bar.annotation.id,
            }}
            data-code-colour={findCode(desk.codebook, bar.annotation.code)?.colour}
            style={{ top: `${bar.top}px`, height: `${bar.height}px`, '--lane': bar.lane }}
            title={codeLabel(desk, bar.annotation)}
            onPointerEnter={() => sight.setPointed(bar.annotation.id)}
            onPointerLeave={() => sight.setPointed(null)}
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
