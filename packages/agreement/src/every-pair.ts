import type { Options } from './options.ts'
import { estimate } from './registry.ts'
import type { Result } from './result.ts'
import { eachPair } from './table/pair-tables.ts'
import type { RaterTable } from './table/select.ts'

/**
 * A coefficient of every pair of raters, each on the items both rated, in the order of `raterPairs`; `raters` of a result names its pair.
 *
 * Coefficients that rest on the table of two raters' codes (kappa, percent agreement, tests of the margins) share one walk through the
 * ratings, so that a hundred coders and their 4,950 pairs take a moment.
 *
 * @param id a coefficient for two raters, or one that two raters can have.
 * @returns one result a pair; a pair without common items is undefined like any other result, and stays in its place.
 * @throws RangeError as the coefficient does.
 * @source Light (1971), Psychol. Bull. 76(5), 365-377. doi:10.1037/h0031643
 * @checked data/reference/multirater_kappa.json
 * @example everyPair('cohen-kappa', ratingTable({ raters: ['A', 'B', 'C'], level: 'nominal', categories: ['x', 'y'], rows: [['x', 'x', 'x'], ['y', 'y', 'x'], ['x', 'x', 'y'], ['y', 'y', 'y']] })).map(({ estimate }) => estimate) // [1, 0, 0]
 */
export function everyPair(id: string, table: RaterTable, options: Options = {}): Result[] {
  return Array.from(eachPair(table), (pair) => estimate(id, pair, options))
}
