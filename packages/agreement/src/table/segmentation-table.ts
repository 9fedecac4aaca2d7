import { checkNames } from './declare.ts'
import type { SegmentationTable } from './segment-types.ts'

/** What `segmentationTable` takes: the lengths of each rater's segments, in order. */
export interface Segmentations {
  readonly raters: readonly string[]
  readonly masses: readonly (readonly number[])[]
}

/**
 * One text cut into segments by each rater, who need not have made equally many.
 *
 * @param given `masses`: for each rater how many elements (sentences, turns) each segment has. The first rater is the reference where
 *   a coefficient has one.
 * @throws RangeError naming rater and segment if a length is not a whole number above 0, or the sums differ.
 * @example segmentationTable({ raters: ['Ann', 'Ben'], masses: [[2, 3, 6], [5, 6]] }).length // 11
 */
export function segmentationTable({ raters, masses }: Segmentations): SegmentationTable {
  checkNames(raters, 'Rater')
  if (masses.length !== raters.length) {
    throw new RangeError(`${masses.length} segmentations are given for ${raters.length} raters.`)
  }
  const sums = masses.map((list, rater) => {
    if (list.length === 0)
      throw new RangeError(`${raters[rater]} has no segment; a text that is not cut is one segment.`)
    for (const [index, mass] of list.entries()) {
      if (!(Number.isInteger(mass) && mass > 0)) {
        throw new RangeError(`Segment ${index + 1} of ${raters[rater]}: ${mass} is not a whole number above 0.`)
      }
    }
    return list.reduce((sum, mass) => sum + mass, 0)
  })
  const [length = 0] = sums
  for (const [rater, sum] of sums.entries()) {
    if (sum !== length) {
      throw new RangeError(`The segments of ${raters[rater]} have ${sum} elements, those of ${raters[0]} ${length}.`)
    }
  }
  return { kind: 'segmentation', level: 'nominal', raters, masses: masses.map((list) => Int32Array.from(list)), length }
}
