import {
  type AnyOptions,
  bootstrap,
  type ClusterPlan,
  type Estimated,
  estimate,
  type ItemTable,
  jackknife,
  type MeasureId,
  type Result,
} from '@attune/agreement'
import { Refusal } from '../refusal.ts'
import type { World } from '../world.ts'
import type { IntervalChoice } from './interval-choice.ts'

/** Leaving out each item in turn takes the square of their number. */
export const MOST_LEFT_OUT = 20_000
const MOST_CORRECTED = 5000

/** What is drawn or left out as a whole, and what it is called: "5 clusters". */
export interface Drawn extends ClusterPlan {
  readonly named: string
}

/** A result with the interval that was asked for. @param drawn if that is not single items. @param told how far it is. */
export function withInterval(
  id: MeasureId,
  table: ItemTable,
  options: AnyOptions,
  choice: IntervalChoice,
  drawn: Drawn | null,
  told: World['progress'] = () => {},
): Result {
  const size = 'size' in table ? table.size : (table.joined?.parts.length ?? 1)
  const { named = null, ...clusters } = drawn ?? {}
  const plan = { ...clusters, progress: (done: number, all: number) => told(`${id}, interval: ${done} of ${all}`) }
  if (choice.method === 'bootstrap') {
    const { resamples, seed, kind = size > MOST_CORRECTED ? 'percentile' : 'bca' } = choice
    return naming(bootstrap(id, table, options, { resamples, seed, method: kind, ...plan }), named)
  }
  if (choice.method === 'jackknife') {
    if (size <= MOST_LEFT_OUT) return naming(jackknife(id, table, options, plan), named)
    const message = `The jackknife takes at most ${MOST_LEFT_OUT} items; there are ${size}.`
    throw new Refusal(message, 'Choose --ci analytic or --ci bootstrap.')
  }
  const result = estimate(id, table, options)
  if (choice.method === 'analytic' || result.estimate === null) return result
  return withoutInterval(result)
}

/** What was said about the width of the interval goes with it. */
export function withoutInterval({ interval: _, warnings, ...rest }: Estimated): Estimated {
  return { ...rest, warnings: warnings.filter(({ code }) => code !== 'no-spread') }
}

/** The method of the interval says so when something else than single items was drawn or left out. */
function naming(result: Result, named: string | null): Result {
  if (named === null || result.estimate === null || result.interval === undefined) return result
  const method = `${result.interval.method}, by ${named}`
  return { ...result, interval: { ...result.interval, method } }
}
