import type { ObservationRecord } from '@attune/contract'
import { For, Show } from 'solid-js'
import { ButtonLink } from '../base/Button.tsx'
import { counted, formatSeconds } from '../base/numbers.ts'
import { Panel, TableFrame } from '../base/states.tsx'

/** Episodes and timed events of an observation. */
export function RecordView(props: { record: ObservationRecord; edit: string }) {
  return (
    <div class="stack">
      <Panel
        title="Episodes"
        intro={counted(props.record.episodes.length, 'episode')}
        actions={
          <ButtonLink href={props.edit} icon="pen" small>
            Edit the record
          </ButtonLink>
        }
        flush
      >
        <TableFrame label="Episodes">
          <table class="table table--compact">
            <thead>
              <tr>
                <th scope="col">Episode</th>
                <th scope="col" class="number">
                  From
                </th>
                <th scope="col" class="number">
                  To
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
      <Panel title="Events" intro={counted(props.record.events.length, 'event')} flush>
        <TableFrame label="Events">
          <table class="table table--compact">
            <thead>
              <tr>
                <th scope="col" class="number">
                  Onset
                </th>
                <th scope="col" class="number">
                  Offset
                </th>
                <th scope="col">Subject</th>
                <th scope="col">Behaviour</th>
                <th scope="col">Note</th>
              </tr>
            </thead>
            <tbody>
              <For each={props.record.events}>
                {(event) => (
                  <tr>
                    <td class="number">{formatSeconds(event.onset)}</td>
                    <td class="number">
                      <Show when={event.offset !== null} fallback={<span class="quiet">point</span>}>
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
