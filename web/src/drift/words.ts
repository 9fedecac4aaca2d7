import type { ChartPromise, DriftChart, WatchedCoder } from '@attune/contract'
import { formatCount, formatNumber, formatPercent } from '../base/numbers.ts'
import { t } from '../messages/index.ts'

export type State = 'calm' | 'alarm' | 'paused' | 'begun'

export function stateOf(coder: WatchedCoder): State {
  if (coder.paused) return 'paused'
  if (coder.alarm !== null) return 'alarm'
  return doneOf(coder) === 0 ? 'begun' : 'calm'
}

export function doneOf(coder: WatchedCoder): number {
  return coder.charts[0]?.points.length ?? 0
}

/** The latest calibration case that was handed in. */
export function lastOf(coder: WatchedCoder): string | undefined {
  return coder.charts[0]?.points.at(-1)?.at
}

/** A share in per cent, a mean difference in points. */
export function formatValue(measure: DriftChart['measure'], value: number): string {
  return measure === 'agreement' ? formatPercent(value) : formatNumber(value)
}

/** Beyond ten whole cases are exact enough. */
const formatCases = (count: number): string => (count < 10 ? formatNumber(count, 1) : formatCount(count))

export function promiseWords({ falseAlarmAfter, foundAfter, ninetyPercentWithin }: ChartPromise): string {
  const words = t().drift.promise
  if (falseAlarmAfter === null) return words.never
  if (foundAfter === null || ninetyPercentWithin === null) return words.noDrift(formatCases(falseAlarmAfter))
  return words.sentence(formatCases(falseAlarmAfter), formatCases(foundAfter), formatCount(ninetyPercentWithin))
}

export const promisedCases = (count: number | null): string =>
  count === null ? t().drift.promise.cannot : formatCases(count)

/** What a chart shows, as a sentence: its title. */
export function findingOf({ measure, points }: DriftChart): string {
  const words = t().drift.chart
  if (points.length === 0) return words.empty[measure]
  const phase = points.at(-1)?.phase
  const alarms = points.filter((point) => point.phase === phase && point.signals.length > 0).length
  return words.sentence(words.title[measure][alarms > 0 ? 'alarm' : 'calm'], points.length, alarms)
}

export const promisedCount = (count: number | null): string =>
  count === null ? t().drift.promise.cannot : formatCount(count)
