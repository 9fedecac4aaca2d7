import { checkChoice } from './base/choice.ts'
import { tooFew, twoWay } from './base/error-variance.ts'
import { noSpread } from './base/intervals.ts'
import { estimated, undetermined } from './base/report.ts'
import { defineMeasure } from './define-measure.ts'
import { chiSquaredQuantile, chiSquaredTails } from './distributions/distributions.ts'
import type { Options } from './options.ts'
import type { Result } from './result.ts'
import { isScore } from './table/declare.ts'
import type { RaterTable } from './table/select.ts'

/**
 * Finn's r: how much smaller the raters' disagreement is than that of scores drawn evenly from the whole scale.
 *
 * For scales whose items hardly differ, where every ICC is low although raters agree. It rises with the number of points that
 * the scale has on paper, so compare it only between equal scales. `design` 'oneway' counts raters' mean differences as disagreement.
 *
 * @param options `points` of the scale (1, 2, 3 ...); default: the number of declared categories.
 * @returns `estimate` without unit, at most 1, below 0 if raters disagree more than by drawing lots; undefined with one rater or
 *   fewer than two items. `test` looks at the lower tail of chi squared: is the disagreement smaller than that of lots?
 * @throws RangeError if the number of points is not known or below 2, or the design is neither of the two.
 * @source Finn (1970), Educ. Psychol. Meas. 30(1), 71-76. doi:10.1177/001316447003000106
 * @checked data/reference/finn_robinson.json
 * @example finn(ratingTable({ raters: ['A', 'B'], level: 'interval', categories: [1, 2, 3, 4, 5], rows: [[1, 2], [3, 3], [4, 4]] })).estimate // 0.9166666666666666
 */
export function finn(table: RaterTable, options: Pick<Options, 'confidence' | 'design' | 'points'> = {}): Result {
  const { design = 'oneway', points = table.kind === 'codes' ? table.categories.length : undefined } = options
  checkChoice('design', design, ['oneway', 'twoway'])
  if (points === undefined) throw new RangeError('finn needs the number of points of the scale.')
  if (!(Number.isInteger(points) && points > 1 && isScore(points)))
    throw new RangeError(`A scale of ${points} points is not possible.`)
  const found = twoWay('finn', table, { ...options, design, points })
  const { squares, setting } = found
  if (squares === null) return undetermined(setting, ...tooFew(found))
  const { n, k } = squares
  const [apart, df] = design === 'oneway' ? [squares.within, n * (k - 1)] : [squares.residual, (n - 1) * (k - 1)]
  const byLot = (points ** 2 - 1) / 12
  const { confidence = 0.95 } = setting.options
  const bound = (p: number): number => 1 - (apart * df) / chiSquaredQuantile(p, df) / byLot
  const value = (df * apart) / byLot
  return estimated(
    { ...setting, warnings: noSpread(apart) },
    {
      estimate: 1 - apart / byLot,
      observed: apart,
      expected: byLot,
      interval: {
        lower: bound((1 - confidence) / 2),
        upper: bound((1 + confidence) / 2),
        level: confidence,
        method: 'chi squared',
      },
      test: {
        statistic: 'chi2',
        value,
        df1: df,
        p: chiSquaredTails(value, df).lower,
        hypothesis: 'scores as by lot (lower tail)',
      },
    },
  )
}

export const finnMeasure = defineMeasure({
  id: 'finn',
  title: "Finn's r",
  family: 'scales',
  levels: ['interval', 'ratio'],
  raters: 'many',
  tables: ['scores', 'codes'],
  missing: ['listwise'],
  weights: [],
  options: ['design', 'points', 'missing'],
  source: 'Finn 1970',
  estimate: finn,
})
