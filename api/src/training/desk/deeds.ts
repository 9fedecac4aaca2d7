import type { AttemptResult } from '@attune/contract'
import type { StudyActor } from '../../base/access.ts'
import type { Trx } from '../../base/database/database.ts'
import type { Row } from '../../base/database/schema.ts'
import { refuseDisabled } from '../../base/disabled.ts'
import type { Ground } from '../../base/feature.ts'
import { record } from '../../base/history.ts'
import { notFound, Refusal } from '../../base/refusal.ts'
import { releaseAttempt } from '../attempts/release.ts'
import { latestScores } from '../scoring/latest.ts'
import { scoreAttempt } from '../scoring/score.ts'
import { deedOn } from '../sets/write.ts'
import { resultOf } from './review.ts'

async function attemptsOf(trx: Trx, study: string, set: string, ids: readonly string[]): Promise<Row<'attempt'>[]> {
  const rows = await trx
    .selectFrom('attempt')
    .selectAll()
    .where('study', '=', study)
    .where('training_set', '=', set)
    .where('id', 'in', ids)
    .orderBy('finished_at')
    .orderBy('id')
    .execute()
  if (rows.length !== new Set(ids).size) throw notFound()
  return rows
}

/** Lets trainees know what came out of their attempts; all of those asked for, or none. */
export async function release(
  ground: Ground,
  { study, person }: StudyActor,
  set: string,
  ids: readonly string[],
): Promise<{ released: number; alreadyReleased: number }> {
  return ground.write(async (trx) => {
    const attempts = await attemptsOf(trx, study, set, ids)
    if (attempts.some(({ finished_at }) => finished_at === null)) {
      throw new Refusal('in-use', 'One of these attempts is still running. Release it when it is finished.')
    }
    const open = attempts.filter(({ released_at }) => released_at === null)
    for (const { id } of open) await releaseAttempt(trx, ground, id, person)
    return { released: open.length, alreadyReleased: attempts.length - open.length }
  })
}

type Decision = { readonly grant: boolean; readonly note: string }

/** Answers somebody's request for another attempt. */
export async function decide(
  ground: Ground,
  actor: StudyActor,
  id: string,
  { grant, note }: Decision,
): Promise<{ granted: boolean }> {
  return ground.write(async (trx) => {
    const request = await trx
      .selectFrom('attempt_request')
      .innerJoin('training_set', 'training_set.id', 'attempt_request.training_set')
      .selectAll('attempt_request')
      .where('attempt_request.id', '=', id)
      .where('training_set.study', '=', actor.study)
      .executeTakeFirst()
    if (request === undefined) throw notFound()
    if (request.decision !== 'open') throw new Refusal('in-use', 'This request was decided before.')
    if (grant) await refuseDisabled(trx, request.person)
    const decision = grant ? 'granted' : 'refused'
    const decided_at = ground.ports.now().toISOString()
    await trx
      .updateTable('attempt_request')
      .set({ decision, decided_by: actor.person, decided_at, decision_note: note })
      .where('id', '=', id)
      .execute()
    if (grant) await grantOne(trx, request)
    const detail = { request: id, person: request.person, note, old: 'open', new: decision }
    await record(trx, ground.ports, { ...deedOn(actor, request.training_set, 'request decided'), detail })
    return { granted: grant }
  })
}

async function grantOne(trx: Trx, { training_set, person }: Row<'attempt_request'>): Promise<void> {
  await trx
    .updateTable('enrolment')
    .set((set) => ({ granted: set('granted', '+', 1) }))
    .where('training_set', '=', training_set)
    .where('person', '=', person)
    .execute()
}

/** Holds a finished attempt against the master codings of today. */
export async function rescore(
  ground: Ground,
  { study, person }: StudyActor,
  id: string,
  reason: string,
): Promise<AttemptResult> {
  return ground.write(async (trx) => {
    const attempt = await trx
      .selectFrom('attempt')
      .select('finished_at')
      .where('id', '=', id)
      .where('study', '=', study)
      .executeTakeFirst()
    if (attempt === undefined) throw notFound()
    if (attempt.finished_at === null) {
      throw new Refusal('in-use', 'This attempt is still running. It is scored when it is finished.')
    }
    await scoreAttempt(trx, ground, id, { by: person, reason, masters: 'today' })
    const score = (await latestScores(trx, [id])).get(id)
    if (score === undefined) throw notFound()
    return resultOf(score)
  })
}
