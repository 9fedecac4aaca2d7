import type { ObservationRecord, RecordEvent } from '@attune/contract'
import { For, Show } from 'solid-js'
import { Button } from '../../../base/Button.tsx'
import { clock } from '../../../base/clock.ts'
import { TableFrame } from '../../../base/states.tsx'
import { t } from '../../../messages/index.ts'
import { codesOf } from '../../coding-actions.ts'
import { useDesk } from '../../desk-context.ts'
import { episodeAt, episodeLabel, episodesIn } from '../episodes/episodes.ts'
import { subjectLabel } from './subjects.ts'

/** What the record holds; each event can be the beginning of a coding. */
export function RecordedEvents(props: { record: ObservationRecord; onUse: (event: RecordEvent) => void }) {
  const { desk } = useDesk()
  const mayCode = () => desk.mayWrite() && codesOf(desk).length > 0
  return (
    <TableFrame label={t().observations.record}>
      <table class="table table--compact record-table">
        <caption>{t().observations.recordCount(props.record.events.length)}</caption>
        <thead>
          <tr>
            <th scope="col" class="number">
              {t().observations.from}
            </th>
            <th scope="col" class="number">
              {t().observations.to}
            </th>
            <th scope="col">{t().observations.who}</th>
            <th scope="col">{t().observations.behaviour}</th>
            <th scope="col">{t().observations.episode}</th>
            <Show when={mayCode()}>
              <th scope="col">
                <span class="visually-hidden">{t().observations.code}</span>
              </th>
            </Show>
          </tr>
        </thead>
        <tbody>
          <For each={props.record.events}>
            {(event) => (
              <tr>
                <td class="number">{clock(event.onset)}</td>
                <td class="number">{event.offset === null ? '' : clock(event.offset)}</td>
                <td>{subjectLabel(desk, event.subject)}</td>
                <td class="record-table__behaviour">
                  {event.behaviour}
                  <Show when={event.note}>
                    <span class="record-table__note">{event.note}</span>
                  </Show>
                </td>
                <td>{episodeLabel(desk, episodeAt(episodesIn(desk, props.record), event.onset))}</td>
                <Show when={mayCode()}>
                  <td>
                    <Button
                      small
                      look="quiet"
                      aria-label={t().observations.codeBehaviour(event.behaviour, clock(event.onset))}
                      onClick={() => props.onUse(event)}
                    >
                      {t().observations.code}
                    </Button>
                  </td>
                </Show>
              </tr>
            )}
          </For>
        </tbody>
      </table>
    </TableFrame>
  )
}
