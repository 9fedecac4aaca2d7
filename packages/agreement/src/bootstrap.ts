import { checkChoice } from './base/choice.ts'
import { besideInterval, noWidth } from './base/intervals.ts'
import { type Draw, fromPatterns, type LeftItems, type Resampled } from './base/pattern-samples.ts'
import { patternStatistic } from './base/pattern-statistics.ts'
import { randomBelow, randomFrom } from './base/random.ts'
import { confidenceOf } from './base/report.ts'
import {
  type ClusterPlan,
  cutByBlocks,
  oneContinuum,
  onlyOne,
  resampledTable,
  type Waiting,
} from './base/resampling-units.ts'
import { normalQuantile, normalTails } from './distributions/distributions.ts'
import { type LeftOut, leaveOneOut } from './jackknife.ts'
import type { AnyOptions } from './options.ts'
import { estimate } from './registry.ts'
import type { Estimated, Interval, Result, Warning } from './result.ts'
import { type ItemTable, isSegmentTable, takeItems } from './table/items.ts'

export interface BootstrapPlan extends ClusterPlan, Waiting {
  /** Number of samples, default 2000. */
  readonly resamples?: number
  /** Start of the random numbers, default 1: the same seed gives the same numbers on every machine. */
  readonly seed?: number
  /** `bca`: corrected for bias and skew (default); `percentile`: the plain quantiles. */
  readonly method?: 'bca' | 'percentile'
}

/**
 * A coefficient with an interval from the bootstrap: items (or clusters of items) are drawn with replacement, again and again.
 *
 * Kappas, Gwet's coefficients and alpha of codes are resampled as numbers of equal items, which costs the same for any number of items.
 * Items of a joined table of segments or events are its documents or sessions; one alone gives no interval, unless the plan cuts it into
 * blocks of time.
 * Samples in which the coefficient is undefined are left out and counted in `details.undeterminedSamples`.
 *
 * @returns the coefficient's result with `se` (the spread over samples) and `interval` from the bootstrap. Without an interval, and with a
 *   warning, if fewer than two items (or clusters) entered or fewer than half of the samples have a value; with the warning `no-spread` if it is a point.
 * @throws RangeError as the coefficient does, or if the plan is not possible.
 * @source Efron (1987), J. Am. Stat. Assoc. 82, 171-185. doi:10.1080/01621459.1987.10478410
 * @example bootstrap('percent-agreement', ratingTable({ raters: ['A', 'B'], level: 'nominal', categories: ['F', 'Ds'], rows: [['F', 'F'], ['F', 'Ds'], ['Ds', 'Ds'], ['Ds', 'Ds']] }), {}, { method: 'percentile' }).interval // { lower: 0.25, upper: 1, level: 0.95, method: 'bootstrap percentile, 2000 samples, seed 1' }
 */
export function bootstrap(id: string, table: ItemTable, options: AnyOptions = {}, plan: BootstrapPlan = {}): Result {
  const { resamples = 2000, seed = 1, method = 'bca' } = plan
  checkChoice('method', method, ['bca', 'percentile'])
  if (!(Number.isInteger(resamples) && resamples >= 20)) throw new RangeError(`${resamples} is not 20 or more samples.`)
  const whole = estimate(id, table, options)
  if (whole.estimate === null) return whole
  const { interval: _, se: __, ...rest } = { ...whole, warnings: besideInterval(whole.warnings) }
  const cut = resampledTable(table, plan)
  const alone = oneContinuum(cut)
  if (alone.length > 0) return { ...rest, warnings: [...rest.warnings, ...alone] }
  const centre = cut === table ? whole.estimate : estimate(id, cut, options).estimate
  const draw: Draw = { resamples, random: randomFrom(seed), progress: plan.progress }
  const patterns = plan.clusters === undefined && !isSegmentTable(table) ? patternStatistic(id, table, options) : null
  const { units, without, values } =
    patterns === null
      ? fromItems(id, cut, options, leaveOneOut(id, cut, options, plan, whole), draw)
      : fromPatterns(patterns, draw)
  if (units < 2) {
    const message = `${onlyOne(cut, plan)}, so the bootstrap gives no interval.`
    return { ...rest, warnings: [...rest.warnings, caution('no-bootstrap', message)] }
  }
  const details = { ...whole.details, undeterminedSamples: resamples - values.length }
  if (values.length < resamples / 2) {
    return {
      ...rest,
      details,
      warnings: [
        ...rest.warnings,
        caution('no-bootstrap', 'Most samples leave the coefficient undefined, so the bootstrap gives no interval.'),
      ],
    }
  }
  const named = `${resamples} samples, seed ${seed}`
  const level = confidenceOf(options)
  const shift = method === 'bca' ? correction(values, centre ?? whole.estimate, without) : null
  const flat =
    method === 'bca' && shift === null
      ? [caution('no-bca', 'All samples lie on one side of the estimate, so plain percentiles are given.')]
      : []
  const se = spread(values)
  const interval: Interval = {
    ...bounds(values, level, shift),
    level,
    method: `bootstrap ${shift === null ? 'percentile' : 'BCa'}, ${named}`,
  }
  return {
    ...rest,
    se,
    interval,
    details,
    warnings: [...rest.warnings, ...flat, ...noWidth(interval, se), ...cutByBlocks(whole.estimate, centre)],
  } satisfies Estimated
}

