import type { EventTable } from '../table/segment-types.ts'
import { bestAssignment } from './assignment.ts'

/** @throws RangeError unless the tolerance is said and not negative. */
export function toleranceOf(tolerance: number | undefined, id: string): number {
  if (tolerance === undefined) throw new RangeError(`${id} needs the option tolerance; 0 asks for equal times.`)
  if (tolerance >= 0 && Number.isFinite(tolerance)) return tolerance
  throw new RangeError(`The tolerance ${tolerance} is not a number of at least 0.`)
}

/** Times as 4.9 and 4 differ by 0.9 although their doubles differ by a little more. */
export function reachOf(table: EventTable, tolerance: number): number {
  return tolerance + 1e-12 * table.times.reduce((most, time) => Math.max(most, Math.abs(time)), 1)
}

/**
 * Largest number of pairs with times no further apart than `reach`. On a line, both lists in order, joining whatever can be joined
 * first loses nothing: a later partner would fit nobody whom the earlier one does not fit.
 */
export function mostPairs(first: Float64Array, second: Float64Array, reach: number): number {
  let [i, j, pairs] = [0, 0, 0]
  while (i < first.length && j < second.length) {
    const apart = second[j]! - first[i]!
    if (Math.abs(apart) <= reach) {
      pairs++
      i++
      j++
    } else if (apart > 0) i++
    else j++
  }
  return pairs
}

/**
 * Links events of two raters, whatever their codes: as many links as possible, among those as many equal codes as possible, among
 * those the least distance in time.
 *
 * @returns for each event of the first rater the event of the second (positions in their lists), or -1.
 */
export function linkEvents(table: EventTable, reach: number): Int32Array {
  const { times, codes, offsets } = table
  const [from, middle, to] = [offsets[0]!, offsets[1]!, offsets[2]!]
  const edgeOffsets = new Int32Array(middle - from + 1)
  const targets: number[] = []
  const gains: number[] = []
  const least = Math.min(middle - from, to - middle) + 1
  let low = middle
  for (let event = from; event < middle; event++) {
    while (low < to && times[low]! < times[event]! - reach) low++
    for (let other = low; other < to && times[other]! <= times[event]! + reach; other++) {
      const apart = Math.abs(times[event]! - times[other]!) / (reach || 1)
      targets.push(other - middle)
      // Each part of the gain outweighs all that the next could add up to.
      gains.push(2 * least * (least + 1) + (codes[event] === codes[other] ? 2 * least : 0) + 1 - apart)
    }
    edgeOffsets[event - from + 1] = targets.length
  }
  return bestAssignment({
    rows: middle - from,
    columns: to - middle,
    offsets: edgeOffsets,
    targets: Int32Array.from(targets),
    gains: Float64Array.from(gains),
  })
}
