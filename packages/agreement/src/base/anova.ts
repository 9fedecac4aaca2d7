import type { CompleteScores } from './paired-scores.ts'
import { remember } from './remember.ts'

/** Mean squares of a table of items x raters, one score a cell. */
export interface MeanSquares {
  /** Between items. */
  readonly items: number
  /** Within items. */
  readonly within: number
  /** Between raters. */
  readonly raters: number
  /** What neither items nor raters explain. */
  readonly residual: number
  readonly n: number
  readonly k: number
}

/**
 * Two-way analysis of variance without replication.
 *
 * Everything is taken as a difference from the first score, and squares are summed around means in a second pass: digits that all
 * scores share (1000000000.1, 1000000000.3 ...) cost no accuracy. A sum of squares below what rounding alone makes is 0.
 */
export const meanSquares = remember(({ n, raters: k, values }: CompleteScores): MeanSquares => {
  const origin = values[0]!
  const { itemMeans, raterMeans, grand, scale } = means(values, n, k, origin)
  let between = 0
  let within = 0
  let residual = 0
  for (let item = 0; item < n; item++) {
    const mean = itemMeans[item]!
    between += (mean - grand) ** 2
    for (let rater = 0; rater < k; rater++) {
      const off = values[item * k + rater]! - origin - mean
      within += off * off
      residual += (off - raterMeans[rater]! + grand) ** 2
    }
  }
  const raters = raterMeans.reduce((total, mean) => total + (mean - grand) ** 2, 0)
  const noise = n * k * (8 * Number.EPSILON * scale) ** 2
  const clean = (squares: number): number => (squares <= noise ? 0 : squares)
  return {
    items: clean(k * between) / (n - 1),
    within: clean(within) / (n * (k - 1)),
    raters: clean(n * raters) / (k - 1),
    residual: clean(residual) / ((n - 1) * (k - 1)),
    n,
    k,
  }
})

function means(values: Float64Array, n: number, k: number, origin: number) {
  const itemMeans = new Float64Array(n)
  const raterMeans = new Float64Array(k)
  let grand = 0
  let scale = 0
  for (let item = 0; item < n; item++) {
    let total = 0
    for (let rater = 0; rater < k; rater++) {
      const value = values[item * k + rater]! - origin
      total += value
      raterMeans[rater] = raterMeans[rater]! + value
      if (Math.abs(value) > scale) scale = Math.abs(value)
    }
    itemMeans[item] = total / k
    grand += total
  }
  for (let rater = 0; rater < k; rater++) raterMeans[rater] = raterMeans[rater]! / n
  return { itemMeans, raterMeans, grand: grand / (n * k), scale }
}
