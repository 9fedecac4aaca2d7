import { missingForSubmission, slotKey } from '@attune/codebooks'
import { type CodingHead, codingHead } from '@attune/contract'
import type { StudyActor } from '../base/access.ts'
import type { Trx } from '../base/database/database.ts'
import type { Ground } from '../base/feature.ts'
import { record } from '../base/history.ts'
import { sha256 } from '../base/ports.ts'
import { Refusal } from '../base/refusal.ts'
import { episodesOf, intervalsOf } from './marks.ts'
import { annotationsOf, type CodingPlace, findPlace, headOf, ratingsOf } from './queries.ts'
import { earlierAnswer, keepAnswer } from './save.ts'

async function refuseIncomplete(trx: Trx, place: CodingPlace): Promise<void> {
  const ratings = await ratingsOf(trx, place.row.id)
  const annotations = await annotationsOf(trx, place.row.id)
  const missing = missingForSubmission(place.codebook, place.targets, ratings, annotations)
  if (missing.length === 0) return
  const faults = missing.map(({ slot, message }) => ({ path: slotKey(slot), message }))
  throw new Refusal(
    'incomplete',
    `${faults.length} ${faults.length === 1 ? 'thing is' : 'things are'} still missing.`,
    { faults },
  )
}

/** What was submitted, as one hash: shows later that not a letter changed. */
async function fingerprint(trx: Trx, coding: string, memo: string): Promise<string> {
  const marks = [await intervalsOf(trx, coding), await episodesOf(trx, coding)]
  return sha256(JSON.stringify([await ratingsOf(trx, coding), await annotationsOf(trx, coding), memo, ...marks]))
}

type Submission = { readonly operation: string; readonly revision: number }

/** Freezes a complete draft. The database refuses every later change of it. */
export async function submit(
  ground: Ground,
  actor: StudyActor,
  coding: string,
  { operation, revision }: Submission,
): Promise<CodingHead> {
  return ground.write(async (trx) => {
    const earlier = await earlierAnswer(trx, coding, operation)
    if (earlier !== undefined) return codingHead.parse(earlier)
    const place = await findPlace(trx, actor.study, coding)
    if (place.row.state === 'submitted') throw new Refusal('already-submitted', 'This coding was already submitted.')
    if (place.row.revision !== revision) {
      throw new Refusal('stale', 'Another window changed this coding meanwhile.', {
        current: { revision: place.row.revision },
      })
    }
    await refuseIncomplete(trx, place)
    const now = ground.ports.now().toISOString()
    const hash = await fingerprint(trx, coding, place.row.memo)
    await trx
      .updateTable('coding')
      .set({ state: 'submitted', submitted_at: now, changed_at: now })
      .where('id', '=', coding)
      .execute()
    const deed = { person: actor.person, study: actor.study, action: 'coding submitted', subject: `coding:${coding}` }
    await record(trx, ground.ports, { ...deed, detail: { version: place.row.version, hash } })
    const head = headOf(await findPlace(trx, actor.study, coding))
    await keepAnswer(trx, coding, operation, head, now)
    return head
  })
}
