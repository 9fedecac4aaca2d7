import { layHeatMap } from '@attune/charts'
import { exportConfusion, type Rater, type Reply, readConfusion } from '@attune/contract'
import { A } from '@solidjs/router'
import { createEffect, createMemo, createSignal, createUniqueId, For, on, Show } from 'solid-js'
import { Button } from '../base/Button.tsx'
import { addressOf, call } from '../base/call.ts'
import { CheckField } from '../base/Field.tsx'
import { createLoad } from '../base/load.ts'
import { formatPercent } from '../base/numbers.ts'
import { Loaded, TableFrame } from '../base/states.tsx'
import { saveText } from '../charts/chart-file.ts'
import { t } from '../messages/index.ts'
import { usedOutcomes } from './outcomes.ts'
import { masterFirst, type SlotQuery } from './slot.ts'
import { tableSvg } from './table-svg.ts'

type Confusion = Reply<typeof readConfusion>
type Props = { study: string; slot: SlotQuery; raters: readonly Rater[] }

/** Two raters crossed on one variable; a cell opens the cases behind it. */
export function ConfusionPanel(props: Props) {
  const query = () => {
    const [first, second] = masterFirst(props.raters)
    return { ...props.slot, first, second }
  }
  const load = createLoad(query, (asked, signal) =>
    call(readConfusion, { study: props.study }, { query: asked, signal }),
  )
  return (
    <Loaded of={load}>
      {(confusion) => (
        <Matrix
          study={props.study}
          confusion={confusion()}
          file={addressOf(exportConfusion, { study: props.study }, query())}
        />
      )}
    </Loaded>
  )
}

function titleOf({ first, second, outcomes, counts, n }: Confusion): string {
  const words = t().reliability.confusion
  if (n === 0) return words.nothing(first.name, second.name)
  const { same, worst } = layHeatMap(counts)
  const begin = words.title({ same, n, percent: formatPercent(same / n) })
  if (worst === null) return `${begin}.`
  const label = (index: number) => outcomes[index]?.label ?? ''
  const part = { row: label(worst.row), column: label(worst.column), count: worst.count }
  return `${begin}${words.worst({ first: first.name, second: second.name, ...part })}.`
}

function Matrix(props: { study: string; confusion: Confusion; file: string }) {
  const axes = createUniqueId()
  const [all, setAll] = createSignal(false)
  const [chosen, setChosen] = createSignal<string>()
  createEffect(
    on(
      () => props.confusion,
      () => setChosen(undefined),
      { defer: true },
    ),
  )
  const used = createMemo(() => usedOutcomes(props.confusion))
  const shown = createMemo(() => (all() ? props.confusion.outcomes.map((_, index) => index) : used()))
  const map = createMemo(() => layHeatMap(props.confusion.counts))
  const label = (index: number) => props.confusion.outcomes[index]?.label ?? ''
  const at = (row: number, column: number) => map().rows[row]?.[column] ?? { count: 0, step: 1, isSame: false }
  const cases = () => props.confusion.cells.find((cell) => `${cell.row} ${cell.column}` === chosen())
  const cellName = (row: number, column: number) =>
    t().reliability.cross.cell({
      first: props.confusion.first.name,
      row: label(row),
      second: props.confusion.second.name,
      column: label(column),
      count: at(row, column).count,
    })
  let table: HTMLTableElement | undefined
  return (
    <figure class="chart">
      <figcaption class="chart__title">{titleOf(props.confusion)}</figcaption>
      {/* Not a caption: that would scroll away with a wide table. */}
      <p class="quiet" id={axes}>
        {t().reliability.cross.axes(props.confusion.first.name, props.confusion.second.name, props.confusion.n)}
      </p>
      <TableFrame label={t().reliability.cross.label}>
        <table ref={table} class="matrix" aria-labelledby={axes}>
          <thead>
            <tr>
              <td />
              <For each={shown()}>{(column) => <th scope="col">{label(column)}</th>}</For>
              <th scope="col">{t().reliability.confusion.all}</th>
            </tr>
          </thead>
          <tbody>
            <For each={shown()}>
              {(row) => (
                <tr>
                  <th scope="row">{label(row)}</th>
                  <For each={shown()}>
                    {(column) => (
                      <td data-step={at(row, column).step} classList={{ matrix__same: row === column }}>
                        <Show when={at(row, column).count > 0} fallback={<span class="matrix__none">0</span>}>
                          <button
                            type="button"
                            class="matrix__cell"
                            aria-label={cellName(row, column)}
                            aria-pressed={chosen() === `${row} ${column}`}
                            onClick={() => setChosen(`${row} ${column}`)}
                          >
                            {at(row, column).count}
                          </button>
                        </Show>
                      </td>
                    )}
                  </For>
                  <td class="matrix__total">{map().rowTotals[row]}</td>
                </tr>
              )}
            </For>
            <tr>
              <th scope="row">{t().reliability.confusion.all}</th>
              <For each={shown()}>{(column) => <td class="matrix__total">{map().columnTotals[column]}</td>}</For>
              <td class="matrix__total">{map().total}</td>
            </tr>
          </tbody>
        </table>
      </TableFrame>
      <Show when={props.confusion.outcomes.length > used().length}>
        <CheckField label={t().reliability.cross.unused} checked={all()} onCheck={setAll} />
      </Show>
      <Show when={cases()}>{(cell) => <Cases study={props.study} cell={cell()} confusion={props.confusion} />}</Show>
      <div class="button-row chart__actions">
        <Button
          small
          look="quiet"
          icon="download"
          onClick={() => table && saveText(tableSvg(table, titleOf(props.confusion)), 'image/svg+xml', 'confusion.svg')}
        >
          {t().reliability.saveSvg}
        </Button>
        <a class="button button--small button--quiet" href={props.file} download="">
          {t().reliability.saveCsv}
        </a>
      </div>
    </figure>
  )
}

function Cases(props: { study: string; cell: Confusion['cells'][number]; confusion: Confusion }) {
  const link = (coding: string) => `/studies/${props.study}/codings/${coding}`
  const label = (index: number) => props.confusion.outcomes[index]?.label ?? ''
  return (
    <section class="matrix-cases" aria-live="polite">
      <h3>{t().reliability.cross.cases(label(props.cell.row), label(props.cell.column), props.cell.cases.length)}</h3>
      <ul>
        <For each={props.cell.cases}>
          {(one) => (
            <li>
              <strong>{one.caseId}</strong>
              <A href={link(one.firstCoding)}>{props.confusion.first.name}</A>
              <A href={link(one.secondCoding)}>{props.confusion.second.name}</A>
            </li>
          )}
        </For>
      </ul>
    </section>
  )
}
