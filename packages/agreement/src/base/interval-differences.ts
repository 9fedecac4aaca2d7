import type { Dropped } from '../result.ts'
import { MISSING, type ScoreTable } from '../table/types.ts'
import type { Differences } from './alpha-metrics.ts'
import { BLOCK } from './blocks.ts'
import { hasNoGaps } from './no-gaps.ts'
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
 * Within an item differences are from its first score, within a block of items from the block's, and blocks join by their means: digits
 * that all scores share cost no accuracy, and no two sums over all scores are subtracted.
 *
 * @source Chan, Golub & LeVeque (1983), Am. Stat. 37(3), 242-247. doi:10.1080/00031305.1983.10483115
 */
export function intervalDifferences({ values, state, raters, size }: ScoreTable): PairedDifferences {
  const m = raters.length
  const lost = { missing: 0, 'not-codable': 0, 'single-rating': 0 }
  const shares = Float64Array.from({ length: m + 1 }, (_, own) => (own > 1 ? 1 / (own - 1) : 0))
  const scores: Scores = { values, state, shares, lost }
  const sums: Sums = { rated: 0, within: 0, mean: 0, squares: 0 }
  const add = m > 1 && hasNoGaps(state) ? addComplete : addItems
  for (let item = 0; item < size; item += BLOCK) add(sums, scores, item * m, Math.min(item + BLOCK, size) * m)
  const n = size - lost.missing - lost['not-codable'] - lost['single-rating']
  return { n, size: sums.rated, within: 2 * sums.within, overall: 2 * sums.rated * sums.squares, dropped: drops(lost) }
}

interface Scores extends Pick<ScoreTable, 'values' | 'state'> {
  /** 1/(m - 1) for an item with m ratings, which spares a division an item. */
  readonly shares: Float64Array
  readonly lost: Record<Dropped['code'], number>
}

interface Sums {
  /** Ratings that can be paired. */
  rated: number
  within: number
  /** Of all ratings. */
  mean: number
  /** Around that mean. */
  squares: number
}

function addItems(sums: Sums, { values, state, shares, lost }: Scores, from: number, to: number): void {
  const m = shares.length - 1
  const origin = values[Math.max(from, state.indexOf(0, from))]!
  let rated = 0
  let within = 0
  let total = 0
  let squares = 0
  for (let index = from, end = from + m; index < to; index = end, end += m) {
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
    const shift = first - origin
    within += (own * around - sum * sum) * shares[own]!
    squares += around + shift * (2 * sum + own * shift)
    total += sum + own * shift
    rated += own
  }
  if (rated > 0) join(sums, { rated, within, mean: origin + total / rated, squares: squares - (total * total) / rated })
}

/** The same where every rater scored every item: nothing has to be asked of a score. */
function addComplete(sums: Sums, { values, shares }: Scores, from: number, to: number): void {
  const m = shares.length - 1
  const origin = values[from]!
  let within = 0
  let total = 0
  let squares = 0
  for (let index = from, end = from + m; index < to; end += m) {
    const first = values[index++]!
    let sum = 0
    let around = 0
    for (; index < end; index++) {
      const apart = values[index]! - first
      sum += apart
      around += apart * apart
    }
    const shift = first - origin
    within += m * around - sum * sum
    squares += around + shift * (2 * sum + m * shift)
    total += sum + m * shift
  }
  const rated = to - from
  join(sums, {
    rated,
    within: within * shares[m]!,
    mean: origin + total / rated,
    squares: squares - (total * total) / rated,
  })
}

/** Two groups of ratings as one. */
function join(sums: Sums, more: Sums): void {
  const apart = sums.rated === 0 ? 0 : more.mean - sums.mean
  const rated = sums.rated + more.rated
  sums.squares += more.squares + (apart * apart * sums.rated * more.rated) / rated
  sums.mean = sums.rated === 0 ? more.mean : sums.mean + (apart * more.rated) / rated
  sums.within += more.within
  sums.rated = rated
}

function whyEmpty(state: Int8Array, start: number, end: number): 'missing' | 'not-codable' {
  return state.subarray(start, end).some((why) => why < MISSING) ? 'not-codable' : 'missing'
}
