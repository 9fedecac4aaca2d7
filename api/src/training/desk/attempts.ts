import type { Reply, readCohort } from '@attune/contract'
import type { Db } from '../../base/database/database.ts'
import { notFound } from '../../base/refusal.ts'
import { type AttemptRow, headsOfAttempts } from '../attempts/queries.ts'
import { type Score, scoresOf } from '../scoring/latest.ts'
import { groundOf, type SetGround } from '../scoring/set-ground.ts'

/** An attempt with every score it had, and whose it is. */
export type DeskAttempt = {
  readonly row: AttemptRow
  readonly person: { readonly id: string; readonly name: string; readonly login: string }
  /** Oldest first. */
  readonly scores: readonly Score[]
  /** The one that counts. */
  readonly score: Score | null
}

type DeskHead = Reply<typeof readCohort>['people'][number]['attempts'][number]

/** A training set of a study as its trainer sees it. @throws Refusal if the study has no such set. */
export async function setIn(db: Db, study: string, set: string): Promise<SetGround> {
  const found = await db
    .selectFrom('training_set')
    .select('id')
    .where('id', '=', set)
    .where('study', '=', study)
    .executeTakeFirst()
  if (found === undefined) throw notFound()
  return groundOf(db, set)
}

function rowsOf(db: Db, set: string) {
  return db
    .selectFrom('attempt')
    .innerJoin('person', 'person.id', 'attempt.person')
    .selectAll('attempt')
    .select(['person.name', 'person.login'])
    .where('attempt.training_set', '=', set)
    .orderBy('person.login')
    .orderBy('attempt.number')
    .execute()
}

/** All attempts at a set, by person and number. */
export async function attemptsAt(db: Db, set: string): Promise<DeskAttempt[]> {
  const rows = await rowsOf(db, set)
  const all = await scoresOf(
    db,
    rows.map(({ id }) => id),
  )
  const scores = new Map<string, Score[]>()
  for (const score of all) scores.set(score.attempt, [...(scores.get(score.attempt) ?? []), score])
  return rows.map(({ name, login, ...row }) => {
    const own = scores.get(row.id) ?? []
    return { row, person: { id: row.person, name, login }, scores: own, score: own.at(-1) ?? null }
  })
}

/** Attempts as trainers see them: what came out is theirs to know before anybody is told. */
export async function headsForDesk(db: Db, attempts: readonly DeskAttempt[]): Promise<Map<string, DeskHead>> {
  const heads = await headsOfAttempts(
    db,
    attempts.map(({ row }) => row),
  )
  const met = new Map(
    attempts.map(({ row, score }) => [row.id, row.finished_at === null ? null : (score?.met ?? null)]),
  )
  const releases = new Map(attempts.map(({ row }) => [row.id, row.released_at]))
  return new Map(
    heads.map((head) => [
      head.id,
      { ...head, met: met.get(head.id) ?? null, releasedAt: releases.get(head.id) ?? null },
    ]),
  )
}

/** Of each person the scored attempt that counts: `latest` for what somebody can do now, `first` for how hard items are. */
export function countedAttempts(attempts: readonly DeskAttempt[], which: 'first' | 'latest'): DeskAttempt[] {
  const counted = new Map<string, DeskAttempt>()
  for (const one of attempts) {
    if (one.score === null || one.row.finished_at === null) continue
    if (which === 'latest' || !counted.has(one.person.id)) counted.set(one.person.id, one)
  }
  return [...counted.values()]
}
