import { For, Show } from 'solid-js'
import { Button } from '../../../base/Button.tsx'
import { t } from '../../../messages/index.ts'
import type { Recorder } from './recorder.ts'

/** What the codebook wants to know of the last event. It stops nothing: the next behaviour can be coded at any time. */
export function Question(props: { recorder: Recorder }) {
  return (
    <Show when={props.recorder.question()}>
      {(now) => (
        <fieldset class="live-question">
          <legend>{t().live.ask(now().code.label, now().modifier.label)}</legend>
          <For each={now().modifier.values}>
            {(value, index) => (
              <Button
                small
                aria-pressed={now().event.modifiers[now().modifier.id]?.includes(value.id) ?? false}
                onClick={() => props.recorder.answer(value.id)}
              >
                <Show when={index() < 9}>
                  <kbd class="live-key">{index() + 1}</kbd>
                </Show>
                {value.label}
              </Button>
            )}
          </For>
          <Button small look="quiet" onClick={() => props.recorder.askNext()}>
            {now().modifier.choose === 'many' ? t().live.goOn : t().live.skip}
          </Button>
        </fieldset>
      )}
    </Show>
  )
}
