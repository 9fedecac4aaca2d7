import {
  cellReader,
  checkNames,
  type Declaration,
  type DeclaresCodes,
  type DeclaresScores,
  declareScale,
  isScore,
  type Place,
  scoreFault,
} from './declare.ts'
import {
  type Category,
  type Cell,
  type CodeTable,
  MISSING,
  NOT_CODABLE,
  type RatingTable,
  type ScoreTable,
} from './types.ts'

/** Ratings as a table: one row an item, one column a rater. */
export interface WideRatings extends Declaration {
  readonly raters: readonly string[]
  readonly items?: readonly string[]
  readonly rows: readonly (readonly Cell[])[]
}

/**
 * A declared table of ratings, encoded once; every coefficient takes it.
 *
 * Categories are never taken from the data: a category nobody used changes chance agreement and weights.
 * With level `interval` or `ratio` and no categories, the ratings are plain numbers.
 *
 * @throws RangeError naming item, rater and value if a cell is not among the declared categories, a number is beyond 1e30, a row has
 *   another length than `raters`, a name stands twice, or the declaration is incomplete.
 * @example ratingTable({ raters: ['Ann', 'Ben'], level: 'nominal', categories: ['F', 'Ds', 'E'], rows: [['F', 'F'], ['Ds', null]] }).size // 2
 */
export function ratingTable(input: WideRatings & DeclaresCodes): CodeTable
export function ratingTable(input: WideRatings & DeclaresScores): ScoreTable
export function ratingTable(input: WideRatings): CodeTable | ScoreTable
export function ratingTable(input: WideRatings): CodeTable | ScoreTable {
  const raters = checkNames(input.raters, 'Rater')
  const items = input.items ?? null
  if (items !== null) checkNames(items, 'Item')
  const size = input.rows.length
  if (items !== null && items.length !== size)
    throw new RangeError(`${items.length} items are named, but there are ${size} rows.`)
  const place: Place = (row, column) => `Item ${itemName({ items }, row)}, rater ${raters[column]}`
  for (const [row, cells] of input.rows.entries()) {
    if (cells.length !== raters.length) {
      throw new RangeError(`Item ${itemName({ items }, row)} has ${cells.length} ratings for ${raters.length} raters.`)
    }
  }
  return isNumeric(input) ? scoreTable(input, raters, items, place) : codeTable(input, raters, items, place)
}

/** The name of an item, or its number counted from 1. */
export function itemName(table: Pick<RatingTable, 'items'>, row: number): string {
  return table.items?.[row] ?? String(row + 1)
}

type NumericRatings = WideRatings & { readonly level: 'interval' | 'ratio' }

function isNumeric(input: WideRatings): input is NumericRatings {
  return input.categories === undefined && (input.level === 'interval' || input.level === 'ratio')
}

function codeTable(
  input: WideRatings,
  raters: readonly string[],
  items: readonly string[] | null,
  place: Place,
): CodeTable {
  const scale = declareScale(input)
  const read = cellReader(scale, input.notCodable ?? [], place)
  const codes = codeArray(input.rows.length * raters.length, scale.categories.length)
  for (const [row, cells] of input.rows.entries()) {
    for (const [column, cell] of cells.entries()) codes[row * raters.length + column] = read(cell, row, column)
  }
  return { kind: 'codes', level: input.level, raters, items, size: input.rows.length, ...scale, codes }
}

/** The most categories whose positions fit into bytes. */
export const MOST_IN_BYTES = 128

/** The narrowest array that holds a position of the scale. */
export function codeArray(length: number, categories: number): Int8Array | Int16Array {
  return categories <= MOST_IN_BYTES ? new Int8Array(length) : new Int16Array(length)
}

function scoreTable(
  input: NumericRatings,
  raters: readonly string[],
  items: readonly string[] | null,
  place: Place,
): ScoreTable {
  if (input.scores !== undefined) throw new RangeError('Scores are declared, but no categories that they belong to.')
  const marks = new Set<Category>((input.notCodable ?? []).flatMap((mark) => [mark, String(mark)]))
  const values = new Float64Array(input.rows.length * raters.length)
  const state = new Int8Array(values.length)
  for (const [row, cells] of input.rows.entries()) {
    for (const [column, cell] of cells.entries()) {
      const index = row * raters.length + column
      if (cell === null) state[index] = MISSING
      else if (marks.has(cell)) state[index] = NOT_CODABLE
      else if (isScore(cell)) values[index] = cell
      else throw new RangeError(`${place(row, column)}: "${cell}" ${scoreFault(cell)}.`)
    }
  }
  return { kind: 'scores', level: input.level, raters, items, size: input.rows.length, values, state }
}
