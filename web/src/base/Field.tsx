import { createUniqueId, For, Index, type JSX, Show, splitProps } from 'solid-js'
import { Icon } from './Icon.tsx'

type Common = { label: string; hint?: JSX.Element | undefined; fault?: string | undefined }

/** A label above, what belongs in it, and what is wrong with it; all three tied to the control. */
function Frame(props: Common & { id: string; children: JSX.Element }) {
  return (
    <div class="field">
      <label class="field__label" for={props.id}>
        {props.label}
      </label>
      <Show when={props.hint}>
        <span class="field__hint" id={`${props.id}-hint`}>
          {props.hint}
        </span>
      </Show>
      {props.children}
      <FieldFault id={`${props.id}-fault`} fault={props.fault} />
    </div>
  )
}

export function FieldFault(props: { id: string; fault?: string | undefined }) {
  return (
    <Show when={props.fault}>
      <span class="field__fault" id={props.id}>
        <Icon name="warning" />
        {props.fault}
      </span>
    </Show>
  )
}

function describedBy(id: string, props: Common): string | undefined {
  return [props.hint ? `${id}-hint` : '', props.fault ? `${id}-fault` : ''].filter(Boolean).join(' ') || undefined
}

type TextFieldProps = Common &
  Omit<JSX.InputHTMLAttributes<HTMLInputElement>, 'onInput' | 'class' | 'style'> & {
    value: string
    onText: (value: string) => void
  }

/** One line of text: also passwords, numbers, search. */
export function TextField(props: TextFieldProps) {
  const id = createUniqueId()
  const [own, rest] = splitProps(props, ['label', 'hint', 'fault', 'onText'])
  return (
    <Frame id={id} label={own.label} hint={own.hint} fault={own.fault}>
      <input
        type="text"
        {...rest}
        id={id}
        class="input"
        aria-describedby={describedBy(id, own)}
        aria-invalid={own.fault ? 'true' : undefined}
        onInput={(event) => own.onText(event.currentTarget.value)}
      />
    </Frame>
  )
}

type TextAreaProps = Common &
  Omit<JSX.TextareaHTMLAttributes<HTMLTextAreaElement>, 'onInput' | 'class' | 'style'> & {
    value: string
    onText: (value: string) => void
  }

/** Several lines of text. */
export function TextArea(props: TextAreaProps) {
  const id = createUniqueId()
  const [own, rest] = splitProps(props, ['label', 'hint', 'fault', 'onText'])
  return (
    <Frame id={id} label={own.label} hint={own.hint} fault={own.fault}>
      <textarea
        {...rest}
        id={id}
        class="input"
        aria-describedby={describedBy(id, own)}
        aria-invalid={own.fault ? 'true' : undefined}
        onInput={(event) => own.onText(event.currentTarget.value)}
      />
    </Frame>
  )
}

export type Option<Value extends string> = { readonly value: Value; readonly label: string }

/** One of several, as a list that opens. */
export function SelectField<Value extends string>(
  props: Common & {
    value: Value
    options: readonly Option<Value>[]
    onChoose: (value: Value) => void
    disabled?: boolean | undefined
  },
) {
  const id = createUniqueId()
  const choose = (text: string) => {
    const found = props.options.find((option) => option.value === text)
    if (found) props.onChoose(found.value)
  }
  return (
    <Frame id={id} label={props.label} hint={props.hint} fault={props.fault}>
      <select
        id={id}
        class="input"
        disabled={props.disabled}
        aria-describedby={describedBy(id, props)}
        aria-invalid={props.fault ? 'true' : undefined}
        onChange={(event) => choose(event.currentTarget.value)}
      >
        <For each={props.options}>
          {(option) => (
            <option value={option.value} selected={option.value === props.value}>
              {option.label}
            </option>
          )}
        </For>
      </select>
    </Frame>
  )
}

/** Yes or no. */
export function CheckField(props: {
  label: JSX.Element
  hint?: string
  checked: boolean
  disabled?: boolean
  onCheck: (checked: boolean) => void
}) {
  const id = createUniqueId()
  return (
    <div class="check">
      <input
        id={id}
        type="checkbox"
        checked={props.checked}
        disabled={props.disabled}
        aria-describedby={props.hint ? `${id}-hint` : undefined}
        onChange={(event) => props.onCheck(event.currentTarget.checked)}
      />
      <label for={id}>{props.label}</label>
      <Show when={props.hint}>
        <span class="field__hint" id={`${id}-hint`}>
          {props.hint}
        </span>
      </Show>
    </div>
  )
}

/** One of a few, all in view. */
export function Choices<Value extends string>(props: {
  label: string
  value: Value
  options: readonly Option<Value>[]
  onChoose: (value: Value) => void
  hideLabel?: boolean
}) {
  const group = createUniqueId()
  return (
    <fieldset class="field">
      <legend classList={{ field__label: true, 'visually-hidden': props.hideLabel === true }}>{props.label}</legend>
      {/* By place: a label that changes with the language leaves the control and its focus alone. */}
      <div class="choices">
        <Index each={props.options}>
          {(option) => (
            <label>
              <input
                type="radio"
                name={group}
                checked={props.value === option().value}
                onChange={() => props.onChoose(option().value)}
              />
              {option().label}
            </label>
          )}
        </Index>
      </div>
    </fieldset>
  )
}
