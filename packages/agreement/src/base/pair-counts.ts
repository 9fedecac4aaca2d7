import type { Dropped } from '../result.ts'
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

/** Counts how often the first rater's category i met the second rater's category j. */
export const pairCounts = remember((table: CodeTable): PairCounts => {
  const k = table.categories.length
  const { codes } = table
  const many = codes instanceof Int8Array && table.size > 20_000 && codes.byteOffset % 2 === 0
  const { counts, notCodable } = many ? countTogether(codes, k) : countOneByOne(codes, k)
  const n = counts.reduce((sum, count) => sum + count, 0)
  const dropped = drops({ missing: table.size - n - notCodable, 'not-codable': notCodable })
  return { k, counts, n, ...margins(counts, k), dropped }
})

interface Counted {
  readonly counts: Float64Array
  readonly notCodable: number
}

function countOneByOne(codes: CodeTable['codes'], k: number): Counted {
  const counts = new Float64Array(k * k)
  let notCodable = 0
  for (let index = 0; index < codes.length; index += 2) {
    const first = codes[index]!
    const second = codes[index + 1]!
    if (first >= 0 && second >= 0) counts[first * k + second] = counts[first * k + second]! + 1
    else if (first === NOT_CODABLE || second === NOT_CODABLE) notCodable++
  }
  return { counts, notCodable }
}

/**
 * Two bytes of an item are one 16-bit number, so an item costs one look-up and no decision. Two tallies take turns, because a
 * processor waits when the same place is written twice in a row.
 */
function countTogether(codes: Int8Array, k: number): Counted {
  const items = new Uint16Array(codes.buffer, codes.byteOffset, codes.length / 2)
  const tally = [new Int32Array(65_536), new Int32Array(65_536)] as const
  const [even, odd] = tally
  const last = items.length - 1
  for (let item = 0; item < last; item += 2) {
    even[items[item]!]!++
    odd[items[item + 1]!]!++
  }
  if (last % 2 === 0) even[items[last]!]!++
  const counts = new Float64Array(k * k)
  let notCodable = 0
  const pair = new Int8Array(2)
  const both = new Uint16Array(pair.buffer)
  for (let first = NOT_CODABLE; first < k; first++) {
    for (let second = NOT_CODABLE; second < k; second++) {
      pair[0] = first
      pair[1] = second
      const count = even[both[0]!]! + odd[both[0]!]!
      if (first >= 0 && second >= 0) counts[first * k + second] = count
      else if (first === NOT_CODABLE || second === NOT_CODABLE) notCodable += count
    }
  }
  return { counts, notCodable }
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
