import type { ObservationRecord, RecordEvent } from '@attune/contract'
import { createMemo, For, Show } from 'solid-js'
import { Button } from '../../base/Button.tsx'
import { clock } from '../../base/clock.ts'
import { TableFrame } from '../../base/states.tsx'
import { t } from '../../messages/index.ts'
import { sorted } from '../annotation-order.ts'
import { CodeSign } from '../CodeSign.tsx'
import { raise } from '../coding-actions.ts'
import { useDesk } from '../desk-context.ts'
import { codeLabel } from '../evidence.ts'
import { ForAnnotations } from '../ForAnnotations.tsx'
import type { EventAnnotation } from '../turns.ts'
import { episodeLabel } from './episodes.ts'
import { subjectLabel } from './subjects.ts'
import { episodeAt } from './time-axis.ts'

/** What this coder coded, in the order of time. */
export function CodedEvents(props: { record: ObservationRecord }) {
  const { desk, sight } = useDesk()
  const coded = createMemo(() =>
    sorted([...desk.draft().annotations.values()]).filter((one): one is EventAnnotation => one.unit === 'event'),
  )
  return (
    <TableFrame label={t().observations.codedEvents}>
      <table class="table table--compact">
        <caption>{t().observations.codedCount(coded().length)}</caption>
        <thead>
          <tr>
            <th scope="col">{t().observations.code}</th>
            <th scope="col" class="number">
              {t().observations.from}
            </th>
            <th scope="col" class="number">
              {t().observations.to}
            </th>
            <th scope="col">{t().observations.who}</th>
            <th scope="col">{t().observations.episode}</th>
          </tr>
        </thead>
        <tbody>
          <ForAnnotations
            each={coded()}
            fallback={
              <tr>
                <td colspan="5" class="quiet">
                  {t().observations.none}
                </td>
              </tr>
            }
          >
            {(annotation) => (
              <tr classList={{ 'event-row--raised': sight.raised() === annotation().id }}>
                <td>
                  <button
                    type="button"
                    class="event-row__code"
                    aria-pressed={sight.raised() === annotation().id}
                    onClick={() => raise(sight, annotation())}
                  >
                    <CodeSign code={annotation().code} /> {codeLabel(desk, annotation())}
                  </button>
                </td>
                <td class="number">{clock(annotation().onset)}</td>
                <td class="number">{offsetWords(annotation())}</td>
                <td>{subjectLabel(desk, annotation().subject)}</td>
                <td>{episodeLabel(desk, episodeAt(props.record, annotation().onset))}</td>
              </tr>
            )}
          </ForAnnotations>
        </tbody>
      </table>
    </TableFrame>
  )
}

const offsetWords = ({ offset }: EventAnnotation): string => (offset === null ? '' : clock(offset))

/** What the record holds; each event can be the beginning of a coding. */
export function RecordedEvents(props: { record: ObservationRecord; onUse: (event: RecordEvent) => void }) {
  const { desk } = useDesk()
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
            <Show when={desk.mayWrite()}>
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
                <td>{episodeLabel(desk, episodeAt(props.record, event.onset))}</td>
                <Show when={desk.mayWrite()}>
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
