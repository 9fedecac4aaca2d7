import type { Db } from '../../base/database/database.ts'
import { targetsOf } from '../../codings/queries.ts'
import { type CaseOfAttempt, casesOfAttempts } from '../attempts/queries.ts'
import { latestScores, type Score } from './latest.ts'
import { mastersThatCount } from './masters.ts'
import type { SetGround } from './set-ground.ts'
import { readSubmitted, type Submitted } from './submitted.ts'

/** One case of an attempt: what was handed in, and what it is held against. */
export type ScoredCase = {
  readonly attempt: string
  readonly position: number
  readonly case: string
  readonly caseName: string
  readonly contentNote: string
  readonly targets: readonly string[]
  readonly isWithdrawn: boolean
  readonly releasedAt: string | null
  readonly reflection: string
  readonly submittedAt: string | null
  /** null: not handed in. */
  readonly own: Submitted | null
  /** The main one first. */
  readonly masters: readonly Submitted[]
}

type Wanted = {
  /** The masters of the latest score where there is one, or those of today. */
  readonly masters: 'scored' | 'today'
  readonly annotations: boolean
  /** Only this one of each attempt. */
  readonly position?: number
}

/** The coding that was handed in, if one was. */
const ownOf = ({ coding, isSubmitted }: CaseOfAttempt): string[] => (isSubmitted && coding !== null ? [coding] : [])

/** The cases of attempts of one set, in their order, in a handful of queries however many there are. */
export async function casesOf(
  db: Db,
  set: SetGround,
  attempts: readonly string[],
  wanted: Wanted,
): Promise<ScoredCase[]> {
  if (attempts.length === 0) return []
  const all = await casesOfAttempts(db, attempts)
  const rows = all.filter(({ position }) => wanted.position === undefined || position === wanted.position)
  const studyCases = rows.map((row) => row.case)
  const today = await mastersThatCount(db, set, studyCases)
  const scores = wanted.masters === 'scored' ? await latestScores(db, attempts) : new Map<string, Score>()
  // A case that was withdrawn stands in no later score; today's masters are the best there is to show beside it.
  const mastersOf = (row: CaseOfAttempt): readonly string[] =>
    scores.get(row.attempt)?.masters.get(row.case) ?? today(row.case, row.person)
  const codings = rows.flatMap((row) => [...ownOf(row), ...mastersOf(row)])
  const submitted = await readSubmitted(db, codings, wanted)
  return rows.map((row) => ({
    attempt: row.attempt,
    position: row.position,
    case: row.case,
    caseName: row.name,
    contentNote: row.contentNote,
    targets: targetsOf(row.targets, set.codebook),
    isWithdrawn: row.isWithdrawn,
    releasedAt: row.releasedAt,
    reflection: row.reflection,
    submittedAt: row.isSubmitted ? row.submittedAt : null,
    own: ownOf(row).flatMap((coding) => submitted.get(coding) ?? [])[0] ?? null,
    masters: mastersOf(row).flatMap((coding) => submitted.get(coding) ?? []),
  }))
}
