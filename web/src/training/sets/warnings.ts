import type { TrainingSet } from '@attune/contract'
import { t } from '../../messages/index.ts'
import { type SetForm, sizeOf } from './form.ts'

/** With its figures told, the same cases in several attempts show which code was right. */
const isClimbable = ({ feedback, showsScores, order, attempts }: SetForm): boolean =>
  feedback === 'test' && showsScores && order === 'fixed' && attempts > 1

/**
 * Practice and checks explain the cases of each attempt, and where they give a certificate the next one needs others: so many attempts can be
 * made. null: as many as are promised.
 */
function attemptsItHolds(form: SetForm): number | null {
  const { feedback, certifies, criterion, attempts, cases } = form
  if (feedback === 'test' || !certifies || criterion === null || cases.length === 0) return null
  const promised = criterion.renewal.kind === 'repeat' ? Math.max(2, attempts) : attempts
  const holds = Math.floor(cases.length / Math.max(1, sizeOf(form)))
  return holds < promised ? holds : null
}

/** Sets that come before a test, directly or through others, explain their cases and share some with it. */
function explainedBefore({ feedback, prerequisite, cases }: SetForm, others: readonly TrainingSet[]): string[] {
  if (feedback !== 'test') return []
  const chain = new Set<TrainingSet>()
  for (let next = prerequisite; next !== null; ) {
    const found = others.find(({ id }) => id === next)
    // A draft may still wait in a circle.
    if (found === undefined || chain.has(found)) break
    chain.add(found)
    next = found.prerequisite
  }
  const shares = (set: TrainingSet) => set.cases.some((one) => one.withdrawn === null && cases.includes(one.case))
  return [...chain].filter((set) => set.feedback !== 'test' && shares(set)).map(({ name }) => name)
}

/** What does not stand in the way of opening a set, and should be known before. `others`: the sets of the study. */
export function warningsOf(form: SetForm, others: readonly TrainingSet[]): string[] {
  const words = t().training.warnings
  const holds = attemptsItHolds(form)
  return [
    ...(isClimbable(form) ? [words.climbable] : []),
    ...(holds === null ? [] : [words.burnsOut(holds)]),
    ...explainedBefore(form, others).map(words.sharesCases),
  ]
}
