import type { CaseFeedback } from '@attune/contract'
import type { StudyActor } from '../../base/access.ts'
import type { Db } from '../../base/database/database.ts'
import { notFound } from '../../base/refusal.ts'
import { groundOf } from '../scoring/set-ground.ts'
import { caseAt, feedbackOn } from './case-feedback.ts'

type At = { readonly attempt: string; readonly position: string }

async function attemptIn(db: Db, study: string, attempt: string): Promise<{ person: string; training_set: string }> {
  const row = await db
    .selectFrom('attempt')
    .select(['person', 'training_set'])
    .where('id', '=', attempt)
    .where('study', '=', study)
    .executeTakeFirst()
  if (row === undefined) throw notFound()
  return row
}

/** What was released of an own attempt. Everything else is the same as what is not there, whatever the reason. */
export async function readOwnFeedback(db: Db, actor: StudyActor, { attempt, position }: At): Promise<CaseFeedback> {
  const { person, training_set } = await attemptIn(db, actor.study, attempt)
  if (person !== actor.person) throw notFound()
  const released = await db
    .selectFrom('attempt_case')
    .select('position')
    .where('attempt', '=', attempt)
    .where('position', '=', Number(position))
    .where('released_at', 'is not', null)
    .executeTakeFirst()
  if (released === undefined) throw notFound()
  const set = await groundOf(db, training_set)
  // A test never has its items released; that the rows say so too is not what this rests on.
  if (set.content.feedback === 'test') throw notFound()
  return feedbackOn(db, set, await caseAt(db, set, attempt, Number(position)), person)
}

/** The same for a trainer, released or not. */
export async function readReview(db: Db, study: string, { attempt, position }: At): Promise<CaseFeedback> {
  const { person, training_set } = await attemptIn(db, study, attempt)
  const set = await groundOf(db, training_set)
  return feedbackOn(db, set, await caseAt(db, set, attempt, Number(position)), person)
}
