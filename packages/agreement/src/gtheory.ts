import { checkChoice } from './base/choice.ts'
import { tooFew, twoWay } from './base/error-variance.ts'
import { findIccForm } from './base/icc-forms.ts'
import { iccInterval } from './base/icc-interval.ts'
import { estimated, undetermined } from './base/report.ts'
import { defineMeasure } from './define-measure.ts'
import type { Options } from './options.ts'
import type { Interval, Result } from './result.ts'
import type { RaterTable } from './table/select.ts'

type GtheoryOptions = Pick<Options, 'confidence' | 'type' | 'plannedRaters'>

/**
 * Generalizability theory, items x raters: how reliable would the mean of so many raters be?
 *
 * The G study splits the variance into items, raters and residual (`details.components`, by analysis of variance, negative estimates
 * kept). The D study asks for `plannedRaters`: `type` 'agreement' gives the index of dependability Phi, where raters' mean differences are
 * error, 'consistency' the generalizability coefficient. With the raters at hand they are ICC(A,k) and ICC(C,k).
 *
 * @param options `type` (default 'agreement'), `plannedRaters` (default: the number of raters in the table).
 * @returns `estimate` without unit; `details` has both coefficients and both error variances of the plan. The interval is that of the single
 *   rater, stepped up. Undefined with one rater, fewer than two items, or if the components leave nothing to divide by.
 * @throws RangeError if `plannedRaters` is not above 0, or `type` is neither of the two.
 * @source Cronbach, Gleser, Nanda & Rajaratnam (1972), The Dependability of Behavioral Measurements.
 * @source Brennan (2001), Generalizability Theory, ch. 2-3. doi:10.1007/978-1-4757-3456-0
 * @checked data/reference/gtheory.json
 * @example gtheory(ratingTable({ raters: ['A', 'B'], level: 'interval', rows: [[1, 2], [3, 4], [5, 6]] }), { type: 'consistency' }).estimate // 1
 */
export function gtheory(table: RaterTable, options: GtheoryOptions = {}): Result {
  const { type = 'agreement', plannedRaters = table.raters.length } = options
  checkChoice('type', type, ['agreement', 'consistency'])
  if (!(plannedRaters > 0 && plannedRaters < Number.POSITIVE_INFINITY))
    throw new RangeError(`A plan with ${plannedRaters} raters is not possible.`)
  const found = twoWay('gtheory', table, { ...options, type, plannedRaters })
  const { squares, setting } = found
  if (squares === null) return undetermined(setting, ...tooFew(found))
  const { items, raters, residual, n, k } = squares
  const components = { items: (items - residual) / k, raters: (raters - residual) / n, residual }
  const relativeError = residual / plannedRaters
  const absoluteError = (components.raters + residual) / plannedRaters
  const relative = shareOf(components.items, relativeError)
  const absolute = shareOf(components.items, absoluteError)
  const details = { components, plannedRaters, relative, absolute, relativeError, absoluteError }
  const estimate = type === 'agreement' ? absolute : relative
  if (estimate === null) {
    return undetermined(setting, 'no-variation', 'The variance components leave nothing to divide by.', { details })
  }
  const form = findIccForm(type === 'agreement' ? 'ICC(A,1)' : 'ICC(C,1)')
  const single = iccInterval(form, squares, setting.options.confidence ?? 0.95)
  return estimated(setting, { estimate, interval: steppedUp(single, plannedRaters), details })
}

/** True variance over true plus error variance; `null` where negative components leave no positive whole. */
export function shareOf(truth: number, error: number): number | null {
  const whole = truth + error
  return whole > 0 ? truth / whole : null
}

/** Spearman-Brown on both bounds; a bound of which the mean's reliability would change its sign is open. */
function steppedUp(single: Interval, raters: number): Interval {
  const of = (bound: number | null): number | null => {
    if (bound === null) return null
    const whole = 1 + (raters - 1) * bound
    return whole <= 1e-15 ? null : (raters * bound) / whole
  }
  return { ...single, lower: of(single.lower), upper: of(single.upper), method: `${single.method}, Spearman-Brown` }
}

export const gtheoryMeasure = defineMeasure({
  id: 'gtheory',
  title: 'Generalizability and dependability, items x raters',
  family: 'scales',
  levels: ['interval', 'ratio'],
  raters: 'many',
  tables: ['scores', 'codes'],
  missing: ['listwise'],
  weights: [],
  options: ['type', 'plannedRaters', 'missing'],
  source: 'Cronbach et al. 1972; Brennan 2001',
  estimate: gtheory,
})
