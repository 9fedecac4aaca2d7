import { For, Show } from 'solid-js'
import { Button } from '../base/Button.tsx'
import { Keys } from '../base/Keys.tsx'
import { changeKeys } from '../base/key-change.ts'
import { prefer, preferences } from '../base/preferences.ts'
import { t } from '../messages/index.ts'

/** The keys that were changed in this browser, each with the way back. */
export function ChangedKeys() {
  const changed = () => Object.entries(preferences().keys)
  return (
    <div class="stack">
      <p class="quiet">{t().keys.change.how}</p>
      <Show when={changed().length > 0}>
        <ul class="plain-list" aria-label={t().keys.change.list}>
          <For each={changed()}>
            {([usual, keys]) => (
              <li>
                <Keys of={keys} /> {t().keys.change.insteadOf} <Keys of={usual} />{' '}
                <Button small look="quiet" onClick={() => changeKeys(usual, usual)}>
                  {t().keys.change.back}
                </Button>
              </li>
            )}
          </For>
        </ul>
        <div class="button-row">
          <Button small onClick={() => prefer({ keys: {} })}>
            {t().keys.change.backAll}
          </Button>
        </div>
      </Show>
    </div>
  )
}
