import type { AvailableScores } from './available-scores.ts'
import { sum } from './sum.ts'

/** Sums over all items that have the same number of ratings; all that REML needs to know of them. */
export interface SizeSums {
  /** Ratings of each of these items. */
  readonly size: number
  readonly items: number
  /** `together[a * raters + b]`: items that both raters scored. */
  readonly together: Float64Array
  /** For each rater, item totals summed over the items the rater scored. */
  readonly totals: Float64Array
  /** Sum of squared item totals. */
  readonly squares: number
}

/** Scores of items x raters, complete or not, as sums; scores are taken around their mean. */
export interface CrossedSums {
  readonly items: number
  readonly raters: number
  readonly ratings: number
  readonly mean: number
  /** Sum of squared scores. */
  readonly squares: number
  /** Number and sum of the scores of each rater. */
  readonly counts: Float64Array
  readonly raterTotals: Float64Array
  readonly bySize: readonly SizeSums[]
}

interface Open extends SizeSums {
  items: number
  squares: number
}

/** Groups items by their number of ratings: items of one size have the same weight, whatever the variances. */
export function crossedSums({ scores, groups }: AvailableScores, raters: number): CrossedSums {
  const origin = scores[0]!.value
  const mean = origin + sum(scores.map(({ value }) => value - origin)) / scores.length
  const counts = new Float64Array(raters)
  const raterTotals = new Float64Array(raters)
  const bySize = new Map<number, Open>()
  let squares = 0
  for (let next = 0, item = 0; item < groups.length; item++) {
    const size = groups[item]!.length
    const own = scores.slice(next, next + size)
    next += size
    const sums = bySize.get(size) ?? opened(size, raters)
    bySize.set(size, sums)
    let total = 0
    for (const { rater, value } of own) {
      const score = value - mean
      total += score
      squares += score * score
      counts[rater] = counts[rater]! + 1
      raterTotals[rater] = raterTotals[rater]! + score
    }
    sums.items++
    sums.squares += total * total
    for (const { rater } of own) {
      sums.totals[rater] = sums.totals[rater]! + total
      for (const other of own) {
        const cell = rater * raters + other.rater
        sums.together[cell] = sums.together[cell]! + 1
      }
    }
  }
  const sizes = [...bySize.values()].sort((a, b) => a.size - b.size)
  return { items: groups.length, raters, ratings: scores.length, mean, squares, counts, raterTotals, bySize: sizes }
}

function opened(size: number, raters: number): Open {
  return { size, items: 0, together: new Float64Array(raters * raters), totals: new Float64Array(raters), squares: 0 }
}
