import { bestAssignment } from './assignment.ts'
import type { Stretches } from './units.ts'

/**
 * Joins spans one to one: as many as possible, among those with the most overlap. Both lists are in order of their starts.
 *
 * @returns for each span of the first list the place of its partner in the second, or -1.
 */
export function joinSpans(first: Stretches, second: Stretches, least: number): Int32Array {
  const [rows, columns] = [first.starts.length, second.starts.length]
  const longest = second.starts.reduce((most, start, index) => Math.max(most, second.ends[index]! - start), 0)
  const offsets = new Int32Array(rows + 1)
  const targets: number[] = []
  const overlaps: number[] = []
  let low = 0
  for (let row = 0; row < rows; row++) {
    while (low < columns && second.starts[low]! <= first.starts[row]! - longest) low++
    for (let column = low; column < columns && second.starts[column]! < first.ends[row]!; column++) {
      const share = overlapOf(first, row, second, column)
      if (share < least - 1e-12 || share <= 0) continue
      targets.push(column)
      overlaps.push(share)
    }
    offsets[row + 1] = targets.length
  }
  const more = Math.min(rows, columns) + 1 // one more match outweighs all overlap
  const gains = Float64Array.from(overlaps, (share) => more + share)
  return bestAssignment({ rows, columns, offsets, targets: Int32Array.from(targets), gains })
}

/** Intersection over union. */
export function overlapOf(first: Stretches, row: number, second: Stretches, column: number): number {
  const [begin, end] = [first.starts[row]!, first.ends[row]!]
  const [from, to] = [second.starts[column]!, second.ends[column]!]
  const shared = Math.min(end, to) - Math.max(begin, from)
  return shared / (end - begin + (to - from) - shared)
}
