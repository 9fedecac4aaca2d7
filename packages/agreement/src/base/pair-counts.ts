import type { Dropped } from '../result.ts'
import { checkCodes } from '../table/known-codes.ts'
import { type CodeTable, NOT_CODABLE } from '../table/types.ts'
import { remember } from './remember.ts'
import { drops } from './report.ts'

/** The k x k table of two raters, and what did not enter it. */
export interface PairCounts {
  /** Number of categories. */
  readonly k: number
  /** `counts[first * k + second]` */
  readonly counts: Float64Array
  /** Items both raters coded. */
  readonly n: number
  readonly rows: Float64Array
  readonly columns: Float64Array
  readonly dropped: readonly Dropped[]
}

/** @throws RangeError if the table has not exactly two raters. */
export function needTwoRaters(raters: readonly string[], measure: string): void {
  if (raters.length !== 2) throw new RangeError(`${measure} compares two raters; the table has ${raters.length}.`)
}

/**
 * Counts how often the first rater's category i met the second rater's category j.
 *
 * @throws RangeError naming item and rater if a code is no position of a category.
 */
export const pairCounts = remember((table: CodeTable): PairCounts => {
  const k = table.categories.length
  const { codes } = table
  const aligned = codes instanceof Int8Array && codes.byteOffset % 2 === 0
  const { counts, notCodable, known } = aligned ? countTogether(codes, k) : countOneByOne(codes, k)
  if (known < table.size) checkCodes(table)
  const n = counts.reduce((sum, count) => sum + count, 0)
  const dropped = drops({ missing: table.size - n - notCodable, 'not-codable': notCodable })
  return { k, counts, n, ...margins(counts, k), dropped }
})

interface Counted {
  readonly counts: Float64Array
  readonly notCodable: number
  /** Items of which both codes are positions, gaps or marks. */
  readonly known: number
}

function countOneByOne(codes: CodeTable['codes'], k: number): Counted {
  const counts = new Float64Array(k * k)
  let notCodable = 0
  let known = 0
  for (let index = 0; index < codes.length; index += 2) {
    const first = codes[index]!
    const second = codes[index + 1]!
    if (first >= NOT_CODABLE && first < k && second >= NOT_CODABLE && second < k) known++
    if (first >= 0 && second >= 0) counts[first * k + second] = counts[first * k + second]! + 1
    else if (first === NOT_CODABLE || second === NOT_CODABLE) notCodable++
  }
  return { counts, notCodable, known }
}

const WAYS = 65_536
/** Four tallies, kept between calls and left empty by each; made when first needed. */
let tallies: readonly [Int32Array, Int32Array, Int32Array, Int32Array] | undefined

/**
 * Two bytes of an item are one 16-bit number, so an item costs one look-up and no decision. Four tallies take turns, because a
 * processor waits when the same place is written twice in a row.
 */
function countTogether(codes: Int8Array, k: number): Counted {
  const items = new Uint16Array(codes.buffer, codes.byteOffset, codes.length / 2)
  tallies ??= [new Int32Array(WAYS), new Int32Array(WAYS), new Int32Array(WAYS), new Int32Array(WAYS)]
  tally(items, ...tallies)
  const counts = new Float64Array(k * k)
  let notCodable = 0
  let known = 0
  for (let first = NOT_CODABLE; first < k; first++) {
    for (let second = NOT_CODABLE; second < k; second++) {
      const count = taken((first & 255) | ((second & 255) << 8), ...tallies)
      known += count
      if (first >= 0 && second >= 0) counts[first * k + second] = count
      else if (first === NOT_CODABLE || second === NOT_CODABLE) notCodable += count
    }
  }
  if (known < items.length) for (const ways of tallies) ways.fill(0)
  return { counts, notCodable, known }
}

function tally(items: Uint16Array, one: Int32Array, two: Int32Array, three: Int32Array, four: Int32Array): void {
  const { length } = items
  let item = 0
  for (const last = length - 3; item < last; item += 4) {
    one[items[item]!]!++
    two[items[item + 1]!]!++
    three[items[item + 2]!]!++
    four[items[item + 3]!]!++
  }
  for (; item < length; item++) one[items[item]!]!++
}

/** What the tallies counted at one place, which is empty afterwards. */
function taken(at: number, one: Int32Array, two: Int32Array, three: Int32Array, four: Int32Array): number {
  const count = one[at]! + two[at]! + three[at]! + four[at]!
  one[at] = 0
  two[at] = 0
  three[at] = 0
  four[at] = 0
  return count
}

function margins(counts: Float64Array, k: number): Pick<PairCounts, 'rows' | 'columns'> {
  const rows = new Float64Array(k)
  const columns = new Float64Array(k)
  for (let i = 0; i < k; i++) {
    for (let j = 0; j < k; j++) {
      rows[i] = rows[i]! + counts[i * k + j]!
      columns[j] = columns[j]! + counts[i * k + j]!
    }
  }
  return { rows, columns }
}
