import { createUniqueId, For, type JSX } from 'solid-js'

export type RadioOption<Value> = { value: Value; label: string; title?: string | undefined; kind?: string }

/**
 * One choice out of a row: native radio buttons, so arrow keys move and choose. Delete takes the choice back.
 *
 * @param extraKey more keys, such as digits; true if the key was used.
 */
export function RadioRow<Value>(props: {
  label: string
  options: readonly RadioOption<Value>[]
  chosen: (value: Value) => boolean
  disabled: boolean
  class?: string
  describedBy?: string | undefined
  onChoose: (value: Value) => void
  onClear: () => void
  extraKey?: (event: KeyboardEvent) => boolean
  children?: JSX.Element
}) {
  const group = createUniqueId()
  const press = (event: KeyboardEvent) => {
    if (props.disabled || event.ctrlKey || event.metaKey || event.altKey) return
    const isClear = event.key === 'Delete' || event.key === 'Backspace'
    if (isClear) props.onClear()
    if (isClear || props.extraKey?.(event)) {
      event.preventDefault()
      event.stopPropagation()
    }
  }
  return (
    <fieldset
      class={`radio-row ${props.class ?? ''}`}
      disabled={props.disabled}
      aria-describedby={props.describedBy}
      on:keydown={press}
    >
      <legend class="visually-hidden">{props.label}</legend>
      <For each={props.options}>
        {(option, index) => (
          <label
            classList={{ radio: true, [`radio--${option.kind}`]: option.kind !== undefined }}
            style={{ '--index': index() }}
            title={option.title}
          >
            <input
              type="radio"
              name={group}
              checked={props.chosen(option.value)}
              onChange={() => props.onChoose(option.value)}
            />
            <span>{option.label}</span>
          </label>
        )}
      </For>
      {props.children}
    </fieldset>
  )
}
