import type { ObservationRecord } from '@attune/contract'
import { For, Show } from 'solid-js'
import { Button } from '../../../base/Button.tsx'
import { clock, parseClock } from '../../../base/clock.ts'
import { TableFrame } from '../../../base/states.tsx'
import { t } from '../../../messages/index.ts'
import { useDesk } from '../../desk-context.ts'
import { CellField } from '../events/CellField.tsx'
import { type ClockSource, toHundredths } from '../live/clock-source.ts'
import { beginEpisode, leaveToRecord, lengthOf, placeEpisode } from './episode-actions.ts'
import { episodesIn } from './episodes.ts'

/** Where the episodes lie: they begin and end at the clock, or are written. Without a word of the coder the record's times hold. */
export function Episodes(props: { record: ObservationRecord; clock: ClockSource }) {
  const { desk } = useDesk()
  return (
    <TableFrame label={t().episodes.title}>
      <table class="table table--compact">
        <caption>{t().episodes.explain}</caption>
        <thead>
          <tr>
            <th scope="col">{t().observations.episode}</th>
            <th scope="col" class="number">
              {t().observations.from}
            </th>
            <th scope="col" class="number">
              {t().observations.to}
            </th>
            <th scope="col" class="number">
              {t().episodes.length}
            </th>
            <th scope="col">{t().episodes.whose}</th>
            <Show when={desk.mayWrite()}>
              <th scope="col">{t().episodes.atClock}</th>
            </Show>
          </tr>
        </thead>
        <tbody>
          <For each={desk.codebook.episodes}>{(episode) => <Row {...props} episode={episode} />}</For>
        </tbody>
      </table>
    </TableFrame>
  )
}

type RowProps = { record: ObservationRecord; clock: ClockSource; episode: { id: string; label: string } }

function Row(props: RowProps) {
  const { desk } = useDesk()
  const place = () => episodesIn(desk, props.record).find(({ episode }) => episode === props.episode.id)
  const put = (onset: number, offset: number | null) => placeEpisode(desk, { episode: props.episode.id, onset, offset })
  const now = (event: Event) => toHundredths(props.clock.timeAt(event.timeStamp))
  const length = () => lengthOf(desk, props.record, props.episode.id)
  const onsetFault = (typed: string) => {
    const onset = parseClock(typed)
    if (onset === null) return t().observations.writeTime
    const offset = place()?.offset ?? null
    return offset !== null && onset > offset ? t().observations.beginTooLate : ''
  }
  const offsetFault = (typed: string) => {
    const there = place()
    const offset = parseClock(typed)
    if (typed.trim() === '') return ''
    if (offset === null) return t().observations.writeTime
    if (!there) return t().episodes.beginFirst
    return offset < there.onset ? t().observations.endTooEarly : ''
  }
  const timeOf = (seconds: number | null | undefined) => (seconds == null ? '' : clock(seconds))
  return (
    <tr>
      <th scope="row">{props.episode.label}</th>
      <td class="number">
        <CellField
          label={t().episodes.beginOf(props.episode.label)}
          value={timeOf(place()?.onset)}
          readonly={!desk.mayWrite()}
          faultIn={onsetFault}
          onWrite={(typed) => put(parseClock(typed) ?? 0, place()?.offset ?? null)}
        />
      </td>
      <td class="number">
        <CellField
          label={t().episodes.endOf(props.episode.label)}
          value={timeOf(place()?.offset)}
          readonly={!desk.mayWrite()}
          faultIn={offsetFault}
          onWrite={(typed) => put(place()?.onset ?? 0, typed.trim() === '' ? null : parseClock(typed))}
        />
      </td>
      <td class="number">{timeOf(length())}</td>
      <td>
        <Show when={place()} fallback={<span class="quiet">{t().episodes.notThere}</span>}>
          {(there) => (there().source === 'coder' ? t().episodes.coder : t().episodes.fromRecord)}
        </Show>
      </td>
      <Show when={desk.mayWrite()}>
        <td>
          <div class="button-row">
            <Button
              small
              look="quiet"
              aria-label={t().episodes.beginNow(props.episode.label)}
              onClick={(event) => beginEpisode(desk, props.episode.id, now(event))}
            >
              {t().episodes.begin}
            </Button>
            <Show when={place()?.offset === null}>
              <Button
                small
                look="quiet"
                aria-label={t().episodes.endNow(props.episode.label)}
                disabled={props.clock.time() < (place()?.onset ?? 0)}
                onClick={(event) => put(place()?.onset ?? 0, now(event))}
              >
                {t().live.end}
              </Button>
            </Show>
            <Show when={place()?.source === 'coder'}>
              <Button
                small
                look="quiet"
                aria-label={t().episodes.takeBack(props.episode.label)}
                onClick={() => leaveToRecord(desk, props.episode.id)}
              >
                {t().episodes.back}
              </Button>
            </Show>
          </div>
        </td>
      </Show>
    </tr>
  )
}
