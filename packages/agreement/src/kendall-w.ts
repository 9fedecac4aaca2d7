import { completeScores } from './base/paired-scores.ts'
import { ranksOf } from './base/ranks.ts'
import { confidenceOf, estimated, type Setting, undetermined } from './base/report.ts'
import { squaredDeviations } from './base/sum.ts'
import { defineMeasure } from './define-measure.ts'
import { chiSquaredTails } from './distributions/distributions.ts'
import type { Options } from './options.ts'
import type { Result } from './result.ts'
import type { RaterTable } from './table/select.ts'

/**
 * Kendall's coefficient of concordance W: how much all raters order the items alike, corrected for ties.
 *
 * 0 means that the rank sums of the items are equal, 1 the same order by everybody. Without agreement it is still 1 / raters on
 * average; the mean rank correlation in `details` has chance at 0. The test (Friedman's) is rough with few items.
 *
 * @param table two or more raters, at least ordinal; items that not every rater scored are left out.
 * @returns `estimate` without unit, 0 to 1; `details.meanSpearman` is (m W - 1) / (m - 1) for m raters, without ties the mean of
 *   Spearman's rho over all pairs; undefined with one rater, fewer than two items, or if no rater orders anything.
 * @throws RangeError if `confidence` is not between 0 and 1.
 * @source Kendall & Babington Smith (1939), Ann. Math. Stat. 10(3), 275-287. doi:10.1214/aoms/1177732186
 * @source Kendall & Gibbons (1990), Rank Correlation Methods, 5th ed., ch. 6 (ties).
 * @checked data/reference/rank_corr.json
 * @example kendallW(ratingTable({ raters: ['A', 'B', 'C'], level: 'ordinal', categories: [1, 2, 3], rows: [[1, 1, 1], [2, 2, 2], [3, 3, 3]] })).estimate // 1
 */
export function kendallW(table: RaterTable, options: Pick<Options, 'confidence'> = {}): Result {
  const confidence = confidenceOf(options)
  const { n, raters: m, values, dropped } = completeScores(table)
  const setting: Setting = {
    measure: 'kendall-w',
    options: { confidence, missing: 'listwise' },
    raters: table.raters,
    n,
    dropped,
  }
  if (m < 2) return undetermined(setting, 'too-few-raters', 'One rater alone has no one to agree with.')
  if (n < 2) return undetermined(setting, 'too-few-items', 'Fewer than two items were scored by all raters.')
  const sums = new Float64Array(n)
  let tied = 0
  for (let rater = 0; rater < m; rater++) {
    const { ranks, ties } = ranksOf(Float64Array.from(sums, (_, item) => values[item * m + rater]!))
    for (let item = 0; item < n; item++) sums[item] = sums[item]! + ranks[item]!
    tied += ties
  }
  const most = m * (m * (n ** 3 - n) - tied)
  if (most === 0) return undetermined(setting, 'no-variation', 'Every rater gave all items the same score.')
  const estimate = (12 * squaredDeviations(sums)) / most
  const value = m * (n - 1) * estimate
  return estimated(setting, {
    estimate,
    test: { statistic: 'chi2', value, df1: n - 1, p: chiSquaredTails(value, n - 1).upper, hypothesis: 'W = 0' },
    details: { meanSpearman: (m * estimate - 1) / (m - 1) },
  })
}

export const kendallWMeasure = defineMeasure({
  id: 'kendall-w',
  title: "Kendall's W",
  family: 'scales',
  levels: ['ordinal', 'interval', 'ratio'],
  raters: 'many',
  tables: ['scores', 'codes'],
  missing: ['listwise'],
  weights: [],
  options: ['missing'],
  source: 'Kendall & Babington Smith 1939',
  estimate: kendallW,
})
