import { type CaseDeviation, caseDeviation } from './case-deviation.ts'
import { type CaseItems, checkSettings, type DriftSettings } from './chart-settings.ts'
import { agreedShares, coderModel, type ItemCounts, varianceOfShare } from './coder-model.ts'
import type { ControlChart } from './control-chart.ts'
import { ewmaChart } from './ewma-chart.ts'
import { individualsChart } from './individuals-chart.ts'
import { type AgreedItems, checkItems, pChart } from './p-chart.ts'

/** One coded case beside its reference. */
export interface ComparedWork extends AgreedItems, ItemCounts {
  /** Mean of own minus reference over the scales of the case; `null`: it has none. */
  readonly difference: number | null
}

/** Both charts of a coder: does the share of agreeing items hold, and does the coder lean to one side? */
export interface DriftCharts {
  readonly agreement: ControlChart
  readonly bias: ControlChart
}

/**
 * The control charts of one coder, as the settings want them. After a recalibration the charts begin again: call it with the cases since then.
 *
 * How much agreement varies between cases in control follows from the settings: where they say that the scores of a case go together, the limits are
 * wider than the binomial distribution would have them. Where the settings say for how many scales their deviation stands, the limits of bias follow the
 * number of scales of each case.
 *
 * @param items what a case usually has to compare. @param cases in the order in which they were coded.
 * @throws RangeError for settings or numbers of items that cannot be.
 * @example driftCharts({ agreement: { chart: 'p', within: 1, expected: 0.85 }, bias: { chart: 'individuals', expected: 0, deviation: 0.5 } }, { items: 12, scales: 10, step: 1 }, [{ agreed: 9, n: 12, scales: 10, difference: 1.6 }]).bias.points.map(({ direction }) => direction) // ['above']
 */
export function driftCharts(settings: DriftSettings, items: CaseItems, cases: readonly ComparedWork[]): DriftCharts {
  checkSettings(settings, items)
  return chartsOf(settings, inControl(settings, items), cases)
}

/** How cases in control vary: agreeing items, and the mean difference by the number of scales. */
export interface InControl {
  readonly shares: SharesInControl
  readonly deviation: CaseDeviation
}

export function inControl(settings: DriftSettings, items: CaseItems): InControl {
  return { shares: sharesInControl(settings, items), deviation: caseDeviation(settings, items) }
}

/** Chances of 0, 1 ... n agreeing items of such a case in control. */
type SharesInControl = (one: ItemCounts) => readonly number[]

/** The same for many coders with the same settings. */
export function chartsOf(settings: DriftSettings, calm: InControl, cases: readonly ComparedWork[]): DriftCharts {
  return { agreement: agreementChart(settings, calm.shares, cases), bias: biasChart(settings, calm.deviation, cases) }
}

function agreementChart(
  settings: DriftSettings,
  shares: SharesInControl,
  cases: readonly ComparedWork[],
): ControlChart {
  const { chart, expected } = settings.agreement
  if (chart === 'p') return pChart(cases, { expected, shares })
  const observed = cases.map((one) => {
    const { agreed, n } = checkItems(one)
    return n === 0
      ? { value: null, deviation: 0 }
      : { value: agreed / n, deviation: Math.sqrt(varianceOfShare(shares(one))) }
  })
  return ewmaChart(observed, { expected, sides: 'lower', within: [0, 1] })
}

function biasChart({ bias }: DriftSettings, deviationOf: CaseDeviation, cases: readonly ComparedWork[]): ControlChart {
  const { chart, expected } = bias
  const observed = cases.map(({ difference, scales }) => ({ value: difference, deviation: deviationOf(scales) }))
  if (chart === 'ewma') return ewmaChart(observed, { expected })
  return individualsChart(
    observed.map(({ value }) => value),
    { expected, deviation: observed.map(({ deviation }) => deviation) },
  )
}

/** Cases of one size have the same distribution; it is computed once. */
function sharesInControl(settings: DriftSettings, items: CaseItems): SharesInControl {
  const model = coderModel(settings, items)
  const known = new Map<string, readonly number[]>()
  return (one) => {
    const key = `${one.n} ${one.scales}`
    const shares = known.get(key) ?? agreedShares(model, one)
    known.set(key, shares)
    return shares
  }
}
