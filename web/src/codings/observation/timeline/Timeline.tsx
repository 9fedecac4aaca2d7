import type { ObservationRecord } from '@attune/contract'
import { createEffect, createMemo, createSignal, For, on, onCleanup, onMount, Show } from 'solid-js'
import { clock as clockWords } from '../../../base/clock.ts'
import { t } from '../../../messages/index.ts'
import { raise } from '../../coding-actions.ts'
import { changedAnnotation } from '../../desk.ts'
import { useDesk } from '../../desk-context.ts'
import { codeLabel } from '../../evidence.ts'
import type { EventAnnotation } from '../../turns.ts'
import { episodesIn } from '../episodes/episodes.ts'
import { codedEvents } from '../events/event-actions.ts'
import type { ClockSource } from '../live/clock-source.ts'
import { type By, LANE, layOut } from './lay-out.ts'
import type { Part } from './move.ts'
import { createPointing } from './pointing.ts'
import { TimelineEvent } from './TimelineEvent.tsx'
import { EpisodeBands, NotedLanes } from './TimelineGround.tsx'
import { TimelineTools } from './TimelineTools.tsx'
import { spanOf, ticksOf, worthDrawing } from './time-axis.ts'
import { pressTimelineKey } from './timeline-keys.ts'
import { createView } from './view.ts'

/** Room for the names of the lanes. */
const GUTTER = 104
const AXIS = 20
const BAND = AXIS + 24
/** A sign covers what is nearer than half of it. */
const APART = 9

/** Episodes as bands, the record's events and the coded ones in lanes, all on one axis of time. The tables hold the same in words. */
export function Timeline(props: { record: ObservationRecord; clock: ClockSource; onPick: (seconds: number) => void }) {
  const { desk, sight } = useDesk()
  const [width, setWidth] = createSignal(800)
  const [by, setBy] = createSignal<By>('code')
  const [part, setPart] = createSignal<Part>('whole')
  const coded = createMemo(() => codedEvents(desk))
  const episodes = createMemo(() => episodesIn(desk, props.record))
  const view = createView(createMemo(() => spanOf(props.record, episodes(), coded())))
  const pixels = () => Math.max(60, width() - GUTTER - 12)
  const scale = () => (view.span().to - view.span().from) / pixels()
  const x = (seconds: number) => GUTTER + (seconds - view.span().from) / scale()
  const layout = createMemo(() => layOut(desk, props.record, coded(), { by: by(), markSeconds: 18 * scale() }))
  const raised = () => {
    const one = sight.raisedAnnotation()
    return one?.unit === 'event' ? one : undefined
  }
  const [scrolled, setScrolled] = createSignal({ top: 0, height: 400 })
  const inSight = () => {
    const { top, height: seen } = scrolled()
    return layout().coded.filter((group) => BAND + group.top + group.height > top && BAND + group.top < top + seen)
  }
  const tops = createMemo(
    () =>
      new Map(
        inSight().flatMap((group) =>
          group.rows.map(({ item, lane }): [string, number] => [item.id, BAND + group.top + lane * LANE]),
        ),
      ),
  )
  const drawn = createMemo(() => {
    const rows = inSight().flatMap(({ rows: all }) => worthDrawing(all, view.span(), pixels(), APART))
    const events = rows.map(({ item }) => item)
    const chosen = raised()
    return chosen && !events.includes(chosen) && tops().has(chosen.id) ? [...events, chosen] : events
  })
  const height = () => BAND + layout().height + 4
  createEffect(on(sight.raised, () => view.bringIn(raised()?.onset ?? view.span().from)))

  let svg!: SVGSVGElement
  const secondsAt = (clientX: number) => {
    const at = clientX - svg.getBoundingClientRect().left
    return Math.round((view.span().from + (at - GUTTER) * scale()) * 10) / 10
  }
  const hand = createPointing({
    view,
    scale,
    secondsAt,
    mayMove: desk.mayWrite,
    onRaise: (event) => raise(sight, event),
    onPick: (seconds) => props.onPick(seconds),
    onMoved: (event, times) => {
      const end = times.offset === null ? '' : clockWords(times.offset)
      const label = t().timeline.moved(codeLabel(desk, event), clockWords(times.onset), end)
      desk.edit(changedAnnotation(event, times), { label })
      sight.setRaised(event.id)
    },
  })
  const press = (event: KeyboardEvent) => {
    if (event.target !== event.currentTarget) return
    if (!pressTimelineKey({ desk, view, raised: raised(), part: part(), onPart: setPart }, event)) return
    event.preventDefault()
  }
  let ground!: HTMLDivElement
  const look = () => setScrolled({ top: ground.scrollTop, height: ground.clientHeight })
  onMount(() => {
    const watch = new ResizeObserver(() => {
      setWidth(Math.max(240, ground.clientWidth))
      look()
    })
    watch.observe(ground)
    onCleanup(() => watch.disconnect())
  })
  const shown = (event: EventAnnotation) => {
    const now = hand.preview()
    return now?.id === event.id ? now : event
  }
  const lineAt = (seconds: number) => seconds >= view.span().from && seconds <= view.span().to
  return (
    <section class="timeline" aria-label={t().observations.timeline}>
      <TimelineTools view={view} by={by()} onBy={setBy} raised={raised()} part={part()} onPart={setPart} />
      <div
        class="timeline__ground"
        ref={ground}
        role="application"
        aria-label={t().timeline.keys}
        tabindex="0"
        on:keydown={press}
        on:scroll={look}
      >
        <svg
          ref={svg}
          width={width()}
          height={height()}
          role="img"
          aria-label={t().observations.timelineHolds(episodes().length, props.record.events.length, coded().length)}
          onPointerDown={(event) => hand.down(event, null)}
          onPointerMove={hand.move}
          onPointerUp={hand.up}
          onPointerCancel={hand.cancel}
          on:wheel={hand.wheel}
        >
          <EpisodeBands episodes={episodes()} view={view.span()} x={x} axis={AXIS} height={height() - AXIS} />
          <NotedLanes groups={layout().noted} top={BAND} view={view.span()} pixels={pixels()} x={x} />
          <For each={inSight()}>
            {(group) => (
              <>
                <line class="timeline__rule" x1="0" x2={width()} y1={BAND + group.top} y2={BAND + group.top} />
                <text class="timeline__lane timeline__lane--coded" x="8" y={BAND + group.top + 14}>
                  <title>{group.label}</title>
                  {group.label.length > 16 ? `${group.label.slice(0, 15)}…` : group.label}
                </text>
              </>
            )}
          </For>
          {/* Events by themselves, not within their lanes: a lane is laid out anew at every step closer, an event stays. */}
          <For each={drawn()}>
            {(event) => (
              <TimelineEvent
                event={shown(event)}
                top={tops().get(event.id) ?? BAND}
                x={x}
                right={GUTTER + pixels()}
                left={GUTTER}
                onGrip={(pointer, gripped) => hand.down(pointer, { event, part: gripped })}
              />
            )}
          </For>
          <For each={ticksOf(view.span(), pixels())}>
            {(seconds) => (
              <g class="timeline__tick">
                <line x1={x(seconds)} x2={x(seconds)} y1={AXIS - 5} y2={AXIS} />
                <text x={x(seconds)} y="12">
                  {clockWords(seconds)}
                </text>
              </g>
            )}
          </For>
          <Show when={lineAt(props.clock.time())}>
            <line class="timeline__now" x1={x(props.clock.time())} x2={x(props.clock.time())} y1={AXIS} y2={height()} />
          </Show>
        </svg>
      </div>
    </section>
  )
}
