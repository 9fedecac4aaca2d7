import { completeScores } from './base/paired-scores.ts'
import { wilsonInterval } from './base/proportion.ts'
import { confidenceOf, estimated, type Setting, undetermined } from './base/report.ts'
import { defineMeasure } from './define-measure.ts'
import type { Options } from './options.ts'
import type { Result } from './result.ts'
import type { RaterTable } from './table/select.ts'

/**
 * Percent agreement, all raters equal: the share of items on which every rater gave the same value.
 *
 * It falls with every further rater, so it cannot be compared between teams of different size. Items that not every rater rated
 * are left out and counted.
 *
 * @returns `estimate` from 0 to 1 with Wilson's interval; undefined if no item is complete or there is one rater only.
 * @throws RangeError if `confidence` is not between 0 and 1.
 * @source Wilson (1927), J. Am. Stat. Assoc. 22, 209-212. doi:10.1080/01621459.1927.10502953
 * @checked data/reference/percent.json
 * @example percentAgreementAll(ratingTable({ raters: ['A', 'B', 'C'], level: 'nominal', categories: ['x', 'y'], rows: [['x', 'x', 'y'], ['y', 'y', 'y']] })).estimate // 0.5
 */
export function percentAgreementAll(table: RaterTable, options: Pick<Options, 'confidence'> = {}): Result {
  const confidence = confidenceOf(options)
  const complete = completeScores(positions(table))
  const { n, values, raters, dropped } = complete
  const setting: Setting = {
    measure: 'percent-agreement-all',
    options: { confidence, missing: 'listwise' },
    raters: table.raters,
    n,
    dropped,
  }
  if (raters < 2) return undetermined(setting, 'too-few-raters', 'One rater alone has no one to agree with.')
  if (n === 0) return undetermined(setting, 'no-items', 'No item was rated by all raters.')
  let equal = 0
  for (let item = 0; item < n; item++) {
    const row = values.subarray(item * raters, (item + 1) * raters)
    if (row.every((value) => value === row[0])) equal++
  }
  return estimated(setting, { estimate: equal / n, interval: wilsonInterval(equal, n, confidence), details: { equal } })
}

/** Two categories may have the same score, so they are compared by position. */
function positions(table: RaterTable): RaterTable {
  return table.kind === 'scores' ? table : { ...table, scores: Float64Array.from(table.categories.keys()) }
}

export const percentAgreementAllMeasure = defineMeasure({
  id: 'percent-agreement-all',
  title: 'Percent agreement (all raters equal)',
  family: 'categories',
  levels: ['nominal', 'ordinal', 'interval', 'ratio'],
  raters: 'many',
  tables: ['codes', 'scores'],
  missing: ['listwise'],
  weights: [],
  options: ['missing'],
  source: 'Wilson 1927 (interval)',
  estimate: percentAgreementAll,
})
