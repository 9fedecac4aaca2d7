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

/**
 * The interval metric of scores that may all be different: two passes over them, without sorting or listing their values. Everything
 * is a difference from the first score, so that digits all scores share cost no accuracy.
 */
export function intervalDifferences({ values, state, raters, size }: ScoreTable): PairedDifferences {
  const m = raters.length
  const lost = { missing: 0, 'not-codable': 0, 'single-rating': 0 }
  const scores: Scores = { values, state, origin: values[state.indexOf(0)] ?? 0 }
  let [n, rated, within, sum] = [0, 0, 0, 0]
  const paired = new Uint8Array(size)
  for (let item = 0; item < size; item++) {
    const { own, total, worst } = itemTotal(scores, item * m, (item + 1) * m)
    if (own > 1) {
      within += (2 * own * itemSquares(scores, item * m, (item + 1) * m, total / own)) / (own - 1)
      paired[item] = 1
      rated += own
      sum += total
      n++
    } else lost[own === 1 ? 'single-rating' : worst < MISSING ? 'not-codable' : 'missing']++
  }
  let squares = 0
  for (let item = 0; item < size; item++) {
    if (paired[item] === 1) squares += itemSquares(scores, item * m, (item + 1) * m, sum / rated)
  }
  return { n, size: rated, within, overall: 2 * rated * squares, dropped: drops(lost) }
}

interface Scores {
  readonly values: Float64Array
  readonly state: Int8Array
  readonly origin: number
}

function itemTotal({ values, state, origin }: Scores, start: number, end: number) {
  let [own, total, worst] = [0, 0, 0]
  for (let index = start; index < end; index++) {
    if (state[index] === 0) {
      total += values[index]! - origin
      own++
    } else if (state[index]! < worst) worst = state[index]!
  }
  return { own, total, worst }
}

/** Squares around a mean that is itself a difference from the origin. */
function itemSquares({ values, state, origin }: Scores, start: number, end: number, mean: number): number {
  let squares = 0
  for (let index = start; index < end; index++) {
    if (state[index] === 0) squares += (values[index]! - origin - mean) ** 2
  }
  return squares
}
