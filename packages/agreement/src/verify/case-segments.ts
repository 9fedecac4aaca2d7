import { eventTable } from '../table/event-table.ts'
import type { EventTable, SegmentationTable, UnitTable } from '../table/segment-types.ts'
import { segmentationTable } from '../table/segmentation-table.ts'
import type { Category } from '../table/types.ts'
import { type Unit, unitTable, unitTableFromSpans } from '../table/unit-table.ts'
import { isCategory, isFields } from './guards.ts'
import type { ReferenceCase } from './reference.ts'

type Span = readonly [start: number, end: number, category: Category]
type Event = readonly [time: number, code: Category]

function isSpan(value: unknown): value is Span {
  return Array.isArray(value) && typeof value[0] === 'number' && typeof value[1] === 'number' && isCategory(value[2])
}

function isEvent(value: unknown): value is Event {
  return Array.isArray(value) && typeof value[0] === 'number' && isCategory(value[1])
}

/** Lists of one kind of entry, or a refusal that names what is missing. */
function listsOf<Entry>(value: unknown, is: (entry: unknown) => entry is Entry, what: string): Entry[][] {
  const lists: unknown[] = Array.isArray(value) ? value : []
  return lists.map((list) => {
    if (!Array.isArray(list) || !list.every(is)) throw new RangeError(`The case has a list without ${what}.`)
    return list
  })
}

function named(count: number): string[] {
  return Array.from({ length: count }, (_, index) => `rater ${index + 1}`)
}

const distinct = (codes: readonly Category[]): Category[] => [...new Set(codes)].sort()

/** Units of a case; coders chosen among its options are taken alone, in their order. */
export function unitTableOf({ data, options }: ReferenceCase): UnitTable {
  if (data.type === 'continuum') {
    const spans = listsOf(data.units, isSpan, '[start, end, category]')
    const categories = distinct(spans.flat().map(([, , category]) => category))
    return unitTableFromSpans({ raters: named(spans.length), categories, spans })
  }
  const count = typeof data.raters === 'number' ? data.raters : 0
  const chosen = Array.isArray(options.coders) ? options.coders.map(Number) : [...Array(count).keys()]
  const listed: unknown[] = Array.isArray(data.units) ? data.units : []
  const units = listed.flatMap((unit): Unit[] => {
    if (!isFields(unit) || !isCategory(unit.category)) throw new RangeError('The case has a unit without category.')
    const { rater, start, length, category } = unit
    const place = chosen.indexOf(Number(rater))
    return place < 0 ? [] : [{ rater: `rater ${place + 1}`, start: Number(start), length: Number(length), category }]
  })
  return unitTable({
    raters: named(chosen.length),
    categories: distinct(units.map(({ category }) => category)),
    begin: Number(data.begin),
    length: Number(data.length),
    units,
  })
}

/** Segmentations of a case, the reference first. */
export function segmentationTableOf({ data, options }: ReferenceCase): SegmentationTable {
  const isMass = (value: unknown): value is number => typeof value === 'number'
  const masses = listsOf(data.masses, isMass, 'lengths of segments')
  const { reference = 0, hypothesis = 1 } = options
  const ordered = [masses[Number(reference)] ?? [], masses[Number(hypothesis)] ?? []]
  return segmentationTable({ raters: ['reference', 'hypothesis'], masses: ordered })
}

/** Events of a case of two coders. */
export function eventTableOf({ data }: ReferenceCase): EventTable {
  const events = listsOf([data.coder1, data.coder2], isEvent, '[time, code]')
  const categories = distinct(events.flat().map(([, code]) => code))
  return eventTable({ raters: named(2), categories, events })
}
