import { checkChoice } from './base/choice.ts'
import { deviationBounds, errorVariance, tooFew, twoWay } from './base/error-variance.ts'
import { noSpread } from './base/intervals.ts'
import { estimated, undetermined } from './base/report.ts'
import { defineMeasure } from './define-measure.ts'
import type { Options } from './options.ts'
import type { Result } from './result.ts'
import type { RaterTable } from './table/select.ts'

/**
 * Standard error of measurement: by how much a single rater's score of an item scatters, in points of the scale.
 *
 * Unlike an ICC it does not depend on how different the items are. `type` 'agreement' counts the raters' mean differences as
 * error, 'consistency' does not; a report has to say which. The variance of raters is kept when its estimate is negative.
 *
 * @param table two or more raters; items that not every rater scored are left out.
 * @returns `estimate` in points, 0 or more; interval by chi squared, for agreement with Satterthwaite's degrees of freedom; undefined
 *   with one rater or fewer than two items.
 * @throws RangeError if `confidence` is not between 0 and 1, or `type` is neither of the two.
 * @source de Vet, Terwee, Knol & Bouter (2006), J. Clin. Epidemiol. 59(10), 1033-1039. doi:10.1016/j.jclinepi.2005.10.015
 * @source Satterthwaite (1946), Biometrics Bull. 2(6), 110-114. doi:10.2307/3002019 (degrees of freedom)
 * @checked data/reference/icc.json
 * @example sem(ratingTable({ raters: ['A', 'B'], level: 'interval', rows: [[1, 2], [3, 4], [5, 6]] }), { type: 'consistency' }).estimate // 0
 */
export function sem(table: RaterTable, options: Pick<Options, 'confidence' | 'type'> = {}): Result {
  const { type = 'agreement' } = options
  checkChoice('type', type, ['agreement', 'consistency'])
  const found = twoWay('sem', table, { ...options, type })
  if (found.squares === null) return undetermined(found.setting, ...tooFew(found))
  const error = errorVariance(type, found.squares)
  const { confidence = 0.95 } = found.setting.options
  const estimate = Math.sqrt(error.variance)
  const bounds = deviationBounds(error, confidence)
  return estimated(
    { ...found.setting, warnings: noSpread(estimate) },
    {
      estimate,
      interval: {
        ...bounds,
        level: confidence,
        method: type === 'agreement' ? 'chi squared, Satterthwaite' : 'chi squared',
      },
      details: { variance: error.variance, df: error.df },
    },
  )
}

export const semMeasure = defineMeasure({
  id: 'sem',
  title: 'Standard error of measurement',
  family: 'scales',
  better: 'lower',
  levels: ['interval', 'ratio'],
  raters: 'many',
  tables: ['scores', 'codes'],
  missing: ['listwise'],
  weights: [],
  options: ['type', 'missing'],
  source: 'de Vet et al. 2006; Satterthwaite 1946 (interval)',
  estimate: sem,
})
