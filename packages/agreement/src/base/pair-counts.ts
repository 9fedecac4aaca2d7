import type { Dropped } from '../result.ts'
import { checkCodes } from '../table/known-codes.ts'
import { type CodeTable, NOT_CODABLE } from '../table/types.ts'
import { BLOCK } from './blocks.ts'
import type { ByteTable } from './item-keys.ts'
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
  const { counts, notCodable, strange } = packsPairs(table) ? countTogether(table.codes, k) : countOneByOne(codes, k)
  if (strange) checkCodes(table)
  const n = counts.reduce((sum, count) => sum + count, 0)
  const dropped = drops({ missing: table.size - n - notCodable, 'not-codable': notCodable })
  return { k, counts, n, ...margins(counts, k), dropped }
})

interface Counted {
  readonly counts: Float64Array
  readonly notCodable: number
  /** Whether a code is no position, gap or mark. */
  readonly strange: boolean
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
  return { counts, notCodable, strange: known < codes.length / 2 }
}

/** Six bits hold a code with its sign: 0 to 31, and -1 and -2. */
const BITS = 6
const MOST_PACKED = 2 ** (BITS - 1)
/** Two tallies, left empty by each call, so that small tables need not pay for all their places. */
const even = new Int32Array(2 ** (2 * BITS))
const odd = new Int32Array(2 ** (2 * BITS))

/** Whether two items fit into one number of 32 bits, which a table of k x k places can count. */
export function packsPairs(table: CodeTable): table is ByteTable {
  const { codes, categories } = table
  return codes instanceof Int8Array && codes.byteOffset % 4 === 0 && categories.length <= MOST_PACKED
}

/** Two items are one number of 32 bits, so that an item costs one look-up and no decision. */
function countTogether(codes: Int8Array, k: number): Counted {
  const wide = tallyItems(codes)
  const counts = new Float64Array(k * k)
  let notCodable = 0
  let known = 0
  for (let first = NOT_CODABLE; first < k; first++) {
    for (let second = NOT_CODABLE; second < k; second++) {
      const at = placeOf(first, second)
      const count = even[at]! + odd[at]!
      even[at] = 0
      odd[at] = 0
      known += count
      if (first >= 0 && second >= 0) counts[first * k + second] = count
      else if (first === NOT_CODABLE || second === NOT_CODABLE) notCodable += count
    }
  }
  const strange = wide || known < codes.length / 2
  if (strange) for (const tally of [even, odd]) tally.fill(0)
  return { counts, notCodable, strange }
}

const placeOf = (first: number, second: number): number => (first & 63) | ((second & 63) << BITS)

/** Counts all items; gives whether a code needs more than six bits: then the upper three bits of its byte differ. */
function tallyItems(codes: Int8Array): boolean {
  const pairs = new Int32Array(codes.buffer, codes.byteOffset, codes.length >> 2)
  let upper = 0
  for (let start = 0; start < pairs.length; start += BLOCK) {
    upper |= tallyBlock(pairs, start, Math.min(start + BLOCK, pairs.length), even, odd)
  }
  if (codes.length % 4 === 2) {
    const first = codes[codes.length - 2]!
    const second = codes[codes.length - 1]!
    upper |= (first ^ (first >>> 1)) | (second ^ (second >>> 1))
    even[placeOf(first, second)]!++
  }
  return (upper & 0x60606060) !== 0
}

/** Two tallies take turns, because a processor waits when the same place is written twice in a row. */
function tallyBlock(pairs: Int32Array, start: number, end: number, one: Int32Array, other: Int32Array): number {
  let upper = 0
  for (let index = start; index < end; index++) {
    const pair = pairs[index]!
    upper |= pair ^ (pair >>> 1)
    one[(pair & 63) | ((pair >>> 2) & 0xfc0)]!++
    other[((pair >>> 16) & 63) | ((pair >>> 18) & 0xfc0)]!++
  }
  return upper
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
