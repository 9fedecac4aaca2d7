import { BLOCK } from '../base/blocks.ts'
import { itemCounts } from '../base/item-counts.ts'
import { packs } from '../base/item-keys.ts'
import { noGaps } from '../base/no-gaps.ts'
import { packsPairs, pairCounts } from '../base/pair-counts.ts'
import { completeScores } from '../base/paired-scores.ts'
import { checkNames, type Declaration, declareScale, isScore, LARGEST_SCORE, scoreFault } from './declare.ts'
import { checkCodes, placeOf } from './known-codes.ts'
import { codeArray, MOST_IN_BYTES } from './rating-table.ts'
import { type Category, type CodeTable, MISSING, type ScoreTable } from './types.ts'

interface Encoded {
  readonly raters: readonly string[]
  readonly items?: readonly string[]
}

export interface EncodedCodes extends Encoded, Omit<Declaration, 'notCodable'> {
  readonly categories: readonly Category[]
  /**
   * `codes[item * raters + rater]`: a position in `categories`, or `MISSING` or `NOT_CODABLE`. An `Int8Array` (above 128 categories an
   * `Int16Array`) is not copied: it becomes part of the table, so leave it alone from then on.
   */
  readonly codes: ArrayLike<number>
}

/**
 * A table of ratings that are positions in the list of categories already, without a detour through rows: the quick way for large files.
 *
 * @throws RangeError naming item and rater if a code is no position of a category, or the codes do not fill whole rows.
 * @example tableFromCodes({ raters: ['A', 'B'], level: 'nominal', categories: ['F', 'Ds'], codes: [0, 1, 1, -1] }).size // 2
 */
export function tableFromCodes(input: EncodedCodes): CodeTable {
  const scale = declareScale(input)
  const { raters, items, size } = shape(input, input.codes.length)
  const { codes, lost } = inNarrowArray(input.codes, scale.categories.length)
  if (lost) checkCodes({ ...scale, raters, items, codes: input.codes }) // which is no position of a category either
  const table: CodeTable = { kind: 'codes', level: input.level, raters, items, size, ...scale, codes }
  // Counting checks the codes too, and the counts stay with the table: both are one walk.
  if (raters.length === 2 && packsPairs(table)) pairCounts(table)
  else if (codes.length > FEW && packs(table)) itemCounts(table, 'available')
  else checkCodes(table)
  return table
}

/** So many codes are checked in less time than room for counts takes, which pairs of raters do not need. */
const FEW = 4096

interface Narrow {
  readonly codes: CodeTable['codes']
  /** Whether a code did not fit into the array. */
  readonly lost: boolean
}

/** The codes as a table keeps them: the array itself where it is one, else a copy. */
function inNarrowArray(given: ArrayLike<number>, categories: number): Narrow {
  const wide = categories > MOST_IN_BYTES
  if (given instanceof Int8Array && !wide) return { codes: given, lost: false }
  if (given instanceof Int16Array && wide) return { codes: given, lost: false }
  const codes = codeArray(given.length, categories)
  let lost = false
  for (let start = 0; start < codes.length; start += BLOCK) {
    if (copyBlock(given, codes, start, Math.min(start + BLOCK, codes.length))) lost = true
  }
  return { codes, lost }
}

function copyBlock(given: ArrayLike<number>, codes: CodeTable['codes'], start: number, end: number): boolean {
  let lost = false
  for (let index = start; index < end; index++) {
    const code = given[index]!
    codes[index] = code
    if (codes[index] !== code) lost = true
  }
  return lost
}

export interface EncodedScores extends Encoded {
  readonly level: 'interval' | 'ratio'
  /**
   * `values[item * raters + rater]`; `NaN` where no rating was made. A `Float64Array` is not copied: it becomes part of the table,
   * so leave it alone from then on.
   */
  readonly values: ArrayLike<number>
}

/**
 * A table of ratings that are numbers, from one array; `NaN` is missing.
 *
 * @throws RangeError naming item and rater if a value is infinite or beyond 1e30, or the values do not fill whole rows.
 * @example tableFromScores({ raters: ['A', 'B'], level: 'interval', values: [4.5, 5, 3, Number.NaN] }).size // 2
 */
export function tableFromScores(input: EncodedScores): ScoreTable {
  const { raters, items, size } = shape(input, input.values.length)
  const shared = { kind: 'scores', level: input.level, raters, items, size } as const
  if (input.values instanceof Float64Array && isComplete(input.values)) {
    const table: ScoreTable = { ...shared, values: input.values, state: noGaps(input.values.length) }
    // It has just been seen that nothing is missing, so nobody has to look again.
    completeScores.keep(table, { n: size, raters: raters.length, values: input.values, dropped: [] })
    return table
  }
  const values = input.values instanceof Float64Array ? input.values : Float64Array.from(input.values)
  const state = new Int8Array(values.length)
  for (let start = 0; start < values.length; start += BLOCK) {
    const fault = markGaps(values, state, start, Math.min(start + BLOCK, values.length))
    if (fault >= 0)
      throw new RangeError(`${placeOf({ raters, items }, fault)}: ${values[fault]} ${scoreFault(values[fault])}.`)
  }
  // In a copy of ours a gap looks as in every other table.
  if (values !== input.values)
    for (let index = 0; index < values.length; index++) if (state[index] !== 0) values[index] = 0
  return { ...shared, values, state }
}

/** Gives the position of a value that is no score and no gap, or -1. */
function markGaps(values: Float64Array, state: Int8Array, start: number, end: number): number {
  for (let four = start; four < end; four += 4) {
    if (four + 3 < end && fourScores(values, four)) continue
    for (let index = four; index < Math.min(four + 4, end); index++) {
      const value = values[index]!
      if (isScore(value)) continue
      if (!Number.isNaN(value)) return index
      state[index] = MISSING
    }
  }
  return -1
}

/** Whether all are scores. */
function isComplete(values: Float64Array): boolean {
  const fours = values.length - (values.length % 4)
  for (let at = 0; at < fours; at += 4) if (!fourScores(values, at)) return false
  for (let at = fours; at < values.length; at++) if (!isScore(values[at])) return false
  return true
}

/** Whether four values are scores, for one decision; of very large ones it says no too, and they are looked at one by one. */
function fourScores(values: Float64Array, at: number): boolean {
  const one = values[at]!
  const two = values[at + 1]!
  const three = values[at + 2]!
  const four = values[at + 3]!
  return one * one + two * two + (three * three + four * four) <= LARGEST_SQUARE
}

const LARGEST_SQUARE = LARGEST_SCORE ** 2

function shape(input: Encoded, cells: number) {
  const raters = checkNames(input.raters, 'Rater')
  const items = input.items ?? null
  if (items !== null) checkNames(items, 'Item')
  const size = cells / raters.length
  if (!Number.isInteger(size)) throw new RangeError(`${cells} ratings do not fill rows of ${raters.length} raters.`)
  if (items !== null && items.length !== size)
    throw new RangeError(`${items.length} items are named, but there are ${size} rows.`)
  return { raters, items, size }
}
