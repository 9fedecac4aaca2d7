import { noSpread, tInterval, tTest } from './base/intervals.ts'
import { needTwoRaters } from './base/pair-counts.ts'
import { pairedScores } from './base/paired-scores.ts'
import { confidenceOf, estimated, type Setting, undetermined } from './base/report.ts'
import { mean, squaredDeviations } from './base/sum.ts'
import { defineMeasure } from './define-measure.ts'
import type { Options } from './options.ts'
import type { Result } from './result.ts'
import type { RaterTable } from './table/select.ts'

/**
 * Bias: mean signed difference of two raters, first minus second, with its t interval and the paired t test.
 *
 * With a master as second rater, a positive bias means that the coder scores too high.
 *
 * @returns `estimate` in points of the scale; `details.sd` is the standard deviation of the differences. With a single item there
 *   is an estimate but no interval.
 * @throws RangeError if the table has not two raters.
 * @source Student (1908), Biometrika 6(1), 1-25. doi:10.2307/2331554
 * @checked data/reference/method_comparison.json
 * @example bias(ratingTable({ raters: ['coder', 'master'], level: 'interval', rows: [[5, 4], [6, 6], [3, 1]] })).estimate // 1
 */
export function bias(table: RaterTable, options: Pick<Options, 'confidence'> = {}): Result {
  needTwoRaters(table.raters, 'bias')
  const confidence = confidenceOf(options)
  const { n, first, second, dropped } = pairedScores(table)
  const setting: Setting = { measure: 'bias', options: { confidence }, raters: table.raters, n, dropped }
  if (n === 0) return undetermined(setting, 'no-items', 'No item was scored by both raters.')
  const differences = first.map((score, item) => score - second[item]!)
  const estimate = mean(differences)
  if (n === 1) {
    const message = 'A single item shows no spread, so there is no interval.'
    return estimated({ ...setting, warnings: [{ code: 'single-item', message }] }, { estimate })
  }
  const sd = Math.sqrt(squaredDeviations(differences) / (n - 1))
  const se = sd / Math.sqrt(n)
  return estimated(
    { ...setting, warnings: noSpread(se) },
    {
      estimate,
      se,
      interval: tInterval(estimate, se, n - 1, confidence, 't'),
      test: tTest(estimate, se, n - 1, 'mean difference = 0'),
      details: { sd },
    },
  )
}

export const biasMeasure = defineMeasure({
  id: 'bias',
  title: 'Bias (mean signed difference)',
  family: 'scales',
  better: null,
  levels: ['interval', 'ratio'],
  raters: 2,
  tables: ['scores', 'codes'],
  missing: ['pairwise'],
  weights: [],
  options: [],
  source: 'Student 1908',
  estimate: bias,
})
