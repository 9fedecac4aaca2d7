import type { StudyActor } from '../base/access.ts'
import type { Trx } from '../base/database/database.ts'
import type { Ground } from '../base/feature.ts'
import { record } from '../base/history.ts'
import { notFound, Refusal } from '../base/refusal.ts'
import { readContent, versionsOf } from '../codebooks/queries.ts'
import { noteCalibration, placeCalibration, refusePaused } from '../drift/place.ts'
import { takeBackCalibration } from '../drift/take-back.ts'
import { refuseStrangers } from '../people/strangers.ts'
import { refuseBurnt } from './burnt.ts'
import { findPlace, requiredKeys, targetsOf } from './queries.ts'
import { nextVersion } from './version.ts'

type Assignment = {
  readonly cases: readonly string[]
  readonly people: readonly string[]
  readonly codebookVersion: string
}

async function casesToCode(trx: Trx, study: string, ids: readonly string[], material: string) {
  const rows = await trx
    .selectFrom('study_case')
    .leftJoin('material', 'material.study_case', 'study_case.id')
    .select(['study_case.id', 'study_case.name', 'study_case.targets', 'material.kind'])
    .where('study_case.study', '=', study)
    .where('study_case.id', 'in', ids)
    .execute()
  if (rows.length !== new Set(ids).size) throw notFound()
  const unfit = rows.filter((row) => row.kind !== material)
  if (unfit.length === 0) return rows
  const message = `This codebook is for a case with ${material === 'transcript' ? 'a transcript' : 'an observation record'}.`
  const faults = unfit.map((row) => ({ path: row.name, message }))
  throw new Refusal('bad-request', `${message} It does not fit ${unfit.map((row) => row.name).join(', ')}.`, { faults })
}

/** Gives each person each case; what somebody already has as work of the study is left as it is. Whoever is watched for drift gets cases mixed in. */
export async function assign(ground: Ground, actor: StudyActor, assignment: Assignment) {
  const { ports } = ground
  return ground.write(async (trx) => {
    const version = await versionsOf(trx, actor.study).where('id', '=', assignment.codebookVersion).executeTakeFirst()
    if (version === undefined) throw notFound()
    const codebook = readContent(version.content)
    const cases = await casesToCode(trx, actor.study, assignment.cases, codebook.material)
    await refuseStrangers(trx, actor.study, assignment.people)
    const there = await trx
      .selectFrom('coding')
      .select(['study_case', 'coder'])
      .where('codebook_version', '=', version.id)
      .where('attempt', 'is', null)
      .where('study_case', 'in', assignment.cases)
      .where('coder', 'in', assignment.people)
      .execute()
    const taken = new Set(there.map((row) => `${row.study_case} ${row.coder}`))
    const pairs = cases.flatMap((one) => [...new Set(assignment.people)].map((coder) => ({ one, coder })))
    const open = pairs.filter(({ one, coder }) => !taken.has(`${one.id} ${coder}`))
    await refuseBurnt(trx, actor.study, version.codebook, open)
    await refusePaused(trx, version.id, [...new Set(open.map(({ coder }) => coder))])
    const now = ports.now().toISOString()
    const batch = { study: actor.study, codebookVersion: version.id, material: codebook.material }
    for (const assigned of await placeCalibration(trx, ports, batch, open)) {
      const { one, coder } = assigned
      const id = ports.id()
      const required = requiredKeys(codebook, targetsOf(one.targets, codebook)).size
      const place = { id, study: actor.study, study_case: one.id, coder, codebook_version: version.id }
      const start = {
        version: await nextVersion(trx, place),
        state: 'not-started',
        reason: '',
        memo: '',
        memo_version: 0,
        revision: 0,
        rated: 0,
      } as const
      await trx
        .insertInto('coding')
        .values({ ...place, ...start, required, created_at: now, changed_at: now })
        .execute()
      const deed = { person: actor.person, study: actor.study, action: 'case assigned', subject: `coding:${id}` }
      await record(trx, ports, { ...deed, detail: { case: one.name, coder, codebookVersion: version.id } })
      await noteCalibration(trx, ports, actor, assigned, id)
    }
    return { created: open.length, alreadyThere: pairs.length - open.length }
  })
}

/** Takes back what nobody has begun. */
export async function withdraw(ground: Ground, actor: StudyActor, coding: string): Promise<void> {
  await ground.write(async (trx) => {
    const { row, studyCase } = await findPlace(trx, actor.study, coding)
    if (row.attempt !== null)
      throw new Refusal('in-use', 'This coding belongs to an attempt of a training set and is not taken back alone.')
    if (row.state !== 'not-started')
      throw new Refusal('in-use', 'This coding was begun; it can no longer be withdrawn.')
    await takeBackCalibration(trx, ground.ports, actor, coding)
    await trx.deleteFrom('coding').where('id', '=', coding).execute()
    const deed = {
      person: actor.person,
      study: actor.study,
      action: 'assignment withdrawn',
      subject: `coding:${coding}`,
    }
    await record(trx, ground.ports, { ...deed, detail: { case: studyCase.name, coder: row.coder } })
  })
}
