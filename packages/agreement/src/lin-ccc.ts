import { needTwoRaters } from './base/pair-counts.ts'
import { pairedScores } from './base/paired-scores.ts'
import { confidenceOf, estimated, type Setting, undetermined } from './base/report.ts'
import { mean, squaredDeviations } from './base/sum.ts'
import { defineMeasure } from './define-measure.ts'
import { normalQuantile } from './distributions/distributions.ts'
import type { Options } from './options.ts'
import { correlation } from './pearson.ts'
import type { Result } from './result.ts'
import type { RaterTable } from './table/select.ts'

/**
 * Lin's concordance correlation: how close two raters' scores lie to the line on which both are equal.
 *
 * It is Pearson's correlation times `details.biasCorrection` (Cb), which falls below 1 when one rater scores higher
 * (`locationShift`) or spreads scores more (`scaleShift`, second by first) than the other. Close to ICC(A,1) of the same two raters.
 *
 * @param table two raters, interval or ratio; an item that one of them did not score is left out.
 * @returns `estimate` without unit, -1 to 1; 0 if only one rater varies; undefined with fewer than two items or if neither rater
 *   varies. Interval by Fisher's z from three items on, unless the scores are perfectly or not at all correlated.
 * @throws RangeError if the table has not two raters.
 * @source Lin (1989), Biometrics 45(1), 255-268. doi:10.2307/2532051
 * @source Lin (2000), Biometrics 56(1), 324-325 (correction of the standard error). doi:10.1111/j.0006-341X.2000.00324.x
 * @checked data/reference/method_comparison.json
 * @example linCcc(ratingTable({ raters: ['A', 'B'], level: 'interval', rows: [[1, 2], [2, 3], [3, 4]] })).estimate // 0.5714285714285714
 */
export function linCcc(table: RaterTable, options: Pick<Options, 'confidence'> = {}): Result {
  needTwoRaters(table.raters, 'lin-ccc')
  const confidence = confidenceOf(options)
  const { n, first, second, dropped } = pairedScores(table)
  const setting: Setting = { measure: 'lin-ccc', options: { confidence }, raters: table.raters, n, dropped }
  if (n < 2) return undetermined(setting, 'too-few-items', 'Fewer than two items were scored by both raters.')
  const [spread, other] = [Math.sqrt(squaredDeviations(first) / n), Math.sqrt(squaredDeviations(second) / n)]
  if (spread === 0 && other === 0) {
    return undetermined(setting, 'no-variation', 'Neither rater told any two items apart.')
  }
  const shift = mean(first.map((score, item) => score - second[item]!)) // not of means: they share digits
  const r = correlation(first, second)
  if (r === null) return estimated(setting, { estimate: 0, details: { pearson: null, meanDifference: shift } })
  const scaleShift = other / spread
  const locationShift = Math.abs(shift) / Math.sqrt(spread * other)
  const biasCorrection = 2 / (scaleShift + 1 / scaleShift + locationShift ** 2)
  const estimate = r * biasCorrection
  const se = linError(estimate, r, locationShift, n)
  const half = se === undefined ? 0 : (normalQuantile((1 + confidence) / 2) * se) / (1 - estimate ** 2)
  const bound = (sign: number): number => Math.tanh(Math.atanh(estimate) + sign * half)
  return estimated(setting, {
    estimate,
    se,
    interval:
      se === undefined ? undefined : { lower: bound(-1), upper: bound(1), level: confidence, method: 'Lin, Fisher z' },
    details: { pearson: r, biasCorrection, scaleShift, locationShift, meanDifference: shift },
  })
}

/** Asymptotic standard error with the correction of 2000; there is none at r = 0 or for perfect concordance. */
function linError(ccc: number, r: number, u: number, n: number): number | undefined {
  if (n < 3 || r === 0 || Math.abs(ccc) >= 1) return undefined
  const variance =
    (1 - r * r) * ccc ** 2 * ((1 - ccc ** 2) / r ** 2) +
    (2 * ccc ** 3 * (1 - ccc) * u ** 2) / r -
    (ccc ** 4 * u ** 4) / (2 * r ** 2)
  return variance > 0 ? Math.sqrt(variance / (n - 2)) : undefined
}

export const linCccMeasure = defineMeasure({
  id: 'lin-ccc',
  title: "Lin's concordance correlation",
  family: 'scales',
  levels: ['interval', 'ratio'],
  raters: 2,
  tables: ['scores', 'codes'],
  missing: ['pairwise'],
  weights: [],
  options: [],
  source: 'Lin 1989, 2000',
  estimate: linCcc,
})
