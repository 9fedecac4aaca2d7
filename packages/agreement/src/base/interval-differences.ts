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
 * The interval metric of scores that may all be different: one pass over them, without sorting or listing their values. Everything is a
 * difference from the first score, so that digits all scores share cost no accuracy; the squares of each item around its own mean join
 * those of the items before it, so that nothing is lost by subtracting large sums.
 *
 * @source Chan, Golub & LeVeque (1983), Am. Stat. 37(3), 242-247. doi:10.1080/00031305.1983.10483115
 */
export function intervalDifferences(table: ScoreTable): PairedDifferences {
  const { values, state, raters, size } = table
  const m = raters.length
  const origin = values[state.indexOf(0)] ?? 0
  let [n, rated, within, mean, squares] = [0, 0, 0, 0, 0]
  for (let start = 0; start < values.length; start += m) {
    let own = 0
    let sum = 0
    for (let index = start; index < start + m; index++) {
      if (state[index] !== 0) continue
      sum += values[index]! - origin
      own++
    }
    if (own < 2) continue
    const centre = sum / own
    let around = 0
    for (let index = start; index < start + m; index++) {
      if (state[index] === 0) around += (values[index]! - origin - centre) ** 2
    }
    within += (2 * own * around) / (own - 1)
    const apart = centre - mean
    const share = own / (rated + own)
    squares += around + apart * apart * rated * share
    mean += apart * share
    rated += own
    n++
  }
  const dropped = n === size ? [] : drops(lostItems(table))
  return { n, size: rated, within, overall: 2 * rated * squares, dropped }
}

/** Why items have no pair of ratings. */
function lostItems({ state, raters }: ScoreTable) {
  const lost = { missing: 0, 'not-codable': 0, 'single-rating': 0 }
  for (let start = 0; start < state.length; start += raters.length) {
    let own = 0
    let worst = 0
    for (let index = start; index < start + raters.length; index++) {
      if (state[index] === 0) own++
      else worst = Math.min(worst, state[index]!)
    }
    if (own < 2) lost[own === 1 ? 'single-rating' : worst < MISSING ? 'not-codable' : 'missing']++
  }
  return lost
}
