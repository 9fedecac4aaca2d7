import { needTwoRaters, pairCounts } from './base/pair-counts.ts'
import { confidenceOf, estimated, type Setting, undetermined } from './base/report.ts'
import { defineMeasure } from './define-measure.ts'
import type { Options } from './options.ts'
import type { Result } from './result.ts'
import type { CodeTable } from './table/types.ts'

/**
 * The largest kappa that the code shares of two raters allow.
 *
 * It is 1 only if both use each code equally often; the gap to 1 is disagreement about *how often*, not about *which*.
 *
 * @returns `estimate` from 0 to 1; `details.kappa` is Cohen's kappa and `details.ratio` its share of the largest. Undefined as
 *   `cohenKappa` is.
 * @throws RangeError if the table has not two raters.
 * @source Cohen (1960), Educ. Psychol. Meas. 20(1), 37-46, p. 42. doi:10.1177/001316446002000104
 * @checked data/reference/kappa2_indices.json
 * @example kappaMax(ratingTable({ raters: ['A', 'B'], level: 'nominal', categories: ['F', 'Ds'], rows: [['F', 'F'], ['F', 'Ds'], ['Ds', 'Ds'], ['Ds', 'Ds']] })).estimate // 0.5
 */
export function kappaMax(table: CodeTable, options: Pick<Options, 'confidence'> = {}): Result {
  needTwoRaters(table.raters, 'kappa-max')
  const { k, n, counts, rows, columns, dropped } = pairCounts(table)
  const setting: Setting = {
    measure: 'kappa-max',
    options: { confidence: confidenceOf(options) },
    raters: table.raters,
    n,
    dropped,
  }
  if (n === 0) return undetermined(setting, 'no-items', 'No item was coded by both raters.')
  let chance = 0
  let most = 0
  let agreed = 0
  for (let category = 0; category < k; category++) {
    chance += rows[category]! * columns[category]!
    most += Math.min(rows[category]!, columns[category]!)
    agreed += counts[category * k + category]!
  }
  const beyond = n * n - chance
  if (beyond === 0) {
    return undetermined(
      setting,
      'no-variation',
      'Both raters used one and the same category only, so agreement by chance is 1.',
    )
  }
  const estimate = (n * most - chance) / beyond
  const kappa = (n * agreed - chance) / beyond
  return estimated(setting, { estimate, details: { kappa, ratio: estimate === 0 ? null : kappa / estimate } })
}

export const kappaMaxMeasure = defineMeasure({
  id: 'kappa-max',
  title: 'Largest kappa the code shares allow',
  family: 'categories',
  better: null,
  levels: ['nominal', 'ordinal', 'interval', 'ratio'],
  raters: 2,
  tables: ['codes'],
  missing: ['pairwise'],
  weights: [],
  options: [],
  source: 'Cohen 1960',
  estimate: kappaMax,
})
