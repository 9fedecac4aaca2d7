import { besideInterval, noWidth, tInterval } from './base/intervals.ts'
import { confidenceOf } from './base/report.ts'
import {
  type ClusterPlan,
  cutByBlocks,
  oneContinuum,
  onlyOne,
  resampledTable,
  resamplingUnits,
  type Waiting,
} from './base/resampling-units.ts'
import type { AnyOptions } from './options.ts'
import { estimate } from './registry.ts'
import type { Result } from './result.ts'
import { type ItemTable, isSegmentTable, itemCount, takeItems } from './table/items.ts'
import type { RaterTable } from './table/select.ts'

export type { ClusterPlan } from './base/resampling-units.ts'

/** The coefficient without one unit after another; units that do not enter it are passed over. */
export interface LeftOut {
  readonly values: readonly number[]
  /** Units that entered. */
  readonly units: readonly (readonly number[])[]
  /** How many of the values without one unit are undefined. */
  readonly undetermined: number
}

export function leaveOneOut(
  id: string,
  table: ItemTable,
  options: AnyOptions,
  plan: ClusterPlan & Waiting,
  whole: Result,
): LeftOut {
  const values: number[] = []
  const units: number[][] = []
  let undetermined = 0
  const segments = isSegmentTable(table)
  const all = resamplingUnits(table, plan.clusters)
  for (const [index, unit] of all.entries()) {
    plan.progress?.(index, all.length)
    if (!segments && !unit.some((item) => isRated(table, item))) continue
    const without = new Set(unit)
    const rest = Array.from({ length: itemCount(table) }, (_, item) => item).filter((item) => !without.has(item))
    if (segments && rest.length === 0) continue
    const result = estimate(id, takeItems(table, rest), options)
    // Where only complete items count, an incomplete one is no unit; where every rating counts, a rated item is. An empty document is one too.
    if (!segments && whole.options.missing !== 'available' && result.n === whole.n) continue
    units.push(unit)
    if (result.estimate === null) undetermined++
    else values.push(result.estimate)
  }
  return { values, units, undetermined }
}

function isRated(table: RaterTable, item: number): boolean {
  const m = table.raters.length
  const cells = table.kind === 'scores' ? table.state : table.codes
  for (let index = item * m; index < (item + 1) * m; index++) if (cells[index]! >= 0) return true
  return false
}

/**
 * A coefficient with the standard error and interval of the jackknife: what changes when one item (or cluster) is left out.
 *
 * Items of a joined table of segments or events are its documents or sessions; one alone gives no interval, unless the plan cuts it into
 * blocks of time.
 *
 * @param id any coefficient. @param options its options. @param plan `clusters`, if items belong together; `block`; `progress`.
 * @returns the coefficient's result with `se` and a t `interval` from the jackknife; `details.biasCorrected` is the estimate less its
 *   jackknife bias. Without an interval, and with a warning, if leaving out one item leaves the coefficient undefined;
 *   with the warning `no-spread` if it changes nothing.
 * @throws RangeError as the coefficient does, or if the clusters do not fit the items.
 * @source Efron & Tibshirani (1993), An Introduction to the Bootstrap, ch. 11. doi:10.1201/9780429246593
 * @checked data/reference/resampling.json
 * @example jackknife('percent-agreement', ratingTable({ raters: ['A', 'B'], level: 'nominal', categories: ['F', 'Ds'], rows: [['F', 'F'], ['F', 'Ds'], ['Ds', 'Ds'], ['Ds', 'Ds']] })).se // 0.25
 */
export function jackknife(
  id: string,
  table: ItemTable,
  options: AnyOptions = {},
  plan: ClusterPlan & Waiting = {},
): Result {
  const whole = estimate(id, table, options)
  if (whole.estimate === null) return whole
  const { interval: _, se: __, ...rest } = { ...whole, warnings: besideInterval(whole.warnings) }
  const cut = resampledTable(table, plan)
  const alone = oneContinuum(cut)
  if (alone.length > 0) return { ...rest, warnings: [...rest.warnings, ...alone] }
  const { values, units, undetermined } = leaveOneOut(id, cut, options, plan, whole)
  const count = values.length
  if (undetermined > 0 || count < 2) {
    const without = `Without one ${plan.clusters ? 'cluster' : 'item'} the coefficient is undefined`
    const message = `${units.length < 2 ? onlyOne(cut, plan) : without}, so the jackknife gives no interval.`
    return { ...rest, warnings: [...rest.warnings, { code: 'no-jackknife', message }] }
  }
  const ofCut = cut === table ? whole.estimate : estimate(id, cut, options).estimate
  const centre = values.reduce((sum, value) => sum + value, 0) / count
  const se = Math.sqrt(((count - 1) / count) * values.reduce((sum, value) => sum + (value - centre) ** 2, 0))
  const biasCorrected = count * (ofCut ?? whole.estimate) - (count - 1) * centre
  const interval = tInterval(whole.estimate, se, count - 1, confidenceOf(options), 'jackknife, t')
  const warnings = [...rest.warnings, ...noWidth(interval, se), ...cutByBlocks(whole.estimate, ofCut)]
  return { ...rest, se, interval, details: { ...whole.details, biasCorrected }, warnings }
}
