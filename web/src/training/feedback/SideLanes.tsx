import { type Codebook, findCode } from '@attune/codebooks'
import type { Turn } from '@attune/contract'
import { createEffect, createSignal, For } from 'solid-js'
import type { Bodies } from '../../codings/selection.ts'
import { extentOf } from '../../codings/transcript/extent.ts'
import { createLaneKeeper } from '../../codings/transcript/lane-keeper.ts'
import type { Near } from '../../codings/transcript/near.ts'
import type { CodedTurns, Segment } from '../../codings/turns.ts'
import { codeLabelIn } from './CodeLabel.tsx'
import type { Side } from './sides.ts'

type Bar = { segment: Segment; lane: number; top: number; height: number }

/** More than this many side by side start over from the first lane. */
const LANES = 3

/** In the margin, the bars of one coding: its own filled, the master's in outline. Only what is near the window is drawn. */
export function SideLanes(props: {
  side: Side
  codebook: Codebook
  signs: ReadonlyMap<string, string>
  turns: readonly Turn[]
  bodies: Bodies
  coded: CodedTurns
  near: Near
  /** How often the page was laid out. */
  layouts: number
  raised: string | null
  onPick: (id: string) => void
}) {
  const keeper = createLaneKeeper()
  const [bars, setBars] = createSignal<readonly Bar[]>([])
  // A bar keeps its place until the page is laid out anew.
  let known = new Map<string, Bar>()
  let knownFor = -1
  createEffect(() => {
    if (knownFor !== props.layouts) known = new Map()
    knownFor = props.layouts
    keeper.keep(props.coded)
    const { first, last } = props.near
    const frame = props.bodies[0]?.closest('.transcript__page')?.getBoundingClientRect()
    if (!frame) return
    const here = [...new Set(props.coded.lists.slice(first, last + 1).flat())]
    const next = here.map(
      (segment): Bar =>
        known.get(segment.id) ?? {
          segment,
          lane: keeper.laneOf(segment) % LANES,
          ...extentOf(segment, props.turns, props.bodies, frame.top),
        },
    )
    known = new Map(next.map((bar) => [bar.segment.id, bar]))
    setBars(next)
  })
  return (
    <div class={`lanes side-lanes side-lanes--${props.side}`} aria-hidden="true">
      <For each={bars()}>
        {(bar) => (
          <button
            type="button"
            tabindex="-1"
            class="lane"
            classList={{ 'lane--raised': props.raised === bar.segment.id }}
            data-code-colour={findCode(props.codebook, bar.segment.code)?.colour}
            style={{ top: `${bar.top}px`, height: `${bar.height}px`, '--lane': bar.lane }}
            title={codeLabelIn(props.codebook, bar.segment.code)}
            onClick={() => props.onPick(bar.segment.id)}
          >
            <span class="lane__sign">{props.signs.get(bar.segment.code)}</span>
            <span class="lane__bar" />
          </button>
        )}
      </For>
    </div>
  )
}
