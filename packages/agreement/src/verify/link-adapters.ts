import type { AnyOptions } from '../options.ts'
import { type CodedUnit, pairEvents, pairSegments, type UnitPair } from '../paired-units.ts'
import { estimate, type MeasureId } from '../registry.ts'
import type { AnyTable, EventTable, UnitTable } from '../table/segment-types.ts'
import { eventTableOf, unitTableOf } from './case-segments.ts'
import { type Actual, fieldsOf } from './fields.ts'
import { detailsOf } from './guards.ts'
import type { ReferenceCase } from './reference.ts'

type Adapter = (given: ReferenceCase) => Actual

const numbers = ['tolerance', 'step', 'overlap', 'alpha', 'beta', 'samples', 'seed'] as const

/** The options of a case under the names of this library. */
function optionsOf({ options }: ReferenceCase): AnyOptions {
  const { category, delta_empty: deltaEmpty } = options
  const given = numbers.flatMap((name) => (typeof options[name] === 'number' ? [[name, options[name]]] : []))
  return {
    ...Object.fromEntries(given),
    ...(typeof deltaEmpty === 'number' && { deltaEmpty }),
    ...(typeof category === 'string' && { category }),
  }
}

/** All that the result has, details included. */
const on =
  (id: MeasureId, tableOf: (given: ReferenceCase) => AnyTable): Adapter =>
  (given) => {
    const result = estimate(id, tableOf(given), optionsOf(given))
    return { ...fieldsOf(result), ...detailsOf(result), observed: result.observed }
  }

/** What one rater marked, in the order of time; an event ends where it begins. */
function marked(table: EventTable | UnitTable, rater: number): CodedUnit[] {
  const [starts, ends] = table.kind === 'events' ? [table.times, table.times] : [table.starts, table.ends]
  const places = [...starts.keys()].slice(table.offsets[rater], table.offsets[rater + 1])
  return places.map((place) => ({
    code: table.categories[table.codes[place]!]!,
    start: starts[place]!,
    end: ends[place]!,
  }))
}

const pairsIn = (pairs: readonly UnitPair[]): Actual => ({
  count: pairs.length,
  pairs: pairs.map(({ first, second, closeness }) => ({ first, second, closeness })),
})

function pairedEvents(given: ReferenceCase): Actual {
  const table = eventTableOf(given)
  return pairsIn(pairEvents(marked(table, 0), marked(table, 1), Number(given.options.tolerance)))
}

function pairedSegments(given: ReferenceCase): Actual {
  const table = unitTableOf(given)
  return pairsIn(pairSegments(marked(table, 0), marked(table, 1), Number(given.options.overlap)))
}

/** How measures that link units or events of different raters, or look at them step by step, are computed with this library. */
export const linkAdapters: { readonly [measure: string]: Adapter } = {
  event_kappa: on('event-kappa', eventTableOf),
  time_unit_kappa: on('time-unit-kappa', unitTableOf),
  pair_events: pairedEvents,
  pair_segments: pairedSegments,
  span_f1: on('span-f1', unitTableOf),
  gamma: on('gamma', unitTableOf),
  gamma_cat: on('gamma-cat', unitTableOf),
}
