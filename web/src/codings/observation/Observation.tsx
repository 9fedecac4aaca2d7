import type { ObservationRecord, RecordEvent } from '@attune/contract'
import { createSignal, Show } from 'solid-js'
import { clock } from '../../base/clock.ts'
import { t } from '../../messages/index.ts'
import { CodePalette } from '../CodePalette.tsx'
import { useDesk } from '../desk-context.ts'
import { EventForm, type EventStart } from './EventForm.tsx'
import { CodedEvents, RecordedEvents } from './EventTables.tsx'
import { codeEvent } from './event-actions.ts'
import { subjectsFor } from './subjects.ts'
import { Timeline } from './Timeline.tsx'
import './observation.css'

/** An observation: its episodes and events in time, and the coder's own events on the same axis. */
export function Observation(props: { record: ObservationRecord }) {
  const { desk, sight } = useDesk()
  const [start, setStart] = createSignal<EventStart>({
    onset: '',
    offset: '',
    subject: desk.codebook.subjects[0]?.id ?? '',
  })
  const [using, setUsing] = createSignal<RecordEvent | null>(null)
  return (
    <div class="observation">
      <Timeline record={props.record} onPick={(seconds) => setStart({ ...start(), onset: clock(seconds) })} />
      <Show when={desk.mayWrite() && desk.codebook.codes.some((code) => code.unit === 'event')}>
        <EventForm start={start()} onStart={setStart} />
      </Show>
      <div class="observation__tables">
        <Show when={using()}>
          {(event) => (
            <section class="observation__using" aria-label={t().observations.codeRecorded}>
              <p>{t().observations.recordedIs(<b>{event().behaviour}</b>, clock(event().onset))}</p>
              <CodePalette
                likely={event().behaviour}
                label={t().observations.codeFor(event().behaviour, clock(event().onset))}
                onClose={() => setUsing(null)}
                onChoose={(code) => {
                  const { onset, offset, subject } = event()
                  const isOne = subjectsFor(desk, code).some((one) => one.id === subject)
                  setUsing(null)
                  codeEvent(desk, sight, code, {
                    onset,
                    offset: code.event === 'point' ? null : offset,
                    subject: isOne ? subject : null,
                  })
                }}
              />
            </section>
          )}
        </Show>
        <CodedEvents record={props.record} />
        <RecordedEvents record={props.record} onUse={setUsing} />
      </div>
    </div>
  )
}
