import { needTwoRaters } from './base/boundaries.ts'
import { linkEvents, reachOf, toleranceOf } from './base/event-links.ts'
import { confidenceOf, estimated, type Setting, undetermined } from './base/report.ts'
import { defineMeasure } from './define-measure.ts'
import type { AnyOptions } from './options.ts'
import type { Result } from './result.ts'
import { partsOf } from './table/join.ts'
import type { EventTable } from './table/segment-types.ts'

/**
 * Event kappa: agreement of two raters on which events happened when, corrected for chance.
 *
 * Events are linked within the tolerance, whatever their codes: as many as possible, then as many with equal codes, then the least
 * distance in time. An event without a link counts as a disagreement with "nothing". What both left out cannot be counted, so chance is that
 * of quasi-independence: the table of codes without its corner nothing/nothing.
 *
 * @param table two raters. @param options `tolerance`: largest difference in time of linked events, its end included.
 * @returns `estimate` at most 1 (1 full agreement, 0 as by chance), `observed`, `expected`; `n` counts links and lone events;
 *   `details.links`, `details.alone` (events of each rater without a link) and `details.table` (rows first rater, last row and column
 *   nothing). Undefined if neither rater noted an event (`no-items`), or all are linked and have one code (`no-variation`).
 * @throws RangeError if there are not two raters, or the tolerance is not said or negative.
 * @source Holle & Rein (2015), Behav. Res. Methods 47(3), 837-847. doi:10.3758/s13428-014-0506-7
 * @source Bakeman, Quera & Gnisci (2009), Behav. Res. Methods 41(1), 137-147. doi:10.3758/BRM.41.1.137
 * @checked data/reference/event_links.json
 * @example eventKappa(eventTable({ raters: ['A', 'B'], categories: ['x', 'y'], events: [[[1, 'x'], [5, 'y']], [[1.5, 'x'], [5, 'y']]] }), { tolerance: 1 }).estimate // 1
 */
export function eventKappa(table: EventTable, options: Pick<AnyOptions, 'confidence' | 'tolerance'> = {}): Result {
  const confidence = confidenceOf(options)
  const tolerance = toleranceOf(options.tolerance, 'event-kappa')
  needTwoRaters(table, 'event-kappa')
  const k = table.categories.length
  const counts = Array.from({ length: k + 1 }, () => new Array<number>(k + 1).fill(0))
  for (const session of partsOf(table)) addLinks(counts, session, linkEvents(session, reachOf(session, tolerance)))
  const rows = counts.map((row) => row.reduce((sum, count) => sum + count, 0))
  const columns = rows.map((_, column) => counts.reduce((sum, row) => sum + row[column]!, 0))
  const n = rows.reduce((sum, row) => sum + row, 0)
  const setting: Setting = {
    measure: 'event-kappa',
    options: { confidence, tolerance },
    raters: table.raters,
    n,
    dropped: [],
  }
  if (n === 0) return undetermined(setting, 'no-items', 'Neither rater noted an event.')
  const [aloneFirst, aloneSecond] = [columns[k]!, rows[k]!]
  const links = n - aloneFirst - aloneSecond
  const details = { links, alone: [aloneFirst, aloneSecond], table: counts.map((row) => [...row]) }
  const observed = counts.reduce((sum, row, code) => sum + (code < k ? row[code]! : 0), 0) / n
  // Quasi-independence with one empty corner has a closed form: row x column x links / (events of first x events of second).
  const products = rows.reduce((sum, row, code) => sum + (code < k ? row * columns[code]! : 0), 0)
  const expected = links === 0 ? 0 : (products * links) / ((n - aloneSecond) * (n - aloneFirst)) / n
  if (expected >= 1) {
    return undetermined(setting, 'no-variation', 'All events are linked and have one code.', {
      observed,
      expected,
      details,
    })
  }
  return estimated(setting, { estimate: (observed - expected) / (1 - expected), observed, expected, details })
}

function addLinks(counts: number[][], { codes, offsets, categories }: EventTable, links: Int32Array): void {
  const k = categories.length
  const linked = new Uint8Array(offsets[2]! - offsets[1]!)
  for (const [event, other] of links.entries()) {
    counts[codes[event]!]![other < 0 ? k : codes[offsets[1]! + other]!]!++
    if (other >= 0) linked[other] = 1
  }
  for (const [other, isLinked] of linked.entries()) if (isLinked === 0) counts[k]![codes[offsets[1]! + other]!]!++
}

export const eventKappaMeasure = defineMeasure({
  id: 'event-kappa',
  title: 'Event kappa',
  family: 'events',
  levels: ['nominal'],
  raters: 2,
  tables: ['events'],
  missing: ['available'],
  weights: [],
  options: ['tolerance'],
  source: 'Holle & Rein 2015; Bakeman, Quera & Gnisci 2009',
  estimate: eventKappa,
})
