import { checkNames, type Declaration, type DeclaresCodes, type DeclaresScores } from './declare.ts'
import { ratingTable } from './rating-table.ts'
import type { Cell, CodeTable, ScoreTable } from './types.ts'

/** One rating as it stands in a long file. */
export interface RatingRecord {
  readonly item: string
  readonly rater: string
  readonly value: Cell
}

export interface LongRatings extends Declaration {
  /** Raters in the order wanted; default: the order in which they first appear. */
  readonly raters?: readonly string[]
  /** Items in the order wanted; default: the order in which they first appear. */
  readonly items?: readonly string[]
  readonly records: readonly RatingRecord[]
}

/** Names by text, as in every table: a file without types may hold 1 beside '1'. */
function orderOf(declared: readonly string[] | undefined, found: readonly string[], what: string): Map<string, number> {
  const names = declared === undefined ? new Set(found.map(String)) : checkNames(declared.map(String), what)
  return new Map([...names].map((name, index) => [name, index]))
}

/**
 * A table from one record a rating; an item and rater without a record is missing.
 *
 * @throws RangeError if a rater or item is not among those declared, or the same rater has two records for one item.
 * @example tableFromRecords({ level: 'interval', records: [{ item: 'case 1', rater: 'Ann', value: 4.5 }] }).raters[0] // 'Ann'
 */
export function tableFromRecords(input: LongRatings & DeclaresCodes): CodeTable
export function tableFromRecords(input: LongRatings & DeclaresScores): ScoreTable
export function tableFromRecords(input: LongRatings): CodeTable | ScoreTable
export function tableFromRecords(input: LongRatings): CodeTable | ScoreTable {
  const { records } = input
  const raters = orderOf(
    input.raters,
    records.map((record) => record.rater),
    'Rater',
  )
  const items = orderOf(
    input.items,
    records.map((record) => record.item),
    'Item',
  )
  const rows: Cell[][] = Array.from({ length: items.size }, () => new Array<Cell>(raters.size).fill(null))
  const filled = new Set<number>()
  for (const { item, rater, value } of records) {
    const row = items.get(String(item))
    const column = raters.get(String(rater))
    if (row === undefined) throw new RangeError(`Item ${item} is not among the declared items.`)
    if (column === undefined)
      throw new RangeError(`Item ${item}: rater ${rater} is not among ${[...raters.keys()].join(', ')}.`)
    const cell = row * raters.size + column
    if (filled.has(cell))
      throw new RangeError(`Item ${item}, rater ${rater}: there are two ratings, the second is "${value}".`)
    filled.add(cell)
    rows[row]![column] = value
  }
  return ratingTable({ ...input, raters: [...raters.keys()], items: [...items.keys()], rows })
}
