import type { Db, Trx } from '../../base/database/database.ts'
import type { Ground } from '../../base/feature.ts'
import { record } from '../../base/history.ts'
import { type Training, trainingOf } from '../scope.ts'
import { scoreAttempt } from '../scoring/score.ts'
import { deedOn } from '../sets/write.ts'
import { openNext } from './coding.ts'
import { releaseAttempt, releaseItems } from './release.ts'

type End = { readonly at: string; readonly isExpired: boolean }

/** Ends an attempt and scores it, in the transaction of whatever ended it: one score for each end. */
async function finish(trx: Trx, ground: Ground, { attempt, set, content }: Training, { at, isExpired }: End) {
  await trx
    .updateTable('attempt')
    .set({ finished_at: at, is_expired: isExpired ? 1 : 0 })
    .where('id', '=', attempt.id)
    .execute()
  const reason = attempt.reopened_reason === null ? '' : `reopened: ${attempt.reopened_reason}`
  const person = isExpired ? null : attempt.person
  const action = isExpired ? 'attempt ran out of time' : 'attempt finished'
  const detail = { attempt: attempt.id, person: attempt.person, number: attempt.number, old: null, new: at }
  await record(trx, ground.ports, { ...deedOn({ person, study: attempt.study }, set.id, action), detail })
  await scoreAttempt(trx, ground, attempt.id, { by: null, reason, masters: 'today' })
  if (content.release === 'automatic') await releaseAttempt(trx, ground, attempt.id, null)
}

/** After a case was handed in or withdrawn: its feedback where that is due, the next case, or the end. */
export async function goOn(trx: Trx, ground: Ground, training: Training): Promise<void> {
  const { feedback, release } = training.content
  if (feedback === 'practice' && release === 'automatic') await releaseItems(trx, ground, training, null)
  if (await openNext(trx, ground, training)) return
  await finish(trx, ground, training, { at: ground.ports.now().toISOString(), isExpired: false })
}

type Which = { readonly study: string; readonly person?: string; readonly set?: string; readonly attempt?: string }

async function dueAttempts(db: Db, { study, person, set, attempt }: Which, now: string): Promise<string[]> {
  const rows = await db
    .selectFrom('attempt')
    .select('id')
    .where('study', '=', study)
    .where('finished_at', 'is', null)
    .where('due_at', '<=', now)
    .$if(person !== undefined, (query) => query.where('person', '=', person ?? ''))
    .$if(set !== undefined, (query) => query.where('training_set', '=', set ?? ''))
    .$if(attempt !== undefined, (query) => query.where('id', '=', attempt ?? ''))
    .orderBy('due_at')
    .execute()
  return rows.map(({ id }) => id)
}

/**
 * Ends attempts whose time is over. Nothing watches the clock: whoever looks at attempts calls this first, so that none is
 * ever seen running after its time.
 */
export async function settleDue(ground: Ground, which: Which): Promise<void> {
  const now = ground.ports.now().toISOString()
  for (const id of await dueAttempts(ground.db, which, now)) {
    await ground.write(async (trx) => {
      const training = await trainingOf(trx, id)
      const { finished_at, due_at } = training.attempt
      // Handed in, or reopened with new time, since it was looked for.
      if (finished_at !== null || due_at === null || due_at > now) return
      await finish(trx, ground, training, { at: due_at, isExpired: true })
    })
  }
}
