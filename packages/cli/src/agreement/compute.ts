import {
  bootstrap,
  jackknife,
  type Measure,
  type MeasureId,
  measures,
  type Options,
  type RaterTable,
  type Result,
} from '@attune/agreement'
import { type Finding, groupName, tableOfPair } from '@attune/report'
import type { Ready } from '../input/tables.ts'
import { orRefuse, Refusal } from '../refusal.ts'
import type { Task } from './plan.ts'
import type { AgreementRequest, IntervalChoice } from './request.ts'
import type { WeightsFor } from './weights.ts'

/** One coefficient for some raters of one group. @throws Refusal if it does not fit them. */
export function compute(
  task: Task,
  ready: Ready,
  raters: readonly string[],
  request: AgreementRequest,
  weights: WeightsFor | null,
): Finding {
  const measure = measures[task.id]
  const all: Options = {
    ...task.options,
    ...request.options,
    ...(weights !== null && { weights: weights(ready.categories) }),
  }
  const taken: readonly string[] = ['confidence', ...measure.options]
  const options: Options = Object.fromEntries(Object.entries(all).filter(([name]) => taken.includes(name)))
  const remedy = 'Choose another --level, option or --measure, or declare the --categories; see "attune measures".'
  return orRefuse(groupName(ready), remedy, () => {
    const scores = measure.tables.includes('scores') ? ready.scores() : null
    const table = inDeclaredOrder(task.id, tableFor(scores ?? ready.codes(), ready, raters, request), request)
    const result = withInterval(task.id, table, options, request.interval)
    return {
      by: ready.by,
      title: measure.title,
      level: table.level,
      missing: result.options.missing ?? measure.missing[0],
      result,
    }
  })
}

/**
 * All raters of a file are compared on all its items. A pair is compared on the items that both worked on: who never
 * had an item has not left it out.
 */
function tableFor(table: RaterTable, ready: Ready, raters: readonly string[], request: AgreementRequest): RaterTable {
  return request.reference === undefined && !request.pairs ? table : tableOfPair(table, ready, raters)
}

/** Coefficients that weigh by the order of the categories unless told otherwise. */
const WEIGH_BY_ORDER = new Set<MeasureId>(['weighted-kappa', 'gwet-ac2'])

/** Words are nominal, unless their order was declared and the weights ask for one. */
function inDeclaredOrder(id: MeasureId, table: RaterTable, request: AgreementRequest): RaterTable {
  const isDeclared = request.level === undefined && request.categories !== undefined
  if (table.kind !== 'codes' || table.level !== 'nominal' || !isDeclared) return table
  const { options }: Measure = measures[id]
  if (!options.includes('weights')) return table
  const weighs = request.weights === undefined ? WEIGH_BY_ORDER.has(id) : request.weights !== 'identity'
  return weighs ? { ...table, level: 'ordinal' } : table
}

/** Leaving out each item in turn takes the square of their number. */
const MOST_JACKKNIFED = 20_000
const MOST_CORRECTED = 5000

function withInterval(id: MeasureId, table: RaterTable, options: Options, choice: IntervalChoice): Result {
  if (choice.method === 'bootstrap') {
    const { resamples, seed } = choice
    return bootstrap(id, table, options, {
      resamples,
      seed,
      method: table.size > MOST_CORRECTED ? 'percentile' : 'bca',
    })
  }
  if (choice.method === 'jackknife') {
    if (table.size <= MOST_JACKKNIFED) return jackknife(id, table, options)
    const message = `The jackknife takes at most ${MOST_JACKKNIFED} items; there are ${table.size}.`
    throw new Refusal(message, 'Choose --ci analytic or --ci bootstrap.')
  }
  const result = measures[id].estimate(table, options)
  if (choice.method === 'analytic' || result.estimate === null) return result
  const { interval: _, ...rest } = result
  return rest
}
