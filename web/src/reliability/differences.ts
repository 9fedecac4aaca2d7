import { type DifferencePoint, type Differences, gatherPoints } from '@attune/charts'
import type { Reply, readPair, ScoreDifferences } from '@attune/contract'
import { formatNumber, formatP, formatPercent } from '../base/numbers.ts'
import type { ChartData, Datum } from '../charts/chart-data.ts'
import { t } from '../messages/index.ts'

export type Pair = Reply<typeof readPair>
type Limits = NonNullable<ScoreDifferences['limits']>

/** What is drawn, or null where the data determine no limits. */
export function drawnOf({ estimate, limits, cases }: ScoreDifferences): Differences | null {
  if (estimate === null || limits === null) return null
  const { lower, upper, lowerInterval, upperInterval } = limits
  const points = gatherPoints(cases.map(({ first, second }) => [first, second] as const))
  return { points, bias: estimate, limits: { lower, upper }, lowerInterval, upperInterval }
}

/** Who scores higher, by how much, and within which limits most differences lie. */
export function sentenceOf({ first, second }: Pair, { n, estimate }: ScoreDifferences, limits: Limits): string {
  const words = t().reliability.limits
  const bias = estimate ?? 0
  const [high, low] = bias < 0 ? [second, first] : [first, second]
  const who =
    bias === 0
      ? words.equal(first.name, second.name)
      : words.higher({ high: high.name, low: low.name, points: formatNumber(Math.abs(bias)) })
  const share = formatPercent(limits.coverage)
  const [lower, upper] = [formatNumber(limits.lower), formatNumber(limits.upper)]
  return `${who}; ${words.expected({ share, lower, upper, n })}`
}

/** Whether two raters drift apart along the scale; empty where the data do not tell. */
export function driftOf({ proportional }: Limits): string {
  if (proportional === null || proportional.p === null) return ''
  const part = { slope: formatNumber(proportional.slope), p: formatP(proportional.p) }
  const { drift, steady } = t().reliability.limits
  return proportional.p < 0.05 ? drift(part) : steady(part)
}

const datum = (value: number): Datum => ({ shown: formatNumber(value), value })
const bounds = ({ lower, upper }: { lower: number | null; upper: number | null }): string =>
  `[${lower === null ? '−∞' : formatNumber(lower)}, ${upper === null ? '∞' : formatNumber(upper)}]`

/** The estimates of the plot, each with its interval. */
export function estimatesOf({ estimate, interval, test }: ScoreDifferences, limits: Limits): ChartData {
  const { rows, columns, numbers } = t().reliability.limits
  const { proportional } = limits
  const slope: Datum[][] =
    proportional === null
      ? []
      : [
          [
            rows.slope,
            datum(proportional.slope),
            bounds(proportional),
            proportional.p === null ? '' : formatP(proportional.p),
          ],
        ]
  return {
    label: numbers,
    columns: ['', columns.value, columns.interval, columns.p],
    rows: [
      [
        rows.bias,
        datum(estimate ?? 0),
        interval === null ? '' : bounds(interval),
        test === null ? '' : formatP(test.p),
      ],
      [rows.upper, datum(limits.upper), bounds(limits.upperInterval), ''],
      [rows.lower, datum(limits.lower), bounds(limits.lowerInterval), ''],
      ...slope,
    ],
  }
}

/** Every case as it enters the plot. */
export function casesOf({ first, second }: Pair, { cases }: ScoreDifferences): ChartData {
  const { caseColumns } = t().reliability.limits
  const score = (value: number): Datum => ({ shown: String(value).replace('-', '−'), value })
  return {
    label: `${first.name}, ${second.name}`,
    columns: [caseColumns.case, first.name, second.name, caseColumns.mean, caseColumns.difference],
    rows: cases.map((one) => [
      one.caseId,
      score(one.first),
      score(one.second),
      datum((one.first + one.second) / 2),
      datum(one.first - one.second),
    ]),
  }
}

export const pointLabel = ({ mean, difference, count }: DifferencePoint): string =>
  `${t().reliability.limits.caseColumns.mean} ${formatNumber(mean)}, ${t().reliability.limits.caseColumns.difference} ${formatNumber(difference)}: ${t().reliability.cases(count)}`
