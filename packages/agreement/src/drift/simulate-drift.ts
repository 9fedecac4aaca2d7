import { normalDraw } from '../base/gamma-draws.ts'
import { type Random, randomFrom } from '../base/random.ts'
import { mean, squaredDeviations } from '../base/sum.ts'
import { calmCases } from './chart-promise.ts'
import { type CaseItems, checkSettings, type DriftSettings } from './chart-settings.ts'
import { type CoderModel, coderModel } from './coder-model.ts'
import type { ControlChart } from './control-chart.ts'
import { type ComparedWork, chartsOf, type DriftCharts, type InControl, inControl } from './drift-charts.ts'

/** How the simulation runs. */
export interface DriftSimulation {
  /** Coders, each followed until the first alarm. */
  readonly runs: number
  readonly seed: number
  /** Scale points by which every scale is off; 0: nothing is wrong. */
  readonly points: number
  /** Whose alarm counts; default: the first of either chart. */
  readonly chart?: 'agreement' | 'bias' | 'either'
  /** Numbers of rated scales that cases have, each as often as the others; default: all have what `items` says. */
  readonly scales?: readonly number[]
}

/** Cases until the alarm, over all runs. */
export interface SimulatedDrift {
  readonly average: number
  /** Standard error of the average. */
  readonly se: number
  /** Nine of ten runs alarmed within so many cases. */
  readonly ninetyPercentWithin: number
}

/** Nobody is followed further: a run that gets there counts with this number. */
const longest = 10_000

/**
 * Follows many simulated coders case by case on the real charts until the alarm, to hold against `chartPromise`.
 *
 * Each score differs from the reference by a normal number rounded to the step, of which the scores of a case have as much in common as the settings
 * imply. A drift begins after 20 cases in control; coders who had a false alarm by then are not counted.
 *
 * @returns averages in cases, the same for the same seed on every machine. @throws RangeError for settings or numbers of scales that cannot be, or fewer than two runs.
 * @example simulateDrift({ agreement: { chart: 'p', within: 1, expected: 0.85 }, bias: { chart: 'individuals', expected: 0, deviation: 0.5 } }, { items: 12, scales: 10, step: 1 }, { runs: 200, seed: 1, points: 3 }).ninetyPercentWithin // 1
 */
export function simulateDrift(settings: DriftSettings, items: CaseItems, simulation: DriftSimulation): SimulatedDrift {
  checkSettings(settings, items)
  const { runs, seed, points, chart = 'either', scales = [items.scales] } = simulation
  if (!(Number.isInteger(runs) && runs >= 2)) throw new RangeError(`${runs} runs are not possible; two are needed.`)
  if (scales.length === 0 || !scales.every((count) => Number.isInteger(count) && count >= 0))
    throw new RangeError(`Cases cannot have ${scales.join(', ') || 'no number of'} scales.`)
  const random = randomFrom(seed)
  const world: World = {
    ...{ settings, items, points, random, scales },
    model: coderModel(settings, items),
    calm: inControl(settings, items),
  }
  const lengths: number[] = []
  while (lengths.length < runs) {
    const length = runLength(world, chart)
    if (length !== null) lengths.push(length)
  }
  const ordered = lengths.toSorted((a, b) => a - b)
  return {
    average: mean(lengths),
    se: Math.sqrt(squaredDeviations(lengths) / (runs - 1) / runs),
    ninetyPercentWithin: ordered[Math.ceil(0.9 * runs) - 1]!,
  }
}

type World = {
  readonly settings: DriftSettings
  readonly items: CaseItems
  readonly points: number
  readonly random: Random
  readonly scales: readonly number[]
  readonly model: CoderModel
  readonly calm: InControl
}

/** Cases from the beginning of the drift to the alarm; `null`: there was one before. */
function runLength(world: World, chart: 'agreement' | 'bias' | 'either'): number | null {
  const before = world.points === 0 ? 0 : calmCases
  const cases = Array.from({ length: before }, () => drawCase(world, 0))
  for (let wanted = before + 32; wanted <= longest; wanted *= 2) {
    while (cases.length < wanted) cases.push(drawCase(world, world.points))
    const at = firstAlarm(chartsOf(world.settings, world.calm, cases), chart)
    if (at !== null) return at < before ? null : at - before + 1
  }
  return longest
}

function firstAlarm(charts: DriftCharts, chart: 'agreement' | 'bias' | 'either'): number | null {
  const watched: ControlChart[] = chart === 'either' ? [charts.agreement, charts.bias] : [charts[chart]]
  const first = watched
    .map(({ points }) => points.findIndex(({ signals }) => signals.length > 0))
    .filter((at) => at >= 0)
  return first.length === 0 ? null : Math.min(...first)
}

function drawCase({ settings, items, random, scales: counts, model }: World, points: number): ComparedWork {
  const { step } = items
  // One number needs no draw.
  const scales = counts.length === 1 ? counts[0]! : counts[Math.floor((random() / 4294967296) * counts.length)]!
  const n = scales + items.items - items.scales
  const shared = model.common * normalDraw(random) + points
  let agreed = 0
  let sum = 0
  for (let scale = 0; scale < scales; scale++) {
    const off = Math.round((shared + model.single * normalDraw(random)) / step) * step
    sum += off
    if (Math.abs(off) < model.reach) agreed++
  }
  for (let other = scales; other < n; other++) {
    if (random() < settings.agreement.expected * 4294967296) agreed++
  }
  return { agreed, n, scales, difference: scales === 0 ? null : settings.bias.expected + sum / scales }
}
