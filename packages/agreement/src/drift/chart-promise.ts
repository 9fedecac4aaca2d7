import { criticalHits } from './binomial-shares.ts'
import { caseDeviation } from './case-deviation.ts'
import { type CaseItems, checkSettings, type DriftSettings } from './chart-settings.ts'
import { agreedShares, coderModel, varianceOfShare } from './coder-model.ts'
import { defaultLambda, defaultLimit } from './ewma-chart.ts'
import { type EwmaChain, ewmaRunLength, normalCase } from './ewma-run-length.ts'
import { individualsRunLength } from './individuals-run-length.ts'
import { defaultRisk } from './p-chart.ts'
import {
  averageRunLength,
  eitherRunLength,
  geometricRunLength,
  type RunLength,
  runLengthQuantile,
  soonerRunLength,
} from './run-length.ts'

/** What a chart promises, counted in cases. */
export interface ChartPromise {
  /** Average number of cases until a false alarm; `null`: the chart cannot signal. */
  readonly falseAlarmAfter: number | null
  /** Average number of cases from the beginning of the drift until it is found. */
  readonly foundAfter: number | null
  /** Nine of ten such drifts are found within so many cases. */
  readonly ninetyPercentWithin: number | null
  readonly method: string
}

export interface DriftPromise {
  readonly agreement: ChartPromise
  readonly bias: ChartPromise
  /** Both charts watched: the first alarm of either. */
  readonly together: ChartPromise
}

/** Cases in control before a drift begins: a chart that has run for a while finds a shift a little later than one that has just begun. */
export const calmCases = 20

type Lengths = { readonly calm: RunLength; readonly drifted: RunLength; readonly method: string }

/**
 * What control charts with these settings promise: how rarely they alarm without reason, and how soon they find a drift of one scale point.
 *
 * The drift: from one case on every scale is coded `points` higher (or lower) than before; classes stay as they are. Scores differ from the reference
 * normally, rounded to the scale's step, with the spread that gives the expected share within so many points; what the scores of a case have in common
 * follows from the deviation of a case's mean difference. Each chart's run length is exact or by a fine Markov chain; `together` promises no more than is
 * sure: false alarms as often as if the charts were independent, a drift found when the better chart finds it.
 *
 * @param items what one case has to compare. @param points size of the drift, default 1.
 * @throws RangeError for a share that is not between 0 and 1, a deviation or step that is not above 0, more scales than items.
 * @source Page (1954), Biometrika 41, 100-115 (average run length). doi:10.1093/biomet/41.1-2.100
 * @source Brook & Evans (1972), Biometrika 59(3), 539-549. doi:10.1093/biomet/59.3.539
 * @example chartPromise({ agreement: { chart: 'p', within: 1, expected: 0.85 }, bias: { chart: 'individuals', expected: 0, deviation: 0.5 } }, { items: 12, scales: 10, step: 1 }).bias.ninetyPercentWithin // 7
 */
export function chartPromise(settings: DriftSettings, items: CaseItems, points = 1): DriftPromise {
  checkSettings(settings, items)
  const agreement = agreementLengths(settings, items, points)
  const bias = biasLengths(settings, items, points)
  const together = {
    calm: eitherRunLength(agreement.calm, bias.calm),
    drifted: soonerRunLength(agreement.drifted, bias.drifted),
    method:
      'first alarm of either chart: false alarms as of independent charts, a drift as by the chart that finds it sooner',
  }
  return { agreement: promiseOf(agreement), bias: promiseOf(bias), together: promiseOf(together) }
}

function promiseOf({ calm, drifted, method }: Lengths): ChartPromise {
  return {
    falseAlarmAfter: averageRunLength(calm),
    foundAfter: averageRunLength(drifted),
    ninetyPercentWithin: runLengthQuantile(drifted, 0.9),
    method,
  }
}

function agreementLengths(settings: DriftSettings, items: CaseItems, points: number): Lengths {
  const { chart, expected } = settings.agreement
  if (items.items === 0) return { ...never, method: 'nothing to compare' }
  const model = coderModel(settings, items)
  const counts = { n: items.items, scales: items.scales }
  const [calm, drifted] = [agreedShares(model, counts), agreedShares(model, counts, points)]
  if (chart === 'p') {
    const critical = criticalHits(calm, defaultRisk)
    const method = `p chart, exact limit at a risk of ${defaultRisk}; geometric run length`
    return {
      calm: geometricRunLength(upTo(calm, critical)),
      drifted: geometricRunLength(upTo(drifted, critical)),
      method,
    }
  }
  const deviation = Math.sqrt(varianceOfShare(calm))
  const chain = { ...ewma, expected, deviation, highest: 1, states: 201 }
  const method = `${ewmaMethod}, low side only; Markov chain of 201 states`
  return { ...ewmaLengths(chain, belowOf(calm), belowOf(drifted)), method }
}

function biasLengths(settings: DriftSettings, items: CaseItems, points: number): Lengths {
  if (items.scales === 0) return { ...never, method: 'no scales to compare' }
  const shift = points / caseDeviation(settings, items)(items.scales)
  if (settings.bias.chart === 'individuals') {
    const method = 'individuals chart, 1 beyond 3 sigma or 2 of 3 beyond 2 sigma; Markov chain of 9 states'
    return { calm: individualsRunLength(0), drifted: individualsRunLength(shift, calmCases), method }
  }
  const chain = { ...ewma, expected: 0, deviation: 1 }
  return {
    ...ewmaLengths(chain, normalCase(0, 1), normalCase(0, 1, shift)),
    method: `${ewmaMethod}; Markov chain of 101 states`,
  }
}

const never = { calm: geometricRunLength(0), drifted: geometricRunLength(0) }
const ewma = { lambda: defaultLambda, limit: defaultLimit }
const ewmaMethod = `EWMA, lambda ${defaultLambda}, limits at ${defaultLimit} sigma`

function ewmaLengths(chain: EwmaChain, calm: (value: number) => number, drifted: (value: number) => number) {
  return {
    calm: ewmaRunLength(chain, calm, calm),
    drifted: ewmaRunLength({ ...chain, before: calmCases }, calm, drifted),
  }
}

/** Chance of this many hits or fewer. */
function upTo(shares: readonly number[], hits: number | null): number {
  return hits === null ? 0 : shares.slice(0, hits + 1).reduce((sum, share) => sum + share, 0)
}

/** Chance that a share of hits is at or below a value. */
function belowOf(shares: readonly number[]): (value: number) => number {
  const n = shares.length - 1
  const sums = shares.map((_, hits) => upTo(shares, hits))
  return (value) => (value < 0 ? 0 : (sums[Math.min(n, Math.floor(value * n + 1e-9))] ?? 1))
}
