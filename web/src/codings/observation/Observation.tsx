import type { ObservationRecord, RecordEvent } from '@attune/contract'
import { createSignal, For, Match, onCleanup, onMount, Show, Switch } from 'solid-js'
import { clock as clockWords } from '../../base/clock.ts'
import { createShortcuts } from '../../base/shortcuts.ts'
import { t } from '../../messages/index.ts'
import { CodePalette } from '../CodePalette.tsx'
import { codesOf } from '../coding-actions.ts'
import { useDesk } from '../desk-context.ts'
import { GivenEvents } from '../training/GivenEvents.tsx'
import { Episodes } from './episodes/Episodes.tsx'
import { EventForm, type EventStart } from './events/EventForm.tsx'
import { EventTable } from './events/EventTable.tsx'
import { codeEvent } from './events/event-actions.ts'
import { RecordedEvents } from './events/RecordedEvents.tsx'
import { subjectsFor } from './events/subjects.ts'
import { Intervals } from './intervals/Intervals.tsx'
import { createCodeKeys } from './live/code-keys.ts'
import { Ethogram } from './live/Ethogram.tsx'
import { LiveBar } from './live/LiveBar.tsx'
import { type Live, pressLiveKey, releaseLiveKey } from './live/live-keys.ts'
import { createObservationClock } from './live/observation-clock.ts'
import { Question } from './live/Question.tsx'
import { createRecorder } from './live/recorder.ts'
import { liveKeys, timelineKeys } from './live/shown-keys.ts'
import { type ObservationPart, observationPart, showObservationPart } from './part.ts'
import { Timeline } from './timeline/Timeline.tsx'
import './observation.css'
import './live/live.css'

/** An observation: what is seen is coded at the clock, written, or scored by intervals; all of it on one axis of time. */
export function Observation(props: { record: ObservationRecord }) {
  const { desk, sight } = useDesk()
  const clock = createObservationClock(desk.workspace.coding.id)
  const keys = createCodeKeys(desk.codebook)
  const recorder = createRecorder(desk, sight)
  const live: Live = { desk, recorder, clock, keys }
  showObservationPart('events')
  const [start, setStart] = createSignal<EventStart>({
    onset: '',
    offset: '',
    subject: desk.codebook.subjects[0]?.id ?? '',
  })
  const hasCodes = codesOf(desk).length > 0
  const parts: ObservationPart[] = [
    'events',
    ...((desk.codebook.sampling ?? []).length > 0 ? (['intervals'] as const) : []),
    ...(desk.codebook.episodes.length > 0 ? (['episodes'] as const) : []),
  ]
  createShortcuts(
    () => t().timeline.title,
    () => timelineKeys(desk),
  )
  createShortcuts(
    () => t().live.recording,
    () => liveKeys(live),
  )
  // Before the keys of the shell, which listens at the document: while events are recorded, letters are codes.
  const press = (event: KeyboardEvent) => {
    if (event.defaultPrevented || !pressLiveKey(live, event)) return
    event.preventDefault()
    event.stopPropagation()
  }
  const release = (event: KeyboardEvent) => releaseLiveKey(live, event)
  onMount(() => {
    document.body.addEventListener('keydown', press, true)
    document.body.addEventListener('keyup', release, true)
  })
  onCleanup(() => {
    document.body.removeEventListener('keydown', press, true)
    document.body.removeEventListener('keyup', release, true)
  })
  let ground!: HTMLDivElement
  const pick = (seconds: number) => {
    setStart({ ...start(), onset: clockWords(seconds) })
    if (!clock.isPlaying()) clock.seek(seconds)
  }
  return (
    <div class="observation" ref={ground} tabindex="-1">
      <Show when={desk.mayWrite() && hasCodes}>
        <div class="observation__live">
          {/* Off the button, so that Space is the clock's. */}
          <LiveBar recorder={recorder} clock={clock} onArm={() => ground.focus({ preventScroll: true })} />
          <Show when={recorder.isArmed()}>
            <Question recorder={recorder} />
          </Show>
        </div>
      </Show>
      <Timeline record={props.record} clock={clock} onPick={pick} />
      <div class="observation__tables">
        <Show when={recorder.isArmed()}>
          <Ethogram recorder={recorder} clock={clock} keys={keys} />
        </Show>
        <Show when={parts.length > 1}>
          <fieldset class="choices observation__parts" aria-label={t().observations.part}>
            <For each={parts}>
              {(one) => (
                <label>
                  <input
                    type="radio"
                    name="observation-part"
                    checked={observationPart() === one}
                    onChange={() => showObservationPart(one)}
                  />
                  {t().observations.parts[one]}
                </label>
              )}
            </For>
          </fieldset>
        </Show>
        <Switch>
          <Match when={observationPart() === 'events'}>
            <Show when={desk.mayWrite() && hasCodes}>
              <EventForm start={start()} onStart={setStart} />
            </Show>
            <Events record={props.record} />
          </Match>
          <Match when={observationPart() === 'intervals'}>
            <Intervals record={props.record} clock={clock} keys={keys} />
          </Match>
          <Match when={observationPart() === 'episodes'}>
            <Episodes record={props.record} clock={clock} />
          </Match>
        </Switch>
      </div>
    </div>
  )
}

/** The coded events and the record's; an event of the record can become a coded one. */
function Events(props: { record: ObservationRecord }) {
  const { desk, sight } = useDesk()
  const [using, setUsing] = createSignal<RecordEvent | null>(null)
  return (
    <>
      <Show when={using()}>
        {(event) => (
          <section class="observation__using" aria-label={t().observations.codeRecorded}>
            <p>{t().observations.recordedIs(<b>{event().behaviour}</b>, clockWords(event().onset))}</p>
            <CodePalette
              likely={event().behaviour}
              label={t().observations.codeFor(event().behaviour, clockWords(event().onset))}
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
      <GivenEvents />
      <Show when={codesOf(desk).length > 0}>
        <EventTable record={props.record} />
      </Show>
      <RecordedEvents record={props.record} onUse={setUsing} />
    </>
  )
}
