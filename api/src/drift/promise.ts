import { type CaseItems, chartPromise, type DriftPromise } from '@attune/agreement'
import type { ChartSettings } from '@attune/contract'

/** Run lengths take a tenth of a second, and the same plans are looked at again and again. */
const known = new Map<string, DriftPromise>()
const mostKnown = 256

/** What charts with these settings promise for cases of this size. */
export function promiseOf(charts: ChartSettings, items: CaseItems): DriftPromise {
  const key = JSON.stringify([charts.agreement, charts.bias, items])
  const there = known.get(key)
  if (there !== undefined) return there
  const made = chartPromise(charts, items)
  if (known.size >= mostKnown) known.clear()
  known.set(key, made)
  return made
}
