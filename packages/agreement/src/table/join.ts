import { checkNames } from './declare.ts'
import type { EventTable, Joined, SegmentationTable, SegmentTable, UnitTable } from './segment-types.ts'

/**
 * Several documents, sessions or texts of the same raters as one table. Coefficients add up what is in the parts; no unit, event or
 * window reaches from one into the next. Intervals by resampling draw the parts.
 *
 * @param parts tables of one kind with the same raters and categories; a part without any unit or event is a part all the same.
 * @param names of the parts, default 1, 2, 3 ...
 * @throws RangeError naming the part whose kind, raters, categories or extent does not fit the first.
 * @example joinTables([[1, 4], [3, 2]].map((cut) => segmentationTable({ raters: ['A', 'B'], masses: [cut, [2, 3]] }))).length // 10
 */
export function joinTables(parts: readonly UnitTable[], names?: readonly string[]): UnitTable
export function joinTables(parts: readonly SegmentationTable[], names?: readonly string[]): SegmentationTable
export function joinTables(parts: readonly EventTable[], names?: readonly string[]): EventTable
export function joinTables(parts: readonly SegmentTable[], names?: readonly string[]): SegmentTable
export function joinTables(
  parts: readonly SegmentTable[],
  names: readonly string[] = parts.map((_, index) => String(index + 1)),
): SegmentTable {
  if (parts.length > 0) checkNames(names, 'Part')
  return joinParts(parts, names)
}

/** The same for parts drawn at random, whose names may stand more than once. */
export function joinParts(parts: readonly SegmentTable[], items: readonly string[]): SegmentTable {
  if (parts.length === 0) throw new RangeError('No part is given to join.')
  if (items.length !== parts.length) throw new RangeError(`${items.length} names are given for ${parts.length} parts.`)
  for (const [index, part] of parts.entries()) checkFit(parts[0]!, part, items[index]!)
  const units = parts.filter((part) => part.kind === 'units')
  if (units.length > 0) return joinUnits(units, { parts: units, items })
  const events = parts.filter((part) => part.kind === 'events')
  if (events.length > 0) return joinEvents(events, { parts: events, items })
  const texts = parts.filter((part) => part.kind === 'segmentation')
  return joinTexts(texts, { parts: texts, items })
}

/** The single continua of a table, in order: itself, or those it was joined from. */
export function partsOf<Table extends { readonly joined?: Joined<Table> }>(table: Table): readonly Table[] {
  return table.joined === undefined ? [table] : table.joined.parts.flatMap((part) => partsOf(part))
}

const declared = (table: SegmentTable): readonly string[] => (table.kind === 'segmentation' ? [] : table.categories)

function checkFit(first: SegmentTable, part: SegmentTable, name: string): void {
  const differ = (a: readonly string[], b: readonly string[]): boolean => JSON.stringify(a) !== JSON.stringify(b)
  if (part.kind !== first.kind) throw new RangeError(`Part ${name} is a table of ${part.kind}, not ${first.kind}.`)
  if (differ(first.raters, part.raters)) {
    throw new RangeError(`Part ${name} has the raters ${part.raters.join(', ')}, not ${first.raters.join(', ')}.`)
  }
  if (differ(declared(first), declared(part))) {
    const [own, others] = [declared(part).join(', '), declared(first).join(', ')]
    throw new RangeError(`Part ${name} has the categories ${own}, not ${others}.`)
  }
  if (first.kind === 'units' && part.kind === 'units' && (first.extent === null) !== (part.extent === null)) {
    throw new RangeError(`Begin and length of the continuum are declared for some parts only; part ${name} differs.`)
  }
}

/** Where a part begins and how far it reaches; without a declared extent as far as its units go. */
function reachOf({ extent, starts, ends }: UnitTable): { readonly begin: number; readonly length: number } {
  if (extent !== null) return extent
  if (starts.length === 0) return { begin: 0, length: 0 }
  const begin = starts.reduce((least, start) => Math.min(least, start))
  return { begin, length: ends.reduce((most, end) => Math.max(most, end)) - begin }
}

/** Each rater's entries of all parts, one part after the other. */
function gathered<Part extends { readonly offsets: Int32Array }>(
  parts: readonly Part[],
  raters: readonly string[],
  take: (part: Part, index: number, number: number, next: number) => void,
): Int32Array {
  const offsets = new Int32Array(raters.length + 1)
  let next = 0
  for (let rater = 0; rater < raters.length; rater++) {
    for (const [number, part] of parts.entries()) {
      for (let index = part.offsets[rater]!; index < part.offsets[rater + 1]!; index++)
        take(part, index, number, next++)
    }
    offsets[rater + 1] = next
  }
  return offsets
}

function joinUnits(parts: readonly UnitTable[], joined: Joined<UnitTable>): UnitTable {
  const first = parts[0]!
  const size = parts.reduce((sum, part) => sum + part.starts.length, 0)
  const starts = new Float64Array(size)
  const ends = new Float64Array(size)
  const codes = new Int16Array(size)
  let length = 0
  const moves = parts.map((part) => {
    const { begin, length: own } = reachOf(part)
    const move = length - begin
    length += own
    return move
  })
  const offsets = gathered(parts, first.raters, (part, index, number, next) => {
    starts[next] = part.starts[index]! + moves[number]!
    ends[next] = part.ends[index]! + moves[number]!
    codes[next] = part.codes[index]!
  })
  const extent = first.extent === null ? null : { begin: 0, length }
  return { ...first, joined, extent, starts, ends, codes, offsets }
}

/** Times of later sessions go on where the earlier ones end. */
function joinEvents(parts: readonly EventTable[], joined: Joined<EventTable>): EventTable {
  const first = parts[0]!
  const size = parts.reduce((sum, part) => sum + part.times.length, 0)
  const times = new Float64Array(size)
  const codes = new Int16Array(size)
  let length = 0
  const moves = parts.map((part) => {
    if (part.times.length === 0) return length
    const begin = part.times.reduce((least, time) => Math.min(least, time))
    const move = length - begin
    length += part.times.reduce((most, time) => Math.max(most, time)) - begin
    return move
  })
  const offsets = gathered(parts, first.raters, (part, index, number, next) => {
    times[next] = part.times[index]! + moves[number]!
    codes[next] = part.codes[index]!
  })
  return { ...first, joined, times, codes, offsets }
}

function joinTexts(parts: readonly SegmentationTable[], joined: Joined<SegmentationTable>): SegmentationTable {
  const first = parts[0]!
  const masses = first.raters.map((_, rater) => Int32Array.from(parts.flatMap((part) => [...part.masses[rater]!])))
  return { ...first, joined, masses, length: parts.reduce((sum, part) => sum + part.length, 0) }
}
