import { type CoderMatrix as Laid, layCoderMatrix, type MatrixCell } from '@attune/charts'
import { type Rater, type Reply, readCoderMatrix } from '@attune/contract'
import { createMemo, createSignal, createUniqueId, For, Show } from 'solid-js'
import { call } from '../base/call.ts'
import { SelectField } from '../base/Field.tsx'
import { createLoad } from '../base/load.ts'
import { formatCoefficient } from '../base/numbers.ts'
import { Loaded, TableFrame } from '../base/states.tsx'
import { Chart } from '../charts/Chart.tsx'
import type { ChartData } from '../charts/chart-data.ts'
import { t } from '../messages/index.ts'
import type { SlotQuery } from './slot.ts'
import { tableSvg } from './table-svg.ts'

type Answer = Reply<typeof readCoderMatrix>
type Pair = Answer['pairs'][number]
type Props = {
  study: string
  slot: SlotQuery
  coders: readonly string[]
  onPair: (raters: readonly [Rater, Rater]) => void
}

const minima = ['3', '5', '10', '20', '30'] as const

/** Everybody with everybody on one variable; a cell shows its pair closely. */
export function CoderMatrix(props: Props) {
  const load = createLoad(
    () => ({ ...props.slot, coders: props.coders.join(',') }),
    (asked, signal) => call(readCoderMatrix, { study: props.study }, { query: asked, signal }),
  )
  return (
    <Loaded of={load}>
      {(answer) => (
        <Show when={answer().raters.length > 2}>
          <Matrix answer={answer()} onPair={props.onPair} />
        </Show>
      )}
    </Loaded>
  )
}

function Matrix(props: { answer: Answer; onPair: Props['onPair'] }) {
  const titleId = createUniqueId()
  const [minimum, setMinimum] = createSignal<(typeof minima)[number]>('5')
  const laid = createMemo(() => layCoderMatrix(props.answer.raters.length, props.answer.pairs, Number(minimum())))
  const title = () => titleOf(props.answer, laid())
  let table: HTMLTableElement | undefined
  return (
    <Chart
      title={<span id={titleId}>{title()}</span>}
      name="coders"
      data={dataOf(props.answer)}
      svg={() => table && tableSvg(table, title())}
    >
      <div class="coders__bar">
        <p class="quiet">
          {t().reliability.matrix.hint} {t().reliability.matrix.pale(Number(minimum()))}
        </p>
        <SelectField
          label={t().reliability.matrix.minimum}
          value={minimum()}
          options={minima.map((value) => ({ value, label: `n = ${value}` }))}
          onChoose={setMinimum}
        />
      </div>
      <TableFrame label={title()}>
        <table ref={table} class="matrix coders" aria-labelledby={titleId}>
          <thead>
            <tr>
              <td />
              <For each={props.answer.raters}>{(rater) => <th scope="col">{rater.name}</th>}</For>
            </tr>
          </thead>
          <tbody>
            <For each={laid().rows}>
              {(row, index) => (
                <tr>
                  <th scope="row">{props.answer.raters[index()]?.name}</th>
                  <For each={row}>{(cell) => <Cell cell={cell} answer={props.answer} onPair={props.onPair} />}</For>
                </tr>
              )}
            </For>
          </tbody>
        </table>
      </TableFrame>
    </Chart>
  )
}

const nameOf = ({ raters }: Answer, { first, second }: Pair) =>
  t().reliability.matrix.pair(raters[first]?.name ?? '', raters[second]?.name ?? '')

function boundsOf({ interval }: Pair): string {
  if (interval === null) return ''
  const bound = (value: number | null, open: string) => (value === null ? open : formatCoefficient(Math.min(1, value)))
  return `[${bound(interval.lower, '−∞')}, ${bound(interval.upper, '∞')}]`
}

function Cell(props: { cell: MatrixCell<Pair>; answer: Answer; onPair: Props['onPair'] }) {
  const pair = () => (props.cell.kind === 'value' || props.cell.kind === 'undefined' ? props.cell.pair : null)
  const step = () => (props.cell.kind === 'value' && !props.cell.isFew ? props.cell.step : 0)
  const choose = ({ first, second }: Pair) => {
    const [one, other] = [props.answer.raters[first], props.answer.raters[second]]
    if (one && other) props.onPair([one, other])
  }
  return (
    <td data-step={step()}>
      <Show when={pair()} fallback={<span class="matrix__none">–</span>}>
        {(shown) => (
          <button
            type="button"
            class="matrix__cell"
            title={t().base.fromServer(shown().undefined?.message ?? '') || undefined}
            aria-label={`${nameOf(props.answer, shown())}, ${textOf(shown())} ${boundsOf(shown())}, n = ${shown().n}`}
            onClick={() => choose(shown())}
          >
            {textOf(shown())}
            <small>{boundsOf(shown())}</small>
            <small>n = {shown().n}</small>
          </button>
        )}
      </Show>
    </td>
  )
}

const textOf = ({ estimate }: Pair) =>
  estimate === null ? t().reliability.matrix.undefined : formatCoefficient(estimate)

function titleOf(answer: Answer, { lowest, highest, undefinedPairs }: Laid<Pair>): string {
  const words = t().reliability.matrix
  if (lowest === null || highest === null) return words.nothing
  const part = {
    measure: t().base.fromServer(answer.measureLabel),
    low: textOf(lowest),
    lowPair: nameOf(answer, lowest),
    high: textOf(highest),
    highPair: nameOf(answer, highest),
  }
  return `${words.title(part)}${undefinedPairs === 0 ? '' : words.undefinedPairs(undefinedPairs)}.`
}

function dataOf(answer: Answer): ChartData {
  const { first, second, estimate, lower, upper, n } = t().reliability.matrix.columns
  const number = (value: number | null | undefined) => ({
    shown: value == null ? '' : formatCoefficient(value),
    value: value ?? null,
  })
  return {
    label: t().reliability.matrix.label,
    columns: [first, second, estimate, lower, upper, n],
    rows: answer.pairs.map((pair) => [
      answer.raters[pair.first]?.name ?? '',
      answer.raters[pair.second]?.name ?? '',
      pair.estimate === null ? t().base.fromServer(pair.undefined?.message ?? '') : number(pair.estimate),
      number(pair.interval?.lower),
      number(pair.interval?.upper),
      { shown: String(pair.n), value: pair.n },
    ]),
  }
}
