import { checkNames, type Declaration, declareScale } from './declare.ts'
import { codeArray, itemName } from './rating-table.ts'
import { type Category, type CodeTable, MISSING, NOT_CODABLE, type ScoreTable } from './types.ts'

interface Encoded {
  readonly raters: readonly string[]
  readonly items?: readonly string[]
}

export interface EncodedCodes extends Encoded, Omit<Declaration, 'notCodable'> {
  readonly categories: readonly Category[]
  /** `codes[item * raters + rater]`: a position in `categories`, or `MISSING` or `NOT_CODABLE`. */
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
  const codes = codeArray(input.codes.length, scale.categories.length)
  for (let index = 0; index < codes.length; index++) {
    const code = input.codes[index]!
    if (!(Number.isInteger(code) && code >= NOT_CODABLE && code < scale.categories.length)) {
      throw new RangeError(
        `${place(index, raters, items)}: ${code} is not the position of one of ${scale.categories.length} categories.`,
      )
    }
    codes[index] = code
  }
  return { kind: 'codes', level: input.level, raters, items, size, ...scale, codes }
}

export interface EncodedScores extends Encoded {
  readonly level: 'interval' | 'ratio'
  /** `values[item * raters + rater]`; `NaN` where no rating was made. */
  readonly values: ArrayLike<number>
}

/**
 * A table of ratings that are numbers, from one array; `NaN` is missing.
 *
 * @throws RangeError naming item and rater if a value is infinite, or the values do not fill whole rows.
 * @example tableFromScores({ raters: ['A', 'B'], level: 'interval', values: [4.5, 5, 3, Number.NaN] }).size // 2
 */
export function tableFromScores(input: EncodedScores): ScoreTable {
  const { raters, items, size } = shape(input, input.values.length)
  const values = Float64Array.from(input.values)
  const state = new Int8Array(values.length)
  for (let index = 0; index < values.length; index++) {
    if (Number.isFinite(values[index]!)) continue
    if (!Number.isNaN(values[index]!))
      throw new RangeError(`${place(index, raters, items)}: ${values[index]} is not a number.`)
    values[index] = 0
    state[index] = MISSING
  }
  return { kind: 'scores', level: input.level, raters, items, size, values, state }
}

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

function place(index: number, raters: readonly string[], items: readonly string[] | null): string {
  return `Item ${itemName({ items }, Math.floor(index / raters.length))}, rater ${raters[index % raters.length]}`
}