function caution(code: string, message: string): Warning {
  return { code, message }
}

function fromItems(id: string, table: ItemTable, options: AnyOptions, left: LeftOut, draw: Draw): Resampled {
  const values = left.units.length < 2 ? new Float64Array() : samples(id, table, options, left.units, draw)
  return { units: left.units.length, without: left.values.map((value) => ({ value, items: 1 })), values }
}

/** The coefficient in each sample that determines it, rising. */
function samples(
  id: string,
  table: ItemTable,
  options: AnyOptions,
  units: LeftOut['units'],
  { resamples, random, progress }: Draw,
): Float64Array {
  const found: number[] = []
  const single = units.every((unit) => unit.length === 1)
  const drawn = units.map(() => 0)
  for (let sample = 0; sample < resamples; sample++) {
    progress?.(sample, resamples)
    for (let draw = 0; draw < units.length; draw++) drawn[draw] = randomBelow(random, units.length)
    const rows = single ? drawn.map((unit) => units[unit]![0]!) : drawn.flatMap((unit) => units[unit]!)
    const { estimate: value } = estimate(id, takeItems(table, rows), options)
    if (value !== null) found.push(value)
  }
  return Float64Array.from(found).sort()
}

function spread(values: Float64Array): number {
  const centre = values.reduce((sum, value) => sum + value, 0) / values.length
  return Math.sqrt(values.reduce((sum, value) => sum + (value - centre) ** 2, 0) / (values.length - 1))
}

/** Efron's two corrections: for the median of the samples and for skew. `null` if all samples lie on one side. */
interface Correction {
  readonly bias: number
  readonly skew: number
}

function correction(values: Float64Array, estimated: number, without: readonly LeftItems[]): Correction | null {
  const below = values.reduce((sum, value) => sum + (value < estimated ? 1 : value === estimated ? 0.5 : 0), 0)
  if (below === 0 || below === values.length) return null
  const total = (of: (value: number) => number): number =>
    without.reduce((sum, { value, items }) => sum + items * of(value), 0)
  const centre = total((value) => value) / total(() => 1)
  const squares = total((value) => (centre - value) ** 2)
  const cubes = total((value) => (centre - value) ** 3)
  return { bias: normalQuantile(below / values.length), skew: squares === 0 ? 0 : cubes / (6 * squares ** 1.5) }
}

function bounds(
  values: Float64Array,
  level: number,
  shift: Correction | null,
): { readonly lower: number; readonly upper: number } {
  const at = (p: number): number => {
    if (shift === null) return quantile(values, p)
    const z = shift.bias + normalQuantile(p)
    return quantile(values, normalTails(shift.bias + z / (1 - shift.skew * z)).lower)
  }
  return { lower: at((1 - level) / 2), upper: at((1 + level) / 2) }
}

/** The (B + 1) p-th of B sorted values, interpolated; never beyond the first and the last. */
function quantile(sorted: Float64Array, p: number): number {
  const place = Math.min(Math.max((sorted.length + 1) * p, 1), sorted.length)
  const before = Math.floor(place)
  const low = sorted[before - 1]!
  return low + (place - before) * ((sorted[before] ?? low) - low)
}
