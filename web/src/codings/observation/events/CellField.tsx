import { createSignal, createUniqueId, Show } from 'solid-js'

/** A field in a cell of a table; the table's headings say what it is, `label` says it to a screen reader. */
export function CellField(props: {
  label: string
  value: string
  readonly?: boolean
  faultIn: (typed: string) => string
  onWrite: (typed: string) => void
}) {
  const id = createUniqueId()
  const [fault, setFault] = createSignal('')
  const write = (typed: string) => {
    const wrong = props.faultIn(typed)
    setFault(wrong)
    if (!wrong && typed !== props.value) props.onWrite(typed)
  }
  return (
    <>
      <input
        class="input input--small cell-field"
        type="text"
        inputmode="decimal"
        autocomplete="off"
        aria-label={props.label}
        readonly={props.readonly}
        value={props.value}
        aria-invalid={fault() ? 'true' : undefined}
        aria-describedby={fault() ? id : undefined}
        onChange={(event) => write(event.currentTarget.value)}
      />
      <Show when={fault()}>
        <p class="field__fault" id={id}>
          {fault()}
        </p>
      </Show>
    </>
  )
}
