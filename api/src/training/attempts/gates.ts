import type { AttemptHead } from '@attune/contract'
import type { Db } from '../../base/database/database.ts'
import type { SetContent } from '../content.ts'
import { metOf } from './queries.ts'
import { isThrough } from './status.ts'

/** A set that somebody was given, as far as it is known without what comes before it. */
type Alone = {
  readonly id: string
  readonly content: SetContent
  readonly attempts: readonly AttemptHead[]
  readonly attemptsLeft: number
  readonly isWaiting: boolean
  readonly isSpent: boolean
}

export type Gates = {
  readonly isLocked: boolean
  /** Sets that have to come first and are not done with: the nearest first, then what comes before that. */
  readonly before: readonly string[]
  /** One of them was given and cannot be got through any more: this one cannot be begun, unless a trainer does something. */
  readonly isShut: boolean
}

/** Attempts with what truly came out of them, also where its owner is not told yet. */
async function withTruth(db: Db, sets: readonly Alone[]): Promise<(attempt: AttemptHead) => AttemptHead> {
  const withheld = sets.flatMap(({ attempts }) => attempts.filter(({ isWithheld }) => isWithheld))
  if (withheld.length === 0) return (attempt) => attempt
  const met = await metOf(
    db,
    withheld.map(({ id }) => id),
  )
  return (attempt) => (attempt.isWithheld ? { ...attempt, met: met.get(attempt.id) ?? null } : attempt)
}

const isRunning = ({ attempts }: Alone): boolean => attempts.some(({ state }) => state === 'running')

/** Whether somebody who is not through with a set may still get through. */
const hasWay = (set: Alone): boolean =>
  isRunning(set) || (set.isWaiting && set.content.criterion !== null) || (set.attemptsLeft > 0 && !set.isSpent)

/**
 * What stands before each set. It opens by what truly came out, although items of it may be kept back until a later test is over: else a test
 * and the set before it would wait for each other for ever. A set that comes first and was not given yet may still be given.
 */
export async function gatesOf(
  db: Db,
  sets: readonly Alone[],
  revoked: ReadonlySet<string>,
): Promise<(set: Alone) => Gates> {
  const truly = await withTruth(db, sets)
  const byId = new Map(sets.map((set) => [set.id, set]))
  const through = new Set(
    sets.flatMap(({ id, content, attempts }) => (isThrough(content, attempts.map(truly), revoked) ? [id] : [])),
  )
  const beforeOf = ({ content: { prerequisite } }: Alone): string[] => {
    if (prerequisite === null || through.has(prerequisite)) return []
    const first = byId.get(prerequisite)
    // What was begun is not held up any more by what comes before it.
    return first === undefined || isRunning(first) || first.isWaiting
      ? [prerequisite]
      : [prerequisite, ...beforeOf(first)]
  }
  return (set) => {
    const before = beforeOf(set)
    const given = before.flatMap((id) => byId.get(id) ?? [])
    return { isLocked: before.length > 0, before, isShut: !given.every(hasWay) }
  }
}
