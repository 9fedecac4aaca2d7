import type { AttemptHead } from '@attune/contract'
import type { StudyActor } from '../../base/access.ts'
import type { Trx } from '../../base/database/database.ts'
import { refuseDisabled } from '../../base/disabled.ts'
import type { Ground } from '../../base/feature.ts'
import { record } from '../../base/history.ts'
import { Refusal } from '../../base/refusal.ts'
import { type Training, trainingOf } from '../scope.ts'
import { deedOn } from '../sets/write.ts'
import { burntFor } from './barred.ts'
import { openNext } from './coding.ts'
import { settleDue } from './finish.ts'
import { type AttemptRow, attemptIn, casesOfAttempt, headOfAttempt } from './queries.ts'

async function refuseTold(trx: Trx, { attempt, content }: Training): Promise<void> {
  if (attempt.finished_at === null) throw new Refusal('in-use', 'This attempt is still running.')
  const cases = await casesOfAttempt(trx, attempt.id)
  if (attempt.released_at !== null || cases.some(({ releasedAt }) => releasedAt !== null)) {
    throw new Refusal('in-use', 'Feedback on this attempt was released. Grant another attempt instead.')
  }
  const version = await trx
    .selectFrom('codebook_version')
    .select('codebook')
    .where('id', '=', content.codebookVersion)
    .executeTakeFirstOrThrow()
  const burnt = await burntFor(trx, attempt, version.codebook)
  if (cases.some((one) => burnt.has(one.case))) {
    throw new Refusal('in-use', 'Feedback on a case of this attempt was shown in another set. Grant another attempt.')
  }
}

async function refuseSecond(trx: Trx, { attempt }: Training): Promise<void> {
  const running = await trx
    .selectFrom('attempt')
    .select('id')
    .where('training_set', '=', attempt.training_set)
    .where('person', '=', attempt.person)
    .where('finished_at', 'is', null)
    .executeTakeFirst()
  if (running !== undefined) throw new Refusal('in-use', 'Another attempt of this person at the set is running.')
}

/** The cases come again one by one, each with what was handed in; a draft that time ran out on is still there. */
async function rewind(trx: Trx, attempt: string): Promise<void> {
  const submitted = trx
    .selectFrom('coding')
    .select('id')
    .where('attempt', '=', attempt)
    .where('state', '=', 'submitted')
  await trx
    .updateTable('attempt_case')
    .set({ coding: null })
    .where('attempt', '=', attempt)
    .where('coding', 'in', submitted)
    .execute()
}

/** What a reopening changes of an attempt, for the history. */
const stateOf = ({ finished_at, due_at, is_expired }: AttemptRow) => ({
  finishedAt: finished_at,
  dueAt: due_at,
  isExpired: is_expired === 1,
})

/** The attempt as it is now: running, with its first case open again. */
async function restart(trx: Trx, ground: Ground, { attempt, content }: Training, reason: string): Promise<AttemptRow> {
  const minutes = content.timeLimitMinutes
  const due_at = minutes === null ? null : new Date(ground.ports.now().getTime() + minutes * 60_000).toISOString()
  await rewind(trx, attempt.id)
  await trx
    .updateTable('attempt')
    .set({ finished_at: null, is_expired: 0, due_at, reopened_reason: reason })
    .where('id', '=', attempt.id)
    .execute()
  const reopened = await trainingOf(trx, attempt.id)
  if (await openNext(trx, ground, reopened)) return reopened.attempt
  throw new Refusal('in-use', 'All cases of this attempt were withdrawn: there is nothing to go on with.')
}

/**
 * Lets somebody go on with an attempt of which nothing was told. What was handed in stays as it was, with its score; the
 * attempt is handed in and scored again. A time limit begins anew.
 */
export async function reopenAttemptOf(
  ground: Ground,
  actor: StudyActor,
  id: string,
  reason: string,
): Promise<AttemptHead> {
  await settleDue(ground, { study: actor.study, attempt: id })
  return ground.write(async (trx) => {
    const training = await attemptIn(trx, actor.study, id)
    await refuseTold(trx, training)
    await refuseSecond(trx, training)
    await refuseDisabled(trx, training.attempt.person)
    const { attempt, set } = training
    const reopened = await restart(trx, ground, training, reason)
    const detail = { attempt: id, person: attempt.person, reason, old: stateOf(attempt), new: stateOf(reopened) }
    await record(trx, ground.ports, { ...deedOn(actor, set.id, 'attempt reopened'), detail })
    return headOfAttempt(trx, reopened)
  })
}
