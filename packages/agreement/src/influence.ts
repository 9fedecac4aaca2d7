import { type ClusterPlan, resampledTable, resamplingUnits } from './base/resampling-units.ts'
import type { AnyOptions } from './options.ts'
import { estimate, measureOf } from './registry.ts'
import type { Result } from './result.ts'
import { type ItemTable, isSegmentTable, itemCount, nameOfItem, takeItems } from './table/items.ts'
import { selectRaters } from './table/select.ts'

/** What the coefficient would be without one item, cluster or rater. */
export interface Without {
  readonly name: string
  /** `null` if it would be undefined. */
  readonly estimate: number | null
  /**
   * Estimate without it minus estimate with it. Above 0 means that it costs agreement, below 0 where `better` is `lower`. `null` if one
   * of them is undefined.
   */
  readonly change: number | null
}

export interface Influence {
  readonly whole: Result
  /** Whether a higher or a lower value of this coefficient means more agreement. */
  readonly better: 'higher' | 'lower'
  /** Items, documents or sessions, or clusters where they are named; the one that costs most first. Empty for a single continuum. */
  readonly items: readonly Without[]
  /** The same of raters; empty where the coefficient is for two raters. */
  readonly raters: readonly Without[]
}

/**
 * Which items and which raters cost most agreement: the coefficient without each of them in turn.
 *
 * For a talk about cases, not for cleaning data: leaving out what disagrees makes every coefficient better.
 *
 * @param plan `clusters`, if items belong together.
 * @returns changes in units of the coefficient, what costs most agreement first: the largest rise, or the largest fall of an error or a
 *   penalty (`sem`, `pk`). Undefined values last.
 * @throws RangeError as the coefficient does, and if neither a higher nor a lower value of it means more agreement (`bias`, `mcnemar`).
 * @source Gwet (2014), Handbook of Inter-Rater Reliability, 4th ed., ch. 5 (leave-one-out, as in the jackknife).
 * @example influence('percent-agreement', ratingTable({ raters: ['A', 'B'], level: 'nominal', categories: ['F', 'Ds'], items: ['c1', 'c2', 'c3'], rows: [['F', 'F'], ['F', 'Ds'], ['Ds', 'Ds']] })).items[0].name // 'c2'
 */
export function influence(id: string, given: ItemTable, options: AnyOptions = {}, plan: ClusterPlan = {}): Influence {
  const better = directionOf(id)
  const table = resampledTable(given, plan)
  const whole = estimate(id, table, options)
  const all = Array.from({ length: itemCount(table) }, (_, item) => item)
  const units = resamplingUnits(table, plan.clusters)
  const without = (name: string, rest: ItemTable): Without => {
    const value = estimate(id, rest, options).estimate
    return { name, estimate: value, change: value === null || whole.estimate === null ? null : value - whole.estimate }
  }
  const items = (units.length < 2 && isSegmentTable(table) ? [] : units).map((unit) => {
    const left = new Set(unit)
    const rest = takeItems(
      table,
      all.filter((item) => !left.has(item)),
    )
    return without(plan.clusters?.[unit[0]!] ?? nameOfItem(table, unit[0]!), rest)
  })
  const raters =
    table.raters.length < 3
      ? []
      : table.raters.map((rater) =>
          without(
            rater,
            selectRaters(
              table,
              table.raters.filter((other) => other !== rater),
            ),
          ),
        )
  const byCost = costliestFirst(better)
  return { whole, better, items: items.sort(byCost), raters: raters.sort(byCost) }
}

function directionOf(id: string): Influence['better'] {
  const { better } = measureOf(id)
  if (better !== null) return better
  throw new RangeError(
    `Neither a higher nor a lower value of ${id} means more agreement, so nothing can be said to cost agreement by it.`,
  )
}

function costliestFirst(better: Influence['better']) {
  const cost = ({ change }: Without) => {
    if (change === null) return Number.NEGATIVE_INFINITY
    return better === 'higher' ? change : -change
  }
  return (a: Without, b: Without) => cost(b) - cost(a) || 0
}
