import { intervalsIn, type Sampling, type Series, seriesOf } from '@attune/codebooks'
import type { ObservationRecord } from '@attune/contract'
import { createEffect, createMemo, createSignal, For, on, Show } from 'solid-js'
import { t } from '../../../messages/index.ts'
import { useDesk } from '../../desk-context.ts'
import { episodeLabel } from '../episodes/episodes.ts'
import { subjectLabel } from '../events/subjects.ts'
import type { ClockSource } from '../live/clock-source.ts'
import type { CodeKeys } from '../live/code-keys.ts'
import { extentOf } from './extent.ts'
import { IntervalCard } from './IntervalCard.tsx'
import { IntervalTable } from './IntervalTable.tsx'
import { firstUnscored, markOf, placeOf } from './interval-actions.ts'

type Props = { record: ObservationRecord; clock: ClockSource; keys: CodeKeys }

/** Instead of events: one interval after the other, which behaviours were seen in it. */
export function Intervals(props: Props) {
  const { desk } = useDesk()
  const samplings = desk.codebook.sampling ?? []
  const [which, setWhich] = createSignal(0)
  return (
    <Show when={samplings[which()]} keyed fallback={<p class="quiet">{t().intervals.none}</p>}>
      {(sampling) => (
        <>
          <Show when={samplings.length > 1}>
            <label class="intervals__choice">
              {t().intervals.sampling}
              <select class="input input--small" onChange={(event) => setWhich(event.currentTarget.selectedIndex)}>
                <For each={samplings}>{(one) => <option selected={one.id === sampling.id}>{one.label}</option>}</For>
              </select>
            </label>
          </Show>
          <OneSampling {...props} sampling={sampling} />
        </>
      )}
    </Show>
  )
}

function OneSampling(props: Props & { sampling: Sampling }) {
  const { desk } = useDesk()
  const all = seriesOf(props.sampling)
  const [which, setWhich] = createSignal(0)
  const series = (): Series => all[which()] ?? { subject: null, episode: null }
  const labelOf = ({ subject, episode }: Series) =>
    [subjectLabel(desk, subject), episodeLabel(desk, episode)].filter(Boolean).join(', ')
  return (
    <div class="intervals">
      <p class="quiet">
        {props.sampling.label}: {t().intervals.methods[props.sampling.method](props.sampling.seconds)}
      </p>
      <Show when={all.length > 1}>
        <label class="intervals__choice">
          {t().intervals.series}
          <select class="input input--small" onChange={(event) => setWhich(event.currentTarget.selectedIndex)}>
            <For each={all}>{(one, index) => <option selected={index() === which()}>{labelOf(one)}</option>}</For>
          </select>
        </label>
      </Show>
      <Show when={series()} keyed>
        {(one) => <OneSeries {...props} series={one} label={labelOf(one)} />}
      </Show>
    </div>
  )
}

function OneSeries(props: Props & { sampling: Sampling; series: Series; label: string }) {
  const { desk } = useDesk()
  const intervals = createMemo(() => intervalsIn(props.sampling, props.series.episode, extentOf(desk, props.record)))
  const count = () => intervals()?.count ?? 0
  const [chosen, setChosen] = createSignal(firstUnscored(desk, props.sampling, props.series, count()) ?? 1)
  const at = () => Math.min(Math.max(1, chosen()), Math.max(1, count()))
  const span = (interval: number) => {
    const onset = (intervals()?.onset ?? 0) + (interval - 1) * props.sampling.seconds
    return { onset, offset: onset + props.sampling.seconds }
  }
  const scored = () =>
    Array.from({ length: count() }, (_, index) => placeOf(props.sampling, props.series, index + 1)).filter((place) =>
      markOf(desk, place),
    ).length
  const [until, setUntil] = createSignal<number | null>(null)
  // A recording plays the interval and stands still at its end; a stopwatch that goes is left alone.
  createEffect(
    on(
      at,
      (interval) => {
        const { onset, offset } = span(interval)
        if (props.clock.hasMedia()) {
          props.clock.seek(onset)
          setUntil(offset)
          props.clock.play()
        } else if (!props.clock.isPlaying()) {
          props.clock.seek(props.sampling.method === 'momentary' ? offset : onset)
        }
      },
      { defer: true },
    ),
  )
  createEffect(() => {
    const end = until()
    if (end === null || props.clock.time() < end) return
    setUntil(null)
    props.clock.pause()
    props.clock.seek(end)
  })
  return (
    <Show when={count() > 0} fallback={<p class="quiet">{t().intervals.noLength}</p>}>
      <IntervalCard
        sampling={props.sampling}
        place={placeOf(props.sampling, props.series, at())}
        span={span(at())}
        count={count()}
        scored={scored()}
        keys={props.keys}
        onGo={setChosen}
      />
      <IntervalTable
        sampling={props.sampling}
        series={props.series}
        label={props.label}
        count={count()}
        at={at()}
        span={span}
        onGo={setChosen}
      />
    </Show>
  )
}
