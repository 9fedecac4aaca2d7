import { needTwoRaters } from './base/pair-counts.ts'
import { pairedScores } from './base/paired-scores.ts'
import { confidenceOf, estimated, type Setting, undetermined } from './base/report.ts'
import { mean, squaredDeviations, sum } from './base/sum.ts'
import { defineMeasure } from './define-measure.ts'
import { normalQuantile, tTails } from './distributions/distributions.ts'
import type { Options } from './options.ts'
import type { Interval, Result, Test } from './result.ts'
import type { RaterTable } from './table/select.ts'

/**
 * Pearson's correlation of two raters. It is blind to bias: a rater who always scores two points higher still has 1.
 *
 * @returns `estimate` from -1 to 1, Fisher's z interval (from four items on) and the t test of no correlation; undefined with
 *   fewer than two items, or if one rater gave every item the same score.
 * @throws RangeError if the table has not two raters.
 * @source Fisher (1921), Metron 1, 3-32.
 * @checked data/reference/rank_corr.json
 * @example pearson(ratingTable({ raters: ['A', 'B'], level: 'interval', rows: [[1, 3], [2, 2], [3, 1]] })).estimate // -1
 */
export function pearson(table: RaterTable, options: Pick<Options, 'confidence'> = {}): Result {
  needTwoRaters(table.raters, 'pearson')
  const confidence = confidenceOf(options)
  const { n, first, second, dropped } = pairedScores(table)
  const setting: Setting = { measure: 'pearson', options: { confidence }, raters: table.raters, n, dropped }
  if (n < 2) return undetermined(setting, 'too-few-items', 'Fewer than two items were scored by both raters.')
  const estimate = correlation(first, second)
  if (estimate === null) {
    return undetermined(
      setting,
      'no-variation',
      'A rater gave every item the same score, so nothing can vary together.',
    )
  }
  return estimated(setting, {
    estimate,
    interval: fisherInterval(estimate, n, confidence),
    test: correlationTest(estimate, n),
  })
}

/** Product-moment correlation; `null` if one side does not vary. */
export function correlation(first: Float64Array, second: Float64Array): number | null {
  const spread = Math.sqrt(squaredDeviations(first) * squaredDeviations(second))
  if (spread === 0) return null
  const [centre, other] = [mean(first), mean(second)]
  const product = sum(first.map((value, item) => (value - centre) * (second[item]! - other)))
  return Math.max(-1, Math.min(1, product / spread))
}

/** Fisher's z, back-transformed; needs four items, and is a point at -1 and 1. */
export function fisherInterval(r: number, n: number, level: number): Interval | undefined {
  if (n < 4) return undefined
  const half = normalQuantile((1 + level) / 2) / Math.sqrt(n - 3)
  const bound = (sign: number): number => (Math.abs(r) === 1 ? r : Math.tanh(Math.atanh(r) + sign * half))
  return { lower: bound(-1), upper: bound(1), level, method: 'Fisher z' }
}

export function correlationTest(r: number, n: number): Test | undefined {
  if (n < 3 || Math.abs(r) === 1) return undefined
  const df1 = n - 2
  const value = r * Math.sqrt(df1 / (1 - r * r))
  return { statistic: 't', value, df1, p: 2 * tTails(Math.abs(value), df1).upper, hypothesis: 'correlation = 0' }
}

export const pearsonMeasure = defineMeasure({
  id: 'pearson',
  title: "Pearson's correlation",
  family: 'scales',
  levels: ['interval', 'ratio'],
  raters: 2,
  tables: ['scores', 'codes'],
  missing: ['pairwise'],
  weights: [],
  options: [],
  source: 'Fisher 1921',
  estimate: pearson,
})
