import type { CohortCell } from '@attune/contract'
import { Show } from 'solid-js'
import { t } from '../../messages/index.ts'
import { estimateWords } from '../figure-words.ts'
import { bareBounds, biasWords, cellFigures, trendShort } from './cell-words.ts'
import { isBelow, type Line, lineWords } from './lines.ts'

/** One trainee on one variable: estimate, interval, n, bias, trend. Opens the cases behind it. */
export function CellButton(props: {
  cell: CohortCell
  person: string
  variable: string
  line: Line | null
  place: string
  isOpen: boolean
  onOpen: () => void
}) {
  const figure = () => props.cell.figure
  const below = () =>
    props.line !== null && isBelow(figure(), props.line) ? t().desk.cohort.below(lineWords(props.line)) : null
  const whole = () => ({
    person: props.person,
    variable: props.variable,
    figures: cellFigures(props.cell, below()),
  })
  return (
    <button
      type="button"
      class="cohort-cell"
      classList={{ 'cohort-cell--below': below() !== null }}
      data-cell={props.place}
      aria-label={t().desk.cohort.cell(whole())}
      aria-pressed={props.isOpen}
      onClick={() => props.onOpen()}
    >
      <span class="cohort-cell__estimate">
        {estimateWords(figure())}
        <Show when={below()}>
          <span class="cohort-cell__sign">▾</span>
        </Show>
      </span>
      <span class="cohort-cell__more">
        <Show when={figure().estimate !== null}>{bareBounds(figure())} </Show>
        {t().desk.cohort.n(figure().n)}
      </span>
      <Show when={biasWords(props.cell) || trendShort(props.cell)}>
        <span class="cohort-cell__more">
          {biasWords(props.cell)} {trendShort(props.cell)}
        </span>
      </Show>
    </button>
  )
}
