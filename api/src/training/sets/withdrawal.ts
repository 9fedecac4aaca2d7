import type { TrainingSet } from '@attune/contract'
import type { StudyActor } from '../../base/access.ts'
import type { Trx } from '../../base/database/database.ts'
import type { Ground } from '../../base/feature.ts'
import { record } from '../../base/history.ts'
import { notFound, Refusal } from '../../base/refusal.ts'
import { goOn, settleDue } from '../attempts/finish.ts'
import { trainingOf } from '../scope.ts'
import { scoreAttempt } from '../scoring/score.ts'
import { findSet, readSet } from './queries.ts'
import { deedOn } from './write.ts'

type Place = { readonly set: string; readonly case: string }

async function markWithdrawn(trx: Trx, ground: Ground, actor: StudyActor, place: Place, reason: string) {
  const cases = await trx
    .selectFrom('training_set_case')
    .select('study_case')
    .where('training_set', '=', place.set)
    .where('withdrawn_at', 'is', null)
    .execute()
  if (!cases.some((one) => one.study_case === place.case)) throw notFound()
  if (cases.length === 1) throw new Refusal('in-use', 'This is the last case of the set. Close the set instead.')
  await trx
    .updateTable('training_set_case')
    .set({ withdrawn_at: ground.ports.now().toISOString(), withdrawn_by: actor.person, reason })
    .where('training_set', '=', place.set)
    .where('study_case', '=', place.case)
    .execute()
}

/** Attempts in which the case stands. */
function attemptsWith(trx: Trx, place: Place) {
  return trx
    .selectFrom('attempt')
    .innerJoin('attempt_case', 'attempt_case.attempt', 'attempt.id')
    .select(['attempt.id', 'attempt.finished_at'])
    .where('attempt.training_set', '=', place.set)
    .where('attempt_case.study_case', '=', place.case)
    .orderBy('attempt.started_at')
    .orderBy('attempt.id')
    .execute()
}

/**
 * Takes a case out of a set for good. Who is working on it goes on with the next one; attempts that are finished are scored
 * again without it, on the master codings that they were scored on, and keep the score they had.
 */
export async function withdrawCase(
  ground: Ground,
  actor: StudyActor,
  place: Place,
  reason: string,
): Promise<{ set: TrainingSet; rescored: number }> {
  await settleDue(ground, { study: actor.study, set: place.set })
  return ground.write(async (trx) => {
    const row = await findSet(trx, actor.study, place.set)
    if (row.state === 'draft') throw new Refusal('in-use', 'This set is a draft: take the case out by changing it.')
    await markWithdrawn(trx, ground, actor, place, reason)
    const attempts = await attemptsWith(trx, place)
    const finished = attempts.filter(({ finished_at }) => finished_at !== null)
    for (const { id } of attempts.filter(({ finished_at }) => finished_at === null)) {
      await goOn(trx, ground, await trainingOf(trx, id))
    }
    const again = `A case was withdrawn: ${reason}`
    for (const { id } of finished) {
      await scoreAttempt(trx, ground, id, { by: actor.person, reason: again, masters: 'scored' })
    }
    const detail = { case: place.case, reason, old: null, new: 'withdrawn', rescored: finished.map(({ id }) => id) }
    await record(trx, ground.ports, { ...deedOn(actor, place.set, 'training case withdrawn'), detail })
    return { set: await readSet(trx, actor.study, place.set), rescored: finished.length }
  })
}
