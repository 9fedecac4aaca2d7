import { For, Show } from 'solid-js'
import { t } from '../messages/index.ts'
import { keyCaps } from './shortcuts.ts'

/** Keys as they are printed on a keyboard. */
export function Keys(props: { of: string }) {
  return (
    <span class="keys">
      <For each={keyCaps(props.of)}>
        {(chord, at) => (
          <>
            <Show when={at() > 0}>
              <span class="quiet">{t().keys.andThen}</span>
            </Show>
            <For each={chord}>{(key) => <kbd>{key}</kbd>}</For>
          </>
        )}
      </For>
    </span>
  )
}
