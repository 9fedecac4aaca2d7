import { confidenceOf, estimated, type Setting, undetermined } from './base/report.ts'
import { twoByTwo } from './base/two-by-two.ts'
import { defineMeasure } from './define-measure.ts'
import type { Options } from './options.ts'
import type { Result } from './result.ts'
import type { CodeTable } from './table/types.ts'

/**
 * Bias index: how far two raters differ in how often they use the first of two codes.
 *
 * @returns `estimate` from 0 to 1; `details.signed` is positive if the first rater uses the first category more often. Undefined without a
 *   complete item.
 * @throws RangeError if there are not two raters and two declared categories.
 * @source Byrt, Bishop & Carlin (1993), J. Clin. Epidemiol. 46(5), 423-429. doi:10.1016/0895-4356(93)90018-V
 * @checked data/reference/kappa2_indices.json
 * @example biasIndex(tableFromContingency({ raters: ['A', 'B'], level: 'nominal', categories: ['yes', 'no'], counts: [[40, 9], [6, 45]] })).estimate // 0.03
 */
export function biasIndex(table: CodeTable, options: Pick<Options, 'confidence'> = {}): Result {
  const { b, c, n, dropped } = twoByTwo(table, 'bias-index')
  const setting: Setting = {
    measure: 'bias-index',
    options: { confidence: confidenceOf(options) },
    raters: table.raters,
    n,
    dropped,
  }
  if (n === 0) return undetermined(setting, 'no-items', 'No item was coded by both raters.')
  return estimated(setting, { estimate: Math.abs(b - c) / n, details: { signed: (b - c) / n } })
}

export const biasIndexMeasure = defineMeasure({
  id: 'bias-index',
  title: 'Bias index',
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
  estimate: biasIndex,
})
