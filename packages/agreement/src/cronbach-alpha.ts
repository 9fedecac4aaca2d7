import { tooFew, twoWay } from './base/error-variance.ts'
import { estimated, undetermined } from './base/report.ts'
import { defineMeasure } from './define-measure.ts'
import { fQuantile } from './distributions/distributions.ts'
import type { Options } from './options.ts'
import type { Result } from './result.ts'
import type { RaterTable } from './table/select.ts'

/**
 * Cronbach's alpha with raters as parts: reliability of the sum or mean of all raters' scores, their mean differences put aside.
 *
 * The same number as ICC(C,k). It rises with the number of raters, and says nothing about a single one; a rater who gave every item
 * the same score stays in.
 *
 * @param table two or more raters; items that not every rater scored are left out.
 * @returns `estimate` without unit, at most 1, below 0 if raters contradict each other; Feldt's interval; undefined with one rater, fewer
 *   than two items, or if all items have the same mean.
 * @throws RangeError if `confidence` is not between 0 and 1.
 * @source Cronbach (1951), Psychometrika 16(3), 297-334. doi:10.1007/BF02310555
 * @source Feldt (1965), Psychometrika 30(3), 357-370. doi:10.1007/BF02289499 (interval)
 * @checked data/reference/finn_robinson.json
 * @example cronbachAlpha(ratingTable({ raters: ['A', 'B'], level: 'interval', rows: [[1, 2], [3, 4], [5, 6]] })).estimate // 1
 */
export function cronbachAlpha(table: RaterTable, options: Pick<Options, 'confidence'> = {}): Result {
  const found = twoWay('cronbach-alpha', table, options)
  const { squares, setting } = found
  if (squares === null) return undetermined(setting, ...tooFew(found))
  const { items, residual, n, k } = squares
  if (items === 0) return undetermined(setting, 'no-variation', 'All items have the same mean.')
  const unreliable = residual / items
  const { confidence = 0.95 } = setting.options
  const [df1, df2] = [n - 1, (n - 1) * (k - 1)]
  const bound = (p: number): number => 1 - unreliable * fQuantile(p, df1, df2)
  const ends = { lower: bound((1 + confidence) / 2), upper: bound((1 - confidence) / 2) }
  return estimated(setting, { estimate: 1 - unreliable, interval: { ...ends, level: confidence, method: 'Feldt F' } })
}

export const cronbachAlphaMeasure = defineMeasure({
  id: 'cronbach-alpha',
  title: "Cronbach's alpha over raters",
  family: 'scales',
  levels: ['interval', 'ratio'],
  raters: 'many',
  tables: ['scores', 'codes'],
  missing: ['listwise'],
  weights: [],
  options: ['missing'],
  source: 'Cronbach 1951; Feldt 1965 (interval)',
  estimate: cronbachAlpha,
})
