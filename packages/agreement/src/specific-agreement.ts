import { weightedTotal } from './base/gwet.ts'
import { tInterval } from './base/intervals.ts'
import { type ItemCounts, itemCounts } from './base/item-counts.ts'
import { askedCategory, type CategoryValue, categoryDetails, usedCategory } from './base/one-category.ts'
import { confidenceOf, drops, estimated, type Setting, undetermined } from './base/report.ts'
import { silentRaters } from './base/silent-raters.ts'
import { defineMeasure } from './define-measure.ts'
import type { Options } from './options.ts'
import type { Result } from './result.ts'
import type { CodeTable, CountTable } from './table/types.ts'

/**
 * Specific agreement: given that one rater chose a category, the chance that another one did too. With two categories these are positive
 * and negative agreement.
 *
 * Any number of raters, ratings may be missing; the intervals come from the error of a ratio over items.
 *
 * @param options `category`: the category the estimate is about. Without it the estimate is the agreement over all pairs of ratings, and
 *   each category stands in `details.categories`, `null` if nobody used it.
 * @returns `estimate` from 0 to 1; undefined if no item has two ratings or no rater chose the category (`no-items`).
 * @throws RangeError if that category is not declared.
 * @source Spitzer & Fleiss (1974), Br. J. Psychiatry 125, 341-347. doi:10.1192/bjp.125.4.341
 * @source Cicchetti & Feinstein (1990), J. Clin. Epidemiol. 43(6), 551-558. doi:10.1016/0895-4356(90)90159-M
 * @checked data/reference/kappa2_indices.json
 * @example specificAgreement(ratingTable({ raters: ['A', 'B'], level: 'nominal', categories: ['F', 'Ds'], rows: [['F', 'F'], ['F', 'Ds'], ['Ds', 'Ds'], ['Ds', 'Ds']] }), { category: 'Ds' }).estimate // 0.8
 */
export function specificAgreement(
  table: CodeTable | CountTable,
  options: Pick<Options, 'confidence' | 'category' | 'missing'> = {},
): Result {
  const { missing = 'available' } = options
  const confidence = confidenceOf(options)
  const asked = askedCategory(table, options)
  const counts = itemCounts(table, missing)
  const setting: Setting = {
    measure: 'specific-agreement',
    options: { confidence, missing, ...usedCategory(asked) },
    raters: table.raters,
    n: counts.paired,
    dropped: [...counts.dropped, ...drops({ 'single-rating': counts.n - counts.paired })],
    warnings: silentRaters(table),
  }
  if (counts.paired === 0) return undetermined(setting, 'no-items', 'No item was coded by two raters.')
  const values = table.categories.map((category, k) => ratio(counts, category, [k], confidence))
  const details = { categories: categoryDetails(values) }
  const all = [...table.categories.keys()]
  const { estimate, se, interval } = asked === undefined ? ratio(counts, '', all, confidence) : values[asked.position]!
  if (estimate === null) return undetermined(setting, 'no-items', `No rater chose ${options.category}.`, { details })
  return estimated(setting, { estimate, se, interval, details })
}

/** Agreeing pairs over all pairs that involve one of these categories, with the linearised error of a ratio over items. */
function ratio(
  { n, rows, q, counts, ratings, times }: ItemCounts,
  category: string,
  chosen: readonly number[],
  level: number,
): CategoryValue {
  const agreed = new Float64Array(rows)
  const possible = new Float64Array(rows)
  for (let row = 0; row < rows; row++) {
    for (const k of chosen) {
      const here = counts[row * q + k]!
      agreed[row] = agreed[row]! + here * (here - 1)
      possible[row] = possible[row]! + here * (ratings[row]! - 1)
    }
  }
  const whole = weightedTotal(possible, times)
  if (whole === 0) return { category, estimate: null }
  const estimate = weightedTotal(agreed, times) / whole
  if (n < 2) return { category, estimate }
  const squares = weightedTotal(
    agreed.map((pairs, row) => (pairs - estimate * possible[row]!) ** 2),
    times,
  )
  const se = Math.sqrt((squares * n) / (n - 1)) / whole
  return { category, estimate, se, interval: tInterval(estimate, se, n - 1, level, 'ratio over items, t') }
}

export const specificAgreementMeasure = defineMeasure({
  id: 'specific-agreement',
  title: 'Specific agreement (positive and negative)',
  family: 'categories',
  levels: ['nominal', 'ordinal', 'interval', 'ratio'],
  raters: 'many',
  tables: ['codes', 'counts'],
  missing: ['available', 'listwise'],
  weights: [],
  options: ['category', 'missing'],
  source: 'Spitzer & Fleiss 1974; Cicchetti & Feinstein 1990',
  estimate: specificAgreement,
})
