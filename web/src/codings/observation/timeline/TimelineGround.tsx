import type { RecordEvent } from '@attune/contract'
import { For, Show } from 'solid-js'
import { clock } from '../../../base/clock.ts'
import { t } from '../../../messages/index.ts'
import { useDesk } from '../../desk-context.ts'
import { type EpisodePlace, episodeLabel } from '../episodes/episodes.ts'
import { subjectLabel } from '../events/subjects.ts'
import type { Placed } from './lay-out.ts'
import { type Span, worthDrawing } from './time-axis.ts'

/** Pixels that a whole name of an episode needs, and its number alone. */
const NAME = 130
const NUMBER = 14

/** Episodes as bands behind everything; one that goes on reaches to the edge. */
export function EpisodeBands(props: {
  episodes: readonly EpisodePlace[]
  view: Span
  x: (seconds: number) => number
  axis: number
  height: number
}) {
  const { desk } = useDesk()
  return (
    <For each={props.episodes}>
      {(episode, index) => {
        const begin = () => Math.max(props.view.from, episode.onset)
        const end = () => Math.min(props.view.to, episode.offset ?? props.view.to)
        const width = () => props.x(end()) - props.x(begin())
        const label = () => episodeLabel(desk, episode.episode)
        return (
          <Show when={end() > begin()}>
            <rect
              class="timeline__band"
              classList={{ 'timeline__band--odd': index() % 2 === 1 }}
              x={props.x(begin())}
              y={props.axis}
              width={Math.max(1, width())}
              height={props.height}
            />
            <Show when={width() > NUMBER}>
              <text class="timeline__episode" x={props.x(begin()) + 4} y={props.axis + 16}>
                <title>{label()}</title>
                {width() > NAME ? label() : episode.episode}
              </text>
            </Show>
          </Show>
        )
      }}
    </For>
  )
}

/** What the record holds, by subject: a dash for a stretch, a dot for a moment. */
export function NotedLanes(props: {
  groups: readonly Placed<RecordEvent>[]
  top: number
  view: Span
  pixels: number
  x: (seconds: number) => number
}) {
  const { desk } = useDesk()
  // Only what lies in the view: the names of the lanes stand to its left.
  const begin = ({ onset }: RecordEvent) => props.x(Math.max(onset, props.view.from))
  const width = (event: RecordEvent) =>
    Math.max(4, props.x(Math.min(event.offset ?? event.onset, props.view.to)) - begin(event))
  return (
    <For each={props.groups}>
      {(group) => (
        <>
          <text class="timeline__lane" x="8" y={props.top + group.top + 9}>
            {group.key === null ? t().observations.others : subjectLabel(desk, group.key)}
          </text>
          <For each={worthDrawing(group.rows, props.view, props.pixels, 2)}>
            {(row) => (
              <rect
                class="timeline__noted"
                x={begin(row.item)}
                y={props.top + group.top + 3 + row.lane * 8}
                width={width(row.item)}
                height="5"
                rx="2"
              >
                <title>{`${clock(row.item.onset)} ${row.item.behaviour}`}</title>
              </rect>
            )}
          </For>
        </>
      )}
    </For>
  )
}
