import type { MeanSquares } from './base/anova.ts'
import { completeSquares } from './base/complete-squares.ts'
import { findIccForm, type IccForm } from './base/icc-forms.ts'
import { iccInterval } from './base/icc-interval.ts'
import { iccTest } from './base/icc-test.ts'
import { confidenceOf, estimated, type Setting, undetermined } from './base/report.ts'
import { defineMeasure } from './define-measure.ts'
import type { Options } from './options.ts'
import type { Result, UndefinedCode, Warning } from './result.ts'
import type { RaterTable } from './table/select.ts'

/**
 * Intraclass correlation: the share of the variance of scores that is due to the items, in ten forms.
 *
 * `ICC(A,1)` asks whether single raters give the same score, `ICC(C,1)` whether they give the same order up to a constant,
 * `ICC(1)` does so when each item has other raters; the forms with k are about the mean of the k raters. Items that not
 * every rater scored are left out and counted.
 *
 * @param options `form` (default 'ICC(A,1)'; names of Shrout and Fleiss are understood), `model` random or mixed, `r0` the value
 *   under the null hypothesis of the F test.
 * @returns `estimate` without unit, at most 1; below 0 when items differ less than raters do. `details` names the form in both
 *   nomenclatures and gives the mean squares. The lower bound of a k-form is `null` where its single form allows any value.
 * @throws RangeError if the form is unknown or r0 is not below 1.
 * @source McGraw & Wong (1996), Psychol. Methods 1(1), 30-46, with correction 1(4), 390. doi:10.1037/1082-989X.1.1.30
 * @source Shrout & Fleiss (1979), Psychol. Bull. 86(2), 420-428. doi:10.1037/0033-2909.86.2.420
 * @checked data/reference/icc.json
 * @example icc(ratingTable({ raters: ['A', 'B'], level: 'interval', rows: [[1, 2], [3, 4], [6, 7]] }), { form: 'ICC(C,1)' }).estimate // 1
 */
export function icc(table: RaterTable, options: Pick<Options, 'confidence' | 'form' | 'model' | 'r0'> = {}): Result {
  const { r0 = 0 } = options
  const form = findIccForm(options.form ?? 'ICC(A,1)', options.model)
  if (!(r0 >= 0 && r0 < 1))
    throw new RangeError(`The value under the null hypothesis, ${r0}, is not from 0 to below 1.`)
  const level = confidenceOf(options)
  const { n, dropped, squares } = completeSquares(table)
  const named = { form: form.form, ...(form.model !== 'oneway' && { model: form.model }) }
  const setting: Setting = {
    measure: 'icc',
    options: { confidence: level, ...named, r0, missing: 'listwise' },
    raters: table.raters,
    n,
    dropped,
    warnings: cautions(form),
  }
  if (table.raters.length < 2)
    return undetermined(setting, 'too-few-raters', 'One rater alone has no one to agree with.')
  if (squares === null) return undetermined(setting, 'too-few-items', 'Fewer than two items were scored by all raters.')
  const details = describe(form, squares)
  const estimate = iccEstimate(form, squares)
  if (estimate === null) return undetermined(setting, ...whyNone(squares), { details })
  const interval = iccInterval(form, squares, level)
  return estimated(setting, { estimate, interval, test: iccTest(form, squares, r0), details })
}

function whyNone({ items, within }: MeanSquares): [UndefinedCode, string] {
  if (within === 0) return ['no-variation', 'All scores are equal, so there is no variance to share out.']
  if (items === 0)
    return ['no-variation', 'All items have the same mean, so the reliability of that mean is not determined.']
  return [
    'not-determined',
    'The items differ so much less than the ratings of one item that the estimated variance is below 0.',
  ]
}

function cautions(form: IccForm): Warning[] {
  if (form.model !== 'mixed' || form.form !== 'ICC(C,k)') return []
  const message = 'With fixed raters, ICC(C,k) holds only if raters and items do not interact (case 3A).'
  return [{ code: 'no-interaction-assumed', message }]
}

function describe(form: IccForm, { items, within, raters, residual, k }: MeanSquares) {
  const { form: mcGrawWong, shroutFleiss, model, type, unit, cases } = form
  return { mcGrawWong, shroutFleiss, model, type, unit, cases, k, meanSquares: { items, within, raters, residual } }
}

/** McGraw & Wong, table 4; `null` where the variance it is a share of is estimated as 0 or less. */
export function iccEstimate({ type, unit }: Pick<IccForm, 'type' | 'unit'>, squares: MeanSquares): number | null {
  const { items, within, raters, residual, n, k } = squares
  const error = type === 'oneway' ? within : residual
  const shift = type === 'agreement' ? (raters - residual) / n : 0
  const whole = unit === 'single' ? items + (k - 1) * error + k * shift : items + shift
  return whole <= 1e-12 * (items + error + raters / n) ? null : (items - error) / whole
}

export const iccMeasure = defineMeasure({
  id: 'icc',
  title: 'Intraclass correlation',
  family: 'scales',
  levels: ['interval', 'ratio'],
  raters: 'many',
  tables: ['scores', 'codes'],
  missing: ['listwise'],
  weights: [],
  options: ['form', 'model', 'r0', 'missing'],
  source: 'McGraw & Wong 1996; Shrout & Fleiss 1979',
  estimate: icc,
})
