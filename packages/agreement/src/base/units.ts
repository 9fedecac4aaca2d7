import type { Extent, UnitTable } from '../table/segment-types.ts'

/** The units of one rater and category, in order. */
export interface Stretches {
  readonly starts: Float64Array
  readonly ends: Float64Array
}

export function stretchesOf(table: UnitTable, rater: number, category: number): Stretches {
  const [from, to] = [table.offsets[rater]!, table.offsets[rater + 1]!]
  let count = 0
  for (let unit = from; unit < to; unit++) if (table.codes[unit] === category) count++
  const [starts, ends] = [new Float64Array(count), new Float64Array(count)]
  for (let unit = from, next = 0; unit < to; unit++) {
    if (table.codes[unit] !== category) continue
    starts[next] = table.starts[unit]!
    ends[next++] = table.ends[unit]!
  }
  return { starts, ends }
}

/** @throws RangeError if begin and length of the continuum are not declared: without them its gaps are not known. */
export function needExtent(table: UnitTable, id: string): Extent {
  if (table.extent === null) throw new RangeError(`${id} counts gaps, so begin and length of the continuum are needed.`)
  return table.extent
}

/** A unit may begin where the last one ends although start + length is rounded. */
const ROUNDING = 1e-12

/** @throws RangeError if two units of one rater (and of one category, if so asked) overlap. */
export function refuseOverlaps(table: UnitTable, id: string, among: 'all units' | 'units of one category'): void {
  const { raters, categories, starts, ends, codes, offsets } = table
  for (const [rater, name] of raters.entries()) {
    const last = new Float64Array(categories.length).fill(Number.NEGATIVE_INFINITY)
    for (let unit = offsets[rater]!; unit < offsets[rater + 1]!; unit++) {
      const place = among === 'all units' ? 0 : codes[unit]!
      if (last[place]! - starts[unit]! > ROUNDING * Math.abs(starts[unit]!)) {
        const what = among === 'all units' ? 'another unit' : `another unit of "${categories[place]}"`
        throw new RangeError(
          `${id}: the unit of ${name} from ${starts[unit]} to ${ends[unit]} overlaps ${what} of ${name}.`,
        )
      }
      last[place] = ends[unit]!
    }
  }
}
