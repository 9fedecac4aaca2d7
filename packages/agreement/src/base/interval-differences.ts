import type { Dropped } from '../result.ts'
import { MISSING, type ScoreTable } from '../table/types.ts'
import type { Differences } from './alpha-metrics.ts'
import { drops } from './report.ts'

/** The two sums of alpha with what is known of the ratings that can be paired. */
export interface PairedDifferences extends Differences {
  readonly n: number
  readonly size: number
  readonly dropped: readonly Dropped[]
}

/** The interval metric of scores that may all be different: two passes over them, without sorting or listing their values. */
export function intervalDifferences({ values, state, raters, size }: ScoreTable): PairedDifferences {
  const m = raters.length
  const lost = { missing: 0, 'not-codable': 0, 'single-rating': 0 }
  const origin = values[0] ?? 0
  let [n, rated, within, sum] = [0, 0, 0, 0]
  const paired = new Uint8Array(size)
  for (let item = 0, index = 0; item < size; item++) {
    const { own, total, worst } = itemTotal(values, state, index, index + m, origin)
    if (own > 1) {
      within += (2 * own * itemSquares(values, state, index, index + m, origin + total / own)) / (own - 1)
      paired[item] = 1
      rated += own
      sum += total
      n++
    } else lost[own === 1 ? 'single-rating' : worst < MISSING ? 'not-codable' : 'missing']++
    index += m
  }
  const centre = origin + sum / rated
  let squares = 0
  for (let item = 0; item < size; item++) {
    if (paired[item] === 1) squares += itemSquares(values, state, item * m, (item + 1) * m, centre)
  }
  return { n, size: rated, within, overall: 2 * rated * squares, dropped: drops(lost) }
}

function itemTotal(values: Float64Array, state: Int8Array, start: number, end: number, origin: number) {
  let [own, total, worst] = [0, 0, 0]
  for (let index = start; index < end; index++) {
    if (state[index] === 0) {
      total += values[index]! - origin
      own++
    } else if (state[index]! < worst) worst = state[index]!
  }
  return { own, total, worst }
}

function itemSquares(values: Float64Array, state: Int8Array, start: number, end: number, centre: number): number {
  let squares = 0
  for (let index = start; index < end; index++) if (state[index] === 0) squares += (values[index]! - centre) ** 2
  return squares
}
