import { tInterval, tTest } from './base/intervals.ts'
import { itemSlopes } from './base/item-slopes.ts'
import { cellState } from './base/paired-scores.ts'
import { confidenceOf } from './base/report.ts'
import { type ClusterPlan, onlyOne, resampledTable, resamplingUnits } from './base/resampling-units.ts'
import type { AnyOptions, Options } from './options.ts'
import { estimate } from './registry.ts'
import type { Interval, Reason, Result, Test } from './result.ts'
import { type ItemTable, isSegmentTable } from './table/items.ts'
import { selectRaters } from './table/select.ts'

/** One of two coefficients to compare: which one, with which options, and of which raters. */
export interface Side {
  readonly measure: string
  readonly options?: AnyOptions
  /** Default: all raters of the table. */
  readonly raters?: readonly string[]
}

/** Difference of two coefficients of the same items, first minus second. */
export interface Comparison {
  readonly estimate: number | null
  readonly se?: number
  readonly interval?: Interval
  readonly test?: Test
  /** Items (or clusters) that the error comes from. */
  readonly units: number
  readonly first: Result
  readonly second: Result
  readonly undefined?: Reason
}

/**
 * Test and interval of the difference of two coefficients that come from the same items: two pairs of raters, two weightings, kappa
 * against AC1, before and after a training on the same tapes.
 *
 * Of a joined table of segments or events the items are its documents or sessions.
 * Overlapping intervals are no test: the coefficients share items, so their errors go together. Each item's influence on each
 * coefficient is computed, and the paired difference of influences gives the error (Gwet's linearisation for the kappas, the infinitesimal
 * jackknife for every other coefficient).
 *
 * @param plan `clusters`, if items belong together; `block` of time for a single session; `confidence`, default 0.95.
 * @returns undefined with the reason if one of the two is, stays so without or with more of an item, or fewer than two items (or clusters) have a
 *   rating. Without test
 *   and with `se` 0 if all items have the same influence on both.
 * @throws RangeError as the coefficients do.
 * @source Gwet (2016), Educ. Psychol. Meas. 76(4), 609-637. doi:10.1177/0013164415596420
 * @source Efron & Tibshirani (1993), An Introduction to the Bootstrap, sec. 21.3 (infinitesimal jackknife). doi:10.1201/9780429246593
 * @checked data/reference/compare.json
 * @example compareDependent(ratingTable({ raters: ['A', 'B', 'C'], level: 'nominal', categories: ['F', 'Ds'], rows: [['F', 'F', 'Ds'], ['F', 'Ds', 'F'], ['Ds', 'Ds', 'Ds'], ['Ds', 'Ds', 'F'], ['F', 'F', 'F']] }), { measure: 'gwet-ac1', raters: ['A', 'B'] }, { measure: 'gwet-ac1', raters: ['A', 'C'] }).test.df1 // 4
 */
export function compareDependent(
  given: ItemTable,
  first: Side,
  second: Side,
  plan: ClusterPlan & Pick<Options, 'confidence'> = {},
): Comparison {
  const confidence = confidenceOf(plan)
  const table = resampledTable(given, plan)
  const sides = [first, second].map(({ measure, options = {}, raters }) => {
    const part = raters === undefined ? table : selectRaters(table, raters)
    return { measure, options, part, result: estimate(measure, part, options) }
  })
  const [one, other] = [sides[0]!, sides[1]!]
  const used = [...new Set([...one.part.raters, ...other.part.raters])]
  const ofBoth = selectRaters(table, used)
  const units = resamplingUnits(table, plan.clusters)
    .map((unit) => unit.filter((item) => isRated(ofBoth, item)))
    .filter((unit) => unit.length > 0)
  const known = { units: units.length, first: one.result, second: other.result }
  if (one.result.estimate === null || other.result.estimate === null || units.length < 2) {
    const message = whyUndefined(one.result, other.result) ?? `${onlyOne(table, plan)} for the error of the difference.`
    return { ...known, estimate: null, undefined: { code: 'not-determined', message } }
  }
  const items = units.flat()
  const [slopes, minus] = sides.map(({ measure, part, options }) => itemSlopes(measure, part, options, items))
  if (slopes == null || minus == null) {
    const message = 'Without one of the items a coefficient is undefined, so its influence is not known.'
    return { ...known, estimate: null, undefined: { code: 'not-determined', message } }
  }
  const difference = one.result.estimate - other.result.estimate
  const se = errorOf(
    units,
    slopes.map((slope, index) => slope - minus[index]!),
  )
  const df = units.length - 1
  return {
    ...known,
    estimate: difference,
    se,
    interval: tInterval(difference, se, df, confidence, 'linearised paired difference, t'),
    ...withTest(tTest(difference, se, df, 'no difference')),
  }
}

/** Which coefficient is undefined, and why; `null` if neither is. */
function whyUndefined(first: Result, second: Result): string | null {
  const [one, other] = [first.undefined?.message, second.undefined?.message]
  if (one !== undefined && other !== undefined) {
    const reasons = one === other ? one : `the first: ${one} The second: ${other}`
    return `Both coefficients are undefined: ${reasons}`
  }
  if (one !== undefined) return `The first coefficient is undefined: ${one}`
  return other === undefined ? null : `The second coefficient is undefined: ${other}`
}

function withTest(test: Test | undefined): { readonly test?: Test } {
  return test === undefined ? {} : { test }
}

/** Root of the sum of squared influences of the units around their mean. */
function errorOf(units: readonly (readonly number[])[], influence: Float64Array): number {
  let next = 0
  const ofUnits = units.map((unit) => {
    let total = 0
    for (let item = 0; item < unit.length; item++) total += influence[next++]!
    return total
  })
  const centre = ofUnits.reduce((sum, value) => sum + value, 0) / units.length
  const squares = ofUnits.reduce((sum, value) => sum + (value - centre) ** 2, 0)
  const error = Math.sqrt((squares * units.length) / (units.length - 1))
  return error < 1e-12 ? 0 : error
}

function isRated(table: ItemTable, item: number): boolean {
  if (isSegmentTable(table)) return true
  const m = table.raters.length
  for (let index = item * m; index < (item + 1) * m; index++) if (cellState(table, index) >= 0) return true
  return false
}
