import type { CompleteScores } from './paired-scores.ts'
import { remember } from './remember.ts'

/** Mean squares of a table of items x raters, one score a cell. */
export interface MeanSquares {
  /** Between items. */
  readonly items: number
  /** Within items. */
  readonly within: number
  /** Between raters. */
  readonly raters: number
  /** What neither items nor raters explain. */
  readonly residual: number
  readonly n: number
  readonly k: number
}

/**
 * Two-way analysis of variance without replication.
 *
 * Everything is taken as a difference from the first score, and squares are summed around each item's mean: digits that all
 * scores share (1000000000.1, 1000000000.3 ...) cost no accuracy. A sum of squares below what rounding alone makes is 0.
 */
export const meanSquares = remember((scores: CompleteScores): MeanSquares => {
  const { n, raters: k } = scores
  const { itemMeans, within, raterMeans, grand, scale } = withinItems(scores)
  const between = k * squaresAround(itemMeans, n, grand)
  const raters = n * squaresAround(raterMeans, k, grand)
  // What is left after the raters; where that is little, subtracting would lose its digits.
  const rest = within - raters
  const residual = rest > within / 1000 ? rest : residualSquares(scores, itemMeans, raterMeans, grand)
  return cleanSquares({ items: between, within, raters, residual }, { n, k, scale })
})

type Squares = Pick<MeanSquares, 'items' | 'within' | 'raters' | 'residual'>

/** Sums of squares as mean squares; `scale` is a size that no difference of scores exceeds. What rounding alone makes is 0. */
export function cleanSquares(
  { items, within, raters, residual }: Squares,
  { n, k, scale }: { readonly n: number; readonly k: number; readonly scale: number },
): MeanSquares {
  const noise = n * k * (8 * Number.EPSILON * scale) ** 2
  return {
    items: items <= noise ? 0 : items / (n - 1),
    within: within <= noise ? 0 : within / (n * (k - 1)),
    raters: raters <= noise ? 0 : raters / (k - 1),
    residual: residual <= noise ? 0 : residual / ((n - 1) * (k - 1)),
    n,
    k,
  }
}

/** Room for the means of one table; the next one writes over it, so that small tables by the thousand ask for no memory. */
let room = { items: new Float64Array(), raters: new Float64Array() }

/**
 * Means as differences from the first score, squares within items, and a size no difference exceeds. Two items go side by side: the
 * sums of one wait for each other, those of two do not, and a processor adds both in the time of one.
 */
function withinItems({ n, raters: k, values }: CompleteScores) {
  const origin = values[0]!
  if (room.items.length < n) room = { ...room, items: new Float64Array(n) }
  if (room.raters.length < k) room = { ...room, raters: new Float64Array(k) }
  const { items: itemMeans, raters: raterMeans } = room
  raterMeans.fill(0)
  let [grand, within, farthest, widest] = [0, 0, 0, 0]
  for (let item = 0; item < n; item += 2) {
    const start = item * k
    const next = item + 1 < n ? start + k : start // the last of an odd number stands beside itself, and counts once
    const counts = next > start ? 1 : 0
    let total = 0
    let total2 = 0
    for (let rater = 0; rater < k; rater++) {
      const value = values[start + rater]! - origin
      const value2 = (values[next + rater]! - origin) * counts
      total += value
      total2 += value2
      raterMeans[rater] = raterMeans[rater]! + (value + value2)
    }
    const mean = total / k
    const mean2 = next > start ? total2 / k : mean
    let squares = 0
    let squares2 = 0
    for (let rater = 0; rater < k; rater++) {
      const off = values[start + rater]! - origin - mean
      const off2 = values[next + rater]! - origin - mean2
      squares += off * off
      squares2 += off2 * off2
    }
    itemMeans[item] = mean
    if (counts === 1) itemMeans[item + 1] = mean2
    grand += total + total2
    within += squares + counts * squares2
    farthest = Math.max(farthest, Math.abs(mean), Math.abs(mean2))
    widest = Math.max(widest, squares, squares2)
  }
  for (let rater = 0; rater < k; rater++) raterMeans[rater] = raterMeans[rater]! / n
  return { itemMeans, raterMeans, grand: grand / (n * k), within, scale: farthest + Math.sqrt(widest) }
}

function squaresAround(means: Float64Array, size: number, centre: number): number {
  let squares = 0
  for (let index = 0; index < size; index++) squares += (means[index]! - centre) ** 2
  return squares
}

function residualSquares(
  { n, raters: k, values }: CompleteScores,
  itemMeans: Float64Array,
  raterMeans: Float64Array,
  grand: number,
): number {
  const origin = values[0]!
  let squares = 0
  for (let item = 0; item < n; item++) {
    for (let rater = 0; rater < k; rater++) {
      const off = values[item * k + rater]! - origin - itemMeans[item]! - (raterMeans[rater]! - grand)
      squares += off * off
    }
  }
  return squares
}
