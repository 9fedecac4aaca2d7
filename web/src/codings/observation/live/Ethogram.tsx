import type { Code } from '@attune/codebooks'
import { createMemo, createSignal, For, Show } from 'solid-js'
import { arrowsInList } from '../../../base/arrows.ts'
import { Button } from '../../../base/Button.tsx'
import { clock as clockWords } from '../../../base/clock.ts'
import { t } from '../../../messages/index.ts'
import { CodeSign } from '../../CodeSign.tsx'
import { codesOf } from '../../coding-actions.ts'
import { useDesk } from '../../desk-context.ts'
import { codedEvents } from '../events/event-actions.ts'
import { isOpen } from '../events/event-state.ts'
import { subjectLabel } from '../events/subjects.ts'
import { type ClockSource, toHundredths } from './clock-source.ts'
import type { CodeKeys } from './code-keys.ts'
import type { Recorder } from './recorder.ts'

type Props = { recorder: Recorder; clock: ClockSource; keys: CodeKeys }

/** Every behaviour with its key. A press codes it at the time of the clock; what goes on is marked. */
export function Ethogram(props: Props) {
  const { desk } = useDesk()
  const [isChanging, setChanging] = createSignal(false)
  const going = createMemo(() => codedEvents(desk).filter((one) => isOpen(desk.codebook, one)))
  return (
    <div class="ethogram">
      <Show when={going().length > 0}>
        <ul class="ethogram__going" aria-label={t().live.goingOn}>
          <For each={going()}>
            {(event) => {
              const label = codesOf(desk).find(({ id }) => id === event.code)?.label ?? event.code
              const who = subjectLabel(desk, event.subject)
              return (
                <li>
                  <CodeSign code={event.code} /> {t().live.goesOn(label, who, clockWords(event.onset))}
                  <Button
                    small
                    look="quiet"
                    aria-label={t().live.endNow(label, who)}
                    onClick={(click) => props.recorder.end(event, toHundredths(props.clock.timeAt(click.timeStamp)))}
                  >
                    {t().live.end}
                  </Button>
                </li>
              )
            }}
          </For>
        </ul>
      </Show>
      <Show when={!isChanging()} fallback={<KeyFields keys={props.keys} />}>
        {/* biome-ignore lint/a11y/useSemanticElements: a group of buttons that the arrows go through */}
        <div class="ethogram__codes" role="group" aria-label={t().live.behaviours} onKeyDown={arrows}>
          <For each={codesOf(desk)}>
            {(code, index) => (
              <button
                type="button"
                class="ethogram__code"
                data-stop=""
                tabindex={index() === 0 ? 0 : -1}
                aria-pressed={code.event === 'state' ? going().some((one) => one.code === code.id) : undefined}
                aria-keyshortcuts={props.keys.keyOf(code) || undefined}
                onClick={(event) => props.recorder.mark(code, toHundredths(props.clock.timeAt(event.timeStamp)))}
              >
                <kbd class="live-key">{props.keys.keyOf(code) || '–'}</kbd>
                <span class="ethogram__colour" data-code-colour={code.colour} aria-hidden="true" />
                {code.label}
                <span class="quiet">{code.event === 'state' ? t().live.state : t().live.point}</span>
              </button>
            )}
          </For>
        </div>
      </Show>
      <div class="button-row">
        <Button small look="quiet" aria-expanded={isChanging()} onClick={() => setChanging(!isChanging())}>
          {isChanging() ? t().live.keysDone : t().live.changeKeys}
        </Button>
        <Show when={props.keys.isOwn()}>
          <Button small look="quiet" onClick={() => props.keys.reset()}>
            {t().live.codebookKeys}
          </Button>
        </Show>
      </div>
    </div>
  )
}

/** The grid reads in rows: the arrows to the side go through it as those up and down do. */
function arrows(event: KeyboardEvent & { currentTarget: HTMLElement }): void {
  const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key]
  if (by === undefined) {
    arrowsInList(event)
    return
  }
  const stops = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-stop]')]
  const here = stops.findIndex((stop) => stop.contains(document.activeElement))
  stops[here + by]?.focus()
  event.preventDefault()
}

function KeyFields(props: { keys: CodeKeys }) {
  const { desk } = useDesk()
  const write = (code: Code, field: HTMLInputElement) => {
    props.keys.bind(code, field.value.slice(-1))
    field.value = props.keys.keyOf(code)
  }
  return (
    <fieldset class="ethogram__codes">
      <legend class="quiet">{t().live.changeHint}</legend>
      <For each={codesOf(desk)}>
        {(code) => (
          <label class="ethogram__code">
            <input
              class="input input--small ethogram__key"
              type="text"
              autocomplete="off"
              spellcheck={false}
              value={props.keys.keyOf(code)}
              onFocus={(event) => event.currentTarget.select()}
              onInput={(event) => write(code, event.currentTarget)}
            />
            {code.label}
          </label>
        )}
      </For>
    </fieldset>
  )
}
