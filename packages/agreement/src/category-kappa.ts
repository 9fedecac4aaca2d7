import { normalInterval } from './base/intervals.ts'
import { askedCategory, type CategoryValue, categoryDetails, usedCategory } from './base/one-category.ts'
import { needTwoRaters, type PairCounts, pairCounts } from './base/pair-counts.ts'
import { confidenceOf, estimated, type Setting, undetermined } from './base/report.ts'
import { kappaError, kappaValue } from './base/two-rater-kappa.ts'
import { weightMatrix } from './base/weights.ts'
import { defineMeasure } from './define-measure.ts'
import type { Options } from './options.ts'
import type { Result } from './result.ts'
import type { CodeTable } from './table/types.ts'

/**
 * Kappa of each category: Cohen's kappa of two raters after all other categories are put together. It shows which code is the one they
 * do not share.
 *
 * @param options `category`: the category the estimate is about. Without it the estimate is Cohen's kappa of all categories, and each one
 *   stands in `details.categories`, `null` if nobody used it.
 * @returns `estimate` without unit, -1 to 1, with the interval of Fleiss, Cohen and Everitt; undefined if no item was coded by both
 *   (`no-items`), or both used only that category or never used it (`no-variation`).
 * @throws RangeError if the table has not two raters, or that category is not declared.
 * @source Fleiss, Levin & Paik (2003), Statistical Methods for Rates and Proportions, 3rd ed., ch. 18. doi:10.1002/0471445428
 * @checked data/reference/kappa2_indices.json
 * @example categoryKappa(ratingTable({ raters: ['A', 'B'], level: 'nominal', categories: ['F', 'Ds'], rows: [['F', 'F'], ['F', 'Ds'], ['Ds', 'Ds'], ['Ds', 'Ds']] }), { category: 'F' }).estimate // 0.5
 */
export function categoryKappa(table: CodeTable, options: Pick<Options, 'confidence' | 'category'> = {}): Result {
  needTwoRaters(table.raters, 'category-kappa')
  const confidence = confidenceOf(options)
  const asked = askedCategory(table, options)
  const pairs = pairCounts(table)
  const setting: Setting = {
    measure: 'category-kappa',
    options: { confidence, ...usedCategory(asked) },
    raters: table.raters,
    n: pairs.n,
    dropped: pairs.dropped,
  }
  if (pairs.n === 0) return undetermined(setting, 'no-items', 'No item was coded by both raters.')
  const values = table.categories.map((category, k) => kappaWith(category, collapsed(pairs, k), binary, confidence))
  const details = { categories: categoryDetails(values) }
  const identity = weightMatrix('identity', table, table.level)
  const { estimate, se, interval } =
    asked === undefined ? kappaWith('', pairs, identity, confidence) : values[asked.position]!
  if (estimate === null) {
    const message = 'Both raters used one and the same category only, so agreement by chance is 1.'
    return undetermined(setting, 'no-variation', message, { details })
  }
  return estimated(setting, { estimate, se, interval, details })
}

const binary = Float64Array.of(1, 0, 0, 1)

/** The 2 x 2 table of one category against all others. */
function collapsed({ k, n, counts, rows, columns, dropped }: PairCounts, category: number): PairCounts {
  const both = counts[category * k + category]!
  const [first, second] = [rows[category]!, columns[category]!]
  return {
    k: 2,
    n,
    counts: Float64Array.of(both, first - both, second - both, n - first - second + both),
    rows: Float64Array.of(first, n - first),
    columns: Float64Array.of(second, n - second),
    dropped,
  }
}

function kappaWith(category: string, pairs: PairCounts, weights: Float64Array, level: number): CategoryValue {
  const { observed, expected, kappa } = kappaValue(pairs, weights)
  if (kappa === null) return { category, estimate: null }
  const se = kappaError(pairs, weights, observed, expected)
  return { category, estimate: kappa, se, interval: normalInterval(kappa, se, level, 'Fleiss-Cohen-Everitt, normal') }
}

export const categoryKappaMeasure = defineMeasure({
  id: 'category-kappa',
  title: 'Kappa of each category',
  family: 'categories',
  levels: ['nominal', 'ordinal', 'interval', 'ratio'],
  raters: 2,
  tables: ['codes'],
  missing: ['pairwise'],
  weights: [],
  options: ['category'],
  source: 'Fleiss, Levin & Paik 2003',
  estimate: categoryKappa,
})
