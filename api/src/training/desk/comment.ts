import type { Slot } from '@attune/codebooks'
import type { CaseFeedback } from '@attune/contract'
import type { StudyActor } from '../../base/access.ts'
import type { Ground } from '../../base/feature.ts'
import { record } from '../../base/history.ts'
import { readReview } from '../feedback/read.ts'

type At = { readonly attempt: string; readonly position: string }
type Comment = { readonly about: Slot | null; readonly text: string }

/** Keeps a comment on a submitted case. Its owner reads it with the feedback, once that is released. */
export async function comment(
  ground: Ground,
  actor: StudyActor,
  at: At,
  { about, text }: Comment,
): Promise<CaseFeedback> {
  return ground.write(async (trx) => {
    // Also refuses what is not there or was not handed in.
    const { attempt, position } = await readReview(trx, actor.study, at)
    const id = ground.ports.id()
    const row = { id, attempt, position, author: actor.person, text, at: ground.ports.now().toISOString() }
    await trx
      .insertInto('submission_comment')
      .values({ ...row, about: about && JSON.stringify(about) })
      .execute()
    const deed = { person: actor.person, study: actor.study, action: 'submission commented' }
    await record(trx, ground.ports, { ...deed, subject: `attempt:${attempt}`, detail: { position, about, text } })
    return readReview(trx, actor.study, at)
  })
}
