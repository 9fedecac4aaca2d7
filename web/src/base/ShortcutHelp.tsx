import { For, Show } from 'solid-js'
import { t } from '../messages/index.ts'
import { isHelpOpen, setHelpOpen } from './commands.ts'
import { Dialog } from './Dialog.tsx'
import { CheckField } from './Field.tsx'
import { KeyChange } from './KeyChange.tsx'
import { Keys } from './Keys.tsx'
import { prefer, preferences } from './preferences.ts'
import { shortcutGroups } from './shortcuts.ts'
import './shortcut-help.css'

/** The keys of the screen that is shown. Opened by `?` or from the side bar. */
export function ShortcutHelp() {
  const groups = () => shortcutGroups().filter((group) => group.shortcuts.length > 0)
  return (
    <Dialog open={isHelpOpen()} onClose={() => setHelpOpen(false)} title={t().keys.title} wide>
      {/* Longer than the dialog: it scrolls, also from the keyboard. */}
      <section class="shortcut-help" aria-label={t().keys.list} tabindex="0">
        <For each={groups()}>
          {(group) => (
            <section>
              <h3>{group.title}</h3>
              <dl>
                <For each={group.shortcuts}>
                  {(shortcut) => (
                    <div>
                      <dt>
                        <Keys of={shortcut.keys} />
                      </dt>
                      <dd>
                        {shortcut.label} <KeyChange shortcut={shortcut} />
                      </dd>
                    </div>
                  )}
                </For>
              </dl>
            </section>
          )}
        </For>
      </section>
      <CheckField
        label={t().keys.single}
        hint={t().keys.singleHint}
        checked={preferences().singleKeys}
        onCheck={(singleKeys) => prefer({ singleKeys })}
      />
      <Show when={!preferences().singleKeys}>
        <p class="quiet">{t().keys.singleOff}</p>
      </Show>
    </Dialog>
  )
}
