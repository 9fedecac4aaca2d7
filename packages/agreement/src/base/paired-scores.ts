import type { Dropped } from '../result.ts'
import type { RaterTable } from '../table/select.ts'
import { MISSING } from '../table/types.ts'
import { remember } from './remember.ts'
import { drops } from './report.ts'

/** Scores of all raters on the items that everybody scored, item after item. */
export interface CompleteScores {
  readonly n: number
  readonly raters: number
  /** `values[item * raters + rater]` */
  readonly values: Float64Array
  readonly dropped: readonly Dropped[]
}

/** Reads one cell: its score, or why there is none. */
export function cellState(table: RaterTable, index: number): number {
  return table.kind === 'scores' ? table.state[index]! : Math.min(0, table.codes[index]!)
}

export function cellScore(table: RaterTable, index: number): number {
  return table.kind === 'scores' ? table.values[index]! : table.scores[table.codes[index]!]!
}

/** The items that every rater scored; the others are counted by the reason they are left out. */
export const completeScores = remember((table: RaterTable): CompleteScores => {
  const raters = table.raters.length
  const cells = table.kind === 'scores' ? table.state : table.codes
  if (table.kind === 'scores' && isComplete(table.state)) {
    return { n: table.size, raters, values: table.values, dropped: [] }
  }
  const values = new Float64Array(table.size * raters)
  const [given, scores] = table.kind === 'scores' ? [table.values, null] : [table.codes, table.scores]
  let n = 0
  let missing = 0
  for (let item = 0; item < table.size; item++) {
    let worst = 0
    for (let rater = 0; rater < raters; rater++) worst = Math.min(worst, cells[item * raters + rater]!)
    if (worst === MISSING) missing++
    if (worst < 0) continue
    for (let rater = 0; rater < raters; rater++) {
      const cell = item * raters + rater
      values[n * raters + rater] = scores === null ? given[cell]! : scores[given[cell]!]!
    }
    n++
  }
  const dropped = drops({ missing, 'not-codable': table.size - n - missing })
  return { n, raters, values: n === table.size ? values : values.subarray(0, n * raters), dropped }
})

function isComplete(state: Int8Array): boolean {
  for (let index = 0; index < state.length; index++) if (state[index] !== 0) return false
  return true
}

/** The scores of two raters on the items both scored. */
export interface PairedScores {
  readonly n: number
  readonly first: Float64Array
  readonly second: Float64Array
  readonly dropped: readonly Dropped[]
}

export function pairedScores(table: RaterTable): PairedScores {
  const { n, values, dropped } = completeScores(table)
  const first = new Float64Array(n)
  const second = new Float64Array(n)
  for (let item = 0; item < n; item++) {
    first[item] = values[2 * item]!
    second[item] = values[2 * item + 1]!
  }
  return { n, first, second, dropped }
}
