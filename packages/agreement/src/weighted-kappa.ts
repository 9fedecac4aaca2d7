import { confidenceOf } from './base/report.ts'
import { twoRaterKappa } from './base/two-rater-kappa.ts'
import { allWeights } from './base/weights.ts'
import { defineMeasure } from './define-measure.ts'
import type { Options } from './options.ts'
import type { Result } from './result.ts'
import type { CodeTable } from './table/types.ts'

/**
 * Weighted kappa: agreement of two raters where some disagreements are worse than others.
 *
 * Weights come from the declared scale, used or not, never from the categories that happen to occur. Quadratic weights are
 * the default; with them kappa comes close to ICC(A,1).
 *
 * @param options `weights`: a family by name or a symmetric matrix of agreement weights (1 full, 0 none).
 * @returns as `cohenKappa`; `observed` and `expected` are weighted.
 * @throws RangeError if the weights do not fit the scale, as linear weights on nominal categories.
 * @source Cohen (1968), Psychol. Bull. 70(4), 213-220. doi:10.1037/h0026256
 * @source Fleiss, Cohen & Everitt (1969), Psychol. Bull. 72(5), 323-327. doi:10.1037/h0028106
 * @checked data/reference/kappa2.json
 * @example weightedKappa(ratingTable({ raters: ['A', 'B'], level: 'ordinal', categories: [1, 2, 3], rows: [[1, 1], [2, 2], [3, 3], [1, 2], [3, 2]] }), { weights: 'linear' }).estimate // 0.5454545454545454
 */
export function weightedKappa(
  table: CodeTable,
  options: Pick<Options, 'confidence' | 'weights' | 'period'> = {},
): Result {
  const { weights = 'quadratic' } = options
  return twoRaterKappa('weighted-kappa', table, weights, { ...options, weights, confidence: confidenceOf(options) })
}

export const weightedKappaMeasure = defineMeasure({
  id: 'weighted-kappa',
  title: 'Weighted kappa',
  family: 'categories',
  levels: ['nominal', 'ordinal', 'interval', 'ratio'],
  raters: 2,
  tables: ['codes'],
  missing: ['pairwise'],
  weights: allWeights,
  usualWeights: 'quadratic',
  options: ['weights', 'period'],
  source: 'Cohen 1968; Fleiss, Cohen & Everitt 1969; Gwet 2014 ch. 3',
  estimate: weightedKappa,
})
