import type { StudyActor } from '../../base/access.ts'
import type { Trx } from '../../base/database/database.ts'
import type { Ground } from '../../base/feature.ts'
import { record } from '../../base/history.ts'
import { notFound, Refusal } from '../../base/refusal.ts'
import { deedOn } from '../sets/write.ts'
import { settleDue } from './finish.ts'
import { standingsOf } from './overview.ts'
import { casesOfAttempt } from './queries.ts'

async function hasAsked(trx: Trx, set: string, person: string): Promise<boolean> {
  const open = await trx
    .selectFrom('attempt_request')
    .select('id')
    .where('training_set', '=', set)
    .where('person', '=', person)
    .where('decision', '=', 'open')
    .executeTakeFirst()
  return open !== undefined
}

/** Asks for another attempt. Who has asked and got no answer has asked once. */
export async function requestAttempt(ground: Ground, actor: StudyActor, set: string, note: string): Promise<void> {
  await settleDue(ground, { study: actor.study, person: actor.person, set })
  await ground.write(async (trx) => {
    const [standing] = await standingsOf(trx, actor, ground.ports.now(), ({ id }) => id === set)
    if (standing === undefined) throw notFound()
    if (await hasAsked(trx, set, actor.person)) return
    if (!standing.mayAsk) throw new Refusal('in-use', 'Another attempt is for sets that you have no attempts left at.')
    const at = ground.ports.now().toISOString()
    const id = ground.ports.id()
    const undecided = { decision: 'open', decided_by: null, decided_at: null, decision_note: '' } as const
    await trx
      .insertInto('attempt_request')
      .values({ id, training_set: set, person: actor.person, note, at, ...undecided })
      .execute()
    const detail = { request: id, old: null, new: note }
    await record(trx, ground.ports, { ...deedOn(actor, set, 'another attempt asked for'), detail })
  })
}

type Place = { readonly attempt: string; readonly position: number }

/** A note on a case that was handed in, kept for oneself and for one's trainer. */
export async function writeReflection(ground: Ground, actor: StudyActor, { attempt, position }: Place, text: string) {
  return ground.write(async (trx) => {
    const found = (await casesOfAttempt(trx, attempt)).find((one) => one.position === position)
    if (found === undefined || !found.isSubmitted) throw notFound()
    const savedAt = ground.ports.now().toISOString()
    await trx
      .updateTable('attempt_case')
      .set({ reflection: text, reflected_at: savedAt })
      .where('attempt', '=', attempt)
      .where('position', '=', position)
      .execute()
    const { training_set } = await trx
      .selectFrom('attempt')
      .select('training_set')
      .where('id', '=', attempt)
      .executeTakeFirstOrThrow()
    const detail = { attempt, position, old: found.reflection, new: text }
    await record(trx, ground.ports, { ...deedOn(actor, training_set, 'reflection written'), detail })
    return { text, savedAt }
  })
}
