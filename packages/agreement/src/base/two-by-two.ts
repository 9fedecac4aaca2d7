import type { Dropped } from '../result.ts'
import type { CodeTable } from '../table/types.ts'
import { needTwoRaters, pairCounts } from './pair-counts.ts'

/** Two raters and two categories: both first, only first rater, only second rater, both second. */
export interface TwoByTwo {
  readonly a: number
  readonly b: number
  readonly c: number
  readonly d: number
  readonly n: number
  readonly dropped: readonly Dropped[]
}

/** @throws RangeError if there are not two raters and two categories. */
export function twoByTwo(table: CodeTable, measure: string): TwoByTwo {
  needTwoRaters(table.raters, measure)
  if (table.categories.length !== 2) {
    throw new RangeError(`${measure} needs two categories; ${table.categories.length} are declared.`)
  }
  const { counts, n, dropped } = pairCounts(table)
  const [a = 0, b = 0, c = 0, d = 0] = counts
  return { a, b, c, d, n, dropped }
}
