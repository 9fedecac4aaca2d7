import { type CodeTable, NOT_CODABLE } from '../table/types.ts'
import type { PairCounts } from './pair-counts.ts'
import { drops } from './report.ts'

/** Columns that are counted against one other at a time. */
const AT_ONCE = 4

/**
 * The table of counts of every pair of raters, in the order of `raterPairs`, from one copy of the codes by columns.
 *
 * Gaps are counted like categories, so that an item costs an addition and no decision. One rater meets four others at a time: his
 * code is read once for them, and their counts lie apart, so that no addition waits for the one before.
 */
export function everyPairCounts(table: CodeTable): PairCounts[] {
  const { size } = table
  const m = table.raters.length
  const k = table.categories.length
  const q = k - NOT_CODABLE
  const columns = columnsOf(table)
  const row = new Int32Array(size)
  const tally = new Int32Array(AT_ONCE * q * q)
  const room = new Float64Array(((m * (m - 1)) / 2) * (k * k + 2 * k)) // one array for all: small ones are slow to get
  const found: PairCounts[] = []
  for (let first = 0; first < m; first++) {
    const own = columns[first]!
    for (let item = 0; item < size; item++) row[item] = own[item]! * q
    for (let second = first + 1; second < m; second += AT_ONCE) {
      const others = Array.from({ length: AT_ONCE }, (_, next) => columns[Math.min(second + next, m - 1)]!)
      tally.fill(0)
      countFour(tally, q * q, row, others)
      for (let next = 0; next < AT_ONCE && second + next < m; next++) {
        const start = found.length * (k * k + 2 * k)
        found.push(read(tally, next * q * q, k, size, room.subarray(start, start + k * k + 2 * k)))
      }
    }
  }
  return found
}

/** Codes of each rater, from 0 on: not codable, missing, the categories. */
function columnsOf({ codes, raters, size }: CodeTable): Int32Array[] {
  const m = raters.length
  const columns = raters.map(() => new Int32Array(size))
  for (let rater = 0; rater < m; rater++) {
    const column = columns[rater]!
    for (let item = 0, cell = rater; item < size; item++, cell += m) column[item] = codes[cell]! - NOT_CODABLE
  }
  return columns
}

function countFour(tally: Int32Array, apart: number, row: Int32Array, others: readonly Int32Array[]): void {
  const [one, two, three, four] = [others[0]!, others[1]!, others[2]!, others[3]!]
  for (let item = 0; item < row.length; item++) {
    const place = row[item]!
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
