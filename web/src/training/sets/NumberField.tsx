import { createSignal, type JSX } from 'solid-js'
import { TextField } from '../../base/Field.tsx'
import { t } from '../../messages/index.ts'

/** `.7`, `0,7` and `0.7` are the same number to a person. */
function numberOf(text: string, optional: boolean): number | null {
  const clean = text.trim().replace(',', '.').replace('−', '-')
  if (clean === '') return optional ? null : Number.NaN
  return Number(clean)
}

/** A number as it is typed. What is no number, or too small or large, is said at the field and handed on as it is. */
export function NumberField(props: {
  label: string
  hint?: JSX.Element
  value: number | null
  onNumber: (value: number | null) => void
  /** May stay empty: null. */
  optional?: boolean
  whole?: boolean
  min: number
  max: number
  /** Shown times this: 100 for a share in per cent. */
  times?: number
  disabled?: boolean
  fault?: string | undefined
}) {
  const times = () => props.times ?? 1
  const [typed, setTyped] = createSignal('')
  const inUnits = (value: number | null) => (value === null ? null : Number((value / times()).toPrecision(12)))
  const shown = () => {
    const own = inUnits(numberOf(typed(), props.optional === true))
    if (typed() !== '' && Object.is(own, props.value)) return typed()
    if (props.value === null || Number.isNaN(props.value)) return Number.isNaN(props.value) ? typed() : ''
    return String(Number((props.value * times()).toPrecision(12)))
  }
  const fault = () => {
    if (props.value === null) return props.fault
    const value = props.value * times()
    if (Number.isNaN(value) || (props.whole && !Number.isInteger(value)))
      return props.whole ? t().training.number.whole : t().training.number.any
    return value < props.min || value > props.max ? t().training.number.between(props.min, props.max) : props.fault
  }
  return (
    <TextField
      label={props.label}
      hint={props.hint}
      inputmode={props.whole ? 'numeric' : 'decimal'}
      autocomplete="off"
      disabled={props.disabled}
      value={shown()}
      onText={(text) => {
        setTyped(text)
        props.onNumber(inUnits(numberOf(text, props.optional === true)))
      }}
      fault={fault()}
    />
  )
}
