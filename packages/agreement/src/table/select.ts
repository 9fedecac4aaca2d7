import { checkChosen } from './declare.ts'
import type { AnyTable, SegmentTable } from './segment-types.ts'
import { segmentsOfRaters } from './select-segments.ts'
import type { CodeTable, ScoreTable } from './types.ts'

/** A table whose columns are known raters. */
export type RaterTable = CodeTable | ScoreTable

export function isSegmentTable(table: AnyTable): table is SegmentTable {
  return table.kind === 'units' || table.kind === 'events' || table.kind === 'segmentation'
}

function columnOf(table: RaterTable, rater: string): number {
  const column = table.raters.indexOf(rater)
  if (column < 0) throw new RangeError(`Rater ${rater} is not among ${table.raters.join(', ')}.`)
  return column
}

/**
 * The same items (or documents, or sessions) with only these raters, in this order.
 *
 * @throws RangeError if one of them is not in the table, or is asked for twice.
 */
export function selectRaters<Table extends RaterTable | SegmentTable>(table: Table, raters: readonly string[]): Table
export function selectRaters(table: RaterTable | SegmentTable, raters: readonly string[]): RaterTable | SegmentTable {
  checkChosen(raters)
  return isSegmentTable(table) ? segmentsOfRaters(table, raters) : ratingsOfRaters(table, raters)
}

function ratingsOfRaters<Table extends RaterTable>(table: Table, raters: readonly string[]): Table {
  const columns = raters.map((rater) => columnOf(table, rater))
  const width = table.raters.length
  const pick = <Cells extends Int8Array | Int16Array | Float64Array>(cells: Cells, empty: Cells): Cells => {
    for (let item = 0, next = 0; item < table.size; item++) {
      for (let place = 0; place < columns.length; place++) empty[next++] = cells[item * width + columns[place]!]!
    }
    return empty
  }
  return rebuild(table, raters, table.items, table.size, pick)
}

/**
 * The same raters with only these items (positions), in this order; a position may stand more than once.
 *
 * @throws RangeError naming the position if the table has no such item.
 */
export function selectItems<Table extends RaterTable>(table: Table, rows: readonly number[]): Table {
  for (const row of rows) {
    if (Number.isInteger(row) && row >= 0 && row < table.size) continue
    const known =
      table.size === 0 ? 'the table has no items' : `the table has ${table.size} items, 0 to ${table.size - 1}`
    throw new RangeError(`There is no item at position ${row}: ${known}.`)
  }
  return pickItems(table, rows)
}

/** The same for positions that are known to be there: resampling draws many thousand times. */
export function pickItems<Table extends RaterTable>(table: Table, rows: readonly number[]): Table {
  const width = table.raters.length
  const names = table.items
  const items = names === null ? null : rows.map((row) => names[row]!)
  const pick = <Cells extends Int8Array | Int16Array | Float64Array>(cells: Cells, empty: Cells): Cells => {
    for (let index = 0; index < rows.length; index++) {
      const start = rows[index]! * width
      for (let column = 0; column < width; column++) empty[index * width + column] = cells[start + column]!
    }
    return empty
  }
  return rebuild(table, table.raters, items, rows.length, pick)
}

type Pick = <Cells extends Int8Array | Int16Array | Float64Array>(cells: Cells, empty: Cells) => Cells

function rebuild<Table extends RaterTable>(
  table: Table,
  raters: readonly string[],
  items: readonly string[] | null,
  size: number,
  pick: Pick,
): Table {
  const length = size * raters.length
  if (table.kind === 'scores') {
    const values = pick(table.values, new Float64Array(length))
    return { ...table, raters, items, size, values, state: pick(table.state, new Int8Array(length)) }
  }
  const { codes } = table
  const picked = codes instanceof Int8Array ? pick(codes, new Int8Array(length)) : pick(codes, new Int16Array(length))
  return { ...table, raters, items, size, codes: picked }
}

/** Every pair of raters, in the order of the table. */
export function raterPairs(table: { readonly raters: readonly string[] }): (readonly [string, string])[] {
  return table.raters.flatMap((first, index) => table.raters.slice(index + 1).map((second) => [first, second] as const))
}
