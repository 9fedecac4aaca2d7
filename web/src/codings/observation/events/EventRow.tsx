import { findCode } from '@attune/codebooks'
import type { ObservationRecord } from '@attune/contract'
import { createMemo, For, Show } from 'solid-js'
import { clock, parseClock } from '../../../base/clock.ts'
import { t } from '../../../messages/index.ts'
import { CodeSign } from '../../CodeSign.tsx'
import { codesOf, raise } from '../../coding-actions.ts'
import { changedAnnotation } from '../../desk.ts'
import { useDesk } from '../../desk-context.ts'
import { codeLabel } from '../../evidence.ts'
import type { EventAnnotation } from '../../turns.ts'
import { episodeAt, episodeLabel, episodesIn } from '../episodes/episodes.ts'
import { CellField } from './CellField.tsx'
import { EventModifiers } from './EventModifiers.tsx'
import type { Remark } from './event-state.ts'
import { offsetFault, onsetFault } from './event-times.ts'
import { subjectsFor } from './subjects.ts'

/** One event, every part of it in a field of its own. */
export function EventRow(props: { record: ObservationRecord; event: EventAnnotation; remark: Remark | undefined }) {
  const { desk, sight } = useDesk()
  const code = () => findCode(desk.codebook, props.event.code)
  const name = () => t().observations.at(codeLabel(desk, props.event), clock(props.event.onset))
  const change = (part: Partial<EventAnnotation>, words: string) =>
    desk.edit(changedAnnotation(props.event, part), {
      label: t().observations.changed(codeLabel(desk, props.event), words),
    })
  const episode = createMemo(() => episodeLabel(desk, episodeAt(episodesIn(desk, props.record), props.event.onset)))
  const endWords = () => (props.event.offset === null ? '' : clock(props.event.offset))
  const recode = (id: string) => {
    const next = findCode(desk.codebook, id)
    if (!next) return
    // What belongs to the other code alone goes with it; undo brings it back.
    const offset = next.event === 'point' ? null : props.event.offset
    const value = next.value ? props.event.value : null
    change({ code: id, value, offset, modifiers: {} }, t().observations.becomes(next.label))
  }
  return (
    <tr classList={{ 'event-row--raised': sight.raised() === props.event.id }}>
      <td>
        <div class="event-row__code">
          <button
            type="button"
            class="event-row__raise"
            aria-pressed={sight.raised() === props.event.id}
            aria-label={t().observations.raise(name())}
            onClick={() => raise(sight, props.event)}
          >
            <CodeSign code={props.event.code} />
          </button>
          <Show when={desk.mayWrite()} fallback={codeLabel(desk, props.event)}>
            <select
              class="input input--small"
              aria-label={t().observations.fieldOf(t().observations.code, name())}
              onChange={(event) => recode(event.currentTarget.value)}
            >
              <For each={codesOf(desk)}>
                {(one) => (
                  <option value={one.id} selected={one.id === props.event.code}>
                    {one.label}
                  </option>
                )}
              </For>
            </select>
          </Show>
        </div>
      </td>
      <td class="number">
        <CellField
          label={t().observations.fieldOf(t().observations.from, name())}
          value={clock(props.event.onset)}
          readonly={!desk.mayWrite()}
          faultIn={(typed) => onsetFault(props.event, typed)}
          onWrite={(typed) => {
            const onset = parseClock(typed) ?? props.event.onset
            change({ onset }, t().observations.beginsAt(clock(onset)))
          }}
        />
      </td>
      <td class="number">
        <Show when={code()?.event !== 'point'}>
          <CellField
            label={t().observations.fieldOf(t().observations.to, name())}
            value={endWords()}
            readonly={!desk.mayWrite()}
            faultIn={(typed) => offsetFault(props.event, typed)}
            onWrite={(typed) => {
              const offset = typed.trim() === '' ? null : parseClock(typed)
              change({ offset }, offset === null ? t().observations.withoutEnd : t().observations.endsAt(clock(offset)))
            }}
          />
        </Show>
      </td>
      <td>
        <select
          class="input input--small"
          aria-label={t().observations.fieldOf(t().observations.who, name())}
          disabled={!desk.mayWrite()}
          onChange={(event) => change({ subject: event.currentTarget.value || null }, t().observations.otherSubject)}
        >
          <option value="" selected={props.event.subject === null}>
            {t().observations.notSaid}
          </option>
          <For each={subjectsFor(desk, code())}>
            {(subject) => (
              <option value={subject.id} selected={props.event.subject === subject.id}>
                {subject.label}
              </option>
            )}
          </For>
        </select>
      </td>
      <td>
        <EventModifiers
          event={props.event}
          name={name()}
          onChange={(modifiers, words) => change({ modifiers }, words)}
        />
      </td>
      <td>{episode()}</td>
      <td>
        <Show when={props.remark}>{(remark) => <span class="event-row__remark">{remarkWords(remark())}</span>}</Show>
      </td>
    </tr>
  )
  function remarkWords(remark: Remark): string {
    if (remark.kind === 'open') return t().observations.hasNoEnd
    return t().observations.overlaps(codeLabel(desk, remark.with), clock(remark.with.onset))
  }
}
