import { slotLabel } from '@attune/codebooks'
import type { Query, Reply, readConfusion } from '@attune/contract'
import type { Db } from '../base/database/database.ts'
import { cellOf, declaredOutcomes } from './cells.ts'
import { raterIn } from './pair.ts'
import { type CountedCoding, countedCodings, findCodebook, ratingsOfSlot } from './queries.ts'
import { type Comparable, comparableAt } from './selection.ts'

export type Confusion = Reply<typeof readConfusion>
type ConfusionQuery = Query<typeof readConfusion>

type Crossing = {
  readonly row: string
  readonly column: string
  readonly item: Confusion['cells'][number]['cases'][number]
}

async function crossings(
  db: Db,
  study: string,
  query: ConfusionQuery,
  comparable: Comparable,
  codings: readonly CountedCoding[],
) {
  const ratings = await ratingsOfSlot(db, study, query.codebookVersion, comparable.slot)
  const values = new Map(ratings.map((rating) => [rating.coding, rating.value]))
  const cell = (coding: CountedCoding): string | null => {
    const value = values.get(coding.coding)
    return value === undefined ? null : String(cellOf(comparable.variable, comparable.collapse, value))
  }
  const seconds = new Map(codings.filter(({ rater }) => rater.id === query.second).map((one) => [one.case, one]))
  return codings
    .filter(({ rater }) => rater.id === query.first)
    .flatMap((first): Crossing[] => {
      const second = seconds.get(first.case)
      if (second === undefined) return []
      const [row, column] = [cell(first), cell(second)]
      if (row === null || column === null) return []
      const item = { case: first.case, caseId: first.caseName, firstCoding: first.coding, secondCoding: second.coding }
      return [{ row, column, item }]
    })
}

/** Two raters crossed on one variable. What has no outcome is in no cell, as it is in no coefficient. */
export async function crossRaters(db: Db, study: string, query: ConfusionQuery): Promise<Confusion> {
  const codebook = await findCodebook(db, study, query.codebookVersion)
  const codings = await countedCodings(db, study, query.codebookVersion)
  const [first, second] = [raterIn(codings, query.first), raterIn(codings, query.second)]
  const comparable = comparableAt(codebook, query)
  const crossed = await crossings(db, study, query, comparable, codings)
  const outcomes = declaredOutcomes(comparable) ?? countedOutcomes(crossed)
  const place = new Map(outcomes.map(({ id }, index) => [id, index]))
  const cells = new Map<string, Confusion['cells'][number]>()
  for (const { row, column, item } of crossed) {
    const [at, across] = [place.get(row), place.get(column)]
    if (at === undefined || across === undefined) continue
    const cell = cells.get(`${at} ${across}`) ?? { row: at, column: across, cases: [] }
    cell.cases.push(item)
    cells.set(`${at} ${across}`, cell)
  }
  const counts = outcomes.map((_, row) =>
    outcomes.map((__, column) => cells.get(`${row} ${column}`)?.cases.length ?? 0),
  )
  const list = [...cells.values()].sort((one, other) => one.row - other.row || one.column - other.column)
  const n = list.reduce((sum, cell) => sum + cell.cases.length, 0)
  return {
    variable: query.variable,
    label: slotLabel(codebook, comparable.slot),
    first,
    second,
    outcomes,
    counts,
    n,
    cells: list,
  }
}

/** Counts and durations declare no outcomes: those that occur, by size. */
function countedOutcomes(crossed: readonly Crossing[]): { id: string; label: string }[] {
  const values = new Set(crossed.flatMap(({ row, column }) => [row, column]).filter((value) => value !== '(no value)'))
  return [...values].sort((one, other) => Number(one) - Number(other)).map((id) => ({ id, label: id }))
}
