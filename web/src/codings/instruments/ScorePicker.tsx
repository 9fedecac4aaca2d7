import { type NoValue, type RatingValue, type ScaleVariable, scalePoints } from '@attune/codebooks'
import { createMemo } from 'solid-js'
import { formatScore } from '../../base/numbers.ts'
import { t } from '../../messages/index.ts'
import { TYPING_MILLISECONDS, typeScore } from '../typed-score.ts'
import { RadioRow } from './RadioRow.tsx'

type Choice = number | NoValue

/** One scale as a row of points: half points sit between and below the whole ones, "cannot rate" and its like stand apart. */
export function ScorePicker(props: {
  label: string
  variable: ScaleVariable
  value: RatingValue | null
  disabled: boolean
  onValue: (value: RatingValue | null) => void
}) {
  const points = createMemo(() => scalePoints(props.variable))
  const options = createMemo(() => [
    ...points().map((point) => ({
      value: point as Choice,
      label: formatScore(point),
      kind: Number.isInteger(point) ? 'whole' : 'between',
      title: anchorOf(props.variable, point),
    })),
    ...props.variable.noValue.map((reason) => ({
      value: reason as Choice,
      label: t().ratings.noValues[reason],
      kind: 'none',
    })),
  ])
  const isChosen = (choice: Choice) =>
    typeof choice === 'number'
      ? props.value?.kind === 'score' && props.value.score === choice
      : props.value?.kind === 'none' && props.value.reason === choice
  const choose = (choice: Choice) =>
    props.onValue(typeof choice === 'number' ? { kind: 'score', score: choice } : { kind: 'none', reason: choice })

  let typed = ''
  let until = 0
  const typeKey = (event: KeyboardEvent) => {
    const next = typeScore(points(), event.timeStamp < until ? typed : '', event.key)
    typed = next.typed
    until = event.timeStamp + TYPING_MILLISECONDS
    if (next.point === null && next.typed === '') return false
    if (next.point !== null) {
      choose(next.point)
      const place = points().indexOf(next.point)
      const row = event.currentTarget instanceof HTMLElement ? event.currentTarget : null
      row?.querySelectorAll('input')[place]?.focus()
    }
    return true
  }
  const layout = () => {
    const isHalves = points().some((point) => !Number.isInteger(point)) && props.variable.step === 0.5
    return isHalves ? 'score-row score-row--halves' : 'score-row'
  }
  return (
    <RadioRow
      label={props.label}
      class={layout()}
      options={options()}
      chosen={isChosen}
      disabled={props.disabled}
      onChoose={choose}
      onClear={() => props.onValue(null)}
      extraKey={typeKey}
    />
  )
}

const anchorOf = (variable: ScaleVariable, point: number): string | undefined =>
  variable.anchors?.find((anchor) => anchor.point === point)?.label
