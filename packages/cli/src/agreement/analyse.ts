import { type Finding, groupName } from '@attune/report'
import { Refusal } from '../refusal.ts'
import type { World } from '../world.ts'
import { checkNumber, comparisonsOf } from './comparisons.ts'
import { compute, computePosterior } from './compute.ts'
import { oddValues } from './odd-values.ts'
import { planTasks } from './plan.ts'
import { checkPooled, computePooled } from './pooled.ts'
import type { Rated } from './read-input.ts'
import type { AgreementRequest } from './request.ts'
import type { WeightsFor } from './weights.ts'

export interface Analysis {
  readonly findings: Finding[]
  /** Groups in which there was nothing to compare, and why. */
  readonly remarks: string[]
}

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
  checkPooled(request)
  const findings: Finding[] = []
  const remarks: string[] = []
  for (const ready of sets) {
    const comparisons = comparisonsOf(ready, request)
    if (comparisons.length === 0)
      remarks.push(`${groupName(ready)}nothing to compare: raters are ${ready.raters.join(', ')}.`)
    else remarks.push(...oddValues(ready, request).map((remark) => `${groupName(ready)}${remark}`))
    checkNumber(findings.length)
    for (const raters of comparisons) {
      for (const task of planTasks(request, ready, raters.length)) {
        progress(`${groupName(ready)}${task.id} of ${raters.length} raters, ${findings.length} results so far`)
        findings.push(compute(task, ready, raters, request, weights, progress))
      }
      const posterior = computePosterior(ready, raters, request, weights)
      if (posterior !== null) findings.push(posterior)
    }
  }
  if (findings.length === 0) throw noComparison(request, remarks)
  findings.push(...computePooled(sets, request, weights))
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
