import type { FieldFault, TrainingSet, TrainingSetInput } from '@attune/contract'
import type { StudyActor } from '../../base/access.ts'
import type { Trx } from '../../base/database/database.ts'
import type { Row } from '../../base/database/schema.ts'
import type { Ground } from '../../base/feature.ts'
import { record } from '../../base/history.ts'
import { Refusal } from '../../base/refusal.ts'
import { versionsOf } from '../../codebooks/queries.ts'
import { contentOf } from '../content.ts'
import { findSet, readSet } from './queries.ts'

/** Ids that belong to another study are refused like ids that nobody has. */
async function faultsOf(trx: Trx, study: string, input: TrainingSetInput, self: string): Promise<FieldFault[]> {
  const version = await versionsOf(trx, study).where('id', '=', input.codebookVersion).executeTakeFirst()
  const cases = await trx.selectFrom('study_case').select('id').where('study', '=', study).execute()
  const sets = await trx.selectFrom('training_set').select('id').where('study', '=', study).execute()
  const known = new Set(cases.map(({ id }) => id))
  const { prerequisite } = input
  return [
    ...(version === undefined
      ? [{ path: 'body.codebookVersion', message: 'The study has no such codebook version.' }]
      : []),
    ...input.cases.flatMap((id, index) => {
      const path = `body.cases.${index}`
      if (!known.has(id)) return [{ path, message: 'The study has no such case. Take it out of the set.' }]
      return input.cases.indexOf(id) === index ? [] : [{ path, message: 'This case stands in the set twice.' }]
    }),
    ...(prerequisite === null || (prerequisite !== self && sets.some(({ id }) => id === prerequisite))
      ? []
      : [{ path: 'body.prerequisite', message: 'Choose another training set of this study.' }]),
  ]
}

async function refuseUnusable(trx: Trx, study: string, input: TrainingSetInput, self = ''): Promise<void> {
  const faults = await faultsOf(trx, study, input, self)
  if (faults.length > 0) throw new Refusal('bad-request', faults[0]?.message ?? '', { faults })
}

async function putCases(trx: Trx, set: string, cases: readonly string[]): Promise<void> {
  await trx.deleteFrom('training_set_case').where('training_set', '=', set).execute()
  if (cases.length === 0) return
  const rows = cases.map((studyCase, index) => ({
    training_set: set,
    study_case: studyCase,
    position: index + 1,
    withdrawn_at: null,
    withdrawn_by: null,
    reason: '',
  }))
  await trx.insertInto('training_set_case').values(rows).execute()
}

/** What somebody did to a training set. It hangs on the set, never on a coding: that history its coder may read. */
export function deedOn(actor: { readonly person: string | null; readonly study: string }, set: string, action: string) {
  return { person: actor.person, study: actor.study, action, subject: `training-set:${set}` }
}

async function insertSet(trx: Trx, { ports }: Ground, actor: StudyActor, input: TrainingSetInput): Promise<string> {
  await refuseUnusable(trx, actor.study, input)
  const { cases, ...content } = input
  const id = ports.id()
  await trx
    .insertInto('training_set')
    .values({
      id,
      study: actor.study,
      codebook_version: input.codebookVersion,
      name: input.name,
      state: 'draft',
      content: JSON.stringify(content),
      version: 1,
      created_by: actor.person,
      created_at: ports.now().toISOString(),
      opened_at: null,
      closed_at: null,
    })
    .execute()
  await putCases(trx, id, cases)
  return id
}

export async function createSet(ground: Ground, actor: StudyActor, input: TrainingSetInput): Promise<TrainingSet> {
  return ground.write(async (trx) => {
    const id = await insertSet(trx, ground, actor, input)
    await record(trx, ground.ports, {
      ...deedOn(actor, id, 'training set created'),
      detail: { old: null, new: input },
    })
    return readSet(trx, actor.study, id)
  })
}

