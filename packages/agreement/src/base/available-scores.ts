import type { Dropped } from '../result.ts'
import type { RaterTable } from '../table/select.ts'
import { MISSING } from '../table/types.ts'
import { cellScore, cellState } from './paired-scores.ts'
import { drops } from './report.ts'

/** One score of the table; `item` and `rater` are positions. */
export interface Score {
  readonly item: number
  readonly rater: number
  readonly value: number
}

/** All scores there are, and the items that have none. */
export interface AvailableScores {
  readonly scores: readonly Score[]
  /** Scores of each item that has one. */
  readonly groups: readonly Float64Array[]
  readonly dropped: readonly Dropped[]
}

/** Every score of the table, complete items or not; items are numbered anew without those that nobody scored. */
export function availableScores(table: RaterTable): AvailableScores {
  const m = table.raters.length
  const scores: Score[] = []
  const groups: Float64Array[] = []
  let missing = 0
  for (let row = 0; row < table.size; row++) {
    const found: number[] = []
    let worst = 0
    for (let rater = 0; rater < m; rater++) {
      const state = cellState(table, row * m + rater)
      if (state < 0) {
        worst = Math.min(worst, state)
        continue
      }
      const value = cellScore(table, row * m + rater)
      scores.push({ item: groups.length, rater, value })
      found.push(value)
    }
    if (found.length > 0) groups.push(Float64Array.from(found))
    else if (worst === MISSING) missing++
  }
  const dropped = drops({ missing, 'not-codable': table.size - groups.length - missing })
  return { scores, groups, dropped }
}
