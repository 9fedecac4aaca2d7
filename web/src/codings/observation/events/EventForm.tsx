import type { Code } from '@attune/codebooks'
import { findCode } from '@attune/codebooks'
import { createSignal, createUniqueId, For, Show } from 'solid-js'
import { Button } from '../../../base/Button.tsx'
import { clock, parseClock } from '../../../base/clock.ts'
import { t } from '../../../messages/index.ts'
import { codesOf } from '../../coding-actions.ts'
import { useDesk } from '../../desk-context.ts'
import { codeEvent } from './event-actions.ts'
import { subjectsFor } from './subjects.ts'

export type EventStart = { onset: string; offset: string; subject: string }

/** Codes something at a time: behaviour, when, whose. Enter adds it and the next one can be written at once. */
export function EventForm(props: { start: EventStart; onStart: (start: EventStart) => void }) {
  const { desk, sight } = useDesk()
  const id = createUniqueId()
  const [codeId, setCodeId] = createSignal(codesOf(desk)[0]?.id ?? '')
  const [fault, setFault] = createSignal('')
  const code = (): Code | undefined => findCode(desk.codebook, codeId())
  let onsetField!: HTMLInputElement

  const add = (event: SubmitEvent) => {
    event.preventDefault()
    const chosen = code()
    const onset = parseClock(props.start.onset)
    const isPoint = chosen?.event === 'point'
    const offset = isPoint || props.start.offset.trim() === '' ? null : parseClock(props.start.offset)
    const wrong = faultIn(onset, offset, !isPoint && props.start.offset.trim() !== '')
    setFault(wrong)
    if (wrong || !chosen || onset === null) return onsetField.focus()
    const subjects = subjectsFor(desk, chosen).map((subject) => subject.id)
    const subject = subjects.includes(props.start.subject)
      ? props.start.subject
      : subjects.length === 1
        ? subjects[0]
        : null
    codeEvent(desk, sight, chosen, { onset, offset, subject: subject ?? null })
    props.onStart({ ...props.start, onset: '', offset: '' })
    onsetField.focus()
  }
  return (
    <form class="event-form" onSubmit={add} aria-label={t().observations.codeEvent}>
      <div class="field event-form__code">
        <label class="raised__title" for={`${id}-code`}>
          {t().observations.code}
        </label>
        <select id={`${id}-code`} class="input input--small" onChange={(event) => setCodeId(event.currentTarget.value)}>
          <For each={groups(codesOf(desk))}>
            {(group) => (
              <optgroup label={group.label}>
                <For each={group.codes}>
                  {(one) => (
                    <option value={one.id} selected={one.id === codeId()}>
                      {one.label}
                    </option>
                  )}
                </For>
              </optgroup>
            )}
          </For>
        </select>
      </div>
      <TimeInput
        label={t().observations.from}
        value={props.start.onset}
        isFaulty={fault() !== ''}
        faultId={`${id}-fault`}
        ref={(element) => {
          onsetField = element
        }}
        onText={(onset) => props.onStart({ ...props.start, onset })}
      />
      <Show when={code()?.event !== 'point'}>
        <TimeInput
          label={t().observations.to}
          value={props.start.offset}
          onText={(offset) => props.onStart({ ...props.start, offset })}
        />
      </Show>
      <div class="field">
        <label class="raised__title" for={`${id}-who`}>
          {t().observations.who}
        </label>
        <select
          id={`${id}-who`}
          class="input input--small"
          onChange={(event) => props.onStart({ ...props.start, subject: event.currentTarget.value })}
        >
          <For each={subjectsFor(desk, code())}>
            {(subject) => (
              <option value={subject.id} selected={subject.id === props.start.subject}>
                {subject.label}
              </option>
            )}
          </For>
        </select>
      </div>
      <Button small type="submit" look="primary">
        {t().observations.add}
      </Button>
      <Show when={fault()}>
        <p class="field__fault event-form__fault" id={`${id}-fault`} role="alert">
          {fault()}
        </p>
      </Show>
    </form>
  )
}

function faultIn(onset: number | null, offset: number | null, wantsOffset: boolean): string {
  if (onset === null) return t().observations.writeBegin
  if (wantsOffset && offset === null) return t().observations.writeEnd
  if (offset !== null && offset < onset) return t().observations.endsBefore(clock(offset), clock(onset))
  return ''
}

function groups(codes: readonly Code[]): { label: string; codes: Code[] }[] {
  const labels = [...new Set(codes.map((code) => code.group ?? t().observations.codes))]
  return labels.map((label) => ({
    label,
    codes: codes.filter((code) => (code.group ?? t().observations.codes) === label),
  }))
}

function TimeInput(props: {
  label: string
  value: string
  isFaulty?: boolean
  faultId?: string
  ref?: (element: HTMLInputElement) => void
  onText: (text: string) => void
}) {
  const id = createUniqueId()
  return (
    <div class="field time-field">
      <label class="raised__title" for={id}>
        {props.label}
      </label>
      <input
        id={id}
        ref={props.ref}
        class="input input--small"
        type="text"
        inputmode="decimal"
        autocomplete="off"
        placeholder={t().ratings.clockHint}
        value={props.value}
        aria-invalid={props.isFaulty ? 'true' : undefined}
        aria-describedby={props.isFaulty ? props.faultId : undefined}
        onInput={(event) => props.onText(event.currentTarget.value)}
      />
    </div>
  )
}
