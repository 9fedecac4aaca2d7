import { needTwoRaters } from './base/pair-counts.ts'
import { pairedScores } from './base/paired-scores.ts'
import { wilsonInterval } from './base/proportion.ts'
import { confidenceOf, estimated, type Setting, undetermined } from './base/report.ts'
import { defineMeasure } from './define-measure.ts'
import type { Options } from './options.ts'
import type { Result } from './result.ts'
import type { RaterTable } from './table/select.ts'

/** Decimal steps such as 0.1 are not exact in binary: a difference may miss k by this share of it and still count. */
const SLACK = 1e-9

/** Whether two scores differ by at most k points. */
export function isWithin(first: number, second: number, k: number): boolean {
  return Math.abs(first - second) <= k + SLACK * Math.max(k, 1)
}

/**
 * Within k: share of items on which two raters differ by at most k points.
 *
 * @param options `k`: points of the scale, default 1.
 * @returns `estimate` from 0 to 1 with Wilson's interval; undefined if no item was scored by both raters.
 * @throws RangeError if the table has not two raters or k is below 0.
 * @source Wilson (1927), J. Am. Stat. Assoc. 22, 209-212. doi:10.1080/01621459.1927.10502953
 * @checked data/reference/within_k.json
 * @example withinK(ratingTable({ raters: ['A', 'B'], level: 'interval', rows: [[5, 4], [6, 6], [3, 1], [2, 2.5]] }), { k: 1 }).estimate // 0.75
 */
export function withinK(table: RaterTable, options: Pick<Options, 'confidence' | 'k'> = {}): Result {
  needTwoRaters(table.raters, 'within-k')
  const { k = 1 } = options
  if (!(k >= 0 && k < Number.POSITIVE_INFINITY)) throw new RangeError(`k is ${k}; it has to be 0 or more points.`)
  const confidence = confidenceOf(options)
  const { n, first, second, dropped } = pairedScores(table)
  const setting: Setting = { measure: 'within-k', options: { confidence, k }, raters: table.raters, n, dropped }
  if (n === 0) return undetermined(setting, 'no-items', 'No item was scored by both raters.')
  let near = 0
  for (let item = 0; item < n; item++) {
    if (isWithin(first[item]!, second[item]!, k)) near++
  }
  return estimated(setting, {
    estimate: near / n,
    interval: wilsonInterval(near, n, confidence),
    details: { within: near },
  })
}

export const withinKMeasure = defineMeasure({
  id: 'within-k',
  title: 'Share of items within k points',
  family: 'scales',
  levels: ['interval', 'ratio'],
  raters: 2,
  tables: ['scores', 'codes'],
  missing: ['pairwise'],
  weights: [],
  options: ['k'],
  source: 'Wilson 1927 (interval)',
  estimate: withinK,
})