export async function inputOf(trx: Trx, row: Row<'training_set'>): Promise<TrainingSetInput> {
  const cases = await trx
    .selectFrom('training_set_case')
    .select('study_case')
    .where('training_set', '=', row.id)
    .where('withdrawn_at', 'is', null)
    .orderBy('position')
    .execute()
  return { ...contentOf(row.content), cases: cases.map((one) => one.study_case) }
}

function refuseOpened(row: Row<'training_set'>): void {
  if (row.state === 'draft') return
  throw new Refusal('in-use', 'This set was opened and no longer changes. Copy it and change the copy.')
}

type Change = TrainingSetInput & { readonly base: number }

export async function changeSet(
  ground: Ground,
  actor: StudyActor,
  set: string,
  { base, ...input }: Change,
): Promise<TrainingSet> {
  return ground.write(async (trx) => {
    const row = await findSet(trx, actor.study, set)
    refuseOpened(row)
    if (row.version !== base) {
      const current = await readSet(trx, actor.study, set)
      throw new Refusal('stale', 'Somebody else changed this set meanwhile.', { current })
    }
    await refuseUnusable(trx, actor.study, input, set)
    const old = await inputOf(trx, row)
    const { cases, ...content } = input
    await trx
      .updateTable('training_set')
      .set({
        name: input.name,
        codebook_version: input.codebookVersion,
        content: JSON.stringify(content),
        version: base + 1,
      })
      .where('id', '=', set)
      .execute()
    await putCases(trx, set, cases)
    await record(trx, ground.ports, {
      ...deedOn(actor, set, 'training set changed'),
      detail: { old, new: input },
    })
    return readSet(trx, actor.study, set)
  })
}

export async function deleteSet(ground: Ground, actor: StudyActor, set: string): Promise<void> {
  await ground.write(async (trx) => {
    const row = await findSet(trx, actor.study, set)
    if (row.state !== 'draft')
      throw new Refusal('in-use', 'This set was opened; it is kept with its attempts. Close it instead.')
    const waiting = await trx
      .selectFrom('training_set')
      .select(['name', 'content'])
      .where('study', '=', actor.study)
      .execute()
    const dependent = waiting.find(({ content }) => contentOf(content).prerequisite === set)
    if (dependent !== undefined) {
      const message = `“${dependent.name}” has this set as prerequisite. Change that first.`
      throw new Refusal('in-use', message)
    }
    const old = await inputOf(trx, row)
    await trx.deleteFrom('training_set').where('id', '=', set).execute()
    await record(trx, ground.ports, { ...deedOn(actor, set, 'training set deleted'), detail: { old, new: null } })
  })
}

export async function closeSet(ground: Ground, actor: StudyActor, set: string): Promise<TrainingSet> {
  return ground.write(async (trx) => {
    const row = await findSet(trx, actor.study, set)
    if (row.state === 'draft') throw new Refusal('in-use', 'A draft is open to nobody. Delete it instead.')
    if (row.state === 'open') {
      const closed_at = ground.ports.now().toISOString()
      await trx.updateTable('training_set').set({ state: 'closed', closed_at }).where('id', '=', set).execute()
      const detail = { old: 'open', new: 'closed' }
      await record(trx, ground.ports, { ...deedOn(actor, set, 'training set closed'), detail })
    }
    return readSet(trx, actor.study, set)
  })
}

/** A draft with the same content and the cases that still count; nobody is enrolled in it. */
export async function copySet(ground: Ground, actor: StudyActor, set: string, name: string): Promise<TrainingSet> {
  return ground.write(async (trx) => {
    const row = await findSet(trx, actor.study, set)
    const input = { ...(await inputOf(trx, row)), name }
    const id = await insertSet(trx, ground, actor, input)
    const detail = { old: null, new: input, from: set }
    await record(trx, ground.ports, { ...deedOn(actor, id, 'training set copied'), detail })
    return readSet(trx, actor.study, id)
  })
}
