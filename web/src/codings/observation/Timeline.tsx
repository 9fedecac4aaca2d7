import { findCode } from '@attune/codebooks'
import type { ObservationRecord, RecordEvent } from '@attune/contract'
import { createMemo, For, Show } from 'solid-js'
import { clock } from '../../base/clock.ts'
import { t } from '../../messages/index.ts'
import { raise } from '../coding-actions.ts'
import { useDesk } from '../desk-context.ts'
import { codeLabel } from '../evidence.ts'
import type { EventAnnotation } from '../turns.ts'
import { episodeLabel } from './episodes.ts'
import { subjectLabel } from './subjects.ts'
import { bySubject, inLanes, spanOf, ticksOf } from './time-axis.ts'

const SECOND = 1.15
const LANE = 22
const BAND = 30

/** Episodes as bands, what the record holds above, what was coded below, all on one axis of time. The tables hold the same in words. */
export function Timeline(props: { record: ObservationRecord; onPick: (seconds: number) => void }) {
  const { desk, sight } = useDesk()
  const coded = createMemo(() =>
    [...desk.draft().annotations.values()].filter((one): one is EventAnnotation => one.unit === 'event'),
  )
  const span = createMemo(() => spanOf(props.record, coded()))
  const width = () => (span().to - span().from) * SECOND + 24
  const x = (seconds: number) => (seconds - span().from) * SECOND + 12
  const subjects = [...desk.codebook.subjects.map((subject) => subject.id), null]
  const noted = createMemo(() => bySubject(props.record.events, subjects, 5))
  const notedHeight = () => noted().reduce((sum, group) => sum + group.count * 10 + 16, 0)
  const lanes = createMemo(() => inLanes(coded(), 18))
  const codedTop = () => BAND + notedHeight() + 18
  const height = () => codedTop() + Math.max(1, lanes().count) * LANE + 24
  const pick = (event: MouseEvent & { currentTarget: SVGSVGElement }) => {
    const at = event.clientX - event.currentTarget.getBoundingClientRect().left
    props.onPick(Math.round((at - 12) / SECOND + span().from))
  }
  return (
    <section class="timeline" aria-label={t().observations.timeline} tabindex="0">
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the form and the tables do the same by keyboard */}
      <svg
        width={width()}
        height={height()}
        role="img"
        aria-label={t().observations.timelineHolds(
          props.record.episodes.length,
          props.record.events.length,
          coded().length,
        )}
        onClick={pick}
      >
        <For each={props.record.episodes}>
          {(episode, index) => (
            <g>
              <rect
                class={index() % 2 === 0 ? 'timeline__band' : 'timeline__band timeline__band--odd'}
                x={x(episode.onset)}
                y="0"
                width={Math.max(1, x(episode.offset) - x(episode.onset))}
                height={height() - 20}
              />
              <text class="timeline__episode" x={x(episode.onset) + 6} y="18">
                {episodeLabel(desk, episode.episode)}
              </text>
            </g>
          )}
        </For>
        <For each={noted()}>
          {(group, index) => {
            const top = BAND + group.first * 10 + index() * 16
            return (
              <>
                <text class="timeline__lane" x={x(span().from)} y={top + 10}>
                  {group.subject === null ? t().observations.others : subjectLabel(desk, group.subject)}
                </text>
                <For each={group.rows}>{(row) => <Noted event={row.item} x={x} top={top + 14 + row.lane * 10} />}</For>
              </>
            )
          }}
        </For>
        <text class="timeline__lane" x={x(span().from)} y={codedTop() - 4}>
          {t().observations.coded}
        </text>
        <For each={lanes().rows}>
          {(row) => (
            // biome-ignore lint/a11y/noStaticElementInteractions: a convenience for the mouse
            <g
              class="timeline__code"
              classList={{ 'timeline__code--raised': sight.raised() === row.item.id }}
              data-code-colour={findCode(desk.codebook, row.item.code)?.colour}
              onClick={(event) => {
                event.stopPropagation()
                raise(sight, row.item)
              }}
            >
              <title>{`${codeLabel(desk, row.item)}, ${clock(row.item.onset)}`}</title>
              <Show when={row.item.offset}>
                {(offset) => (
                  <rect
                    class="timeline__state"
                    x={x(row.item.onset)}
                    y={codedTop() + row.lane * LANE + 3}
                    width={Math.max(2, x(offset()) - x(row.item.onset))}
                    height="12"
                    rx="3"
                  />
                )}
              </Show>
              <rect
                class="timeline__sign"
                x={x(row.item.onset)}
                y={codedTop() + row.lane * LANE}
                width="18"
                height="18"
                rx="3"
              />
              <text class="timeline__letter" x={x(row.item.onset) + 9} y={codedTop() + row.lane * LANE + 13}>
                {desk.signs.get(row.item.code)}
              </text>
            </g>
          )}
        </For>
        <For each={ticksOf(span())}>
          {(seconds) => (
            <g class="timeline__tick">
              <line x1={x(seconds)} x2={x(seconds)} y1={height() - 20} y2={height() - 15} />
              <text x={x(seconds)} y={height() - 3}>
                {clock(seconds)}
              </text>
            </g>
          )}
        </For>
      </svg>
    </section>
  )
}

/** An event of the record: a dash for a stretch, a dot for a moment. */
function Noted(props: { event: RecordEvent; x: (seconds: number) => number; top: number }) {
  const end = () => props.event.offset ?? props.event.onset
  return (
    <rect
      class="timeline__noted"
      x={props.x(props.event.onset)}
      y={props.top}
      width={Math.max(4, props.x(end()) - props.x(props.event.onset))}
      height="6"
      rx="3"
    >
      <title>{`${clock(props.event.onset)} ${props.event.behaviour}`}</title>
    </rect>
  )
}
