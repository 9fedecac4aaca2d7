import type { NoValue, RatingValue, Variable } from '@attune/codebooks'
import { createSignal, createUniqueId, Show } from 'solid-js'
import { clock, parseClock } from '../../base/clock.ts'
import { t } from '../../messages/index.ts'
import { RadioRow } from './RadioRow.tsx'

type Props<Kind extends Variable['kind']> = {
  label: string
  variable: Extract<Variable, { kind: Kind }>
  value: RatingValue | null
  disabled: boolean
  onValue: (value: RatingValue | null) => void
}

/** There or not there. */
export function PresencePicker(props: Props<'presence'>) {
  const options = () => [
    { value: true as boolean | NoValue, label: t().ratings.choosePresent, kind: 'word' },
    { value: false as boolean | NoValue, label: t().ratings.chooseAbsent, kind: 'word' },
    ...props.variable.noValue.map((reason) => ({
      value: reason as boolean | NoValue,
      label: t().ratings.noValues[reason],
      kind: 'none',
    })),
  ]
  const isChosen = (choice: boolean | NoValue) =>
    typeof choice === 'boolean'
      ? props.value?.kind === 'presence' && props.value.present === choice
      : props.value?.kind === 'none' && props.value.reason === choice
  return (
    <RadioRow
      label={props.label}
      options={options()}
      chosen={isChosen}
      disabled={props.disabled}
      onChoose={(choice) =>
        props.onValue(
          typeof choice === 'boolean' ? { kind: 'presence', present: choice } : { kind: 'none', reason: choice },
        )
      }
      onClear={() => props.onValue(null)}
    />
  )
}

/** A number that is written: a count, or a duration as "1:23.5". What is no number yet is not saved, and says so. */
export function WrittenPicker(props: Props<'count' | 'duration'>) {
  const id = createUniqueId()
  const [fault, setFault] = createSignal('')
  const shown = () => {
    const value = props.value
    return value?.kind === 'count' ? String(value.count) : value?.kind === 'duration' ? clock(value.seconds) : ''
  }
  const write = (typed: string) => {
    const read = typed.trim() === '' ? null : readNumber(props.variable, typed)
    setFault(typeof read === 'string' ? read : '')
    if (typeof read !== 'string' && (read || props.value?.kind !== 'none')) props.onValue(read)
  }
  return (
    <div class="written">
      <input
        class="input input--small written__input"
        type="text"
        inputmode="decimal"
        aria-label={props.label}
        aria-invalid={fault() ? 'true' : undefined}
        aria-describedby={fault() ? `${id}-fault` : undefined}
        placeholder={props.variable.kind === 'duration' ? t().ratings.clockHint : '0'}
        disabled={props.disabled}
        value={shown()}
        onChange={(event) => write(event.currentTarget.value)}
      />
      <Show when={props.variable.noValue.length > 0}>
        <RadioRow
          label={t().ratings.noValueOf(props.label)}
          options={props.variable.noValue.map((reason) => ({
            value: reason,
            label: t().ratings.noValues[reason],
            kind: 'none',
          }))}
          chosen={(reason) => props.value?.kind === 'none' && props.value.reason === reason}
          disabled={props.disabled}
          onChoose={(reason) => props.onValue({ kind: 'none', reason })}
          onClear={() => props.onValue(null)}
        />
      </Show>
      <Show when={fault()}>
        <p class="field__fault" id={`${id}-fault`}>
          {fault()}
        </p>
      </Show>
    </div>
  )
}

function readNumber(variable: Extract<Variable, { kind: 'count' | 'duration' }>, typed: string): RatingValue | string {
  if (variable.kind === 'duration') {
    const seconds = parseClock(typed)
    return seconds === null || seconds < 0 ? t().ratings.writeTime : { kind: 'duration', seconds }
  }
  const count = Number(typed)
  const highest = variable.max ?? 1_000_000
  const isCount = Number.isSafeInteger(count) && count >= 0 && count <= highest
  return isCount ? { kind: 'count', count } : t().ratings.writeCount(highest)
}
