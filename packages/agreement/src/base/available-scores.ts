import type { Dropped } from '../result.ts'
import type { RaterTable } from '../table/select.ts'
import { MISSING } from '../table/types.ts'
import { cellScore } from './paired-scores.ts'
import { drops } from './report.ts'

/** All scores there are, item after item, and how many items have none. */
export interface AvailableScores {
  /** Items with a score. */
  readonly n: number
  /** Scores of an item stand from `starts[item]` up to `starts[item + 1]`. */
  readonly starts: Int32Array
  readonly values: Float64Array
  /** Position of the rater who gave each score. */
  readonly raters: Int32Array
  readonly dropped: readonly Dropped[]
}

/** Every score of the table, complete items or not; items are numbered anew without those that nobody scored. */
export function availableScores(table: RaterTable): AvailableScores {
  const m = table.raters.length
  const states = table.kind === 'scores' ? table.state : table.codes
  const starts = new Int32Array(table.size + 1)
  const values = new Float64Array(table.size * m)
  const raters = new Int32Array(table.size * m)
  let [n, next, missing] = [0, 0, 0]
  for (let row = 0; row < table.size; row++) {
    const start = next
    let worst = 0
    for (let rater = 0; rater < m; rater++) {
      const state = states[row * m + rater]!
      if (state < worst) worst = state
      if (state < 0) continue
      values[next] = cellScore(table, row * m + rater)
      raters[next++] = rater
    }
    if (next > start) starts[++n] = next
    else if (worst === MISSING) missing++
  }
  const dropped = drops({ missing, 'not-codable': table.size - n - missing })
  return {
    n,
    starts: starts.subarray(0, n + 1),
    values: values.subarray(0, next),
    raters: raters.subarray(0, next),
    dropped,
  }
}

/** The scores of each item. */
export function scoresOfItems({ n, starts, values }: AvailableScores): Float64Array[] {
  return Array.from({ length: n }, (_, item) => values.subarray(starts[item], starts[item + 1]))
}
