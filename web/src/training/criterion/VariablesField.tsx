import type { Selector } from '@attune/criteria'
import { For, Show } from 'solid-js'
import { CheckField, Choices, SelectField } from '../../base/Field.tsx'
import { t } from '../../messages/index.ts'
import type { Kind } from './rule-edit.ts'
import { collapseOptions, type Subjects } from './subjects.ts'

type Props = {
  selector: Selector
  /** Kinds that the measure can be asked of. */
  kinds: readonly Kind[]
  isUnits: boolean
  subjects: Subjects
  onSelector: (selector: Selector) => void
}

/** Which variables a condition is about, by kind or by name; or which codes. None ticked: all. */
export function VariablesField(props: Props) {
  const words = () => t().training.predicate
  const kinds = () => props.subjects.kinds.filter((kind) => props.kinds.includes(kind))
  const fitting = () => props.subjects.variables.filter(({ kind }) => props.kinds.includes(kind))
  const by = () => ('kinds' in props.selector ? 'kinds' : 'ids')
  const toggled = <Item extends string>(all: readonly Item[], list: readonly Item[], id: Item, isOn: boolean) => [
    ...list.filter((one) => one !== id && all.includes(one)),
    ...(isOn ? [id] : []),
  ]
  return (
    <Show when={!props.isUnits} fallback={<CodesField {...props} />}>
      <div class="stack stack--tight">
        <Choices
          label={words().about}
          value={by()}
          options={[
            { value: 'kinds', label: words().byKind },
            { value: 'ids', label: words().byName },
          ]}
          onChoose={(which) => props.onSelector(which === 'kinds' ? { kinds: kinds() } : { ids: [] })}
        />
        <Show when={'kinds' in props.selector && props.selector}>
          {(selector) => (
            <Ticks
              label={words().kindsLabel}
              items={kinds().map((id) => ({ id, label: capital(t().criteria.kinds(id)) }))}
              chosen={selector().kinds}
              onTick={(id, isOn) => props.onSelector({ kinds: toggled(kinds(), selector().kinds, id, isOn) })}
            />
          )}
        </Show>
        <Show when={'ids' in props.selector && props.selector}>
          {(selector) => (
            <Ticks
              label={words().variablesLabel}
              items={fitting()}
              chosen={selector().ids}
              onTick={(id, isOn) =>
                props.onSelector({
                  ids: toggled(
                    fitting().map((one) => one.id),
                    selector().ids,
                    id,
                    isOn,
                  ),
                })
              }
            />
          )}
        </Show>
      </div>
    </Show>
  )
}

function CodesField(props: Props) {
  const chosen = () => ('codes' in props.selector ? props.selector.codes : [])
  return (
    <Ticks
      label={t().training.predicate.codesLabel}
      items={props.subjects.codes}
      chosen={chosen()}
      onTick={(id, isOn) =>
        props.onSelector({ codes: isOn ? [...chosen(), id] : chosen().filter((one) => one !== id) })
      }
    />
  )
}

function Ticks<Id extends string>(props: {
  label: string
  items: readonly { readonly id: Id; readonly label: string }[]
  chosen: readonly Id[]
  onTick: (id: Id, isOn: boolean) => void
}) {
  return (
    <fieldset class="ticks">
      <legend class="visually-hidden">{props.label}</legend>
      <For each={props.items}>
        {(item) => (
          <CheckField
            label={item.label}
            checked={props.chosen.includes(item.id)}
            onCheck={(isOn) => props.onTick(item.id, isOn)}
          />
        )}
      </For>
      <Show when={props.chosen.length === 0}>
        <p class="field__hint">{t().training.predicate.noneTicked}</p>
      </Show>
    </fieldset>
  )
}

/** As which classes classifications are compared. */
export function CollapseField(props: { collapse: string; subjects: Subjects; onCollapse: (collapse: string) => void }) {
  const options = () => {
    const known = collapseOptions(props.subjects.variables)
    const isKnown = known.some(({ value }) => value === props.collapse)
    return isKnown ? known : [...known, { value: props.collapse, label: props.collapse }]
  }
  return (
    <Show when={props.subjects.kinds.includes('classification')}>
      <SelectField
        label={t().training.predicate.collapse}
        value={props.collapse}
        options={options()}
        onChoose={(collapse) => props.onCollapse(collapse)}
      />
    </Show>
  )
}

const capital = (text: string) => text.charAt(0).toLocaleUpperCase(t().locale) + text.slice(1)
