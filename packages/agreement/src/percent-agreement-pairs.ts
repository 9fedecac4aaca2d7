import { itemDisagreement, weightedTotal } from './base/gwet.ts'
import { defineGwetMeasure } from './base/gwet-measure.ts'
import { noSpread, tInterval } from './base/intervals.ts'
import { itemCounts } from './base/item-counts.ts'
import { confidenceOf, drops, estimated, type Setting, undetermined } from './base/report.ts'
import { silentRaters } from './base/silent-raters.ts'
import { weightMatrix } from './base/weights.ts'
import type { Options } from './options.ts'
import type { Result } from './result.ts'
import type { CodeTable, CountTable } from './table/types.ts'

/**
 * Percent agreement over pooled pairs: of all pairs of ratings of the same item, the share that agrees.
 *
 * Items with more ratings weigh more, unlike in `percent-agreement`; without missing ratings the two are the same. The standard
 * error is that of a ratio over items.
 *
 * @returns `estimate` from 0 to 1; undefined if no item has two ratings.
 * @throws RangeError if the weights do not fit the scale.
 * @source Cochran (1977), Sampling Techniques, 3rd ed., eq. 6.13 (the error of a ratio).
 * @checked data/reference/pooled.json
 * @example percentAgreementPairs(ratingTable({ raters: ['A', 'B', 'C'], level: 'nominal', categories: ['x', 'y'], rows: [['x', 'x', 'x'], ['y', 'x', null]] })).estimate // 0.75
 */
export function percentAgreementPairs(
  table: CodeTable | CountTable,
  options: Pick<Options, 'confidence' | 'weights' | 'period' | 'missing'> = {},
): Result {
  const { weights = 'identity', missing = 'available' } = options
  const confidence = confidenceOf(options)
  const counts = itemCounts(table, missing)
  const { n, ratings, times, dropped } = counts
  const setting: Setting = {
    measure: 'percent-agreement-pairs',
    options: { ...options, confidence, weights, missing },
    raters: table.raters,
    n: counts.paired,
    dropped: [...dropped, ...drops({ 'single-rating': n - counts.paired })],
    warnings: silentRaters(table),
  }
  const pairs = Float64Array.from(ratings, (rated) => rated * (rated - 1))
  const all = weightedTotal(pairs, times)
  if (all === 0) return undetermined(setting, 'no-items', 'No item was coded by two raters.')
  const matrix = weights === 'identity' ? null : weightMatrix(weights, table, table.level, options)
  const apart = itemDisagreement(counts, matrix)
  const estimate =
    1 -
    weightedTotal(
      apart.map((share, row) => share * pairs[row]!),
      times,
    ) /
      all
  if (n < 2) return estimated(setting, { estimate, observed: estimate })
  const squares = weightedTotal(
    apart.map((share, row) => (pairs[row]! * (1 - share - estimate)) ** 2),
    times,
  )
  const se = Math.sqrt((squares * n) / (n - 1)) / all
  const interval = tInterval(estimate, se, n - 1, confidence, 'ratio over items, t')
  return estimated(
    { ...setting, warnings: [...(setting.warnings ?? []), ...noSpread(se)] },
    { estimate, observed: estimate, se, interval },
  )
}

export const percentAgreementPairsMeasure = defineGwetMeasure(
  'percent-agreement-pairs',
  'Percent agreement (pooled pairs)',
  'Cochran 1977 (standard error)',
  percentAgreementPairs,
)
