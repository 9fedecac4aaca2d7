import type { CohortCell } from '@attune/contract'
import { createMemo, For, Show } from 'solid-js'
import { arrowsInTable } from '../../base/arrows.ts'
import { TableFrame } from '../../base/states.tsx'
import { t } from '../../messages/index.ts'
import { measureWords } from '../figure-words.ts'
import { CellButton } from './CellButton.tsx'
import {
  type Cohort,
  type CohortPerson,
  type CohortVariable,
  cellKey,
  cellsOf,
  releasable,
  sortPeople,
  variablesShown,
} from './cohort.ts'
import { type Line, wholeLineWords } from './lines.ts'
import { PersonCells } from './PersonCells.tsx'
import { SortHead } from './SortHead.tsx'
import type { Sorting } from './sorting.ts'

type Props = {
  cohort: Cohort
  lines: ReadonlyMap<string, Line>
  sorting: Sorting
  /** Attempts chosen to be released together. */
  chosen: ReadonlySet<string>
  /** `person:variable` of the cell whose cases are shown. */
  opened: string | undefined
  isReleasing: boolean
  onSort: (column: string) => void
  onChoose: (attempts: ReadonlySet<string>) => void
  onRelease: (attempts: readonly string[]) => void
  onOpen: (cell: string) => void
}

/** Trainees down, variables across. Arrow keys move between cells, Enter opens the cases behind one. */
export function CohortTable(props: Props) {
  const cells = createMemo(() => cellsOf(props.cohort))
  const people = createMemo(() => sortPeople(props.cohort.people, cells(), props.sorting))
  const waiting = createMemo(() => props.cohort.people.flatMap(releasable).map(({ id }) => id))
  const areAllChosen = () => waiting().every((id) => props.chosen.has(id))
  const variables = createMemo(() => variablesShown(props.cohort))
  const words = () => t().desk.cohort
  const head = { onSort: (column: string) => props.onSort(column) }
  return (
    <TableFrame label={words().table}>
      <table class="table table--compact cohort" onKeyDown={arrowsInTable}>
        <thead>
          <tr>
            <Show when={waiting().length > 0}>
              <th class="cohort__check">
                <input
                  type="checkbox"
                  aria-label={words().selectAll}
                  checked={areAllChosen()}
                  onChange={(event) => props.onChoose(new Set(event.currentTarget.checked ? waiting() : []))}
                />
              </th>
            </Show>
            <SortHead column="person" label={words().person} sorting={props.sorting} class="cohort__person" {...head} />
            <SortHead column="status" label={words().statusColumn} sorting={props.sorting} {...head} />
            <SortHead column="attempts" label={words().attempts} sorting={props.sorting} {...head} />
            <For each={variables()}>
              {(variable) => (
                <SortHead
                  column={variable.id}
                  label={variable.label}
                  sorting={props.sorting}
                  class="cohort__variable"
                  {...head}
                >
                  <MeasureLine cells={props.cohort.cells} variable={variable} line={props.lines.get(variable.id)} />
                </SortHead>
              )}
            </For>
          </tr>
        </thead>
        <tbody>
          <For each={people()}>
            {(person, row) => (
              <Row
                {...props}
                person={person}
                row={row()}
                variables={variables()}
                cells={cells()}
                hasChecks={waiting().length > 0}
              />
            )}
          </For>
        </tbody>
      </table>
    </TableFrame>
  )
}

/** What the figures of a column are, and what they are held against. */
function MeasureLine(props: { cells: readonly CohortCell[]; variable: CohortVariable; line: Line | undefined }) {
  const measure = () => props.cells.find((cell) => cell.variable === props.variable.id)?.figure.measure
  return (
    <span class="cohort__measure">
      <Show when={measure()} fallback={t().desk.cohort.nothing}>
        {(one) => measureWords(one())}
      </Show>
      <Show when={props.line}>{(line) => <span> {wholeLineWords(line())}</span>}</Show>
    </span>
  )
}

function Row(
  props: Props & {
    person: CohortPerson
    row: number
    variables: readonly CohortVariable[]
    cells: ReadonlyMap<string, CohortCell>
    hasChecks: boolean
  },
) {
  const waiting = () => releasable(props.person).map(({ id }) => id)
  const choose = (isOn: boolean) => {
    const next = new Set(props.chosen)
    for (const id of waiting()) isOn ? next.add(id) : next.delete(id)
    props.onChoose(next)
  }
  return (
    <tr>
      <Show when={props.hasChecks}>
        <td class="cohort__check">
          <Show when={waiting().length > 0}>
            <input
              type="checkbox"
              aria-label={t().desk.cohort.select(props.person.name)}
              checked={waiting().every((id) => props.chosen.has(id))}
              onChange={(event) => choose(event.currentTarget.checked)}
            />
          </Show>
        </td>
      </Show>
      <PersonCells person={props.person} isReleasing={props.isReleasing} onRelease={props.onRelease} />
      <For each={props.variables}>
        {(variable, column) => (
          <td class="cohort__figure">
            <Show
              when={props.cells.get(cellKey(props.person.id, variable.id))}
              fallback={<span class="cohort__none">–</span>}
            >
              {(cell) => (
                <CellButton
                  cell={cell()}
                  person={props.person.name}
                  variable={variable.label}
                  line={props.lines.get(variable.id) ?? null}
                  place={`${props.row}:${column()}`}
                  isOpen={props.opened === cellKey(props.person.id, variable.id)}
                  onOpen={() => props.onOpen(cellKey(props.person.id, variable.id))}
                />
              )}
            </Show>
          </td>
        )}
      </For>
    </tr>
  )
}
