import { exportConfusion, readConfusion } from '@attune/contract'
import { A } from '@solidjs/router'
import { createEffect, createMemo, createSignal, createUniqueId, For, on, Show } from 'solid-js'
import { Button } from '../base/Button.tsx'
import { addressOf, call } from '../base/call.ts'
import { CheckField } from '../base/Field.tsx'
import { createLoad } from '../base/load.ts'
import { counted } from '../base/numbers.ts'
import { Loaded, Panel, TableFrame } from '../base/states.tsx'
import type { Finding } from './findings.ts'
import { type Confusion, largestCount, stepOf, usedOutcomes } from './matrix.ts'

type Props = { study: string; codebookVersion: string; finding: Finding; onClose: () => void }

/** Two raters crossed on one variable; a cell opens the cases behind it. */
export function ConfusionPanel(props: Props) {
  const query = () => {
    const { variable, target, episode, collapse } = props.finding.main ?? props.finding.results[0] ?? {}
    // The master's codes make the rows, as in every table of a test against a criterion.
    const [first, second] = props.finding.raters.toSorted((one, other) => Number(other.isMaster) - Number(one.isMaster))
    return {
      codebookVersion: props.codebookVersion,
      variable: variable ?? '',
      ...(target ? { target } : {}),
      ...(episode ? { episode } : {}),
      ...(collapse ? { collapse } : {}),
      first: first?.id ?? '',
      second: second?.id ?? '',
    }
  }
  const load = createLoad(query, (asked, signal) =>
    call(readConfusion, { study: props.study }, { query: asked, signal }),
  )
  let place: HTMLDivElement | undefined
  // The table that was pressed may be a screen away: eye and focus come along.
  createEffect(
    on(
      () => props.finding.key,
      () => place?.focus(),
    ),
  )
  return (
    <div ref={place} tabindex="-1" class="matrix-place">
      <Panel
        title={props.finding.label}
        intro="Each cell opens the cases behind it."
        actions={
          <>
            <a
              class="button button--small button--quiet"
              href={addressOf(exportConfusion, { study: props.study }, query())}
              download=""
            >
              CSV
            </a>
            <Button small look="quiet" icon="cross" onClick={() => props.onClose()}>
              Close
            </Button>
          </>
        }
      >
        <Loaded of={load}>{(confusion) => <Matrix study={props.study} confusion={confusion()} />}</Loaded>
      </Panel>
    </div>
  )
}

function Matrix(props: { study: string; confusion: Confusion }) {
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
  const label = (index: number) => props.confusion.outcomes[index]?.label ?? ''
  const count = (row: number, column: number) => props.confusion.counts[row]?.[column] ?? 0
  const largest = createMemo(() => largestCount(props.confusion))
  const cases = () => props.confusion.cells.find((cell) => `${cell.row} ${cell.column}` === chosen())
  const cellName = (row: number, column: number) =>
    `${props.confusion.first.name} ${label(row)}, ${props.confusion.second.name} ${label(column)}: ${counted(count(row, column), 'case')}`
  return (
    <>
      {/* Not a caption: that would scroll away with a wide table. */}
      <p class="quiet" id={axes}>
        Rows: {props.confusion.first.name}. Columns: {props.confusion.second.name}. n = {props.confusion.n}.
      </p>
      <TableFrame label="Confusion matrix">
        <table class="matrix" aria-labelledby={axes}>
          <thead>
            <tr>
              <td />
              <For each={shown()}>{(column) => <th scope="col">{label(column)}</th>}</For>
            </tr>
          </thead>
          <tbody>
            <For each={shown()}>
              {(row) => (
                <tr>
                  <th scope="row">{label(row)}</th>
                  <For each={shown()}>
                    {(column) => (
                      <td
                        data-step={stepOf(count(row, column), largest())}
                        classList={{ matrix__same: row === column }}
                      >
                        <Show when={count(row, column) > 0} fallback={<span class="matrix__none">0</span>}>
                          <button
                            type="button"
                            class="matrix__cell"
                            aria-label={cellName(row, column)}
                            aria-pressed={chosen() === `${row} ${column}`}
                            onClick={() => setChosen(`${row} ${column}`)}
                          >
                            {count(row, column)}
                          </button>
                        </Show>
                      </td>
                    )}
                  </For>
                </tr>
              )}
            </For>
          </tbody>
        </table>
      </TableFrame>
      <Show when={props.confusion.outcomes.length > used().length}>
        <CheckField label="Show outcomes that nobody used" checked={all()} onCheck={setAll} />
      </Show>
      <Show when={cases()}>{(cell) => <Cases study={props.study} cell={cell()} confusion={props.confusion} />}</Show>
    </>
  )
}

function Cases(props: { study: string; cell: Confusion['cells'][number]; confusion: Confusion }) {
  const link = (coding: string) => `/studies/${props.study}/codings/${coding}`
  const label = (index: number) => props.confusion.outcomes[index]?.label ?? ''
  return (
    <section class="matrix-cases" aria-live="polite">
      <h3>
        {label(props.cell.row)} and {label(props.cell.column)}: {counted(props.cell.cases.length, 'case')}
      </h3>
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
