import { availableScores } from './base/available-scores.ts'
import { type CrossedSums, crossedSums } from './base/crossed-sums.ts'
import { findIccForm, type IccForm } from './base/icc-forms.ts'
import { additiveResidual, type DevianceAt, restrictedDeviance } from './base/reml.ts'
import { type Fit, fit, fitAgreement, fitConsistency, fitRaters } from './base/reml-fit.ts'
import { confidenceOf, estimated, type Setting, undetermined } from './base/report.ts'
import { rootBetween } from './base/root.ts'
import { defineMeasure } from './define-measure.ts'
import { chiSquaredQuantile, chiSquaredTails } from './distributions/distributions.ts'
import type { Options } from './options.ts'
import type { Interval, Result, Test, Warning } from './result.ts'
import type { RaterTable } from './table/select.ts'

/** The bounds are sought to so many parts of 1. */
const CLOSE = 1e-10

/**
 * Intraclass correlation of items crossed with raters from all scores there are, by restricted maximum likelihood (REML).
 *
 * Model: score = mean + item + rater + error, the first three effects random. On complete tables it gives what `icc` gives unless the
 * analysis of variance has a negative component: REML ends at 0 there, and a warning says so. Scores have to be missing at random.
 *
 * @param options `form`: 'ICC(A,1)' (default), 'ICC(A,k)', 'ICC(C,1)' or 'ICC(C,k)', with k the number of raters in the table.
 * @returns `estimate` without unit, 0 to 1; interval by profiling the restricted likelihood, test by its ratio (a mixture of chi squared with
 *   0 and 1 degrees of freedom). `details.variances` has items, raters and residual, `details.mean` the estimated mean. Undefined with
 *   one rater, fewer than two items, without variation, or if items and raters explain every score.
 * @throws RangeError if the form is unknown or one-way.
 * @source Patterson & Thompson (1971), Biometrika 58(3), 545-554. doi:10.1093/biomet/58.3.545
 * @source Self & Liang (1987), J. Am. Stat. Assoc. 82, 605-610. doi:10.1080/01621459.1987.10478472 (test at the boundary)
 * @checked data/reference/icc.json — lme4 1.1-31, to 2e-4
 * @example iccMixed(ratingTable({ raters: ['A', 'B', 'C'], level: 'interval', rows: [[1, 2, null], [3, null, 3], [5, 6, 6], [null, 9, 8]] })).n // 4
 */
export function iccMixed(table: RaterTable, options: Pick<Options, 'confidence' | 'form'> = {}): Result {
  const form = findIccForm(options.form ?? 'ICC(A,1)', 'random')
  if (form.model === 'oneway') throw new RangeError(`${form.form} has no raters; use icc-oneway.`)
  const confidence = confidenceOf(options)
  const available = availableScores(table)
  const { n, values } = available
  const setting: Setting = {
    measure: 'icc-mixed',
    options: { confidence, form: form.form, missing: 'available' },
    raters: table.raters,
    n,
    dropped: available.dropped,
  }
  if (n < 2) return undetermined(setting, 'too-few-items', 'Fewer than two items have a score.')
  if (available.raters.every((rater) => rater === available.raters[0])) {
    return undetermined(setting, 'too-few-raters', 'Only one rater scored anything.')
  }
  const sums = crossedSums(available, table.raters.length)
  const scale = values.reduce((most, value) => Math.max(most, Math.abs(value - sums.mean)), 0)
  const noise = sums.ratings * (64 * Number.EPSILON * (scale + Math.abs(sums.mean) * Number.EPSILON)) ** 2
  if (sums.squares <= noise) return undetermined(setting, 'no-variation', 'All scores are equal.')
  if (additiveResidual(sums) <= Math.max(noise, 1e-14 * sums.squares)) {
    const message = 'Items and raters explain every score, so there is no error to compare with.'
    return undetermined(setting, 'not-determined', message)
  }
  return report(setting, form, sums, confidence)
}

function report(setting: Setting, form: IccForm, sums: CrossedSums, level: number): Result {
  const deviance = restrictedDeviance(sums)
  const best = fit(deviance)
  const k = form.unit === 'mean' ? sums.raters : 1
  const ofMean = (single: number): number => (k * single) / (1 + (k - 1) * single)
  const single = best.items / (1 + best.items + (form.type === 'agreement' ? best.raters : 0))
  const { lower, upper } = profile(form, deviance, best, single, level)
  const { residualVariance: residual } = best
  const interval: Interval = {
    lower: ofMean(lower),
    upper: ofMean(upper),
    level,
    method: 'profile restricted likelihood',
  }
  return estimated(
    { ...setting, warnings: boundary(best) },
    {
      estimate: ofMean(single),
      interval,
      test: ratioTest(deviance, best),
      details: {
        k: sums.raters,
        ratings: sums.ratings,
        mean: sums.mean + best.mean,
        variances: { items: best.items * residual, raters: best.raters * residual, residual },
        deviance: best.value,
        boundary: [...(best.items === 0 ? ['items'] : []), ...(best.raters === 0 ? ['raters'] : [])],
      },
    },
  )
}

function boundary({ items, raters }: Fit): Warning[] {
  const message = (whose: string): string =>
    `The variance of ${whose} is estimated as 0, the lowest it can be; the analysis of variance may be negative here.`
  return [
    ...(items === 0 ? [{ code: 'boundary-items', message: message('items') }] : []),
    ...(raters === 0 ? [{ code: 'boundary-raters', message: message('raters') }] : []),
  ]
}

/** Single-rater values that the restricted likelihood does not rule out. Each search begins where the last one ended. */
function profile(form: IccForm, deviance: DevianceAt, best: Fit, estimate: number, level: number) {
  const allowed = chiSquaredQuantile(level, 1)
  const fitAt = form.type === 'agreement' ? fitAgreement : fitConsistency
  let raters = best.raters
  const excess = (icc: number): number => {
    const found = fitAt(deviance, icc, raters)
    raters = found.raters
    return found.value - best.value - allowed
  }
  const atNone = estimate === 0 ? 0 : excess(0)
  const lower = atNone <= 0 ? 0 : rootBetween(excess, [0, atNone], [estimate, -allowed], CLOSE)
  let above = (1 + estimate) / 2
  let excessAbove = excess(above)
  for (; excessAbove < 0 && above < 1 - 1e-9; excessAbove = excess(above)) above = (1 + above) / 2
  const upper = excessAbove < 0 ? 1 : rootBetween(excess, [estimate, -allowed], [above, excessAbove], CLOSE)
  return { lower, upper }
}

function ratioTest(deviance: DevianceAt, best: Fit): Test {
  const value = Math.max(0, fitRaters(deviance, 0).value - best.value)
  const p = value === 0 ? 1 : chiSquaredTails(value, 1).upper / 2
  return { statistic: 'chi2', value, df1: 1, p, hypothesis: 'variance of items = 0 (boundary, half the tail)' }
}

export const iccMixedMeasure = defineMeasure({
  id: 'icc-mixed',
  title: 'Intraclass correlation by REML',
  family: 'scales',
  levels: ['interval', 'ratio'],
  raters: 'many',
  tables: ['scores', 'codes'],
  missing: ['available'],
  weights: [],
  options: ['form'],
  source: 'Patterson & Thompson 1971; McGraw & Wong 1996',
  estimate: iccMixed,
})
