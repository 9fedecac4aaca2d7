import { iccForms } from './base/icc-forms.ts'
import { icc } from './icc.ts'
import type { Options } from './options.ts'
import type { Result } from './result.ts'
import type { RaterTable } from './table/select.ts'

/**
 * The ten forms of the intraclass correlation at once, from one analysis of variance, in the order of `iccForms`.
 *
 * @returns a result of `icc` for each form; `details` names it. Forms of the random and the mixed model have equal values.
 * @throws RangeError as `icc`.
 * @source McGraw & Wong (1996), Psychol. Methods 1(1), 30-46, with correction 1(4), 390. doi:10.1037/1082-989X.1.1.30
 * @checked data/reference/icc.json
 * @example everyIccForm(ratingTable({ raters: ['A', 'B'], level: 'interval', rows: [[1, 2], [3, 4], [6, 7]] })).length // 10
 */
export function everyIccForm(table: RaterTable, options: Pick<Options, 'confidence' | 'r0'> = {}): Result[] {
  return iccForms.map(({ form, model }) => icc(table, { ...options, form, ...(model !== 'oneway' && { model }) }))
}
