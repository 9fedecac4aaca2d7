import { confidenceOf, estimated, type Setting, undetermined } from './base/report.ts'
import { twoByTwo } from './base/two-by-two.ts'
import { defineMeasure } from './define-measure.ts'
import type { Options } from './options.ts'
import type { Result } from './result.ts'
import type { CodeTable } from './table/types.ts'

/**
 * Prevalence index: how far agreement on one of two codes outweighs agreement on the other. The nearer to 1, the lower the kappa that the
 * same percent agreement gives.
 *
 * @returns `estimate` from 0 to 1; `details.signed` is positive if the first category prevails. Undefined without a complete item.
 * @throws RangeError if there are not two raters and two declared categories.
 * @source Byrt, Bishop & Carlin (1993), J. Clin. Epidemiol. 46(5), 423-429. doi:10.1016/0895-4356(93)90018-V
 * @checked data/reference/kappa2_indices.json
 * @example prevalenceIndex(tableFromContingency({ raters: ['A', 'B'], level: 'nominal', categories: ['yes', 'no'], counts: [[40, 9], [6, 45]] })).estimate // 0.05
 */
export function prevalenceIndex(table: CodeTable, options: Pick<Options, 'confidence'> = {}): Result {
  const { a, d, n, dropped } = twoByTwo(table, 'prevalence-index')
  const setting: Setting = {
    measure: 'prevalence-index',
    options: { confidence: confidenceOf(options) },
    raters: table.raters,
    n,
    dropped,
  }
  if (n === 0) return undetermined(setting, 'no-items', 'No item was coded by both raters.')
  return estimated(setting, { estimate: Math.abs(a - d) / n, details: { signed: (a - d) / n } })
}

export const prevalenceIndexMeasure = defineMeasure({
  id: 'prevalence-index',
  title: 'Prevalence index',
  family: 'categories',
  better: null,
  levels: ['nominal', 'ordinal', 'interval', 'ratio'],
  raters: 2,
  categories: 2,
  tables: ['codes'],
  missing: ['pairwise'],
  weights: [],
  options: [],
  source: 'Byrt, Bishop & Carlin 1993',
  estimate: prevalenceIndex,
})
