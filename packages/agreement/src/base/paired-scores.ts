import type { Dropped } from '../result.ts'
import type { RaterTable } from '../table/select.ts'
import { MISSING } from '../table/types.ts'
import { drops } from './report.ts'

/** Scores of all raters on the items that everybody scored, item after item. */
export interface CompleteScores {
  readonly n: number
  readonly raters: number
  /** `values[item * raters + rater]` */
  readonly values: Float64Array
  readonly dropped: readonly Dropped[]
}

/** Reads one cell: its score, or why there is none. */
export function cellState(table: RaterTable, index: number): number {
  return table.kind === 'scores' ? table.state[index]! : Math.min(0, table.codes[index]!)
}

export function cellScore(table: RaterTable, index: number): number {
  return table.kind === 'scores' ? table.values[index]! : table.scores[table.codes[index]!]!
}

/** The items that every rater scored; the others are counted by the reason they are left out. */
export function completeScores(table: RaterTable): CompleteScores {
  const raters = table.raters.length
  const values = new Float64Array(table.size * raters)
  let n = 0
  let missing = 0
  for (let item = 0; item < table.size; item++) {
    let worst = 0
    for (let rater = 0; rater < raters; rater++) {
      const index = item * raters + rater
      const state = cellState(table, index)
      if (state < worst) worst = state
      if (state === 0) values[n * raters + rater] = cellScore(table, index)
    }
    if (worst === 0) n++
    else if (worst === MISSING) missing++
  }
  const dropped = drops({ missing, 'not-codable': table.size - n - missing })
  return { n, raters, values: values.subarray(0, n * raters), dropped }
}

/** The scores of two raters on the items both scored. */
export interface PairedScores {
  readonly n: number
  readonly first: Float64Array
  readonly second: Float64Array
  readonly dropped: readonly Dropped[]
}

export function pairedScores(table: RaterTable): PairedScores {
  const { n, values, dropped } = completeScores(table)
  const first = new Float64Array(n)
  const second = new Float64Array(n)
  for (let item = 0; item < n; item++) {
    first[item] = values[2 * item]!
    second[item] = values[2 * item + 1]!
  }
  return { n, first, second, dropped }
}
