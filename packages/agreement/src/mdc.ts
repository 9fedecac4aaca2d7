import { checkChoice } from './base/choice.ts'
import { deviationBounds, errorVariance, tooFew, twoWay } from './base/error-variance.ts'
import { noSpread } from './base/intervals.ts'
import { estimated, undetermined } from './base/report.ts'
import { coverageOf } from './bland-altman.ts'
import { defineMeasure } from './define-measure.ts'
import { normalQuantile } from './distributions/distributions.ts'
import type { Options } from './options.ts'
import type { Result } from './result.ts'
import type { RaterTable } from './table/select.ts'

/**
 * Minimal detectable change: the smallest difference of two single scores that is more than error of measurement.
 *
 * It is z sqrt(2) SEM, with z of `coverage` (1.96 for 0.95). With raters as error (`type` 'agreement') it is about a change seen by two
 * different raters.
 *
 * @returns `estimate` in points of the scale; the interval is that of the SEM times the same factor; undefined with one rater or
 *   fewer than two items.
 * @throws RangeError if coverage is not between 0 and 1, or `type` is neither of the two.
 * @source de Vet, Terwee, Knol & Bouter (2006), J. Clin. Epidemiol. 59(10), 1033-1039. doi:10.1016/j.jclinepi.2005.10.015
 * @checked data/reference/icc.json
 * @example mdc(ratingTable({ raters: ['A', 'B'], level: 'interval', rows: [[1, 2], [3, 4], [5, 6]] }), { type: 'consistency' }).estimate // 0
 */
export function mdc(table: RaterTable, options: Pick<Options, 'confidence' | 'type' | 'coverage'> = {}): Result {
  const { type = 'agreement' } = options
  checkChoice('type', type, ['agreement', 'consistency'])
  const coverage = coverageOf(options)
  const found = twoWay('mdc', table, { ...options, type, coverage })
  if (found.squares === null) return undetermined(found.setting, ...tooFew(found))
  const error = errorVariance(type, found.squares)
  const { confidence = 0.95 } = found.setting.options
  const factor = normalQuantile((1 + coverage) / 2) * Math.SQRT2
  const { lower, upper } = deviationBounds(error, confidence)
  const deviation = Math.sqrt(error.variance)
  return estimated(
    { ...found.setting, warnings: noSpread(deviation) },
    {
      estimate: factor * deviation,
      interval: { lower: factor * lower, upper: factor * upper, level: confidence, method: 'chi squared of the SEM' },
      details: { sem: deviation, factor },
    },
  )
}

export const mdcMeasure = defineMeasure({
  id: 'mdc',
  title: 'Minimal detectable change',
  family: 'scales',
  better: 'lower',
  levels: ['interval', 'ratio'],
  raters: 'many',
  tables: ['scores', 'codes'],
  missing: ['listwise'],
  weights: [],
  options: ['type', 'coverage', 'missing'],
  source: 'de Vet et al. 2006',
  estimate: mdc,
})
