import { chiSquared, testResult } from './base/chi-squared-test.ts'
import { marginalHomogeneity } from './base/marginal-homogeneity.ts'
import { needTwoRaters, pairCounts } from './base/pair-counts.ts'
import { confidenceOf, type Setting, undetermined } from './base/report.ts'
import { defineMeasure } from './define-measure.ts'
import type { Options } from './options.ts'
import type { Result } from './result.ts'
import type { CodeTable } from './table/types.ts'

/**
 * Bhapkar's test: as `stuartMaxwell`, with the variance that holds whether or not the hypothesis is true; more powerful.
 *
 * @returns the statistic as `estimate`, p in `test`; undefined if all items differ in one direction, so that the statistic has no bound.
 * @throws RangeError if the table has not two raters.
 * @source Bhapkar (1966), J. Am. Stat. Assoc. 61, 228-235. doi:10.1080/01621459.1966.10502021
 * @checked data/reference/marginal.json
 * @example bhapkar(tableFromContingency({ raters: ['A', 'B'], level: 'nominal', categories: ['x', 'y'], counts: [[8, 6], [2, 8]] })).estimate // 2.1818181818181817
 */
export function bhapkar(table: CodeTable, options: Pick<Options, 'confidence'> = {}): Result {
  needTwoRaters(table.raters, 'bhapkar')
  const pairs = pairCounts(table)
  const { n, dropped } = pairs
  const setting: Setting = {
    measure: 'bhapkar',
    options: { confidence: confidenceOf(options) },
    raters: table.raters,
    n,
    dropped,
  }
  if (n === 0) return undetermined(setting, 'no-items', 'No item was coded by both raters.')
  const { statistic, df } = marginalHomogeneity(pairs)
  // Equal to n only up to rounding when every item differs in the same direction.
  if (statistic >= n * (1 - 1e-12)) {
    return undetermined(setting, 'not-determined', 'All items differ in one direction, so the statistic has no bound.')
  }
  return testResult(
    setting,
    chiSquared(statistic / (1 - statistic / n), df, 'both raters use every category equally often'),
  )
}

export const bhapkarMeasure = defineMeasure({
  id: 'bhapkar',
  title: "Bhapkar's test of equal margins",
  family: 'tests',
  better: null,
  levels: ['nominal', 'ordinal', 'interval', 'ratio'],
  raters: 2,
  tables: ['codes'],
  missing: ['pairwise'],
  weights: [],
  options: [],
  source: 'Bhapkar 1966',
  estimate: bhapkar,
})
