import { needTwoRaters } from './base/boundaries.ts'
import { mostPairs, reachOf, toleranceOf } from './base/event-links.ts'
import { confidenceOf, estimated, type Setting, undetermined } from './base/report.ts'
import { defineMeasure } from './define-measure.ts'
import type { AnyOptions } from './options.ts'
import type { Result } from './result.ts'
import { partsOf } from './table/join.ts'
import type { EventTable } from './table/segment-types.ts'

/**
 * Matched events: share of the events of two raters that the other noted too, with the same code at nearly the same time.
 *
 * Events are joined one to one so that as many as possible match; taking the nearest first would lose matches. Not corrected for
 * chance: with many events or a wide tolerance some match by luck; report `event-kappa` beside it.
 *
 * @param table two raters. @param options `tolerance`: largest difference in time, its end included.
 * @returns `estimate` from 0 to 1: events in a match / all events of both. `details`: `matches`, `matchesAnyCode` (codes ignored),
 *   `precision` and `recall` of the second rater as judged by the first (`null` without events), and each code. `n` counts the events.
 *   Undefined if neither rater noted one (`no-items`).
 * @throws RangeError if there are not two raters, or the tolerance is not said or negative.
 * @source Hopcroft & Karp (1973), SIAM J. Comput. 2(4), 225-231. doi:10.1137/0202019 (largest matching)
 * @checked data/reference/events.json
 * @checked data/reference/event_links.json
 * @example eventMatch(eventTable({ raters: ['A', 'B'], categories: ['x'], events: [[[1, 'x'], [2, 'x']], [[2, 'x'], [2.9, 'x']]] }), { tolerance: 1 }).estimate // 1
 */
export function eventMatch(table: EventTable, options: Pick<AnyOptions, 'confidence' | 'tolerance'> = {}): Result {
  const confidence = confidenceOf(options)
  const tolerance = toleranceOf(options.tolerance, 'event-match')
  needTwoRaters(table, 'event-match')
  const sessions = partsOf(table).map((session) => ({ session, reach: reachOf(session, tolerance) }))
  const parts = table.categories.map((name, code) => {
    const own = { matches: 0, first: 0, second: 0 }
    for (const { session, reach } of sessions) {
      const [first, second] = [timesOf(session, 0, code), timesOf(session, 1, code)]
      own.matches += mostPairs(first, second, reach)
      own.first += first.length
      own.second += second.length
    }
    return { name, ...own }
  })
  const n = table.times.length
  const setting: Setting = {
    measure: 'event-match',
    options: { confidence, tolerance },
    raters: table.raters,
    n,
    dropped: [],
  }
  if (n === 0) return undetermined(setting, 'no-items', 'Neither rater noted an event.')
  const matches = parts.reduce((sum, part) => sum + part.matches, 0)
  const events = table.offsets[1]!
  return estimated(setting, {
    estimate: (2 * matches) / n,
    details: {
      matches,
      matchesAnyCode: sessions.reduce((sum, one) => sum + matchesAnyCode(one.session, one.reach), 0),
      precision: n > events ? matches / (n - events) : null,
      recall: events > 0 ? matches / events : null,
      categories: Object.fromEntries(parts.map(({ name, ...counts }) => [name, counts])),
    },
  })
}

function matchesAnyCode({ times, offsets }: EventTable, reach: number): number {
  return mostPairs(times.subarray(0, offsets[1]), times.subarray(offsets[1]), reach)
}

function timesOf({ times, codes, offsets }: EventTable, rater: number, code: number): Float64Array {
  const [from, to] = [offsets[rater]!, offsets[rater + 1]!]
  return times.subarray(from, to).filter((_, index) => codes[from + index] === code)
}

export const eventMatchMeasure = defineMeasure({
  id: 'event-match',
  title: 'Matched events within a tolerance',
  family: 'events',
  levels: ['nominal'],
  raters: 2,
  tables: ['events'],
  missing: ['available'],
  weights: [],
  options: ['tolerance'],
  source: 'Hopcroft & Karp 1973 (largest matching)',
  estimate: eventMatch,
})
