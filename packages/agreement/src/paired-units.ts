import { linkEvents, reachOf, toleranceOf } from './base/event-links.ts'
import { joinSpans, overlapOf } from './base/joined-spans.ts'
import type { Stretches } from './base/units.ts'
import { eventTable } from './table/event-table.ts'

/** A unit with its code; an event is one that begins where it ends. */
export interface CodedUnit {
  readonly code: string
  readonly start: number
  readonly end: number
}

/** Places in the two lists; `closeness` is intersection over union of segments, seconds between onsets of events. */
export interface UnitPair {
  readonly first: number
  readonly second: number
  readonly closeness: number
}

type Pairing = (first: readonly CodedUnit[], second: readonly CodedUnit[]) => readonly UnitPair[]

/**
 * Segments of two raters, each beside the one it was matched with. Equal codes come first, exactly as `spanF1` counts them; what is
 * left is matched whatever its code, so that a pair tells where the two chose different codes.
 *
 * @param overlap least intersection over union, above 0 to 1.
 * @throws RangeError if the overlap is not above 0 and at most 1.
 * @checked data/reference/span_f1.json
 * @example pairSegments([{ code: 'a', start: 0, end: 10 }], [{ code: 'b', start: 0, end: 5 }], 0.5) // [{ first: 0, second: 0, closeness: 0.5 }]
 */
export function pairSegments(
  first: readonly CodedUnit[],
  second: readonly CodedUnit[],
  overlap: number,
): readonly UnitPair[] {
  if (!(overlap > 0 && overlap <= 1)) throw new RangeError(`The overlap ${overlap} is not above 0 and at most 1.`)
  return equalCodesFirst(first, second, (one, other) => {
    const [rows, columns] = [inOrder(one), inOrder(other)]
    const joined = joinSpans(rows.stretches, columns.stretches, overlap)
    return [...joined].flatMap((column, row) => {
      if (column < 0) return []
      const closeness = overlapOf(rows.stretches, row, columns.stretches, column)
      return [{ first: rows.places[row]!, second: columns.places[column]!, closeness }]
    })
  })
}

/**
 * The same for events, which match within so many seconds of onset: equal codes first, as `eventMatch` counts them.
 *
 * @throws RangeError if the tolerance is negative.
 * @checked data/reference/event_links.json
 * @example pairEvents([{ code: 'a', start: 1, end: 1 }], [{ code: 'a', start: 1.5, end: 3 }], 1) // [{ first: 0, second: 0, closeness: 0.5 }]
 */
export function pairEvents(
  first: readonly CodedUnit[],
  second: readonly CodedUnit[],
  tolerance: number,
): readonly UnitPair[] {
  const seconds = toleranceOf(tolerance, 'pairEvents')
  return equalCodesFirst(first, second, (one, other) => {
    const [rows, columns] = [inOrder(one), inOrder(other)]
    const events = [rows, columns].map(({ stretches }) => [...stretches.starts].map((time) => [time, 'any'] as const))
    const table = eventTable({ raters: ['first', 'second'], categories: ['any'], events })
    return [...linkEvents(table, reachOf(table, seconds))].flatMap((column, row) => {
      if (column < 0) return []
      const closeness = Math.abs(rows.stretches.starts[row]! - columns.stretches.starts[column]!)
      return [{ first: rows.places[row]!, second: columns.places[column]!, closeness }]
    })
  })
}

/** Spans by their starts, with the places they had. */
function inOrder(units: readonly CodedUnit[]): { stretches: Stretches; places: readonly number[] } {
  const places = [...units.keys()].sort((a, b) => units[a]!.start - units[b]!.start || units[a]!.end - units[b]!.end)
  const starts = Float64Array.from(places, (place) => units[place]!.start)
  return { stretches: { starts, ends: Float64Array.from(places, (place) => units[place]!.end) }, places }
}

function equalCodesFirst(first: readonly CodedUnit[], second: readonly CodedUnit[], pair: Pairing): UnitPair[] {
  const pairs: UnitPair[] = []
  const match = (rows: readonly number[], columns: readonly number[]): void => {
    const found = pair(
      rows.map((place) => first[place]!),
      columns.map((place) => second[place]!),
    )
    for (const { first: row, second: column, closeness } of found) {
      pairs.push({ first: rows[row]!, second: columns[column]!, closeness })
    }
  }
  const of = (units: readonly CodedUnit[], code: string) =>
    [...units.keys()].filter((place) => units[place]!.code === code)
  for (const code of new Set(first.map((unit) => unit.code))) match(of(first, code), of(second, code))
  const [taken, takenToo] = [new Set(pairs.map((one) => one.first)), new Set(pairs.map((one) => one.second))]
  match(
    [...first.keys()].filter((place) => !taken.has(place)),
    [...second.keys()].filter((place) => !takenToo.has(place)),
  )
  return pairs.sort((a, b) => a.first - b.first)
}
