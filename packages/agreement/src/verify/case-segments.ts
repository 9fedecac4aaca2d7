import { eventTable } from '../table/event-table.ts'
import { joinTables } from '../table/join.ts'
import type { EventTable, SegmentationTable, UnitTable } from '../table/segment-types.ts'
import { segmentationTable } from '../table/segmentation-table.ts'
import type { Category } from '../table/types.ts'
import { type Unit, unitTable, unitTableFromSpans } from '../table/unit-table.ts'
import { namedCategories } from './case-table.ts'
import { entriesIn, isCategory, isCount, isFields, numbersIn } from './guards.ts'
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
  return entriesIn(value).map((list) => {
    if (!Array.isArray(list) || !list.every(is)) throw new RangeError(`The case has a list without ${what}.`)
    return list
  })
}

function named(count: number): string[] {
  return Array.from({ length: count }, (_, index) => `rater ${index + 1}`)
}

/** The categories that the case declares; where it has none, those it shows, in order. */
function categoriesOf(given: ReferenceCase, shown: readonly Category[]): readonly Category[] {
  return namedCategories(given) ?? [...new Set(shown)].sort()
}

/** A case with several sessions (documents, texts) as one case each, with the categories of all; a case of one is that case. */
function sessionsOf(given: ReferenceCase): ReferenceCase[] {
  const { sessions, categories } = given.data
  const listed = sessions === undefined ? [given.data] : entriesIn(sessions)
  return listed.map((session) => {
    if (!isFields(session) || typeof session.type !== 'string')
      throw new RangeError('The case has a session without type.')
    return { ...given, data: { categories, ...session, type: session.type } }
  })
}

/** Units of a case, sessions joined; coders chosen among its options are taken alone, in their order. */
export function unitTableOf(given: ReferenceCase): UnitTable {
  const tables = sessionsOf(given).map(unitsOfOne)
  return tables.length === 1 ? tables[0]! : joinTables(tables)
}

function unitsOfOne(given: ReferenceCase): UnitTable {
  const { data, options } = given
  if (data.type === 'continuum') {
    const spans = listsOf(data.units, isSpan, '[start, end, category]')
    const categories = categoriesOf(
      given,
      spans.flat().map(([, , category]) => category),
    )
    return unitTableFromSpans({ raters: named(spans.length), categories, spans })
  }
  const { coders } = options
  const chosen = coders === undefined ? [...Array(isCount(data.raters) ? data.raters : 0).keys()] : numbersIn(coders)
  const units = entriesIn(data.units).flatMap((unit): Unit[] => {
    if (!isFields(unit) || !isCategory(unit.category)) throw new RangeError('The case has a unit without category.')
    const { rater, start, length, category } = unit
    const place = chosen.indexOf(Number(rater))
    return place < 0 ? [] : [{ rater: `rater ${place + 1}`, start: Number(start), length: Number(length), category }]
  })
  return unitTable({
    raters: named(chosen.length),
    categories: categoriesOf(
      given,
      units.map(({ category }) => category),
    ),
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

/** Events of a case of two coders, sessions joined. */
export function eventTableOf(given: ReferenceCase): EventTable {
  const tables = sessionsOf(given).map(eventsOfOne)
  return tables.length === 1 ? tables[0]! : joinTables(tables)
}

function eventsOfOne(given: ReferenceCase): EventTable {
  const { data } = given
  const events = listsOf([data.coder1, data.coder2], isEvent, '[time, code]')
  const categories = categoriesOf(
    given,
    events.flat().map(([, code]) => code),
  )
  return eventTable({ raters: named(2), categories, events })
}
