import type { Codebook } from '@attune/codebooks'
import { For, Show } from 'solid-js'
import { CodeChip } from '../base/CodeChip.tsx'
import { Panel } from '../base/states.tsx'
import { t } from '../messages/index.ts'

/** The codes by group, each with its key and what is said more closely of an event. */
export function CodebookCodes(props: { codebook: Codebook }) {
  const groups = () => [...new Set(props.codebook.codes.map((code) => code.group ?? ''))]
  return (
    <Show when={props.codebook.codes.length > 0}>
      <Panel title={t().codebooks.codes} intro={t().codebooks.codesFor(props.codebook.codes.length)}>
        <div class="stack">
          <For each={groups()}>
            {(group) => (
              <section>
                <Show when={group}>
                  <h3>{group}</h3>
                </Show>
                <ul class="plain-list codebook__codes">
                  <For each={props.codebook.codes.filter((code) => (code.group ?? '') === group)}>
                    {(code) => (
                      <li>
                        <CodeChip colour={code.colour} />
                        <span>{code.label}</span>
                        <Show when={code.key}>{(key) => <kbd>{key()}</kbd>}</Show>
                        <Show when={code.unit === 'event'}>
                          <span class="quiet">
                            {code.event === 'state' ? t().codebooks.interval : t().codebooks.point}
                          </span>
                        </Show>
                        <Show when={code.exclusive}>
                          {(word) => <span class="quiet">{t().codebooks.exclusive(word())}</span>}
                        </Show>
                        <For each={code.modifiers ?? []}>
                          {(modifier) => (
                            <span class="codebook__modifier quiet">
                              {t().codebooks.modifier(
                                modifier.label,
                                modifier.values.map(({ label }) => label).join(', '),
                                modifier.choose === 'many',
                              )}
                            </span>
                          )}
                        </For>
                      </li>
                    )}
                  </For>
                </ul>
              </section>
            )}
          </For>
        </div>
      </Panel>
    </Show>
  )
}
