import type { Dropped } from '../result.ts'
import type { RaterTable } from '../table/select.ts'
import type { CodeTable } from '../table/types.ts'
import { cleanSquares, type MeanSquares, meanSquares } from './anova.ts'
import { type PairCounts, pairCounts } from './pair-counts.ts'
import { completeScores } from './paired-scores.ts'

/** Mean squares of the items that every rater scored, `null` where there are fewer than two items or raters. */
export interface CompleteSquares {
  readonly n: number
  readonly dropped: readonly Dropped[]
  readonly squares: MeanSquares | null
}

export function completeSquares(table: RaterTable): CompleteSquares {
  if (isCounted(table)) {
    const pairs = pairCounts(table)
    return { n: pairs.n, dropped: pairs.dropped, squares: pairs.n < 2 ? null : squaresOfCounts(pairs, table.scores) }
  }
  const scores = completeScores(table)
  const isEnough = scores.n > 1 && scores.raters > 1
  return { n: scores.n, dropped: scores.dropped, squares: isEnough ? meanSquares(scores) : null }
}

/** With many more places for pairs of categories than items, the items are less work. */
const MOST_PLACES = 2 ** 16

function isCounted(table: RaterTable): table is CodeTable {
  if (table.kind !== 'codes' || table.raters.length !== 2) return false
  return table.categories.length ** 2 <= Math.min(MOST_PLACES, 8 * table.size)
}

/**
 * The analysis of variance of two raters from how often each pair of categories occurs: kappa has counted that already, and a lab that
 * asks for thousands of pairs does not copy the codes of each. Scores are differences from one that occurs, as in `meanSquares`.
 */
function squaresOfCounts({ k, counts, n, rows, columns }: PairCounts, scores: Float64Array): MeanSquares {
  const origin = scores[rows.findIndex((count) => count > 0)]!
  let first = 0
  let second = 0
  for (let i = 0; i < k; i++) {
    first += rows[i]! * (scores[i]! - origin)
    second += columns[i]! * (scores[i]! - origin)
  }
  const shift = (first - second) / n
  const grand = (first + second) / (2 * n)
  let between = 0
  let within = 0
  let rest = 0
  let farthest = 0
  let widest = 0
  for (let i = 0; i < k; i++) {
    for (let j = 0; j < k; j++) {
      const count = counts[i * k + j]!
      if (count === 0) continue
      const apart = scores[i]! - scores[j]!
      const mean = (scores[i]! - origin + (scores[j]! - origin)) / 2
      between += count * (mean - grand) * (mean - grand)
      within += (count * apart * apart) / 2
      rest += (count * (apart - shift) * (apart - shift)) / 2
      farthest = Math.max(farthest, Math.abs(mean))
      widest = Math.max(widest, Math.abs(apart))
    }
  }
  const scale = farthest + widest / Math.SQRT2
  return cleanSquares(
    { items: 2 * between, within, raters: (n * shift * shift) / 2, residual: rest },
    { n, k: 2, scale },
  )
}
