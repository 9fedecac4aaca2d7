import type { ClusterPlan } from '@attune/agreement'
import type { AgreementRequest } from '../agreement/request.ts'
import { Refusal } from '../refusal.ts'
import { nothingToCluster } from './analyse.ts'
import { clustersOf, type Together } from './together.ts'

/** What can be left out of some documents, one by one; nothing of a single one that is not cut. */
export interface UnitsLeftOut {
  readonly unit: 'document' | 'cluster' | 'block' | null
  readonly plan: ClusterPlan
}

/** @throws Refusal for clusters of a single document, or blocks of several. */
export function unitsOf(one: Together, { block, cluster }: AgreementRequest): UnitsLeftOut {
  const { length } = one.documents
  if (length < 2) {
    if (cluster !== undefined) throw nothingToCluster()
    return block === undefined ? { unit: null, plan: {} } : { unit: 'block', plan: { block } }
  }
  if (block !== undefined) {
    throw new Refusal(
      `--block is for a single document; there are ${length}, which are left out one by one.`,
      'Leave --block out.',
    )
  }
  const clusters = clustersOf(one)
  return clusters === null ? { unit: 'document', plan: {} } : { unit: 'cluster', plan: { clusters } }
}
