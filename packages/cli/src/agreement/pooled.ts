import { pooledKappa } from '@attune/agreement'
import { type Finding, groupName } from '@attune/report'
import { orRefuse, Refusal } from '../refusal.ts'
import { comparisonsOf } from './comparisons.ts'
import { explained, type Part, partOf, sharing } from './pooled-parts.ts'
import type { Rated } from './read-input.ts'
import type { AgreementRequest } from './request.ts'
import type { WeightsFor } from './weights.ts'

/** @throws Refusal for an interval that pooled kappa does not have. */
export function checkPooled({ pooled, interval: { method } }: AgreementRequest): void {
  if (pooled === undefined || method === 'analytic' || method === 'none') return
  throw new Refusal(
    `--ci ${method} is not for --pooled: pooled kappa has an interval of its own, over the items that the codes share.`,
    'Leave --ci out.',
  )
}

/** One kappa over all values of the column of `--pooled`, for every two raters of every group. */
export function computePooled(
  sets: readonly Rated[],
  request: AgreementRequest,
  weights: WeightsFor | null,
): Finding[] {
  const { pooled } = request
  if (pooled === undefined) return []
  const groups = new Map<string, Rated[]>()
  for (const ready of sets) {
    const key = JSON.stringify(byWithout(ready, pooled))
    groups.set(key, [...(groups.get(key) ?? []), ready])
  }
  return [...groups.values()].flatMap((members) => {
    const comparisons = members.flatMap((ready) => comparisonsOf(ready, request))
    const found = new Map(comparisons.map((raters) => [JSON.stringify(raters.toSorted()), raters]))
    return [...found.values()].map((raters) => {
      const parts = members
        .filter((ready) => raters.every((rater) => ready.raters.includes(rater)))
        .map((ready) => partOf(ready, raters, pooled, request, weights))
      return ofRaters(
        parts,
        { by: byWithout(members[0], pooled), over: { column: pooled, count: parts.length } },
        request,
        weights,
      )
    })
  })
}

function byWithout(ready: Rated | undefined, column: string): Finding['by'] {
  return Object.fromEntries(Object.entries(ready?.by ?? {}).filter(([name]) => name !== column))
}

function ofRaters(
  parts: readonly Part[],
  group: Pick<Finding, 'by'> & Required<Pick<Finding, 'over'>>,
  { options: { confidence, period }, interval }: AgreementRequest,
  weights: WeightsFor | null,
): Finding {
  const [first] = parts
  if (first === undefined || first.table.raters.length !== 2) {
    const message = `${groupName(group)}--pooled takes two raters; there are ${first?.table.raters.length ?? 0}.`
    throw new Refusal(message, 'Add --pairs, --reference RATER or --raters A,B.')
  }
  const remedy = 'Declare the --categories, so that they are the same for all, or choose other --weights.'
  return orRefuse(groupName(group), remedy, () => {
    const { tables, items } = sharing(parts)
    const result = pooledKappa(tables, {
      items,
      ...(confidence !== undefined && { confidence }),
      ...(period !== undefined && { period }),
      ...(weights !== null && { weights: weights(first.ready.categories) }),
    })
    const { level } = first.table
    return {
      ...group,
      title: 'Pooled kappa',
      level,
      missing: 'pairwise',
      result: explained(result, parts, group.over.column, interval),
    }
  })
}
