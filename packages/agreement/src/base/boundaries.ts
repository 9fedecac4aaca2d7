import { partsOf } from '../table/join.ts'
import type { SegmentationTable } from '../table/segment-types.ts'

/** Between two elements stands a boundary (1) or none (0); one place fewer than elements. */
export function boundariesOf(table: SegmentationTable, rater: number): Uint8Array {
  const places = new Uint8Array(table.length - 1)
  let end = 0
  for (const mass of table.masses[rater]!) {
    end += mass
    if (end < table.length) places[end - 1] = 1
  }
  return places
}

/** What turns one segmentation into the other. */
export interface BoundaryEdits {
  /** Boundaries that both have. */
  readonly matches: number
  /** Boundaries that one has and the other has nowhere near. */
  readonly additions: number
  /** For each near miss, how many places the two boundaries are apart. */
  readonly transpositions: readonly number[]
}

/**
 * Boundary edit distance: near misses are found from left to right, the nearest first, each boundary in one at most.
 *
 * @param nearMiss boundaries fewer than so many places apart are a near miss (n_t of the source).
 * @source Fournier (2013), Proc. 51st Annu. Meet. ACL, 1702-1712
 */
export function boundaryEdits(table: SegmentationTable, nearMiss: number): BoundaryEdits {
  const texts = partsOf(table).map((text) => editsOfText(text, nearMiss))
  return {
    matches: texts.reduce((sum, { matches }) => sum + matches, 0),
    additions: texts.reduce((sum, { additions }) => sum + additions, 0),
    transpositions: texts.flatMap(({ transpositions }) => transpositions),
  }
}

function editsOfText(table: SegmentationTable, nearMiss: number): BoundaryEdits {
  const [first, second] = [boundariesOf(table, 0), boundariesOf(table, 1)]
  const matches = first.reduce((sum, boundary, place) => sum + (boundary & second[place]!), 0)
  const open = first.map((boundary, place) => boundary ^ second[place]!)
  const transpositions: number[] = []
  for (let apart = 1; apart < nearMiss; apart++) {
    for (let place = 0; place + apart < open.length; place++) {
      const other = place + apart
      if (open[place] === 0 || open[other] === 0 || first[place] === first[other]) continue
      open[place] = open[other] = 0
      transpositions.push(apart)
    }
  }
  return { matches, additions: open.reduce((sum, left) => sum + left, 0), transpositions }
}

/** @throws RangeError unless the near miss is a whole number of 1 (none counts) or more. */
export function nearMissOf({ nearMiss = 2 }: { readonly nearMiss?: number | undefined }): number {
  if (Number.isInteger(nearMiss) && nearMiss >= 1) return nearMiss
  throw new RangeError(`The near miss ${nearMiss} is not a whole number of at least 1.`)
}

/** @throws RangeError if there are not two segmentations. */
export function needTwoRaters(table: { readonly raters: readonly string[] }, id: string): void {
  if (table.raters.length !== 2) throw new RangeError(`${id} needs two raters, not ${table.raters.length}.`)
}
