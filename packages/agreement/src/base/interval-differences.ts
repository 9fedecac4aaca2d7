import type { Dropped } from '../result.ts'
import { MISSING, type ScoreTable } from '../table/types.ts'
import type { Differences } from './alpha-metrics.ts'
import { BLOCK } from './blocks.ts'
import { drops } from './report.ts'

/** The two sums of alpha with what is known of the ratings that can be paired. */
export interface PairedDifferences extends Differences {
  readonly n: number
  readonly size: number
  readonly dropped: readonly Dropped[]
}

/**
 * The interval metric of scores that may all be different: one pass over them, without sorting or listing their values.
 *
 * Squares are those of differences from the item's first score, and items join the ones before them by their means: digits that all
 * scores share cost no accuracy, and no two large sums are subtracted.
 *
 * @source Chan, Golub & LeVeque (1983), Am. Stat. 37(3), 242-247. doi:10.1080/00031305.1983.10483115
 */
export function intervalDifferences({ values, state, raters, size }: ScoreTable): PairedDifferences {
  const m = raters.length
  const lost = { missing: 0, 'not-codable': 0, 'single-rating': 0 }
  const scores: Scores = { values, state, m, origin: values[state.indexOf(0)] ?? 0, lost }
  const sums = new Float64Array(4)
  for (let item = 0; item < size; item += BLOCK) addItems(sums, scores, item, Math.min(item + BLOCK, size))
  const [rated = 0, within = 0, , squares = 0] = sums
  const n = size - lost.missing - lost['not-codable'] - lost['single-rating']
  return { n, size: rated, within: 2 * within, overall: 2 * rated * squares, dropped: drops(lost) }
}

interface Scores extends Pick<ScoreTable, 'values' | 'state'> {
  readonly m: number
  readonly origin: number
  readonly lost: Record<Dropped['code'], number>
}

/** Goes on with the sums of the items before: ratings, squares within items, mean of all ratings from the origin, squares around it. */
function addItems(sums: Float64Array, { values, state, m, origin, lost }: Scores, from: number, to: number): void {
  let rated = sums[0]!
  let within = sums[1]!
  let mean = sums[2]!
  let squares = sums[3]!
  for (let index = from * m, end = index + m; index < to * m; index = end, end += m) {
    while (index < end && state[index] !== 0) index++
    const first = values[index]!
    let own = 0
    let sum = 0
    let around = 0
    for (; index < end; index++) {
      if (state[index] !== 0) continue
      const apart = values[index]! - first
      sum += apart
      around += apart * apart
      own++
    }
    if (own < 2) {
      lost[own === 1 ? 'single-rating' : whyEmpty(state, end - m, end)]++
      continue
    }
    const centre = sum / own
    around -= sum * centre
    within += (own * around) / (own - 1)
    const apart = first - origin + centre - mean
    const share = own / (rated + own)
    squares += around + apart * apart * rated * share
    mean += apart * share
    rated += own
  }
  sums.set([rated, within, mean, squares])
}

function whyEmpty(state: Int8Array, start: number, end: number): 'missing' | 'not-codable' {
  return state.subarray(start, end).some((why) => why < MISSING) ? 'not-codable' : 'missing'
}
