import type { Master } from '@attune/contract'
import type { StudyActor } from '../base/access.ts'
import type { Db, Trx } from '../base/database/database.ts'
import type { Ground } from '../base/feature.ts'
import { record } from '../base/history.ts'
import { notFound, Refusal } from '../base/refusal.ts'
import { findPlace } from './queries.ts'

export async function mastersOf(db: Db, study: string): Promise<Master[]> {
  const rows = await db
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
      'master.is_additional',
      'marker.name as markedBy',
      'master.marked_at as markedAt',
    ])
    .where('master.study', '=', study)
    .where('master.ended_at', 'is', null)
    .orderBy('study_case.name')
    .orderBy('master.is_additional')
    .orderBy('master.marked_at')
    .execute()
  return rows.map(({ is_additional, ...master }) => ({ ...master, isAdditional: is_additional === 1 }))
}

type MasterPlace = { readonly study_case: string; readonly codebook_version: string }

/** Ends the master codings of a case that `which` picks; gives back the codings that were meant. */
async function end(
  trx: Trx,
  now: string,
  where: MasterPlace,
  which: (master: { coding: string; is_additional: 0 | 1 }) => boolean,
): Promise<string[]> {
  const there = await trx
    .selectFrom('master')
    .select(['id', 'coding', 'is_additional'])
    .where('study_case', '=', where.study_case)
    .where('codebook_version', '=', where.codebook_version)
    .where('ended_at', 'is', null)
    .execute()
  const ending = there.filter(which)
  for (const { id } of ending) await trx.updateTable('master').set({ ended_at: now }).where('id', '=', id).execute()
  return ending.map(({ coding }) => coding)
}

async function hasMain(trx: Trx, where: MasterPlace, besides: string): Promise<boolean> {
  const main = await trx
    .selectFrom('master')
    .select('id')
    .where('study_case', '=', where.study_case)
    .where('codebook_version', '=', where.codebook_version)
    .where('is_additional', '=', 0)
    .where('coding', '<>', besides)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  return main !== undefined
}

type Marking = { readonly rationale: string; readonly isAdditional: boolean }

/** History of masters hangs on the case, never on the coding: its coder may read the coding's own history. */
export async function mark(ground: Ground, actor: StudyActor, coding: string, marking: Marking): Promise<Master> {
  const { ports } = ground
  const { rationale } = marking
  return ground.write(async (trx) => {
    const { row } = await findPlace(trx, actor.study, coding)
    if (row.state !== 'submitted') throw new Refusal('in-use', 'Only a submitted coding can become master coding.')
    if (row.attempt !== null)
      throw new Refusal(
        'in-use',
        'A coding made in training holds only what its set trains. Assign the case and code it.',
      )
    const now = ports.now().toISOString()
    // Where there is no main master coding, the first one is it.
    const isAdditional = marking.isAdditional && (await hasMain(trx, row, coding))
    const [old = null] = await end(
      trx,
      now,
      row,
      (master) => master.coding === coding || (!isAdditional && master.is_additional === 0),
    )
    const place = { study: actor.study, study_case: row.study_case, codebook_version: row.codebook_version, coding }
    const made = { id: ports.id(), rationale, marked_by: actor.person, marked_at: now, ended_at: null }
    await trx
      .insertInto('master')
      .values({ ...place, ...made, is_additional: isAdditional ? 1 : 0 })
      .execute()
    const deed = {
      person: actor.person,
      study: actor.study,
      action: 'master marked',
      subject: `case:${row.study_case}`,
    }
    await record(trx, ports, {
      ...deed,
      detail: { old, new: coding, isAdditional, codebookVersion: row.codebook_version, rationale },
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
    const masters = await mastersOf(trx, actor.study)
    const mine = masters.find((master) => master.coding === coding)
    if (mine === undefined) throw notFound()
    const isAlone = masters.every(
      ({ case: id, codebookVersion, isAdditional }) =>
        !isAdditional || id !== mine.case || codebookVersion !== mine.codebookVersion,
    )
    if (!mine.isAdditional && !isAlone) {
      const message = 'Other master codings stand beside this one; make one of them the main one first.'
      throw new Refusal('in-use', message)
    }
    await end(trx, ports.now().toISOString(), row, (master) => master.coding === coding)
    const deed = { person: actor.person, study: actor.study, action: 'master ended', subject: `case:${row.study_case}` }
    await record(trx, ports, { ...deed, detail: { old: coding, new: null, codebookVersion: row.codebook_version } })
  })
}
