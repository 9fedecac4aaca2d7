import { type Finding, groupName } from '@attune/report'
import { Refusal } from '../refusal.ts'
import type { World } from '../world.ts'
import { compute, computePosterior } from './compute.ts'
import { planTasks } from './plan.ts'
import type { Rated } from './read-input.ts'
import type { AgreementRequest } from './request.ts'
import type { WeightsFor } from './weights.ts'

export interface Analysis {
  readonly findings: Finding[]
  /** Groups in which there was nothing to compare, and why. */
  readonly remarks: string[]
}

const MOST_COMPARISONS = 100_000

/**
 * Every coefficient asked for, in every group, for every comparison.
 *
 * @param progress is told what is computed next.
 */
export function analyse(
  sets: readonly Rated[],
  request: AgreementRequest,
  weights: WeightsFor | null,
  progress: World['progress'],
): Analysis {
  checkCluster(request)
  const findings: Finding[] = []
  const remarks: string[] = []
  for (const ready of sets) {
    const comparisons = comparisonsOf(ready, request)
    if (comparisons.length === 0)
      remarks.push(`${groupName(ready)}nothing to compare: raters are ${ready.raters.join(', ')}.`)
    checkNumber(findings.length)
    for (const raters of comparisons) {
      for (const task of planTasks(request, ready, raters.length)) {
        progress(`${groupName(ready)}${task.id} of ${raters.length} raters, ${findings.length} results so far`)
        findings.push(compute(task, ready, raters, request, weights))
      }
      const posterior = computePosterior(ready, raters, request, weights)
      if (posterior !== null) findings.push(posterior)
    }
  }
  if (findings.length === 0) throw noComparison(request, remarks)
  return { findings, remarks }
}

/** Nobody to compare with anybody, in any group. */
export function noComparison({ reference }: AgreementRequest, remarks: readonly string[]): Refusal {
  const who = reference === undefined ? 'two raters' : `the reference "${reference}" and another rater`
  return new Refusal(`There is nothing to compare: ${who} are needed.`, remarks[0] ?? 'The file holds no ratings.')
}

/** @throws Refusal if nothing is drawn or left out that clusters could be made of. */
export function checkCluster({ cluster, interval }: AgreementRequest): void {
  if (cluster === undefined || interval.method === 'bootstrap' || interval.method === 'jackknife') return
  throw new Refusal('--cluster belongs to --ci bootstrap or jackknife.', 'Add one of them, or leave --cluster out.')
}

function checkNumber(comparisons: number): void {
  if (comparisons <= MOST_COMPARISONS) return
  throw new Refusal(`That makes more than ${MOST_COMPARISONS} comparisons.`, 'Choose --raters, or a --reference.')
}

/** The raters of each comparison of one set. */
export function comparisonsOf(
  ready: { readonly raters: readonly string[] },
  { reference, pairs }: AgreementRequest,
): (readonly string[])[] {
  const { raters } = ready
  if (reference !== undefined) {
    return raters.includes(reference)
      ? raters.filter((rater) => rater !== reference).map((rater) => [rater, reference])
      : []
  }
  if (pairs) checkNumber((raters.length * (raters.length - 1)) / 2)
  if (pairs) return raters.flatMap((first, index) => raters.slice(index + 1).map((second) => [first, second]))
  return raters.length < 2 ? [] : [raters]
}
