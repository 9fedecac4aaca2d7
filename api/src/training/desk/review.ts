import type { AttemptResult, Reply, readAttemptReview } from '@attune/contract'
import type { Db } from '../../base/database/database.ts'
import { notFound } from '../../base/refusal.ts'
import { certificateOfAttempt } from '../../certificates/queries.ts'
import { casesOfAttempt } from '../attempts/queries.ts'
import type { Score } from '../scoring/latest.ts'
import { mastersThatCount } from '../scoring/masters.ts'
import { groundOf } from '../scoring/set-ground.ts'
import { attemptsAt, type DeskAttempt, headsForDesk } from './attempts.ts'

type Review = Reply<typeof readAttemptReview>

async function commentCounts(db: Db, attempt: string): Promise<Map<number, number>> {
  const rows = await db
    .selectFrom('submission_comment')
    .select(['position', (select) => select.fn.countAll<number>().as('count')])
    .where('attempt', '=', attempt)
    .groupBy('position')
    .execute()
  return new Map(rows.map(({ position, count }) => [position, Number(count)]))
}

export function resultOf({ met, verdict, figures, at, reason }: Score): AttemptResult {
  return { met, verdict, figures, scoredAt: at, reason }
}

async function scoresShown(db: Db, scores: readonly Score[]): Promise<Review['scores']> {
  const ids = scores.flatMap(({ by }) => by ?? [])
  const people =
    ids.length === 0 ? [] : await db.selectFrom('person').select(['id', 'name']).where('id', 'in', ids).execute()
  const names = new Map(people.map(({ id, name }) => [id, name]))
  return scores.toReversed().map((score) => ({ ...resultOf(score), id: score.id, by: names.get(score.by ?? '') ?? '' }))
}

/** Cases of which today's master codings are others than those an attempt was held against. */
async function changedMasters(
  db: Db,
  set: string,
  { score, person }: DeskAttempt,
  cases: readonly string[],
): Promise<Set<string>> {
  if (score === null) return new Set()
  const today = await mastersThatCount(db, await groundOf(db, set), cases)
  const isOther = (id: string) => JSON.stringify(score.masters.get(id)) !== JSON.stringify(today(id, person.id))
  return new Set(cases.filter((id) => score.masters.has(id) && isOther(id)))
}

/** An attempt with every score it ever had. @throws Refusal if the study has no such attempt. */
export async function reviewAttempt(db: Db, study: string, id: string): Promise<Review> {
  const found = await db
    .selectFrom('attempt')
    .innerJoin('training_set', 'training_set.id', 'attempt.training_set')
    .select(['training_set.id', 'training_set.name'])
    .where('attempt.id', '=', id)
    .where('attempt.study', '=', study)
    .executeTakeFirst()
  if (found === undefined) throw notFound()
  const attempt = (await attemptsAt(db, found.id)).find(({ row }) => row.id === id)
  if (attempt === undefined) throw notFound()
  const head = (await headsForDesk(db, [attempt])).get(id)
  if (head === undefined) throw notFound()
  const rows = await casesOfAttempt(db, id)
  const comments = await commentCounts(db, id)
  const changed = await changedMasters(
    db,
    found.id,
    attempt,
    rows.map((row) => row.case),
  )
  return {
    attempt: head,
    person: { id: attempt.person.id, name: attempt.person.name },
    set: found,
    cases: rows.map((row) => ({
      position: row.position,
      case: row.case,
      caseId: row.name,
      coding: row.coding,
      submittedAt: row.submittedAt,
      released: row.releasedAt !== null,
      withdrawn: row.isWithdrawn,
      declaration: row.declaration === null ? null : JSON.parse(row.declaration),
      reflection: row.reflection,
      comments: comments.get(row.position) ?? 0,
      masterChanged: changed.has(row.case),
    })),
    scores: await scoresShown(db, attempt.scores),
    certificate: await certificateOfAttempt(db, id),
  }
}
