import type { TrainingProgress } from '@attune/contract'
import { shareOf } from '../feedback/share.ts'
import type { CodedCase } from './collect.ts'

type Point = TrainingProgress['curve'][number]

/** Cases that the share at a point is pooled over: this one and the four before. */
const recentCases = 5

function recentOf(cases: readonly CodedCase[]): Point['recent'] {
  const agreed = cases.reduce((sum, one) => sum + one.agreed, 0)
  const compared = cases.reduce((sum, one) => sum + one.compared, 0)
  const { estimate: share, lower, upper, n } = shareOf(agreed, compared)
  if (share === null || lower === null || upper === null) return null
  return { share, lower, upper, n, cases: cases.length }
}

export function curveOf(cases: readonly CodedCase[]): Point[] {
  return cases.map(({ set, attempt, case: one, at, agreed, compared }, index) => ({
    order: index + 1,
    caseId: one.caseName,
    set: set.name,
    attempt,
    at,
    agreed,
    compared,
    recent: recentOf(cases.slice(Math.max(0, index + 1 - recentCases), index + 1)),
  }))
}
