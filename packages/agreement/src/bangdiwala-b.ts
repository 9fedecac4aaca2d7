import { needTwoRaters, pairCounts } from './base/pair-counts.ts'
import { confidenceOf, estimated, type Setting, undetermined } from './base/report.ts'
import { defineMeasure } from './define-measure.ts'
import type { Options } from './options.ts'
import type { Result } from './result.ts'
import type { CodeTable } from './table/types.ts'

/**
 * Bangdiwala's B: the share of the agreement chart that is filled, squares of agreement over the rectangles of the code shares.
 *
 * @returns `estimate` from 0 to 1; undefined if no item was coded by both, or no category was used by both.
 * @throws RangeError if the table has not two raters.
 * @source Bangdiwala (1985), Proc. 45th Int. Stat. Inst. Meeting 1, 307-308.
 * @checked data/reference/kappa2_indices.json
 * @example bangdiwalaB(ratingTable({ raters: ['A', 'B'], level: 'nominal', categories: ['F', 'Ds'], rows: [['F', 'F'], ['F', 'Ds'], ['Ds', 'Ds'], ['Ds', 'Ds']] })).estimate // 0.625
 */
export function bangdiwalaB(table: CodeTable, options: Pick<Options, 'confidence'> = {}): Result {
  needTwoRaters(table.raters, 'bangdiwala-b')
  const { k, n, counts, rows, columns, dropped } = pairCounts(table)
  const setting: Setting = {
    measure: 'bangdiwala-b',
    options: { confidence: confidenceOf(options) },
    raters: table.raters,
    n,
    dropped,
  }
  if (n === 0) return undetermined(setting, 'no-items', 'No item was coded by both raters.')
  let squares = 0
  let rectangles = 0
  for (let category = 0; category < k; category++) {
    squares += counts[category * k + category]! ** 2
    rectangles += rows[category]! * columns[category]!
  }
  if (rectangles === 0) return undetermined(setting, 'not-determined', 'No category was used by both raters.')
  return estimated(setting, { estimate: squares / rectangles })
}

export const bangdiwalaBMeasure = defineMeasure({
  id: 'bangdiwala-b',
  title: "Bangdiwala's B",
  family: 'categories',
  levels: ['nominal', 'ordinal', 'interval', 'ratio'],
  raters: 2,
  tables: ['codes'],
  missing: ['pairwise'],
  weights: [],
  options: [],
  source: 'Bangdiwala 1985',
  estimate: bangdiwalaB,
})
