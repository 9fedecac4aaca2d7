import type { Dropped } from '../result.ts'
import { type CodeTable, type CountTable, MISSING, type RatingTable, type ScoreTable } from '../table/types.ts'
import { type ItemCounts, itemCounts } from './item-counts.ts'
import { remember } from './remember.ts'
import { drops } from './report.ts'

/** Ratings that can be paired: those of items with two or more, as positions in a list of distinct values. */
export interface Pairable {
  /** Items with two or more ratings. */
  readonly n: number
  /** Ratings that can be paired. */
  readonly size: number
  /** Ratings of an item of row u stand from `starts[u]` up to `starts[u + 1]`. */
  readonly starts: Int32Array
  readonly codes: Int32Array
  /** Items of each row: those with the same ratings, in whatever order, share one. */
  readonly times: Float64Array
  /** The distinct values, rising. */
  readonly scores: Float64Array
  /** How often each occurs among the pairable ratings. */
  readonly totals: Float64Array
  readonly dropped: readonly Dropped[]
}

/** Takes the pairable ratings out of any kind of table. */
export const pairable = remember((table: RatingTable): Pairable => {
  return table.kind === 'scores' ? fromScores(table) : fromCounts(itemCounts(table, 'available'), table)
})

function fromCounts(
  { n, rows, q, counts, ratings, times, paired, dropped }: ItemCounts,
  table: CodeTable | CountTable,
): Pairable {
  const kept = Array.from({ length: rows }, (_, row) => row).filter((row) => ratings[row]! > 1)
  const starts = new Int32Array(kept.length + 1)
  const codes = new Int32Array(kept.reduce((sum, row) => sum + ratings[row]!, 0))
  const totals = new Float64Array(q)
  let next = 0
  for (const [index, row] of kept.entries()) {
    for (let k = 0; k < q; k++) {
      const count = counts[row * q + k]!
      totals[k] = totals[k]! + count * times[row]!
      codes.fill(k, next, next + count)
      next += count
    }
    starts[index + 1] = next
  }
  return {
    n: paired,
    size: totals.reduce((sum, total) => sum + total, 0),
    starts,
    codes,
    times: Float64Array.from(kept, (row) => times[row]!),
    scores: table.scores,
    totals,
    dropped: [...dropped, ...drops({ 'single-rating': n - paired })],
  }
}

function fromScores(table: ScoreTable): Pairable {
  const { values, state, raters, size } = table
  const scores = distinct(table)
  const positions = new Map(Array.from(scores, (score, index) => [score, index]))
  const starts = new Int32Array(size + 1)
  const codes = new Int32Array(values.length)
  const totals = new Float64Array(scores.length)
  const lost = { missing: 0, 'not-codable': 0, 'single-rating': 0 }
  let n = 0
  let next = 0
  for (let item = 0, index = 0; item < size; item++) {
    const start = next
    let worst = 0
    for (const end = index + raters.length; index < end; index++) {
      if (state[index] === 0) codes[next++] = positions.get(values[index]!)!
      else if (state[index]! < worst) worst = state[index]!
    }
    if (next - start >= 2) {
      for (let at = start; at < next; at++) totals[codes[at]!] = totals[codes[at]!]! + 1
      starts[++n] = next
    } else {
      lost[next > start ? 'single-rating' : worst < MISSING ? 'not-codable' : 'missing']++
      next = start
    }
  }
  return {
    n,
    size: next,
    starts: starts.subarray(0, n + 1),
    codes: codes.subarray(0, next),
    times: new Float64Array(n).fill(1),
    scores,
    totals,
    dropped: drops(lost),
  }
}

function distinct({ values, state }: ScoreTable): Float64Array {
  const sorted = values.filter((_, index) => state[index] === 0).sort()
  let last = 0
  for (let index = 1; index < sorted.length; index++)
    if (sorted[index] !== sorted[last]) sorted[++last] = sorted[index]!
  return sorted.subarray(0, Math.min(sorted.length, last + 1))
}
