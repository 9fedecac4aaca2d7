import { meanOverPairs } from './base/mean-over-pairs.ts'
import { defineMeasure } from './define-measure.ts'
import type { Options } from './options.ts'
import type { Result } from './result.ts'
import { rankCorrelation } from './spearman.ts'
import type { RaterTable } from './table/select.ts'

/**
 * Mean of Spearman's rank correlation over all pairs of raters.
 *
 * Without ties it is (m W - 1) / (m - 1) for m raters and Kendall's W; with ties the two differ a little.
 *
 * @param options `missing`: 'listwise' (default) uses the items everybody scored, 'pairwise' gives each pair its own.
 * @returns `estimate` without unit, -1 to 1; `details` has the lowest and the highest pair; undefined if any of the
 *   correlations is: with one rater, fewer than two common items, or a rater who gave every item the same score.
 * @throws RangeError if `confidence` is not between 0 and 1.
 * @source Kendall & Babington Smith (1939), Ann. Math. Stat. 10(3), 275-287. doi:10.1214/aoms/1177732186
 * @checked data/reference/rank_corr.json
 * @example meanSpearman(ratingTable({ raters: ['A', 'B', 'C'], level: 'interval', rows: [[1, 3, 2], [2, 2, 4], [9, 1, 6]] })).estimate // -0.3333333333333333
 */
export function meanSpearman(table: RaterTable, options: Pick<Options, 'confidence' | 'missing'> = {}): Result {
  return meanOverPairs('mean-spearman', rankCorrelation, table, options)
}

export const meanSpearmanMeasure = defineMeasure({
  id: 'mean-spearman',
  title: "Mean of Spearman's correlation over pairs",
  family: 'scales',
  levels: ['ordinal', 'interval', 'ratio'],
  raters: 'many',
  tables: ['scores', 'codes'],
  missing: ['listwise', 'pairwise'],
  weights: [],
  options: ['missing'],
  source: 'Kendall & Babington Smith 1939',
  estimate: meanSpearman,
})
