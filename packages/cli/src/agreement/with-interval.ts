import {
  bootstrap,
  jackknife,
  type MeasureId,
  measures,
  type Options,
  type RaterTable,
  type Result,
} from '@attune/agreement'
import { Refusal } from '../refusal.ts'
import type { IntervalChoice } from './interval-choice.ts'

/** Leaving out each item in turn takes the square of their number. */
export const MOST_LEFT_OUT = 20_000
const MOST_CORRECTED = 5000

/** A result with the interval that was asked for. @param clusters of the items, if they belong together. */
export function withInterval(
  id: MeasureId,
  table: RaterTable,
  options: Options,
  choice: IntervalChoice,
  clusters: readonly string[] | null,
): Result {
  const together = clusters === null ? {} : { clusters }
  if (choice.method === 'bootstrap') {
    const { resamples, seed, kind = table.size > MOST_CORRECTED ? 'percentile' : 'bca' } = choice
    return clustered(bootstrap(id, table, options, { resamples, seed, method: kind, ...together }), clusters)
  }
  if (choice.method === 'jackknife') {
    if (table.size <= MOST_LEFT_OUT) return clustered(jackknife(id, table, options, together), clusters)
    const message = `The jackknife takes at most ${MOST_LEFT_OUT} items; there are ${table.size}.`
    throw new Refusal(message, 'Choose --ci analytic or --ci bootstrap.')
  }
  const result = measures[id].estimate(table, options)
  if (choice.method === 'analytic' || result.estimate === null) return result
  const { interval: _, ...rest } = result
  return rest
}

/** The method of the interval says so when clusters were drawn or left out, and not single items. */
function clustered(result: Result, clusters: readonly string[] | null): Result {
  if (clusters === null || result.estimate === null || result.interval === undefined) return result
  const method = `${result.interval.method}, by ${new Set(clusters).size} clusters`
  return { ...result, interval: { ...result.interval, method } }
}
