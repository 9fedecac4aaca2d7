import { meanOverPairs } from './base/mean-over-pairs.ts'
import { defineMeasure } from './define-measure.ts'
import type { Options } from './options.ts'
import { correlation } from './pearson.ts'
import type { Result } from './result.ts'
import type { RaterTable } from './table/select.ts'

/**
 * Mean of Pearson's correlation over all pairs of raters.
 *
 * Blind to bias, as each of the correlations is. Perfect correlations count like any other.
 *
 * @param options `missing`: 'listwise' (default) uses the items everybody scored, 'pairwise' gives each pair its own.
 * @returns `estimate` without unit, -1 to 1; `details` has the lowest and the highest pair; undefined if any of the
 *   correlations is: with one rater, fewer than two common items, or a rater who gave every item the same score.
 * @throws RangeError if `confidence` is not between 0 and 1.
 * @source Ebel (1951), Psychometrika 16(4), 407-424. doi:10.1007/BF02288803
 * @checked data/reference/rank_corr.json
 * @example meanPearson(ratingTable({ raters: ['A', 'B', 'C'], level: 'interval', rows: [[1, 3, 2], [2, 2, 4], [3, 1, 6]] })).estimate // -0.3333333333333333
 */
export function meanPearson(table: RaterTable, options: Pick<Options, 'confidence' | 'missing'> = {}): Result {
  return meanOverPairs('mean-pearson', correlation, table, options)
}

export const meanPearsonMeasure = defineMeasure({
  id: 'mean-pearson',
  title: "Mean of Pearson's correlation over pairs",
  family: 'scales',
  levels: ['interval', 'ratio'],
  raters: 'many',
  tables: ['scores', 'codes'],
  missing: ['listwise', 'pairwise'],
  weights: [],
  options: ['missing'],
  source: 'Ebel 1951',
  estimate: meanPearson,
})
