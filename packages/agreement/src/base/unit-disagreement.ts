import type { Extent } from '../table/segment-types.ts'
import { placesIn } from './unit-places.ts'
import type { Stretches } from './units.ts'

/** Observed and expected disagreement on the units of one category. */
export interface Disagreement {
  readonly observed: number
  readonly expected: number
  readonly units: number
}

/**
 * Both terms for units of one category; a list for each rater, in order and without overlaps.
 *
 * @param edges where a document ends and the next begins: no unit could lie across.
 */
export function disagreement(
  raters: readonly Stretches[],
  extent: Extent,
  edges: readonly number[] = [],
): Disagreement {
  const m = raters.length
  const { length } = extent
  let observed = 0
  for (let first = 0; first < m; first++) {
    for (let second = first + 1; second < m; second++) observed += 2 * between(raters[first]!, raters[second]!)
  }
  const units = raters.reduce((total, { starts }) => total + starts.length, 0)
  return {
    observed: observed / (m * (m - 1) * length * length),
    expected: expectedOf(raters, extent, units, edges),
    units,
  }
}

/** Squared differences of units that overlap, squared lengths of units that meet only a gap; both lists are in order. */
function between(a: Stretches, b: Stretches): number {
  let total = 0
  let [i, j] = [0, 0]
  let [metI, metJ] = [false, false]
  while (i < a.starts.length || j < b.starts.length) {
    const startA = startOf(a, i)
    const endA = endOf(a, i)
    const startB = startOf(b, j)
    const endB = endOf(b, j)
    if (startA < endB && startB < endA) {
      total += (startA - startB) ** 2 + (endA - endB) ** 2
      metI = metJ = true
    }
    if (endA <= endB) {
      if (!metI) total += (endA - startA) ** 2
      metI = false
      i++
    } else {
      if (!metJ) total += (endB - startB) ** 2
      metJ = false
      j++
    }
  }
  return total
}

/** A list that has ended counts as one unit beyond everything. */
const startOf = ({ starts }: Stretches, unit: number): number => (unit < starts.length ? starts[unit]! : Infinity)
const endOf = ({ ends }: Stretches, unit: number): number => (unit < ends.length ? ends[unit]! : Infinity)

/** Every unit at every place of every rater: against all other units, and in each gap that is long enough for it. */
function expectedOf(raters: readonly Stretches[], extent: Extent, units: number, edges: readonly number[]): number {
  const whole = raters.length * extent.length
  const places = placesIn(gapsOf(raters, extent, edges), longestOf(raters))
  let total = 0
  let own = 0
  for (const { starts, ends } of raters) {
    for (let unit = 0; unit < starts.length; unit++) {
      const l = ends[unit]! - starts[unit]!
      total += ((units - 1) / 3) * l * (2 * l * l - 3 * l + 1) + l * l * places(l) // a power of 3 takes longer than all the rest
      own += l * (l - 1)
    }
  }
  return ((2 / extent.length) * total) / (whole * (whole - 1) - own)
}

function gapsOf(raters: readonly Stretches[], { begin, length }: Extent, edges: readonly number[]): Float64Array {
  const most = raters.reduce((total, { starts }) => total + starts.length + 1 + edges.length, 0)
  const gaps = new Float64Array(most)
  let count = 0
  for (const { starts, ends } of raters) {
    let place = begin
    let edge = 0
    const gapUntil = (end: number): void => {
      for (; edge < edges.length && edges[edge]! < end; edge++) {
        if (edges[edge]! > place) gaps[count++] = edges[edge]! - place
        place = Math.max(place, edges[edge]!)
      }
      if (end > place) gaps[count++] = end - place
    }
    for (let unit = 0; unit < starts.length; unit++) {
      gapUntil(starts[unit]!)
      place = ends[unit]!
    }
    gapUntil(begin + length)
  }
  return gaps.subarray(0, count)
}

function longestOf(raters: readonly Stretches[]): number {
  let longest = 0
  for (const { starts, ends } of raters) {
    for (let unit = 0; unit < starts.length; unit++) longest = Math.max(longest, ends[unit]! - starts[unit]!)
  }
  return longest
}
