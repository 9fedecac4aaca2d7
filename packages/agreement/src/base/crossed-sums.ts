import type { AvailableScores } from './available-scores.ts'
import { mean } from './sum.ts'

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
export function crossedSums(available: AvailableScores, raters: number): CrossedSums {
  const { n, starts, values, raters: given } = available
  const centre = mean(values)
  const counts = new Float64Array(raters)
  const raterTotals = new Float64Array(raters)
  const bySize: Open[] = []
  let squares = 0
  for (let item = 0; item < n; item++) {
    const [start, end] = [starts[item]!, starts[item + 1]!]
    const sums = bySize[end - start] ?? opened(end - start, raters)
    bySize[end - start] = sums
    let total = 0
    for (let at = start; at < end; at++) {
      const rater = given[at]!
      const score = values[at]! - centre
      total += score
      squares += score * score
      counts[rater] = counts[rater]! + 1
      raterTotals[rater] = raterTotals[rater]! + score
    }
    sums.items++
    sums.squares += total * total
    for (let at = start; at < end; at++) {
      const rater = given[at]!
      sums.totals[rater] = sums.totals[rater]! + total
      for (let other = start; other < end; other++) {
        const cell = rater * raters + given[other]!
        sums.together[cell] = sums.together[cell]! + 1
      }
    }
  }
  const sizes = bySize.filter((sums) => sums !== undefined)
  return { items: n, raters, ratings: values.length, mean: centre, squares, counts, raterTotals, bySize: sizes }
}

function opened(size: number, raters: number): Open {
  return { size, items: 0, together: new Float64Array(raters * raters), totals: new Float64Array(raters), squares: 0 }
}
