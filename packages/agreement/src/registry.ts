import { cohenKappaMeasure } from './cohen-kappa.ts'
import type { Measure } from './measure.ts'
import type { Options } from './options.ts'
import type { Result } from './result.ts'
import type { RatingTable } from './table/types.ts'
import { weightedKappaMeasure } from './weighted-kappa.ts'

/** Every coefficient by id: one line each. */
export const measures = {
  'cohen-kappa': cohenKappaMeasure,
  'weighted-kappa': weightedKappaMeasure,
} satisfies Record<string, Measure>

export type MeasureId = keyof typeof measures

/** Whether this is the id of a coefficient. */
export function isMeasureId(id: string): id is MeasureId {
  return Object.hasOwn(measures, id)
}

/**
 * One coefficient by id, with the checks that go with it.
 *
 * @throws RangeError if the id is unknown, or the table or the options do not fit the coefficient.
 * @example estimate('cohen-kappa', ratingTable({ raters: ['A', 'B'], level: 'nominal', categories: ['F', 'E'], rows: [['F', 'F'], ['E', 'E']] })).estimate // 1
 */
export function estimate(id: string, table: RatingTable, options: Options = {}): Result {
  if (!isMeasureId(id))
    throw new RangeError(`There is no coefficient "${id}"; there are ${Object.keys(measures).join(', ')}.`)
  return measures[id].estimate(table, options)
}
