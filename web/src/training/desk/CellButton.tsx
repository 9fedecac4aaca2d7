import type { CohortCell } from '@attune/contract'
import { Show } from 'solid-js'
import { t } from '../../messages/index.ts'
import { estimateWords } from '../figure-words.ts'
import { bareBounds, biasWords, trendShort, trendWords } from './cell-words.ts'
import { isBelow, type Line, lineWords } from './lines.ts'

/** One trainee on one variable: estimate, trend, interval, n, bias. Opens the cases behind it. */
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
  const words = () => t().desk.cohort
  const below = () => (props.line !== null && isBelow(figure(), props.line) ? lineWords(props.line) : null)
  return (
    <button
      type="button"
      class="cohort-cell"
      classList={{ 'cohort-cell--below': below() !== null }}
      data-cell={props.place}
      aria-pressed={props.isOpen}
      title={words().showCases}
      onClick={() => props.onOpen()}
    >
      <span class="visually-hidden">{words().cell(props.person, props.variable)}</span>{' '}
      <Show when={figure().estimate !== null} fallback={<Undetermined figure={figure()} />}>
        <span class="cohort-cell__lead">
          <span class="cohort-cell__estimate">
            {estimateWords(figure())}
            <Show when={below()}>{(line) => <Sign sign="▾" words={words().below(line())} />}</Show>
          </span>{' '}
          <Show when={trendShort(props.cell)}>
            {(short) => (
              <span class="cohort-cell__more">
                <Sign sign={short()} words={trendWords(props.cell)} />
              </span>
            )}
          </Show>
        </span>{' '}
        <span class="cohort-cell__more">
          {bareBounds(figure())} {words().n(figure().n)}
        </span>{' '}
        <Show when={biasWords(props.cell)}>{(bias) => <span class="cohort-cell__more">{bias()}</span>}</Show>
      </Show>
    </button>
  )
}

/** A sign for the eye, words for the ear. */
function Sign(props: { sign: string; words: string }) {
  return (
    <>
      <span class="cohort-cell__sign" aria-hidden="true">
        {props.sign}
      </span>{' '}
      <span class="visually-hidden">{props.words}</span>
    </>
  )
}

/** Why there is no number, where the number would be. */
function Undetermined(props: { figure: CohortCell['figure'] }) {
  const why = () => props.figure.undefined
  return (
    <>
      <span class="cohort-cell__more">
        <Show when={why()} fallback={estimateWords(props.figure)}>
          {(reason) => t().base.fromServer(reason().message)}
        </Show>
      </span>{' '}
      <span class="cohort-cell__more">{t().desk.cohort.n(props.figure.n)}</span>
    </>
  )
}
