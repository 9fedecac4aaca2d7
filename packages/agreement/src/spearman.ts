import { needTwoRaters } from './base/pair-counts.ts'
import { pairedScores } from './base/paired-scores.ts'
import { ranksOf } from './base/ranks.ts'
import { confidenceOf, estimated, type Setting, undetermined } from './base/report.ts'
import { defineMeasure } from './define-measure.ts'
import { normalQuantile } from './distributions/distributions.ts'
import type { Options } from './options.ts'
import { correlation, correlationTest } from './pearson.ts'
import type { Interval, Result } from './result.ts'
import type { RaterTable } from './table/select.ts'

/**
 * Spearman's rank correlation of two raters: do they put the items into the same order, whatever the distances?
 *
 * Equal scores share their mean rank. Like every correlation it is blind to bias; use an ICC or Lin's CCC for agreement.
 *
 * @param table two raters, at least ordinal; an item that one of them did not score is left out.
 * @returns `estimate` without unit, -1 to 1; Bonett and Wright's interval from four items on; undefined with fewer than two items,
 *   or if one rater gave every item the same score.
 * @throws RangeError if the table has not two raters.
 * @source Spearman (1904), Am. J. Psychol. 15(1), 72-101. doi:10.2307/1412159
 * @source Bonett & Wright (2000), Psychometrika 65(1), 23-28. doi:10.1007/BF02294183 (interval)
 * @checked data/reference/rank_corr.json
 * @example spearman(ratingTable({ raters: ['A', 'B'], level: 'interval', rows: [[1, 3], [2, 4], [9, 5]] })).estimate // 1
 */
export function spearman(table: RaterTable, options: Pick<Options, 'confidence'> = {}): Result {
  needTwoRaters(table.raters, 'spearman')
  const confidence = confidenceOf(options)
  const { n, first, second, dropped } = pairedScores(table)
  const setting: Setting = { measure: 'spearman', options: { confidence }, raters: table.raters, n, dropped }
  if (n < 2) return undetermined(setting, 'too-few-items', 'Fewer than two items were scored by both raters.')
  const estimate = rankCorrelation(first, second)
  if (estimate === null) {
    return undetermined(setting, 'no-variation', 'A rater gave every item the same score, so there is no order.')
  }
  const variance = (1 + estimate ** 2 / 2) / (n - 3)
  return estimated(setting, {
    estimate,
    interval: n > 3 ? arctanhInterval(estimate, variance, confidence) : undefined,
    test: correlationTest(estimate, n),
  })
}

/** Correlation of mean ranks; `null` if one side does not vary. */
export function rankCorrelation(first: Float64Array, second: Float64Array): number | null {
  return correlation(ranksOf(first).ranks, ranksOf(second).ranks)
}

/** Interval on Fisher's z scale, transformed back; a point at -1 and 1. */
export function arctanhInterval(estimate: number, variance: number, level: number): Interval {
  const half = normalQuantile((1 + level) / 2) * Math.sqrt(variance)
  const bound = (sign: number): number =>
    Math.abs(estimate) === 1 ? estimate : Math.tanh(Math.atanh(estimate) + sign * half)
  return { lower: bound(-1), upper: bound(1), level, method: 'Bonett-Wright, Fisher z' }
}

export const spearmanMeasure = defineMeasure({
  id: 'spearman',
  title: "Spearman's rank correlation",
  family: 'scales',
  levels: ['ordinal', 'interval', 'ratio'],
  raters: 2,
  tables: ['scores', 'codes'],
  missing: ['pairwise'],
  weights: [],
  options: [],
  source: 'Spearman 1904; Bonett & Wright 2000 (interval)',
  estimate: spearman,
})
