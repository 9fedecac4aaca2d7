import type { Master } from '@attune/contract'
import type { StudyActor } from '../base/access.ts'
import type { Db, Trx } from '../base/database/database.ts'
import type { Ground } from '../base/feature.ts'
import { record } from '../base/history.ts'
import { notFound, Refusal } from '../base/refusal.ts'
import { settleDue } from '../training/attempts/finish.ts'
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
type Ended = { readonly coding: string; readonly is_additional: 0 | 1 }

/** Ends the master codings of a case that `which` picks; gives them back. */
async function end(trx: Trx, now: string, where: MasterPlace, which: (master: Ended) => boolean): Promise<Ended[]> {
  const there = await trx
    .selectFrom('master')
    .select(['id', 'coding', 'is_additional'])
    .where('study_case', '=', where.study_case)
    .where('codebook_version', '=', where.codebook_version)
    .where('ended_at', 'is', null)
    .execute()
  const ending = there.filter(which)
  for (const { id } of ending) await trx.updateTable('master').set({ ended_at: now }).where('id', '=', id).execute()
  return ending
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
  // What was due before is scored on the master codings of then.
  await settleDue(ground, { study: actor.study })
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
    const ended = await end(
      trx,
      now,
      row,
      (master) => master.coding === coding || (!isAdditional && master.is_additional === 0),
    )
    const old = ended.find(({ is_additional }) => is_additional === 0)?.coding ?? null
    const wasAdditional = ended.some((master) => master.coding === coding && master.is_additional === 1)
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
      detail: { old, new: coding, isAdditional, wasAdditional, codebookVersion: row.codebook_version, rationale },
    })
    const marked = (await mastersOf(trx, actor.study)).find((master) => master.coding === coding)
    if (marked === undefined) throw notFound()
    return marked
  })
}

/** An open set holds its cases against their master codings: without its main one a case would count for nobody. */
async function refuseWhereTrained(trx: Trx, where: MasterPlace): Promise<void> {
  const set = await trx
    .selectFrom('training_set_case')
    .innerJoin('training_set', 'training_set.id', 'training_set_case.training_set')
    .select('training_set.name')
    .where('training_set_case.study_case', '=', where.study_case)
    .where('training_set_case.withdrawn_at', 'is', null)
    .where('training_set.codebook_version', '=', where.codebook_version)
    .where('training_set.state', '=', 'open')
    .orderBy('training_set.opened_at')
    .orderBy('training_set.id')
    .executeTakeFirst()
  if (set === undefined) return
  const message = `This case stands in the open training set “${set.name}”. Withdraw the case there or close the set first, or mark another coding in its place.`
  throw new Refusal('in-use', message)
}

export async function unmark(ground: Ground, actor: StudyActor, coding: string): Promise<void> {
  const { ports } = ground
  await settleDue(ground, { study: actor.study })
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
    if (!mine.isAdditional) await refuseWhereTrained(trx, row)
    await end(trx, ports.now().toISOString(), row, (master) => master.coding === coding)
    const deed = { person: actor.person, study: actor.study, action: 'master ended', subject: `case:${row.study_case}` }
    const detail = { old: coding, new: null, codebookVersion: row.codebook_version }
    await record(trx, ports, { ...deed, detail: { ...detail, wasAdditional: mine.isAdditional } })
  })
}
