import { slotKey } from '@attune/codebooks'
import { type Change, type ChangeAnswer, changeAnswer } from '@attune/contract'
import type { StudyActor } from '../base/access.ts'
import type { Trx } from '../base/database/database.ts'
import type { Ground } from '../base/feature.ts'
import { record } from '../base/history.ts'
import { Refusal } from '../base/refusal.ts'
import { findMaterial } from '../cases/queries.ts'
import { checkChange } from './check-change.ts'
import { type Effect, putAnnotation, putMemo, putRating, removeAnnotation } from './items.ts'
import { putEpisode, putInterval, removeEpisode, removeInterval } from './marks.ts'
import { type CodingPlace, findPlace, requiredKeys, slotOfColumns } from './queries.ts'
import { refuseBeside, refuseOver } from './training.ts'

type Operation = { readonly operation: string; readonly change: Change }

/** The answer already given to an operation: a retry after a lost reply must neither act twice nor fail. */
export async function earlierAnswer(trx: Trx, coding: string, operation: string): Promise<unknown> {
  const row = await trx
    .selectFrom('operation')
    .select('answer')
    .where('coding', '=', coding)
    .where('id', '=', operation)
    .executeTakeFirst()
  return row === undefined ? undefined : JSON.parse(row.answer)
}

export async function keepAnswer(
  trx: Trx,
  coding: string,
  operation: string,
  answer: unknown,
  at: string,
): Promise<void> {
  await trx
    .insertInto('operation')
    .values({ coding, id: operation, answer: JSON.stringify(answer), at })
    .execute()
}

function applyChange(trx: Trx, coding: string, now: string, change: Change): Promise<Effect> {
  switch (change.type) {
    case 'put-rating':
      return putRating(trx, { coding, now, change })
    case 'put-annotation':
      return putAnnotation(trx, { coding, now, change })
    case 'remove-annotation':
      return removeAnnotation(trx, { coding, now, change })
    case 'put-memo':
      return putMemo(trx, { coding, now, change })
    case 'put-interval':
      return putInterval(trx, { coding, now, change })
    case 'remove-interval':
      return removeInterval(trx, { coding, now, change })
    case 'put-episode':
      return putEpisode(trx, { coding, now, change })
    case 'remove-episode':
      return removeEpisode(trx, { coding, now, change })
  }
}

/** Only a passage or an event is held against the material: a score must not read a whole interview. */
async function checkAgainstMaterial(trx: Trx, place: CodingPlace, change: Change): Promise<void> {
  const material = change.type === 'put-annotation' ? await findMaterial(trx, place.studyCase.id) : undefined
  // UTF-16 code units; the database would count code points.
  const characters = material?.kind === 'transcript' ? material.raw.length : null
  const isObservation = material?.kind === 'observation'
  checkChange({ codebook: place.codebook, targets: place.targets, characters, isObservation }, change)
}

async function countRated(trx: Trx, place: CodingPlace): Promise<number> {
  const required = requiredKeys(place.codebook, place.targets)
  const rows = await trx
    .selectFrom('rating')
    .select(['variable', 'target', 'episode'])
    .where('coding', '=', place.row.id)
    .where('value', 'is not', null)
    .execute()
  return rows.filter((row) => required.has(slotKey(slotOfColumns(row)))).length
}

/** Saves one change of a draft with its history and its answer, in one transaction. */
export async function saveOperation(
  ground: Ground,
  actor: StudyActor,
  coding: string,
  { operation, change }: Operation,
): Promise<ChangeAnswer> {
  return ground.write(async (trx) => {
    const earlier = await earlierAnswer(trx, coding, operation)
    if (earlier !== undefined) return changeAnswer.parse(earlier)
    const place = await findPlace(trx, actor.study, coding)
    if (place.row.state === 'submitted')
      throw new Refusal('already-submitted', 'This coding was submitted and no longer changes.')
    const now = ground.ports.now().toISOString()
    await refuseOver(trx, place, now)
    await checkAgainstMaterial(trx, place, change)
    await refuseBeside(trx, place, change)
    const { action, item, old, new: next, version } = await applyChange(trx, coding, now, change)
    const revision = place.row.revision + 1
    const rated = await countRated(trx, place)
    await trx
      .updateTable('coding')
      .set({ state: 'draft', revision, rated, changed_at: now })
      .where('id', '=', coding)
      .execute()
    const detail = { item, old, new: next }
    await record(trx, ground.ports, {
      person: actor.person,
      study: actor.study,
      action,
      subject: `coding:${coding}`,
      detail,
    })
    const answer: ChangeAnswer = { operation, version, revision, savedAt: now }
    await keepAnswer(trx, coding, operation, answer, now)
    return answer
  })
}
