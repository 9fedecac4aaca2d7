import {
  type CodeTable,
  type Measure,
  type MeasureId,
  measures,
  type Options,
  type RaterTable,
} from '@attune/agreement'
import { counted, type Finding, groupName, tableOfPair } from '@attune/report'
import type { Ready } from '../input/tables.ts'
import { orRefuse } from '../refusal.ts'
import type { World } from '../world.ts'
import { optionsFor, type Task } from './plan.ts'
import { posterior } from './posterior.ts'
import type { Rated } from './read-input.ts'
import type { AgreementRequest } from './request.ts'
import type { WeightsFor } from './weights.ts'
import { type Drawn, withInterval } from './with-interval.ts'

/** One coefficient for some raters of one group. @throws Refusal if it does not fit them. */
export function compute(
  task: Task,
  ready: Rated,
  raters: readonly string[],
  request: AgreementRequest,
  weights: WeightsFor | null,
  told: World['progress'],
): Finding {
  const measure = measures[task.id]
  return orRefuse(groupName(ready), REMEDY, () => {
    const { table, clusters } = tableOfTask(task.id, ready, raters, request)
    const options = optionsOfTask(task, ready, request, weights)
    const drawn = clusters === null ? null : drawnBy(clusters)
    const result = withInterval(task.id, table, options, request.interval, drawn, told)
    return {
      by: ready.by,
      title: measure.title,
      level: table.level,
      missing: result.options.missing ?? measure.missing[0],
      result,
    }
  })
}

/** Clusters in place of single items. */
export function drawnBy(clusters: readonly string[]): Drawn {
  return { clusters, named: counted(new Set(clusters).size, 'cluster') }
}

const REMEDY = 'Choose another --level, option or --measure, or declare the --categories; see "attune measures".'

/** The Bayesian interval of kappa for the same raters. @throws Refusal if there are not two of them. */
export function computePosterior(
  ready: Ready,
  raters: readonly string[],
  request: AgreementRequest,
  weights: WeightsFor | null,
): Finding | null {
  const plan = request.posterior
  if (plan === null) return null
  return orRefuse(groupName(ready), REMEDY, () => {
    const { confidence, period } = request.options
    const codes = tableFor(ready.codes(), ready, raters, request)
    const isWeighed = weights !== null && isOrdered('weighted-kappa', codes, request)
    const table: CodeTable = isWeighed ? { ...codes, level: 'ordinal' } : codes
    const options = {
      ...(confidence !== undefined && { confidence }),
      ...(period !== undefined && { period }),
      ...(weights !== null && { weights: weights(ready.categories) }),
    }
    const result = posterior(table, options, plan)
    return { by: ready.by, title: 'Kappa, posterior median', level: table.level, missing: 'pairwise', result }
  })
}

/** The options of one coefficient, weights included. */
export function optionsOfTask(
  task: Task,
  ready: Ready,
  request: AgreementRequest,
  weights: WeightsFor | null,
): Options {
  const own = weights === null ? {} : { weights: weights(ready.categories) }
  return optionsFor(task, { ...request.options, ...own })
}

/** The table that a coefficient of some raters is computed from, with the cluster of each of its items if there are any. */
export function tableOfTask(
  id: MeasureId,
  ready: Rated,
  raters: readonly string[],
  request: AgreementRequest,
): { readonly table: RaterTable; readonly clusters: readonly string[] | null } {
  const scores = measures[id].tables.includes('scores') ? ready.scores() : null
  const all: RaterTable = tableFor(scores ?? ready.codes(), ready, raters, request)
  const table: RaterTable = all.kind === 'codes' && isOrdered(id, all, request) ? { ...all, level: 'ordinal' } : all
  return { table, clusters: ready.clusters === null ? null : marksOf(ready.clusters, ready, raters, request) }
}

/** Of what is known of each item, the part about the items that these raters are compared on. */
export function marksOf(
  marks: readonly string[],
  ready: Ready,
  raters: readonly string[],
  request: AgreementRequest,
): readonly string[] {
  const items = isOfAll(request) ? null : ready.shared(raters)
  return items === null ? marks : items.map((item) => marks[item] ?? '')
}

/**
 * All raters of a file are compared on all its items. A pair is compared on the items that both worked on: who never
 * had an item has not left it out.
 */
function tableFor<Table extends RaterTable>(
  table: Table,
  ready: Ready,
  raters: readonly string[],
  request: AgreementRequest,
): Table {
  return isOfAll(request) ? table : tableOfPair(table, ready, raters)
}

const isOfAll = ({ reference, pairs }: AgreementRequest) => reference === undefined && !pairs

/** Coefficients that weigh by the order of the categories unless told otherwise. */
export const WEIGH_BY_ORDER = new Set<MeasureId>(['weighted-kappa', 'gwet-ac2'])

/** Words are nominal, unless their order was declared and the weights ask for one. */
function isOrdered(id: MeasureId, { level }: CodeTable, request: AgreementRequest): boolean {
  const isDeclared = request.level === undefined && request.categories !== undefined
  const { options }: Measure = measures[id]
  if (level !== 'nominal' || !isDeclared || !options.includes('weights')) return false
  return request.weights === undefined ? WEIGH_BY_ORDER.has(id) : request.weights !== 'identity'
}
