import { For, Show } from 'solid-js'
import { Button } from '../base/Button.tsx'
import { CheckField } from '../base/Field.tsx'
import { t } from '../messages/index.ts'
import { ticked } from './form.ts'

type Props = {
  label: string
  /** Where a heading says it already. */
  hideLabel?: boolean
  hint: string
  options: readonly { readonly id: string; readonly label: string }[]
  chosen: readonly string[]
  onChoose: (chosen: readonly string[]) => void
  /** Offers to tick all at once. */
  hasAll?: boolean
  none: string
  fault?: string | undefined
}

/** Several of a list, each with its box. */
export function TickList(props: Props) {
  return (
    <fieldset class="field">
      <legend classList={{ field__label: true, 'visually-hidden': props.hideLabel === true }}>{props.label}</legend>
      <span class="field__hint">{props.hint}</span>
      <Show when={props.options.length > 0} fallback={<p class="quiet">{props.none}</p>}>
        <Show when={props.hasAll && props.chosen.length < props.options.length}>
          <div class="button-row">
            <Button small look="quiet" onClick={() => props.onChoose(props.options.map(({ id }) => id))}>
              {t().drift.builder.allCases}
            </Button>
          </div>
        </Show>
        <div class="plan-form__list">
          <For each={props.options}>
            {(option) => (
              <CheckField
                label={option.label}
                checked={props.chosen.includes(option.id)}
                onCheck={(isOn) => props.onChoose(ticked(props.chosen, option.id, isOn))}
              />
            )}
          </For>
        </div>
      </Show>
      <Show when={props.fault}>
        <span class="field__fault">{props.fault}</span>
      </Show>
    </fieldset>
  )
}
