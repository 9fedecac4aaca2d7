import type { AvailableScores } from './available-scores.ts'
import { mean } from './sum.ts'

/** Sums over items; all that REML needs to know of them. */
export interface ItemSums {
  /** `together[a * raters + b]`: items that both raters scored. */
  readonly together: Float64Array
  /** For each rater, item totals summed over the items the rater scored. */
  readonly totals: Float64Array
  /** Sum of squared item totals. */
  squares: number
}

/** The sums over all items that have the same number of ratings. */
export interface SizeSums extends Readonly<ItemSums> {
  /** Ratings of each of these items. */
  readonly size: number
  readonly items: number
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

interface Open extends ItemSums {
  readonly size: number
  items: number
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
  return { size, items: 0, ...itemSums(raters) }
}

export function itemSums(raters: number): ItemSums {
  return { together: new Float64Array(raters * raters), totals: new Float64Array(raters), squares: 0 }
}

/** Sums over all items, those of one size with the weight of that size. */
export function weighItems({ bySize }: CrossedSums, weightOf: (size: number) => number, into: ItemSums): void {
  into.together.fill(0)
  into.totals.fill(0)
  into.squares = 0
  for (const { size, together, totals, squares } of bySize) {
    const weight = weightOf(size)
    for (let cell = 0; cell < together.length; cell++) into.together[cell]! += weight * together[cell]!
    for (let rater = 0; rater < totals.length; rater++) into.totals[rater]! += weight * totals[rater]!
    into.squares += weight * squares
  }
}
