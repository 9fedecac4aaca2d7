import { chiSquared, testResult } from './base/chi-squared-test.ts'
import { marginalHomogeneity } from './base/marginal-homogeneity.ts'
import { needTwoRaters, pairCounts } from './base/pair-counts.ts'
import { confidenceOf, type Setting, undetermined } from './base/report.ts'
import { defineMeasure } from './define-measure.ts'
import type { Options } from './options.ts'
import type { Result } from './result.ts'
import type { CodeTable } from './table/types.ts'

/**
 * Stuart and Maxwell's test: do two raters use every category equally often?
 *
 * Categories that were never confused drop out and take their degree of freedom along.
 *
 * @returns the statistic as `estimate`, p in `test`.
 * @throws RangeError if the table has not two raters.
 * @source Stuart (1955), Biometrika 42, 412-416. doi:10.1093/biomet/42.3-4.412
 * @source Maxwell (1970), Br. J. Psychiatry 116, 651-655. doi:10.1192/bjp.116.535.651
 * @checked data/reference/marginal.json
 * @example stuartMaxwell(tableFromContingency({ raters: ['A', 'B'], level: 'nominal', categories: ['x', 'y'], counts: [[40, 9], [6, 45]] })).estimate // 0.6
 */
export function stuartMaxwell(table: CodeTable, options: Pick<Options, 'confidence'> = {}): Result {
  needTwoRaters(table.raters, 'stuart-maxwell')
  const pairs = pairCounts(table)
  const setting: Setting = {
    measure: 'stuart-maxwell',
    options: { confidence: confidenceOf(options) },
    raters: table.raters,
    n: pairs.n,
    dropped: pairs.dropped,
  }
  if (pairs.n === 0) return undetermined(setting, 'no-items', 'No item was coded by both raters.')
  const { statistic, df } = marginalHomogeneity(pairs)
  return testResult(setting, chiSquared(statistic, df, 'both raters use every category equally often'))
}

export const stuartMaxwellMeasure = defineMeasure({
  id: 'stuart-maxwell',
  title: 'Stuart-Maxwell test of equal margins',
  family: 'tests',
  better: null,
  levels: ['nominal', 'ordinal', 'interval', 'ratio'],
  raters: 2,
  tables: ['codes'],
  missing: ['pairwise'],
  weights: [],
  options: [],
  source: 'Stuart 1955; Maxwell 1970',
  estimate: stuartMaxwell,
})
