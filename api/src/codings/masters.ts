import type { Master } from '@attune/contract'
import type { StudyActor } from '../base/access.ts'
import type { Db, Trx } from '../base/database/database.ts'
import type { Ground } from '../base/feature.ts'
import { record } from '../base/history.ts'
import { notFound, Refusal } from '../base/refusal.ts'
import { findPlace } from './queries.ts'

export async function mastersOf(db: Db, study: string): Promise<Master[]> {
  return db
    .selectFrom('master')
    .innerJoin('study_case', 'study_case.id', 'master.study_case')
    .innerJoin('coding', 'coding.id', 'master.coding')
    .innerJoin('person as author', 'author.id', 'coding.coder')
    .innerJoin('person as marker', 'marker.id', 'master.marked_by')
    .select([
      'master.study_case as case',
      'study_case.name as caseId',
      'master.codebook_version as codebookVersion',
      'master.coding',
      'author.name as author',
      'master.rationale',
      'marker.name as markedBy',
      'master.marked_at as markedAt',
    ])
    .where('master.study', '=', study)
    .where('master.ended_at', 'is', null)
    .orderBy('study_case.name')
    .orderBy('master.marked_at')
    .execute()
}

async function end(
  trx: Trx,
  now: string,
  where: { study_case: string; codebook_version: string },
): Promise<string | null> {
  const there = await trx
    .selectFrom('master')
    .select(['id', 'coding'])
    .where('study_case', '=', where.study_case)
    .where('codebook_version', '=', where.codebook_version)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  if (there === undefined) return null
  await trx.updateTable('master').set({ ended_at: now }).where('id', '=', there.id).execute()
  return there.coding
}

/** History of masters hangs on the case, never on the coding: its coder may read the coding's own history. */
export async function mark(ground: Ground, actor: StudyActor, coding: string, rationale: string): Promise<Master> {
  const { ports } = ground
  return ground.write(async (trx) => {
    const { row } = await findPlace(trx, actor.study, coding)
    if (row.state !== 'submitted') throw new Refusal('in-use', 'Only a submitted coding can become master coding.')
    const now = ports.now().toISOString()
    const old = await end(trx, now, row)
    const place = { study: actor.study, study_case: row.study_case, codebook_version: row.codebook_version, coding }
    const marking = { id: ports.id(), rationale, marked_by: actor.person, marked_at: now, ended_at: null }
    await trx
      .insertInto('master')
      .values({ ...place, ...marking })
      .execute()
    const deed = {
      person: actor.person,
      study: actor.study,
      action: 'master marked',
      subject: `case:${row.study_case}`,
    }
    await record(trx, ports, {
      ...deed,
      detail: { old, new: coding, codebookVersion: row.codebook_version, rationale },
    })
    const marked = (await mastersOf(trx, actor.study)).find((master) => master.coding === coding)
    if (marked === undefined) throw notFound()
    return marked
  })
}

export async function unmark(ground: Ground, actor: StudyActor, coding: string): Promise<void> {
  const { ports } = ground
  await ground.write(async (trx) => {
    const { row } = await findPlace(trx, actor.study, coding)
    const isMaster = (await mastersOf(trx, actor.study)).some((master) => master.coding === coding)
    if (!isMaster) throw notFound()
    const old = await end(trx, ports.now().toISOString(), row)
    const deed = { person: actor.person, study: actor.study, action: 'master ended', subject: `case:${row.study_case}` }
    await record(trx, ports, { ...deed, detail: { old, new: null, codebookVersion: row.codebook_version } })
  })
}
