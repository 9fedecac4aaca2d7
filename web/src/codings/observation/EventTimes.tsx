import { findCode } from '@attune/codebooks'
import { createUniqueId, For, Show } from 'solid-js'
import { clock, parseClock } from '../../base/clock.ts'
import { t } from '../../messages/index.ts'
import { changedAnnotation } from '../desk.ts'
import { useDesk } from '../desk-context.ts'
import { codeLabel } from '../evidence.ts'
import type { EventAnnotation } from '../turns.ts'
import { offsetFault, onsetFault } from './events/event-times.ts'
import { subjectsFor } from './events/subjects.ts'
import { TimeField } from './TimeField.tsx'

/** When an event was, and whose. */
export function EventTimes(props: { annotation: EventAnnotation }) {
  const { desk } = useDesk()
  const id = createUniqueId()
  const code = () => findCode(desk.codebook, props.annotation.code)
  const change = (part: Partial<EventAnnotation>, words: string) =>
    desk.edit(changedAnnotation(props.annotation, part), {
      label: t().observations.changed(codeLabel(desk, props.annotation), words),
    })
  const setOnset = (onset: number) => change({ onset }, t().observations.beginsAt(clock(onset)))
  const setOffset = (typed: string) => {
    const offset = typed.trim() === '' ? null : parseClock(typed)
    change({ offset }, offset === null ? t().observations.withoutEnd : t().observations.endsAt(clock(offset)))
  }
  return (
    <div class="event-times">
      <TimeField
        label={t().annotations.begins}
        value={clock(props.annotation.onset)}
        faultIn={(typed) => onsetFault(props.annotation, typed)}
        readonly={!desk.mayWrite()}
        onWrite={(typed) => setOnset(parseClock(typed) ?? props.annotation.onset)}
      />
      <Show when={code()?.event !== 'point'}>
        <TimeField
          label={t().annotations.ends}
          value={props.annotation.offset === null ? '' : clock(props.annotation.offset)}
          faultIn={(typed) => offsetFault(props.annotation, typed)}
          readonly={!desk.mayWrite()}
          onWrite={setOffset}
        />
      </Show>
      <div class="field">
        <label class="raised__title" for={id}>
          {t().observations.who}
        </label>
        <select
          id={id}
          class="input input--small"
          disabled={!desk.mayWrite()}
          onChange={(event) => change({ subject: event.currentTarget.value || null }, t().observations.otherSubject)}
        >
          <option value="" selected={props.annotation.subject === null}>
            {t().observations.notSaid}
          </option>
          <For each={subjectsFor(desk, code())}>
            {(subject) => (
              <option value={subject.id} selected={props.annotation.subject === subject.id}>
                {subject.label}
              </option>
            )}
          </For>
        </select>
      </div>
    </div>
  )
}
