import { refuseTooMany } from '../base/at-most.ts'
import { joinTables, partsOf } from './join.ts'
import type { EventTable, Joined, UnitTable } from './segment-types.ts'

/**
 * One continuum or session cut into blocks of time, joined: what can be resampled where there is only one session.
 *
 * A unit across an edge becomes two, and an event near an edge cannot be linked with one behind it. For duration kappa and time-unit
 * kappa that changes nothing (a tolerance does not look across); for others the blocks should be long beside units and tolerance. Blocks are
 * also taken to be independent of each other, which short ones are not. A rest shorter than half a block stays with the block before.
 *
 * @param length of a block, in the unit of the continuum.
 * @throws RangeError if the length is not above 0 or makes more than 100,000 blocks, or the extent of a continuum with units is not declared.
 * @example timeBlocks(eventTable({ raters: ['A', 'B'], categories: ['x'], events: [[[1, 'x'], [95, 'x']], [[2, 'x'], [40, 'x']]] }), 30).joined.parts.length // 3
 */
export function timeBlocks(table: UnitTable, length: number): UnitTable
export function timeBlocks(table: EventTable, length: number): EventTable
export function timeBlocks(table: UnitTable | EventTable, length: number): UnitTable | EventTable
export function timeBlocks(table: UnitTable | EventTable, length: number): UnitTable | EventTable {
  if (!(length > 0 && Number.isFinite(length))) throw new RangeError(`Block ${length} is not a length above 0.`)
  return table.kind === 'units'
    ? joinTables(cutEach(table, length, unitExtent, unitsIn))
    : joinTables(cutEach(table, length, eventExtent, eventsIn))
}

/** A block takes some 2.5 kB, and what resamples them looks at each of them as often as there are any. */
const MOST_BLOCKS = 100_000

function cutEach<Table extends { readonly joined?: Joined<Table> }>(
  table: Table,
  length: number,
  stretchOf: (part: Table) => Stretch,
  within: (part: Table, edges: Edges) => Table,
): Table[] {
  const parts = partsOf(table).map((part) => ({ part, stretch: stretchOf(part) }))
  const whole = parts.reduce((sum, { stretch: { begin, end } }) => sum + (end - begin), 0)
  refuseTooMany('block', length, whole, MOST_BLOCKS)
  return parts.flatMap(({ part, stretch }) => edgesOf(stretch, length).map((edges) => within(part, edges)))
}

interface Edges {
  readonly from: number
  readonly to: number
  /** Whether a moment at the very end belongs to it. */
  readonly last: boolean
}

interface Stretch {
  readonly begin: number
  readonly end: number
}

function unitExtent({ extent }: UnitTable): Stretch {
  if (extent === null) throw new RangeError('Blocks of time need begin and length of the continuum.')
  return { begin: extent.begin, end: extent.begin + extent.length }
}

function eventExtent({ times }: EventTable): Stretch {
  if (times.length === 0) return { begin: 0, end: 0 }
  return {
    begin: times.reduce((least, time) => Math.min(least, time)),
    end: times.reduce((most, time) => Math.max(most, time)),
  }
}

function edgesOf({ begin, end }: Stretch, length: number): Edges[] {
  const count = Math.max(1, Math.round((end - begin) / length))
  return Array.from({ length: count }, (_, block) => {
    const last = block === count - 1
    return { from: begin + block * length, to: last ? end : begin + (block + 1) * length, last }
  })
}

function unitsIn(table: UnitTable, { from, to }: Edges): UnitTable {
  const { starts, ends, codes, offsets, raters } = table
  const rows: number[] = []
  const counts = new Int32Array(raters.length + 1)
  for (let rater = 0; rater < raters.length; rater++) {
    for (let unit = offsets[rater]!; unit < offsets[rater + 1]!; unit++) {
      if (starts[unit]! < to && ends[unit]! > from) rows.push(unit)
    }
    counts[rater + 1] = rows.length
  }
  return {
    ...table,
    extent: { begin: from, length: to - from },
    starts: Float64Array.from(rows, (unit) => Math.max(from, starts[unit]!)),
    ends: Float64Array.from(rows, (unit) => Math.min(to, ends[unit]!)),
    codes: Int16Array.from(rows, (unit) => codes[unit]!),
    offsets: counts,
  }
}

function eventsIn(table: EventTable, { from, to, last }: Edges): EventTable {
  const { times, codes, offsets, raters } = table
  const rows: number[] = []
  const counts = new Int32Array(raters.length + 1)
  for (let rater = 0; rater < raters.length; rater++) {
    for (let event = offsets[rater]!; event < offsets[rater + 1]!; event++) {
      const time = times[event]!
      if (time >= from && (time < to || (last && time === to))) rows.push(event)
    }
    counts[rater + 1] = rows.length
  }
  return {
    ...table,
    times: Float64Array.from(rows, (event) => times[event]!),
    codes: Int16Array.from(rows, (event) => codes[event]!),
    offsets: counts,
  }
}
