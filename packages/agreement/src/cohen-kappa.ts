import { confidenceOf } from './base/report.ts'
import { twoRaterKappa } from './base/two-rater-kappa.ts'
import { defineMeasure } from './define-measure.ts'
import type { Options } from './options.ts'
import type { Result } from './result.ts'
import type { CodeTable } from './table/types.ts'

/**
 * Cohen's kappa: agreement of two raters on unordered codes, corrected for chance.
 *
 * Chance is the product of each rater's own code shares. With one very frequent code kappa can be low although the
 * raters nearly always agree; report `observed` beside it. The interval uses the standard error of Fleiss, Cohen and
 * Everitt for any kappa, the test the one that holds if kappa is 0.
 *
 * @param table two raters; an item that one of them did not code is left out and counted in `dropped`.
 * @returns `estimate` without unit, -1 to 1 (1 full agreement, 0 as by chance); undefined if no item was coded by both
 *   (`no-items`) or both used one and the same code only (`no-variation`).
 * @throws RangeError if the table has not two raters.
 * @source Cohen (1960), Educ. Psychol. Meas. 20(1), 37-46. doi:10.1177/001316446002000104
 * @source Fleiss, Cohen & Everitt (1969), Psychol. Bull. 72(5), 323-327. doi:10.1037/h0028106
 * @checked data/reference/kappa2.json
 * @example cohenKappa(ratingTable({ raters: ['A', 'B'], level: 'nominal', categories: ['F', 'Ds', 'E'], rows: [['F', 'F'], ['F', 'Ds'], ['Ds', 'Ds'], ['Ds', 'Ds']] })).estimate // 0.5
 */
export function cohenKappa(table: CodeTable, options: Pick<Options, 'confidence'> = {}): Result {
  const confidence = confidenceOf(options)
  return twoRaterKappa('cohen-kappa', table, 'identity', { confidence })
}

export const cohenKappaMeasure = defineMeasure({
  id: 'cohen-kappa',
  title: "Cohen's kappa",
  family: 'categories',
  levels: ['nominal', 'ordinal', 'interval', 'ratio'],
  raters: 2,
  tables: ['codes'],
  missing: ['pairwise'],
  weights: [],
  options: [],
  source: 'Cohen 1960; Fleiss, Cohen & Everitt 1969',
  estimate: cohenKappa,
})
