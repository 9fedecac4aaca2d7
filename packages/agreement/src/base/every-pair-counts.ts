import { type CodeTable, NOT_CODABLE } from '../table/types.ts'
import type { PairCounts } from './pair-counts.ts'
import { drops } from './report.ts'

/** Raters that are counted against one other at a time. */
const AT_ONCE = 4

/** The table of counts of every pair of raters, in the order of `raterPairs`, from one copy of the codes by columns. */
export function everyPairCounts(table: CodeTable): PairCounts[] {
  const k = table.categories.length
  const columns = columnsOf(table, 1)
  return columns.flatMap((own, first) => {
    const rows = own.map((code) => code * (k - NOT_CODABLE))
    return countedWith(rows, columns.slice(first + 1), k)
  })
}

/** The counts of every other rater, in their order, with the reference as second rater. */
export function countsWithReference(table: CodeTable, reference: number): PairCounts[] {
  const k = table.categories.length
  const others = columnsOf(table, k - NOT_CODABLE)
  const [rows] = others.splice(reference, 1)
  const codes = rows!.map((code) => code / (k - NOT_CODABLE))
  return countedWith(codes, others, k)
}

/** Codes of each rater times a factor, from 0 on: not codable, missing, the categories. */
function columnsOf({ codes, raters, size }: CodeTable, factor: number): Int32Array[] {
  const m = raters.length
  const columns = raters.map(() => new Int32Array(size))
  for (let rater = 0; rater < m; rater++) {
    const column = columns[rater]!
    for (let item = 0, cell = rater; item < size; item++, cell += m)
      column[item] = (codes[cell]! - NOT_CODABLE) * factor
  }
  return columns
}

/**
 * Counts one rater against others, of whom one is given as codes and the other times the number of possible codes.
 *
 * Gaps are counted like categories, so that an item costs an addition and no decision. Four others are met at a time: the code of
 * the one is read once for them, and their counts lie apart, so that no addition waits for the one before.
 */
function countedWith(own: Int32Array, others: readonly Int32Array[], k: number): PairCounts[] {
  const cells = (k - NOT_CODABLE) ** 2
  const tally = new Int32Array(AT_ONCE * cells)
  const width = k * k + 2 * k
  const room = new Float64Array(others.length * width) // one array for all: small ones are slow to get
  const found: PairCounts[] = []
  for (let start = 0; start < others.length; start += AT_ONCE) {
    tally.fill(0)
    countFour(tally, cells, own, others.slice(start, start + AT_ONCE))
    for (let next = 0; next < AT_ONCE && start + next < others.length; next++) {
      const place = (start + next) * width
      found.push(read(tally, next * cells, k, own.length, room.subarray(place, place + width)))
    }
  }
  return found
}

/** Where fewer than four are left, the last is counted again, and nobody reads it. */
function countFour(tally: Int32Array, apart: number, own: Int32Array, others: readonly Int32Array[]): void {
  const one = others[0]!
  const two = others[1] ?? one
  const three = others[2] ?? two
  const four = others[3] ?? three
  for (let item = 0; item < own.length; item++) {
    const place = own[item]!
    tally[place + one[item]!]!++
    tally[place + two[item]! + apart]!++
    tally[place + three[item]! + 2 * apart]!++
    tally[place + four[item]! + 3 * apart]!++
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
