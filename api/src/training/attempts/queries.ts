import type { AttemptHead } from '@attune/contract'
import type { Db } from '../../base/database/database.ts'
import type { Row } from '../../base/database/schema.ts'
import { notFound } from '../../base/refusal.ts'
import { contentOf } from '../content.ts'
import { type Training, trainingOf } from '../scope.ts'

export type AttemptRow = Row<'attempt'>

export async function attemptIn(db: Db, study: string, attempt: string): Promise<Training> {
  const there = await db
    .selectFrom('attempt')
    .select('id')
    .where('id', '=', attempt)
    .where('study', '=', study)
    .executeTakeFirst()
  if (there === undefined) throw notFound()
  return trainingOf(db, attempt)
}

/** The places of attempts: with their attempt, with how the case stands in the set, and with the coding made there. */
function placesOf(db: Db) {
  return db
    .selectFrom('attempt_case')
    .innerJoin('attempt', 'attempt.id', 'attempt_case.attempt')
    .leftJoin('training_set_case', (join) =>
      join
        .onRef('training_set_case.training_set', '=', 'attempt.training_set')
        .onRef('training_set_case.study_case', '=', 'attempt_case.study_case'),
    )
    .leftJoin('coding', 'coding.id', 'attempt_case.coding')
}

/** The cases of some attempts in their order. */
export async function casesOfAttempts(db: Db, attempts: readonly string[]) {
  if (attempts.length === 0) return []
  const rows = await placesOf(db)
    .innerJoin('study_case', 'study_case.id', 'attempt_case.study_case')
    .select(['attempt_case.attempt', 'attempt.person', 'attempt_case.position', 'attempt_case.study_case as case'])
    .select(['attempt_case.coding', 'attempt_case.released_at as releasedAt', 'attempt_case.reflection'])
    .select(['study_case.name', 'study_case.targets', 'study_case.content_note as contentNote'])
    .select(['coding.state', 'coding.submitted_at as submittedAt', 'coding.declaration'])
    .select('training_set_case.withdrawn_at')
    .where('attempt_case.attempt', 'in', attempts)
    .orderBy('attempt_case.attempt')
    .orderBy('attempt_case.position')
    .execute()
  return rows.map(({ withdrawn_at, state, ...row }) => ({
    ...row,
    isSubmitted: state === 'submitted',
    isWithdrawn: withdrawn_at !== null,
  }))
}
export type CaseOfAttempt = Awaited<ReturnType<typeof casesOfAttempts>>[number]

export function casesOfAttempt(db: Db, attempt: string): Promise<CaseOfAttempt[]> {
  return casesOfAttempts(db, [attempt])
}

/** Whose turn it is: the first that is neither handed in nor withdrawn. */
export function nextOf(cases: readonly CaseOfAttempt[]): CaseOfAttempt | undefined {
  return cases.find(({ isSubmitted, isWithdrawn }) => !isSubmitted && !isWithdrawn)
}

/** A withdrawn case that nobody handed in counts as never having been there. `shown`: items released of those handed in. */
async function countsOf(db: Db, attempts: readonly string[]) {
  const rows = await placesOf(db)
    .select(['attempt_case.attempt'])
    .select((select) => [
      select.fn.count<number>('coding.id').filterWhere('coding.state', '=', 'submitted').as('submitted'),
      select.fn.count<number>('attempt_case.released_at').filterWhere('coding.state', '=', 'submitted').as('shown'),
      select.fn.countAll<number>().as('cases'),
    ])
    .where('attempt_case.attempt', 'in', attempts)
    .where((where) =>
      where.or([where('training_set_case.withdrawn_at', 'is', null), where('coding.state', '=', 'submitted')]),
    )
    .groupBy('attempt_case.attempt')
    .execute()
  return new Map(
    rows.map(({ attempt, submitted, shown, cases }) => [
      attempt,
      { submitted: Number(submitted), shown: Number(shown), cases: Number(cases) },
    ]),
  )
}

/** Whether the latest score of each attempt met its criterion; null: a set without one. */
export async function metOf(db: Db, attempts: readonly string[]): Promise<Map<string, boolean | null>> {
  const rows = await db
    .selectFrom('attempt_score')
    .select(['attempt', 'met'])
    .where('attempt', 'in', attempts)
    .orderBy('number')
    .execute()
  return new Map(rows.map(({ attempt, met }) => [attempt, met === null ? null : met === 1]))
}

export function stateOf(attempt: AttemptRow): AttemptHead['state'] {
  if (attempt.finished_at === null) return 'running'
  if (attempt.is_expired === 1) return 'expired'
  return attempt.released_at === null ? 'waiting' : 'released'
}

/** One query holds so many ids in every database. */
const atOnce = 5000

/** Sets that show items at all. */
async function explaining(db: Db, sets: readonly string[]): Promise<Set<string>> {
  const rows = await db.selectFrom('training_set').select(['id', 'content']).where('id', 'in', sets).execute()
  return new Set(rows.flatMap(({ id, content }) => (contentOf(content).feedback === 'test' ? [] : [id])))
}

/**
 * Attempts as their owner may see them: whether one met the criterion only once it is released, and with it every item that its policy ever shows.
 * Three queries for thousands.
 */
export async function headsOfAttempts(db: Db, rows: readonly AttemptRow[]): Promise<AttemptHead[]> {
  if (rows.length > atOnce) {
    return [...(await headsOfAttempts(db, rows.slice(0, atOnce))), ...(await headsOfAttempts(db, rows.slice(atOnce)))]
  }
  if (rows.length === 0) return []
  const ids = rows.map(({ id }) => id)
  const counts = await countsOf(db, ids)
  const met = await metOf(db, ids)
  const showing = await explaining(db, [...new Set(rows.map((row) => row.training_set))])
  return rows.map((row) => {
    const { submitted, shown, cases } = counts.get(row.id) ?? { submitted: 0, shown: 0, cases: 0 }
    const isReleased = row.released_at !== null
    const isWithheld = isReleased && showing.has(row.training_set) && shown < submitted
    return {
      id: row.id,
      number: row.number,
      state: stateOf(row),
      startedAt: row.started_at,
      dueAt: row.due_at,
      finishedAt: row.finished_at,
      submitted,
      cases,
      met: isReleased && !isWithheld ? (met.get(row.id) ?? null) : null,
      isWithheld,
    }
  })
}

export async function headOfAttempt(db: Db, row: AttemptRow): Promise<AttemptHead> {
  const [head] = await headsOfAttempts(db, [row])
  if (head === undefined) throw notFound()
  return head
}
