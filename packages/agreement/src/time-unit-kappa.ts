import { refuseTooMany } from './base/at-most.ts'
import { needTwoRaters } from './base/boundaries.ts'
import { confidenceOf, estimated, type Setting, undetermined } from './base/report.ts'
import { shares, statesOf, varies } from './base/state-kappa.ts'
import { needExtent, refuseOverlaps } from './base/units.ts'
import { defineMeasure } from './define-measure.ts'
import type { AnyOptions } from './options.ts'
import type { Result, Warning } from './result.ts'
import { partsOf } from './table/join.ts'
import type { UnitTable } from './table/segment-types.ts'

/**
 * Time-unit kappa: Cohen's kappa of two raters over successive units of time, with a tolerance for late or early changes.
 *
 * Each time unit has the state at its middle; time without a unit is a state of its own. The step is not a tolerance: a longer step only
 * looks less often. With a tolerance a rater's state agrees if the other has it somewhere within that time; that depends on who is
 * looked at first, so the value is the mean of both ways. Successive time units are not independent: there is no interval.
 *
 * @param table two raters, begin and length declared. @param options `step`: length of a time unit; `tolerance`: how far before and
 *   after to look, default 0. Both in the continuum's unit.
 * @returns `estimate` at most 1 (1 full agreement, 0 as by chance), `observed` and `expected` as means of both ways, `details.ways` each;
 *   `n` counts the time units. Undefined if the continuum is shorter than a step (`no-items`), or if both raters have one and the same
 *   state throughout (`no-variation`).
 * @throws RangeError if there are not two raters, the extent is not declared, units of one rater overlap, or the step is not above 0
 *   or fits more than ten million times.
 * @source Bakeman, Quera & Gnisci (2009), Behav. Res. Methods 41(1), 137-147. doi:10.3758/BRM.41.1.137
 * @checked data/reference/states.json
 * @example timeUnitKappa(unitTable({ raters: ['A', 'B'], categories: ['x'], begin: 0, length: 8, units: [{ rater: 'A', start: 0, length: 4, category: 'x' }, { rater: 'B', start: 0, length: 2, category: 'x' }] }), { step: 1 }).estimate // 0.5
 */
export function timeUnitKappa(
  table: UnitTable,
  options: Pick<AnyOptions, 'confidence' | 'step' | 'tolerance'> = {},
): Result {
  const confidence = confidenceOf(options)
  const { step, tolerance = 0 } = options
  needTwoRaters(table, 'time-unit-kappa')
  const { length } = needExtent(table, 'time-unit-kappa')
  refuseOverlaps(table, 'time-unit-kappa', 'all units')
  if (step === undefined) throw new RangeError('time-unit-kappa needs the option step, the length of a time unit.')
  if (!(step > 0 && Number.isFinite(step))) throw new RangeError(`The step ${step} is not a number above 0.`)
  refuseTooMany('step', step, length, MOST_TIME_UNITS)
  if (!(tolerance >= 0 && Number.isFinite(tolerance))) {
    throw new RangeError(`The tolerance ${tolerance} is not a number of at least 0.`)
  }
  const parts = partsOf(table).map((part) => {
    const { begin, length } = needExtent(part, 'time-unit-kappa')
    return { part, begin, length, units: wholeParts(length, step) }
  })
  const n = parts.reduce((sum, { units }) => sum + units, 0)
  const rest = parts.reduce((sum, { length, units }) => sum + Math.max(0, length - units * step), 0)
  const setting: Setting = {
    measure: 'time-unit-kappa',
    options: { confidence, step, tolerance },
    raters: table.raters,
    n,
    dropped: [],
    warnings: remainder(rest, step),
  }
  if (n === 0) return undetermined(setting, 'no-items', `The continuum of ${length} is shorter than a step of ${step}.`)
  const k = table.categories.length + 1
  const reach = wholeParts(tolerance, step)
  const there = new Float64Array(k * k)
  const back = new Float64Array(k * k)
  for (const { part, begin, length, units } of parts) {
    const [first, second] = [0, 1].map((rater) =>
      sampled(statesOf(part, rater, begin, begin + length), begin, step, units),
    )
    tally(there, first!, second!, reach, k)
    tally(back, second!, first!, reach, k)
  }
  const ways = [there, back].map((matrix) => {
    const { observed, expected } = shares(matrix, k)
    return { estimate: varies(matrix, k) ? (observed - expected) / (1 - expected) : null, observed, expected }
  })
  const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length
  const observed = mean(ways.map((way) => way.observed))
  const expected = mean(ways.map((way) => way.expected))
  const values = ways.flatMap(({ estimate }) => estimate ?? [])
  if (values.length < 2) {
    const message = 'Both raters have one and the same state throughout, as far as the tolerance sees.'
    return undetermined(setting, 'no-variation', message, { observed, expected, details: { ways } })
  }
  return estimated(setting, { estimate: mean(values), observed, expected, details: { ways } })
}

/** A day in steps of a hundredth of a second; the states of both raters then take 80 MB. */
const MOST_TIME_UNITS = 10_000_000

/** The state at the middle of each time unit. */
function sampled({ ends, codes }: ReturnType<typeof statesOf>, begin: number, step: number, units: number): Int32Array {
  let state = 0
  return Int32Array.from({ length: units }, (_, index) => {
    while (state < ends.length - 1 && ends[state]! <= begin + (index + 0.5) * step) state++
    return codes[state]!
  })
}

/** How many steps fit; 0.3 holds three steps of 0.1 although their doubles do not quite. */
function wholeParts(length: number, step: number): number {
  return Math.floor((length / step) * (1 + 1e-12))
}

function remainder(rest: number, step: number): Warning[] {
  if (rest <= 1e-9 * step) return []
  const message = `The last ${rest.toPrecision(3)} of the continuum is shorter than a step and left out.`
  return [{ code: 'rest-left-out', message }]
}

/** Adds counts of (state of the one, state of the other), the other's taken as equal if it is so within `reach` time units. */
function tally(matrix: Float64Array, one: Int32Array, other: Int32Array, reach: number, k: number): void {
  const near = new Int32Array(k) // states of the other within reach of the present time unit
  for (let unit = 0; unit < Math.min(reach, other.length); unit++) near[other[unit]!]!++
  for (const [unit, state] of one.entries()) {
    if (unit + reach < other.length) near[other[unit + reach]!]!++
    if (unit - reach - 1 >= 0) near[other[unit - reach - 1]!]!--
    matrix[state * k + (near[state]! > 0 ? state : other[unit]!)]!++
  }
}

export const timeUnitKappaMeasure = defineMeasure({
  id: 'time-unit-kappa',
  title: 'Time-unit kappa with tolerance',
  family: 'events',
  levels: ['nominal'],
  raters: 2,
  tables: ['units'],
  missing: ['available'],
  weights: [],
  options: ['step', 'tolerance'],
  source: 'Bakeman, Quera & Gnisci 2009',
  estimate: timeUnitKappa,
})
