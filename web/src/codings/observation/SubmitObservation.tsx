import { createMemo, For, Show } from 'solid-js'
import { clock } from '../../base/clock.ts'
import { t } from '../../messages/index.ts'
import { raise } from '../coding-actions.ts'
import { useDesk } from '../desk-context.ts'
import { codeLabel } from '../evidence.ts'
import { codedEvents } from './events/event-actions.ts'
import { isOpen } from './events/event-state.ts'
import { showObservationPart } from './part.ts'

/** Intervals that are missing, with the way there. */
export function MissingIntervals(props: { messages: readonly string[]; onGo: () => void }) {
  const { sight } = useDesk()
  return (
    <Show when={props.messages.length > 0}>
      <li>
        <h3>{t().intervals.missing}</h3>
        <ul>
          <For each={props.messages}>
            {(message) => (
              <li>
                <button
                  type="button"
                  class="submit-panel__jump"
                  data-stop=""
                  onClick={() => {
                    props.onGo()
                    sight.setPane('material')
                    showObservationPart('intervals')
                    document.querySelector<HTMLElement>('.interval-card')?.focus()
                  }}
                >
                  {t().codings.submit.lacks(message)}
                </button>
              </li>
            )}
          </For>
        </ul>
      </li>
    </Show>
  )
}

/** States that nobody ended, pointed out before they are frozen; nothing is put in for their ends. */
export function StatesWithoutEnd(props: { onGo: () => void }) {
  const { desk, sight } = useDesk()
  const open = createMemo(() => codedEvents(desk).filter((event) => isOpen(desk.codebook, event)))
  return (
    <Show when={open().length > 0}>
      <div class="submit-panel__open">
        <h3>{t().observations.withoutEnds(open().length)}</h3>
        <p>{t().observations.withoutEndsExplain}</p>
        <ul>
          <For each={open()}>
            {(event) => (
              <li>
                <button
                  type="button"
                  class="submit-panel__jump"
                  onClick={() => {
                    props.onGo()
                    showObservationPart('events')
                    raise(sight, event)
                  }}
                >
                  {t().observations.at(codeLabel(desk, event), clock(event.onset))}
                </button>
              </li>
            )}
          </For>
        </ul>
      </div>
    </Show>
  )
}
