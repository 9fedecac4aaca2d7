import { createSignal, createUniqueId, Show } from 'solid-js'
import { t } from '../../messages/index.ts'

/** A time as "1:23.5". What cannot be read stays in the field and says why; only what can is written. */
export function TimeField(props: {
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
    <div class="field time-field">
      <label class="raised__title" for={id}>
        {props.label}
      </label>
      <input
        id={id}
        class="input input--small"
        type="text"
        inputmode="decimal"
        placeholder={t().ratings.clockHint}
        readonly={props.readonly}
        value={props.value}
        aria-invalid={fault() ? 'true' : undefined}
        aria-describedby={fault() ? `${id}-fault` : undefined}
        onChange={(event) => write(event.currentTarget.value)}
      />
      <Show when={fault()}>
        <p class="field__fault" id={`${id}-fault`}>
          {fault()}
        </p>
      </Show>
    </div>
  )
}
