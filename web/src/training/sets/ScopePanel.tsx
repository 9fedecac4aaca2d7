import type { Code, Codebook, Variable } from '@attune/codebooks'
import { createMemo, For, Show } from 'solid-js'
import { CheckField, Choices } from '../../base/Field.tsx'
import { Notice, Panel } from '../../base/states.tsx'
import { t } from '../../messages/index.ts'
import type { SetFaults } from './faults.ts'
import type { ChangeForm, SetForm } from './form.ts'
import { NumberField } from './NumberField.tsx'

type Props = { form: SetForm; onChange: ChangeForm; codebook: Codebook; faults: SetFaults }
type Item = { readonly id: string; readonly label: string; readonly note?: string }
type ItemGroup = { readonly title: string; readonly items: readonly Item[] }

/** What is coded and scored: variables by section, and codes on passages or events. */
export function ScopePanel(props: Props) {
  const words = () => t().training.scope
  const scope = () => props.form.scope
  const change = (part: Partial<SetForm['scope']>) => props.onChange({ scope: { ...scope(), ...part } })
  const units = (unit: Code['unit']) => props.codebook.codes.some((code) => code.unit === unit)
  const faults = () => [...new Set(props.faults.under('scope'))]
  return (
    <Panel title={words().title} intro={words().intro}>
      <div class="form">
        <Show when={faults().length > 0}>
          <Notice kind="bad" title={faults().join(' ')} />
        </Show>
        <Picked
          label={words().variables}
          all={words().allVariables(props.codebook.variables.length)}
          some={words().someVariables}
          groups={variableGroups(props.codebook)}
          none={scope().units === 'none' ? undefined : words().noVariables}
          chosen={scope().variables}
          onChoose={(variables) => change({ variables })}
        />
        <Show when={props.codebook.codes.length > 0}>
          <Choices
            label={words().units}
            value={scope().units}
            options={[
              { value: 'none', label: words().unitNames.none },
              { value: 'free', label: words().unitNames.free },
              { value: 'given', label: words().unitNames.given },
            ]}
            // Without codes there must be something to rate.
            onChoose={(chosen) =>
              change({ units: chosen, ...(chosen === 'none' ? { variables: scope().variables ?? [] } : {}) })
            }
          />
          <p class="field__hint">{words().unitsMean[scope().units]}</p>
          <Show when={scope().units !== 'none'}>
            <Picked
              label={words().codes}
              all={words().allCodes(props.codebook.codes.length)}
              some={words().someCodes}
              groups={codeGroups(props.codebook)}
              chosen={scope().codes}
              onChoose={(codes) => change({ codes: codes ?? [] })}
            />
            <div class="form__pair scope__match">
              <Show when={units('segment')}>
                <NumberField
                  label={words().overlap}
                  hint={words().overlapHint}
                  min={10}
                  max={100}
                  times={100}
                  value={scope().overlap}
                  onNumber={(overlap) => change({ overlap: overlap ?? Number.NaN })}
                />
              </Show>
              <Show when={units('event')}>
                <NumberField
                  label={words().seconds}
                  hint={words().secondsHint}
                  min={0}
                  max={60}
                  value={scope().tolerance}
                  onNumber={(tolerance) => change({ tolerance: tolerance ?? Number.NaN })}
                />
              </Show>
            </div>
          </Show>
        </Show>
      </div>
    </Panel>
  )
}

/** All of a list, which is also meant when the list grows, or those that are ticked; at least one. */
function Picked(props: {
  label: string
  all: string
  some: string
  /** Offered where none of them may be chosen. */
  none?: string | undefined
  groups: readonly ItemGroup[]
  /** Empty: all; null: none. */
  chosen: readonly string[] | null
  onChoose: (chosen: string[] | null) => void
}) {
  const ids = createMemo(() => props.groups.flatMap(({ items }) => items.map(({ id }) => id)))
  const which = () => (props.chosen === null ? 'none' : props.chosen.length === 0 ? 'all' : 'some')
  const isChosen = (id: string) => props.chosen?.includes(id) === true
  const toggle = (id: string, isOn: boolean) =>
    props.onChoose(ids().filter((one) => (one === id ? isOn : isChosen(one))))
  return (
    <div class="stack stack--tight">
      <Choices
        label={props.label}
        value={which()}
        options={[
          { value: 'all', label: props.all },
          { value: 'some', label: props.some },
          ...(props.none === undefined ? [] : [{ value: 'none' as const, label: props.none }]),
        ]}
        onChoose={(asked) => props.onChoose(asked === 'none' ? null : asked === 'all' ? [] : ids())}
      />
      <Show when={which() === 'some'}>
        <div class="picked">
          <For each={props.groups}>
            {(group) => (
              <fieldset>
                <legend>{group.title}</legend>
                <For each={group.items}>
                  {(item) => (
                    <CheckField
                      label={
                        <>
                          {item.label} <span class="quiet">{item.note}</span>
                        </>
                      }
                      checked={isChosen(item.id)}
                      disabled={props.chosen?.length === 1 && isChosen(item.id)}
                      onCheck={(isOn) => toggle(item.id, isOn)}
                    />
                  )}
                </For>
              </fieldset>
            )}
          </For>
        </div>
      </Show>
    </div>
  )
}

function variableGroups({ sections, variables }: Codebook): ItemGroup[] {
  const item = ({ id, label, kind }: Variable): Item => ({ id, label, note: t().training.kinds[kind] })
  return sections
    .map(({ id, label }) => ({ title: label, items: variables.filter(({ section }) => section === id).map(item) }))
    .filter(({ items }) => items.length > 0)
}

function codeGroups({ codes }: Codebook): ItemGroup[] {
  const titles = [...new Set(codes.map(({ group }) => group ?? ''))]
  return titles.map((title) => ({
    title: title || t().training.scope.codes,
    items: codes.filter(({ group }) => (group ?? '') === title).map(({ id, label }) => ({ id, label })),
  }))
}
