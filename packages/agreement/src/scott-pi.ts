import { noSpread, tInterval } from './base/intervals.ts'
import { noDifference } from './base/no-difference.ts'
import { needTwoRaters, type PairCounts, pairCounts } from './base/pair-counts.ts'
import { confidenceOf, estimated, type Setting, undetermined } from './base/report.ts'
import { allWeights, weightMatrix } from './base/weights.ts'
import { defineMeasure } from './define-measure.ts'
import type { Options } from './options.ts'
import type { Result } from './result.ts'
import type { CodeTable } from './table/types.ts'

/**
 * Scott's pi: agreement of two raters corrected for a chance that both share.
 *
 * Chance is the square of the shares both raters together gave each code; unlike Cohen's kappa, it does not reward raters who
 * prefer different codes.
 *
 * @returns `estimate` from -1 to 1; undefined if no item was coded by both or all codes are one and the same.
 * @throws RangeError if the table has not two raters.
 * @source Scott (1955), Public Opin. Q. 19(3), 321-325. doi:10.1086/266577
 * @source Gwet (2014), Handbook of Inter-Rater Reliability, 4th ed. (standard error).
 * @checked data/reference/pi_s_bp.json
 * @example scottPi(ratingTable({ raters: ['A', 'B'], level: 'nominal', categories: ['x', 'y'], rows: [['x', 'x'], ['x', 'y'], ['y', 'y'], ['y', 'y']] })).estimate // 0.4666666666666667
 */
export function scottPi(table: CodeTable, options: Pick<Options, 'confidence' | 'weights' | 'period'> = {}): Result {
  needTwoRaters(table.raters, 'scott-pi')
  const { weights = 'identity' } = options
  const confidence = confidenceOf(options)
  const matrix = weightMatrix(weights, table, table.level, options)
  const pairs = pairCounts(table)
  const { k, n, rows, columns, dropped } = pairs
  const setting: Setting = {
    measure: 'scott-pi',
    options: { ...options, confidence, weights },
    raters: table.raters,
    n,
    dropped,
  }
  if (n === 0) return undetermined(setting, 'no-items', 'No item was coded by both raters.')
  const shares = rows.map((row, category) => (row + columns[category]!) / (2 * n))
  let apart = 0
  let beyond = 0
  for (let cell = 0; cell < k * k; cell++) {
    apart += ((1 - matrix[cell]!) * pairs.counts[cell]!) / n
    beyond += (1 - matrix[cell]!) * shares[Math.floor(cell / k)]! * shares[cell % k]!
  }
  const known = { observed: 1 - apart, expected: 1 - beyond }
  if (beyond === 0) {
    const ofOne = 'All codes are one and the same, so agreement by chance is 1.'
    return undetermined(setting, 'no-variation', noDifference(shares, ofOne), known)
  }
  const estimate = 1 - apart / beyond
  const se = standardError(pairs, matrix, shares, { estimate, beyond })
  const interval = n > 1 ? tInterval(estimate, se, n - 1, confidence, 'Gwet linearised, t') : undefined
  return estimated({ ...setting, warnings: noSpread(se) }, { estimate, ...known, se, interval })
}

/** Spread of one item's share in pi, around its mean. */
function standardError(
  { k, n, counts }: PairCounts,
  weights: Float64Array,
  shares: Float64Array,
  { estimate, beyond }: { estimate: number; beyond: number },
): number {
  const chance = shares.map((_, i) => shares.reduce((sum, share, j) => sum + weights[i * k + j]! * share, 0))
  const part = (cell: number): number =>
    weights[cell]! - (1 - estimate) * (chance[Math.floor(cell / k)]! + chance[cell % k]!)
  const centre = counts.reduce((sum, count, cell) => sum + (count / n) * part(cell), 0)
  const spread = counts.reduce((sum, count, cell) => sum + (count / n) * (part(cell) - centre) ** 2, 0)
  return Math.sqrt(spread / n) / beyond
}

export const scottPiMeasure = defineMeasure({
  id: 'scott-pi',
  title: "Scott's pi",
  family: 'categories',
  levels: ['nominal', 'ordinal', 'interval', 'ratio'],
  raters: 2,
  tables: ['codes'],
  missing: ['pairwise'],
  weights: allWeights,
  options: ['weights', 'period'],
  source: 'Scott 1955; Gwet 2014 (standard error)',
  estimate: scottPi,
})
