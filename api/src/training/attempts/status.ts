import type { AttemptHead, MyTraining } from '@attune/contract'
import type { SetContent } from '../content.ts'

export type Status = MyTraining['sets'][number]['status']

/** Whether attempts show that somebody can code: then nothing in them may have been explained to that person before. */
export function proves({ feedback, certifies }: Pick<SetContent, 'feedback' | 'certifies'>): boolean {
  return feedback === 'test' || certifies
}

export function casesAnAttempt({ draw }: Pick<SetContent, 'draw'>, pool: readonly string[]): number {
  return Math.min(draw ?? pool.length, pool.length)
}

/** So many of its cases were explained to somebody that another attempt would prove nothing. */
export function isSpent(content: SetContent, pool: readonly string[], burnt: ReadonlySet<string>): boolean {
  return proves(content) && pool.filter((id) => !burnt.has(id)).length < casesAnAttempt(content, pool)
}

/**
 * With a criterion a set is through when it was met, as far as the attempts say, and no certificate of it was taken back; without one,
 * when all its cases were handed in.
 */
export function isThrough(
  content: SetContent,
  attempts: readonly AttemptHead[],
  revoked: ReadonlySet<string>,
): boolean {
  if (content.criterion !== null) return attempts.some(({ id, met }) => met === true && !revoked.has(id))
  return attempts.some(({ state }) => state === 'waiting' || state === 'released')
}

type Facts = {
  readonly content: SetContent
  readonly isOpen: boolean
  readonly attempts: readonly AttemptHead[]
  readonly attemptsLeft: number
  /** Something that was finished waits to be released. */
  readonly isWaiting: boolean
  readonly isLocked: boolean
  readonly mayRenew: boolean
  readonly revoked: ReadonlySet<string>
  readonly isSpent: boolean
}

/** Where somebody stands with a set: the first that holds. */
export function statusOf(facts: Facts): Status {
  const { content, isOpen, attempts, attemptsLeft, mayRenew, revoked } = facts
  if (attempts.some(({ state }) => state === 'running')) return 'running'
  if (facts.isWaiting) return 'waiting'
  if (isThrough(content, attempts, revoked) && !mayRenew) return content.criterion === null ? 'done' : 'met'
  if (!isOpen) return 'closed'
  if (attemptsLeft === 0) return 'used-up'
  if (facts.isSpent) return 'spent'
  return facts.isLocked ? 'locked' : 'ready'
}
