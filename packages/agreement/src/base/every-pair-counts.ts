import { type CodeTable, NOT_CODABLE } from '../table/types.ts'
import type { PairCounts } from './pair-counts.ts'
import { drops } from './report.ts'

/** Raters that are counted against one other at a time. */
const AT_ONCE = 4

/** Room for the counts of those; the next pairs write over it. */
let tally = new Int32Array(0)

/** The table of counts of every pair of raters, in the order of `raterPairs`, from one copy of the codes by columns. */
export function everyPairCounts(table: CodeTable): PairCounts[] {
  const k = table.categories.length
  const columns = columnsOf(table)
  const found: PairCounts[] = []
  for (let first = 0; first < table.raters.length; first++) {
    const others = Array.from({ length: table.raters.length - first - 1 }, (_, next) => first + 1 + next)
    found.push(...countedWith(columns, others, columnOf(columns, first, table.size, k - NOT_CODABLE), k))
  }
  return found
}

/** The counts of every other rater, in their order, with the reference as second rater. */
export function countsWithReference(table: CodeTable, reference: number): PairCounts[] {
  const k = table.categories.length
  const columns = columnsOf(table)
  const own = columnOf(columns, reference, table.size, 1)
  for (let cell = 0; cell < columns.length; cell++) columns[cell] = columns[cell]! * (k - NOT_CODABLE)
  const others = [...table.raters.keys()].filter((rater) => rater !== reference)
  return countedWith(columns, others, own, k)
}

const SMALL = 2 ** 14
/** The columns of a small table; the next one writes over them. */
let room = new Int32Array(0)

/** Codes by columns, from 0 on: not codable, missing, the categories. One array for all: small ones are slow to get. */
function columnsOf({ codes, raters, size }: CodeTable): Int32Array {
  const m = raters.length
  if (codes.length <= SMALL && room.length < codes.length) room = new Int32Array(SMALL)
  const columns = codes.length <= SMALL ? room.subarray(0, codes.length) : new Int32Array(codes.length)
  for (let rater = 0; rater < m; rater++) {
    for (let item = 0, cell = rater; item < size; item++, cell += m)
      columns[rater * size + item] = codes[cell]! - NOT_CODABLE
  }
  return columns
}

/** The codes of one rater times a factor. */
function columnOf(columns: Int32Array, rater: number, size: number, factor: number): Int32Array {
  const column = columns.slice(rater * size, (rater + 1) * size)
  for (let item = 0; item < size; item++) column[item] = column[item]! * factor
  return column
}

/**
 * Counts one rater against others. Either his codes or those of the others are given times the number of possible codes, so that their
 * sum is a place in the table of first and second rater.
 *
 * Gaps are counted like categories, so that an item costs an addition and no decision. Four others are met at a time: the code of
 * the one is read once for them, and their counts lie apart, so that no addition waits for the one before.
 */
function countedWith(columns: Int32Array, others: readonly number[], own: Int32Array, k: number): PairCounts[] {
  const size = own.length
  const cells = (k - NOT_CODABLE) ** 2
  if (tally.length < AT_ONCE * cells) tally = new Int32Array(AT_ONCE * cells)
  const width = k * k + 2 * k
  const kept = new Float64Array(others.length * width)
  // Filled by hand: what `map` gives is of two kinds, before and after it is compiled, and whoever reads it is compiled twice.
  const found: PairCounts[] = []
  for (let place = 0; place < others.length; place++) {
    const next = place % AT_ONCE
    if (next === 0) {
      tally.fill(0, 0, AT_ONCE * cells)
      countFour(tally, cells, own, columns, others, place)
    }
    found.push(read(tally, next * cells, k, size, kept.subarray(place * width, (place + 1) * width)))
  }
  return found
}

/** Four others from a place on. Where fewer are left, the last is counted again, and nobody reads it. */
function countFour(
  tally: Int32Array,
  apart: number,
  own: Int32Array,
  columns: Int32Array,
  others: readonly number[],
  place: number,
): void {
  const last = others.length - 1
  const one = others[place]! * own.length
  const two = others[Math.min(place + 1, last)]! * own.length
  const three = others[Math.min(place + 2, last)]! * own.length
  const four = others[Math.min(place + 3, last)]! * own.length
  for (let item = 0; item < own.length; item++) {
    const code = own[item]!
    tally[code + columns[one + item]!]!++
    tally[code + columns[two + item]! + apart]!++
    tally[code + columns[three + item]! + 2 * apart]!++
    tally[code + columns[four + item]! + 3 * apart]!++
  }
}

/** Counts and margins of one pair, in an array with room for them. */
function read(tally: Int32Array, from: number, k: number, size: number, room: Float64Array): PairCounts {
  const q = k - NOT_CODABLE
  const counts = room.subarray(0, k * k)
  const rows = room.subarray(k * k, k * k + k)
  const columns = room.subarray(k * k + k)
  let n = 0
  for (let i = 0; i < k; i++) {
    const line = from + (i - NOT_CODABLE) * q - NOT_CODABLE
    let total = 0
    for (let j = 0; j < k; j++) {
      const count = tally[line + j]!
      counts[i * k + j] = count
      columns[j] = columns[j]! + count
      total += count
    }
    rows[i] = total
    n += total
  }
  let notCodable = -tally[from]! // counted in the first row and in the first column
  for (let other = 0; other < q; other++) notCodable += tally[from + other]! + tally[from + other * q]!
  const dropped = drops({ missing: size - n - notCodable, 'not-codable': notCodable })
  return { k, counts, n, rows, columns, dropped }
}
