import type { ObservationRecord } from '@attune/contract'
import { For, Show } from 'solid-js'
import { ButtonLink } from '../base/Button.tsx'
import { formatSeconds } from '../base/numbers.ts'
import { Panel, TableFrame } from '../base/states.tsx'
import { t } from '../messages/index.ts'

/** Episodes and timed events of an observation. */
export function RecordView(props: { record: ObservationRecord; edit: string }) {
  return (
    <div class="stack">
      <Panel
        title={t().records.episodes}
        intro={t().base.episodes(props.record.episodes.length)}
        actions={
          <ButtonLink href={props.edit} icon="pen" small>
            {t().records.edit}
          </ButtonLink>
        }
        flush
      >
        <TableFrame label={t().records.episodes}>
          <table class="table table--compact">
            <thead>
              <tr>
                <th scope="col">{t().records.columns.episode}</th>
                <th scope="col" class="number">
                  {t().records.columns.from}
                </th>
                <th scope="col" class="number">
                  {t().records.columns.to}
                </th>
              </tr>
            </thead>
            <tbody>
              <For each={props.record.episodes}>
                {(span) => (
                  <tr>
                    <th scope="row">{span.episode}</th>
                    <td class="number">{formatSeconds(span.onset)}</td>
                    <td class="number">{formatSeconds(span.offset)}</td>
                  </tr>
                )}
              </For>
            </tbody>
          </table>
        </TableFrame>
      </Panel>
      <Panel title={t().records.events} intro={t().base.events(props.record.events.length)} flush>
        <TableFrame label={t().records.events}>
          <table class="table table--compact">
            <thead>
              <tr>
                <th scope="col" class="number">
                  {t().records.columns.onset}
                </th>
                <th scope="col" class="number">
                  {t().records.columns.offset}
                </th>
                <th scope="col">{t().records.columns.subject}</th>
                <th scope="col">{t().records.columns.behaviour}</th>
                <th scope="col">{t().records.columns.note}</th>
              </tr>
            </thead>
            <tbody>
              <For each={props.record.events}>
                {(event) => (
                  <tr>
                    <td class="number">{formatSeconds(event.onset)}</td>
                    <td class="number">
                      <Show when={event.offset !== null} fallback={<span class="quiet">{t().records.point}</span>}>
                        {formatSeconds(event.offset ?? 0)}
                      </Show>
                    </td>
                    <td>{event.subject}</td>
                    <td>{event.behaviour}</td>
                    <td>{event.note}</td>
                  </tr>
                )}
              </For>
            </tbody>
          </table>
        </TableFrame>
      </Panel>
    </div>
  )
}
