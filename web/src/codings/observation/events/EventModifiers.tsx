import { findCode } from '@attune/codebooks'
import { For, Show } from 'solid-js'
import { t } from '../../../messages/index.ts'
import { useDesk } from '../../desk-context.ts'
import type { EventAnnotation } from '../../turns.ts'

/** How an event was: a choice for each thing that the codebook wants to know, or boxes where several may hold. */
export function EventModifiers(props: {
  event: EventAnnotation
  name: string
  onChange: (modifiers: EventAnnotation['modifiers'], words: string) => void
}) {
  const { desk } = useDesk()
  const modifiers = () => findCode(desk.codebook, props.event.code)?.modifiers ?? []
  const write = (id: string, label: string, chosen: string[]) => {
    const { [id]: _, ...others } = props.event.modifiers
    props.onChange(chosen.length > 0 ? { ...others, [id]: chosen } : others, label)
  }
  return (
    <For each={modifiers()}>
      {(modifier) => {
        const chosen = () => props.event.modifiers[modifier.id] ?? []
        return (
          <Show
            when={modifier.choose === 'one'}
            fallback={
              <fieldset class="event-row__many">
                <legend class="visually-hidden">{t().observations.fieldOf(modifier.label, props.name)}</legend>
                <For each={modifier.values}>
                  {(value) => (
                    <label class="check">
                      <input
                        type="checkbox"
                        disabled={!desk.mayWrite()}
                        checked={chosen().includes(value.id)}
                        onChange={(event) =>
                          write(
                            modifier.id,
                            modifier.label,
                            modifier.values
                              .map(({ id }) => id)
                              .filter((id) => (id === value.id ? event.currentTarget.checked : chosen().includes(id))),
                          )
                        }
                      />
                      {value.label}
                    </label>
                  )}
                </For>
              </fieldset>
            }
          >
            <select
              class="input input--small"
              aria-label={t().observations.fieldOf(modifier.label, props.name)}
              disabled={!desk.mayWrite()}
              onChange={(event) =>
                write(modifier.id, modifier.label, event.currentTarget.value ? [event.currentTarget.value] : [])
              }
            >
              <option value="" selected={chosen().length === 0}>
                {t().observations.notSaid}
              </option>
              <For each={modifier.values}>
                {(value) => (
                  <option value={value.id} selected={chosen().includes(value.id)}>
                    {value.label}
                  </option>
                )}
              </For>
            </select>
          </Show>
        )
      }}
    </For>
  )
}
