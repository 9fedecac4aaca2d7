import { congerBeyond, congerLinear, type RaterShares, raterShares } from './base/conger-error.ts'
import { categoryShares, finish, type GwetOptions, itemDisagreement, total } from './base/gwet.ts'
import { countsOfEachItem, type ItemCounts, itemCounts } from './base/item-counts.ts'
import { noDifference } from './base/no-difference.ts'
import { confidenceOf, type Setting, undetermined } from './base/report.ts'
import { silentRaters } from './base/silent-raters.ts'
import { allWeights, weightMatrix } from './base/weights.ts'
import { defineMeasure } from './define-measure.ts'
import type { Result } from './result.ts'
import { completeItems } from './table/complete-items.ts'
import type { CodeTable } from './table/types.ts'

/**
 * Conger's kappa: Cohen's kappa for any number of raters.
 *
 * Chance is the mean over all pairs of raters of what their own code shares would give. With two raters and no missing ratings it is
 * Cohen's kappa; the interval is Gwet's, which allows ratings to be missing. A rater without any rating is left out.
 *
 * @returns `estimate` at most 1; undefined if no item has two ratings or chance agreement is 1.
 * @throws RangeError if the weights do not fit the scale.
 * @source Conger (1980), Psychol. Bull. 88(2), 322-328. doi:10.1037/0033-2909.88.2.322
 * @source Gwet (2014), Handbook of Inter-Rater Reliability, 4th ed., ch. 2 and 5.
 * @checked data/reference/multirater_kappa.json
 * @example congerKappa(ratingTable({ raters: ['A', 'B'], level: 'nominal', categories: ['F', 'Ds'], rows: [['F', 'F'], ['F', 'Ds'], ['Ds', 'Ds'], ['Ds', 'Ds']] })).estimate // 0.5
 */
export function congerKappa(given: CodeTable, options: GwetOptions = {}): Result {
  const { weights = 'identity', missing = 'available' } = options
  const confidence = confidenceOf(options)
  const table = missing === 'listwise' ? completeItems(given) : given
  const counts = countsOfEachItem(table)
  const q = table.categories.length
  const setting: Setting = {
    measure: 'conger-kappa',
    options: { ...options, confidence, weights, missing },
    raters: table.raters,
    n: counts.n,
    dropped: missing === 'listwise' ? itemCounts(given, missing).dropped : counts.dropped,
    warnings: silentRaters(table),
  }
  const raters = raterShares(table)
  if (raters.raters.length < 2) return undetermined(setting, 'too-few-raters', 'Fewer than two raters coded anything.')
  if (counts.paired === 0) return undetermined(setting, 'no-items', 'No item was coded by two raters.')
  const matrix = weightMatrix(weights, table, table.level, options)
  const perItem = itemDisagreement(counts, weights === 'identity' ? null : matrix)
  const apart = total(perItem) / counts.paired
  const beyond = congerBeyond(raters, q, matrix)
  const known = { observed: 1 - apart, expected: 1 - beyond }
  if (!(beyond > 0)) {
    const ofOne = 'All raters used one and the same category, so agreement by chance is 1.'
    return undetermined(setting, 'no-variation', noDifference(categoryShares(counts), ofOne), known)
  }
  const estimate = 1 - apart / beyond
  const se = linearisedError(table, counts, raters, { perItem, beyond, estimate, matrix })
  return finish(setting, { estimate, ...known }, se, confidence)
}

interface Parts {
  readonly perItem: Float64Array
  readonly beyond: number
  readonly estimate: number
  readonly matrix: Float64Array
}

/** Gwet's linearised error; an item's chance part depends on who coded it, so the codes themselves are read again. */
function linearisedError(table: CodeTable, counts: ItemCounts, raters: RaterShares, parts: Parts): number | undefined {
  const { n, q, ratings, paired } = counts
  if (n < 2) return undefined
  const { perItem, beyond, estimate, matrix } = parts
  const linear = congerLinear(raters, q, matrix)
  const m = raters.raters.length
  let squares = 0
  let at = 0
  for (let item = 0; item < table.size; item++) {
    const row = table.codes.subarray(item * table.raters.length, (item + 1) * table.raters.length)
    if (!row.some((code) => code >= 0)) continue
    let chance = 0
    for (const [index, rater] of raters.raters.entries()) {
      const code = row[rater]!
      if (code >= 0) chance += (n / raters.rated[index]!) * (linear.own[index * q + code]! - linear.mean[index]!)
    }
    const off = chance / (m * (m - 1))
    const own = ratings[at]! > 1 ? (n / paired) * (1 - perItem[at]! / beyond) : 0
    squares += (own - (2 * (1 - estimate) * off) / beyond - estimate) ** 2
    at++
  }
  return Math.sqrt(squares / (n * (n - 1)))
}

export const congerKappaMeasure = defineMeasure({
  id: 'conger-kappa',
  title: "Conger's kappa (Cohen's for many raters)",
  family: 'categories',
  levels: ['nominal', 'ordinal', 'interval', 'ratio'],
  raters: 'many',
  tables: ['codes'],
  missing: ['available', 'listwise'],
  weights: allWeights,
  options: ['weights', 'period', 'missing'],
  source: 'Conger 1980; Gwet 2014',
  estimate: congerKappa,
})
