import { scalePoints } from '@attune/codebooks'
import { formatScore } from '../../base/numbers.ts'
import { RadioRow } from '../instruments/RadioRow.tsx'

/** The value that some codes carry, such as an intensity. */
export function CodeValue(props: {
  label: string
  range: { min: number; max: number; step: number }
  value: number | null
  disabled: boolean
  onValue: (value: number | null) => void
}) {
  return (
    <RadioRow
      label={props.label}
      options={scalePoints(props.range).map((point) => ({ value: point, label: formatScore(point), kind: 'whole' }))}
      chosen={(point) => props.value === point}
      disabled={props.disabled}
      onChoose={props.onValue}
      onClear={() => props.onValue(null)}
    />
  )
}
