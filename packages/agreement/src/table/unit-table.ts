import { checkNames, declareScale } from './declare.ts'
import type { Extent, UnitTable } from './segment-types.ts'
import type { Category } from './types.ts'

/** One unit: who marked it, where it begins, how long it is, and its category. Its end does not belong to it. */
export interface Unit {
  readonly rater: string
  readonly start: number
  readonly length: number
  readonly category: Category
}

/** What `unitTable` takes. */
export interface Units {
  readonly raters: readonly string[]
  readonly categories: readonly Category[]
  /** Begin and length of the continuum; without them coefficients that count gaps cannot be computed. */
  readonly begin?: number
  readonly length?: number
  readonly units: readonly Unit[]
}

/** What `unitTableFromSpans` takes: for each rater a list of [start, end, category]. */
export interface Spans extends Omit<Units, 'units'> {
  readonly spans: readonly (readonly (readonly [start: number, end: number, category: Category])[])[]
}

interface Placed {
  readonly rater: number
  readonly start: number
  readonly end: number
  readonly code: number
}

/**
 * Units on a continuum (text, film, time) as each rater marked them. A rater without units found nothing; whoever did not work on the
 * continuum is not among the raters.
 *
 * @throws RangeError naming unit, rater and value if a rater or category is not declared, a unit has no length, or it lies
 *   outside the continuum.
 * @example unitTable({ raters: ['Ann', 'Ben'], categories: ['pause'], begin: 0, length: 60, units: [{ rater: 'Ann', start: 2, length: 8, category: 'pause' }] }).ends[0] // 10
 */
export function unitTable({ raters, categories, begin, length, units }: Units): UnitTable {
  checkNames(raters, 'Rater')
  const columns = new Map(raters.map((rater, index) => [rater, index]))
  const read = reader(raters, categories, begin, length)
  return read.table(
    units.map(({ rater, start, length: size, category }, index) => {
      const column = columns.get(rater)
      const place = `Unit ${index + 1}`
      if (column === undefined) throw new RangeError(`${place}: rater "${rater}" is not among ${raters.join(', ')}.`)
      if (!(size > 0 && Number.isFinite(size)))
        throw new RangeError(`${place} of ${rater}: length ${size} is not above 0.`)
      return read.placed(`${place} of ${rater}`, column, start, start + size, category)
    }),
  )
}

/**
 * The same from [start, end, category] for each rater, in the raters' order.
 *
 * @throws RangeError as `unitTable`, or if the lists are not as many as the raters.
 * @example unitTableFromSpans({ raters: ['Ann', 'Ben'], categories: ['a'], spans: [[[1, 5, 'a']], []] }).extent // null
 */
export function unitTableFromSpans({ raters, categories, begin, length, spans }: Spans): UnitTable {
  checkNames(raters, 'Rater')
  if (spans.length !== raters.length) {
    throw new RangeError(`${spans.length} lists of spans are given for ${raters.length} raters.`)
  }
  const read = reader(raters, categories, begin, length)
  return read.table(
    spans.flatMap((list, rater) =>
      list.map(([start, end, category], index) => {
        const place = `Span ${index + 1} of ${raters[rater]}`
        if (!(end > start)) throw new RangeError(`${place}: end ${end} is not after start ${start}.`)
        return read.placed(place, rater, start, end, category)
      }),
    ),
  )
}

function extentOf(begin: number | undefined, length: number | undefined): Extent | null {
  if (begin === undefined && length === undefined) return null
  if (begin === undefined || !Number.isFinite(begin))
    throw new RangeError(`Begin ${begin} of the continuum is no number.`)
  if (length === undefined || !(length > 0 && Number.isFinite(length))) {
    throw new RangeError(`Length ${length} of the continuum is not a number above 0.`)
  }
  return { begin, length }
}

function reader(
  raters: readonly string[],
  declared: readonly Category[],
  begin: number | undefined,
  length: number | undefined,
) {
  const { categories } = declareScale({ level: 'nominal', categories: declared })
  const positions = new Map(categories.map((category, index) => [category, index]))
  const extent = extentOf(begin, length)
  return { placed, table: (units: readonly Placed[]) => layOut(raters, categories, extent, units) }

  function placed(place: string, rater: number, start: number, end: number, category: Category): Placed {
    const code = positions.get(String(category))
    if (code === undefined) {
      throw new RangeError(`${place}: category "${category}" is not among ${categories.join(', ')}.`)
    }
    if (!Number.isFinite(start) || !Number.isFinite(end)) {
      throw new RangeError(`${place}: ${start} to ${end} is not a stretch of the continuum.`)
    }
    if (extent !== null) {
      const last = extent.begin + extent.length
      if (start < extent.begin || end > last)
        throw new RangeError(`${place}: ${start} to ${end} is not within the continuum, ${extent.begin} to ${last}.`)
    }
    return { rater, start, end, code }
  }
}

function layOut(
  raters: readonly string[],
  categories: readonly string[],
  extent: Extent | null,
  units: readonly Placed[],
): UnitTable {
  const ordered = [...units].sort((a, b) => a.rater - b.rater || a.start - b.start || a.end - b.end || a.code - b.code)
  const offsets = new Int32Array(raters.length + 1)
  for (const { rater } of ordered) offsets[rater + 1]!++
  for (let rater = 0; rater < raters.length; rater++) offsets[rater + 1]! += offsets[rater]!
  return {
    kind: 'units',
    level: 'nominal',
    raters,
    categories,
    extent,
    starts: Float64Array.from(ordered, ({ start }) => start),
    ends: Float64Array.from(ordered, ({ end }) => end),
    codes: Int16Array.from(ordered, ({ code }) => code),
    offsets,
  }
}
