import type { Db } from '../../base/database/database.ts'
import { targetsOf } from '../../codings/queries.ts'
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

function casesIn(db: Db, attempts: readonly string[], position: number | undefined) {
  return db
    .selectFrom('attempt_case')
    .innerJoin('attempt', 'attempt.id', 'attempt_case.attempt')
    .innerJoin('study_case', 'study_case.id', 'attempt_case.study_case')
    .leftJoin('training_set_case', (join) =>
      join
        .onRef('training_set_case.training_set', '=', 'attempt.training_set')
        .onRef('training_set_case.study_case', '=', 'attempt_case.study_case'),
    )
    .leftJoin('coding', (join) =>
      join.onRef('coding.id', '=', 'attempt_case.coding').on('coding.state', '=', 'submitted'),
    )
    .select([
      'attempt.person',
      'attempt_case.attempt',
      'attempt_case.position',
      'attempt_case.study_case',
      'attempt_case.released_at',
    ])
    .select(['attempt_case.reflection', 'study_case.name', 'study_case.targets', 'study_case.content_note'])
    .select(['training_set_case.withdrawn_at', 'coding.id as coding', 'coding.submitted_at'])
    .where('attempt_case.attempt', 'in', attempts)
    .$if(position !== undefined, (query) => query.where('attempt_case.position', '=', position ?? 0))
    .orderBy('attempt_case.attempt')
    .orderBy('attempt_case.position')
    .execute()
}

/** The cases of attempts of one set, in their order, in a handful of queries however many there are. */
export async function casesOf(
  db: Db,
  set: SetGround,
  attempts: readonly string[],
  wanted: Wanted,
): Promise<ScoredCase[]> {
  if (attempts.length === 0) return []
  const rows = await casesIn(db, attempts, wanted.position)
  const studyCases = rows.map((row) => row.study_case)
  const today = await mastersThatCount(db, set, studyCases)
  const scores = wanted.masters === 'scored' ? await latestScores(db, attempts) : new Map<string, Score>()
  // A case that was withdrawn stands in no later score; today's masters are the best there is to show beside it.
  const mastersOf = (row: (typeof rows)[number]): readonly string[] =>
    scores.get(row.attempt)?.masters.get(row.study_case) ?? today(row.study_case, row.person)
  const codings = rows.flatMap((row) => [...(row.coding === null ? [] : [row.coding]), ...mastersOf(row)])
  const submitted = await readSubmitted(db, codings, wanted)
  return rows.map((row) => ({
    attempt: row.attempt,
    position: row.position,
    case: row.study_case,
    caseName: row.name,
    contentNote: row.content_note,
    targets: targetsOf(row.targets, set.codebook),
    isWithdrawn: row.withdrawn_at !== null,
    releasedAt: row.released_at,
    reflection: row.reflection,
    submittedAt: row.submitted_at,
    own: row.coding === null ? null : (submitted.get(row.coding) ?? null),
    masters: mastersOf(row).flatMap((coding) => submitted.get(coding) ?? []),
  }))
}
