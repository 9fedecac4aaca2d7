import { tooFew, twoWay } from './base/error-variance.ts'
import { estimated, undetermined } from './base/report.ts'
import { defineMeasure } from './define-measure.ts'
import { fQuantile } from './distributions/distributions.ts'
import type { Options } from './options.ts'
import type { Result } from './result.ts'
import type { RaterTable } from './table/select.ts'

/**
 * Robinson's A: share of the variation of scores, raters' mean differences put aside, that lies between items.
 *
 * Without agreement it is still 1 / raters on average, so it flatters; ICC(C,1) = (k A - 1) / (k - 1) for k raters and many items is its
 * version with chance at 0. Older papers report it.
 *
 * @param table two or more raters; items that not every rater scored are left out.
 * @returns `estimate` without unit, 0 to 1; undefined with one rater, fewer than two items, or without any variation.
 * @throws RangeError if `confidence` is not between 0 and 1.
 * @source Robinson (1957), Am. Sociol. Rev. 22(1), 17-25. doi:10.2307/2088760
 * @checked data/reference/finn_robinson.json
 * @example robinsonA(ratingTable({ raters: ['A', 'B'], level: 'interval', rows: [[1, 2], [3, 4], [5, 6]] })).estimate // 1
 */
export function robinsonA(table: RaterTable, options: Pick<Options, 'confidence'> = {}): Result {
  const found = twoWay('robinson-a', table, options)
  const { squares, setting } = found
  if (squares === null) return undetermined(setting, ...tooFew(found))
  const { items, residual, k } = squares
  const whole = items + (k - 1) * residual // both sums of squares over n - 1
  if (whole === 0) return undetermined(setting, 'no-variation', 'Apart from the raters, no two scores differ.')
  const { confidence = 0.95 } = setting.options
  const [df1, df2] = [squares.n - 1, (squares.n - 1) * (k - 1)]
  const bound = (p: number): number => {
    const lessItems = items / fQuantile(p, df1, df2)
    return lessItems / (lessItems + (k - 1) * residual)
  }
  const interval = {
    lower: bound((1 + confidence) / 2),
    upper: bound((1 - confidence) / 2),
    level: confidence,
    method: 'F, as ICC(C,1)',
  }
  return estimated(setting, { estimate: items / whole, interval })
}

export const robinsonAMeasure = defineMeasure({
  id: 'robinson-a',
  title: "Robinson's A",
  family: 'scales',
  levels: ['interval', 'ratio'],
  raters: 'many',
  tables: ['scores', 'codes'],
  missing: ['listwise'],
  weights: [],
  options: ['missing'],
  source: 'Robinson 1957',
  estimate: robinsonA,
})
