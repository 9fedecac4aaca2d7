import { faultsOfRule } from '@attune/agreement'
import { type Codebook, collapsesOf, slotsOf } from '@attune/codebooks'
import type { FieldFault, TrainingSet } from '@attune/contract'
import type { StudyActor } from '../../base/access.ts'
import type { Trx } from '../../base/database/database.ts'
import type { Row } from '../../base/database/schema.ts'
import type { Ground } from '../../base/feature.ts'
import { record } from '../../base/history.ts'
import { Refusal } from '../../base/refusal.ts'
import { readContent, versionsOf } from '../../codebooks/queries.ts'
import { contentOf, type SetContent } from '../content.ts'
import { withinScope } from '../scope.ts'
import { findSet, readSet } from './queries.ts'
import { deedOn } from './write.ts'

type Candidate = {
  readonly row: Row<'training_set'>
  readonly content: SetContent
  readonly codebook: Codebook
}

function scopeFaults({ content, codebook }: Candidate): FieldFault[] {
  const { variables, units, codes } = content.scope
  const strangers = (asked: readonly string[], known: readonly { id: string }[]) =>
    asked.filter((id) => !known.some((one) => one.id === id))
  const left = withinScope(codebook, content.scope)
  const faults = [
    ...strangers(variables ?? [], codebook.variables).map((id) => ({
      path: 'scope.variables',
      message: `The codebook has no variable ${id}. Take it out.`,
    })),
    ...strangers(codes, codebook.codes).map((id) => ({
      path: 'scope.codes',
      message: `The codebook has no code ${id}. Take it out.`,
    })),
  ]
  if (units !== 'none' && left.codes.length === 0 && faults.length === 0) {
    faults.push({ path: 'scope.units', message: 'The codebook has no codes to put on units. Choose “none”.' })
  }
  if (left.variables.length === 0 && left.codes.length === 0 && faults.length === 0) {
    faults.push({ path: 'scope.variables', message: 'There is nothing to code. Choose variables or codes.' })
  }
  return faults
}

/** The cases with their material and how many annotations of the trained codes their main master coding has. */
async function casesToOpen(trx: Trx, { row, content, codebook }: Candidate) {
  const codes = withinScope(codebook, content.scope).codes.map(({ id }) => id)
  const cases = await trx
    .selectFrom('training_set_case')
    .innerJoin('study_case', 'study_case.id', 'training_set_case.study_case')
    .leftJoin('material', 'material.study_case', 'study_case.id')
    .leftJoin('master', (join) =>
      join
        .onRef('master.study_case', '=', 'study_case.id')
        .on('master.codebook_version', '=', row.codebook_version)
        .on('master.is_additional', '=', 0)
        .on('master.ended_at', 'is', null),
    )
    .select(['study_case.id', 'study_case.name', 'material.kind', 'master.coding'])
    .where('training_set_case.training_set', '=', row.id)
    .orderBy('training_set_case.position')
    .execute()
  const masters = cases.flatMap(({ coding }) => coding ?? [])
  const annotated = new Set<string>()
  if (content.scope.units === 'given' && masters.length > 0 && codes.length > 0) {
    const rows = await trx
      .selectFrom('annotation')
      .select('coding')
      .distinct()
      .where('coding', 'in', masters)
      .where('code', 'in', codes)
      .where('removed_at', 'is', null)
      .execute()
    for (const { coding } of rows) annotated.add(coding)
  }
  return cases.map((one) => ({ ...one, hasBorders: one.coding !== null && annotated.has(one.coding) }))
}

const unfit = (material: Codebook['material'], version: string, name: string): string =>
  material === 'transcript'
    ? `${version} is for a case with a transcript; ${name} has none. Take it out.`
    : `${version} is for a case with an observation record; ${name} has none. Take it out.`

function caseFaults({ content, codebook }: Candidate, cases: Awaited<ReturnType<typeof casesToOpen>>): FieldFault[] {
  const { order, draw } = content
  return [
    ...(cases.length === 0 ? [{ path: 'cases', message: 'Choose at least one case.' }] : []),
    ...cases.flatMap(({ name, kind, coding, hasBorders }) => {
      const path = `cases.${name}`
      const version = `${codebook.title} ${codebook.version}`
      if (kind !== codebook.material) return [{ path, message: unfit(codebook.material, version, name) }]
      if (coding === null) {
        const message = `${name} has no master coding for ${version}. Mark one, or take the case out.`
        return [{ path, message }]
      }
      if (content.scope.units !== 'given' || hasBorders) return []
      const message = `The master coding of ${name} has no annotation of these codes: there are no borders to give. Take the case out, or let trainees set the borders.`
      return [{ path, message }]
    }),
    ...(draw !== null && order === 'fixed'
      ? [{ path: 'draw', message: 'In a fixed order all cases come. Choose the drawn order, or no number.' }]
      : []),
    ...(draw !== null && draw > cases.length
      ? [{ path: 'draw', message: `${draw} cases cannot be drawn from ${cases.length}. Draw fewer, or add cases.` }]
      : []),
  ]
}

async function prerequisiteFaults(trx: Trx, { row, content }: Candidate): Promise<FieldFault[]> {
  if (content.prerequisite === null) return []
  const path = 'prerequisite'
  const all = await trx
    .selectFrom('training_set')
    .select(['id', 'name', 'state', 'content'])
    .where('study', '=', row.study)
    .execute()
  const sets = new Map(all.map((set) => [set.id, set]))
  const passed = new Set([row.id])
  for (let next: string | null = content.prerequisite; next !== null; ) {
    if (passed.has(next)) {
      return [{ path, message: 'These sets wait for each other in a circle. Choose another prerequisite.' }]
    }
    passed.add(next)
    const set = sets.get(next)
    next = set === undefined ? null : contentOf(set.content).prerequisite
  }
  const first = sets.get(content.prerequisite)
  if (first === undefined) return [{ path, message: 'This set is no more. Choose another prerequisite, or none.' }]
  if (first.state !== 'draft') return []
  return [{ path, message: `“${first.name}” is still a draft, so nobody can finish it. Open it first.` }]
}

/** What the rule can be asked of: the trained variables with their places in a case, and the trained codes. */
function criterionFaults({ content, codebook }: Candidate, cases: number): FieldFault[] {
  const { criterion, certifies, draw, scope } = content
  if (criterion === null) {
    if (!certifies) return []
    return [
      { path: 'certifies', message: 'A certificate says which criterion was met. Choose one, or no certificate.' },
    ]
  }
  const trained = withinScope(codebook, scope)
  const slots = slotsOf(
    trained,
    trained.targets.map(({ id }) => id),
  )
  const variables = trained.variables.map((variable) => ({
    id: variable.id,
    label: variable.label,
    kind: variable.kind,
    itemsPerCase: slots.filter((slot) => slot.variable === variable.id).length,
    collapses: collapsesOf(variable).map(({ id }) => id),
  }))
  const units =
    scope.units === 'none' ? null : { codes: trained.codes.map(({ id }) => id), given: scope.units === 'given' }
  return faultsOfRule(criterion.rule, variables, Math.min(draw ?? cases, cases), units, 'criterion.rule')
}

/** Everything that is in the way, at once. */
async function refuseUnready(trx: Trx, candidate: Candidate): Promise<void> {
  const cases = await casesToOpen(trx, candidate)
  const faults = [
    ...caseFaults(candidate, cases),
    ...scopeFaults(candidate),
    ...(await prerequisiteFaults(trx, candidate)),
    ...criterionFaults(candidate, cases.length),
  ]
  if (faults.length === 0) return
  const message =
    faults.length === 1
      ? '1 thing is in the way of opening this set.'
      : `${faults.length} things are in the way of opening this set.`
  throw new Refusal('incomplete', message, { faults })
}

/** From now on people can work on it, and the database refuses every change of it. */
export async function openSet(ground: Ground, actor: StudyActor, set: string): Promise<TrainingSet> {
  return ground.write(async (trx) => {
    const row = await findSet(trx, actor.study, set)
    if (row.state !== 'draft') throw new Refusal('in-use', 'This set was already opened.')
    const version = await versionsOf(trx, actor.study).where('id', '=', row.codebook_version).executeTakeFirstOrThrow()
    await refuseUnready(trx, { row, content: contentOf(row.content), codebook: readContent(version.content) })
    const opened_at = ground.ports.now().toISOString()
    await trx.updateTable('training_set').set({ state: 'open', opened_at }).where('id', '=', set).execute()
    const detail = { old: 'draft', new: 'open' }
    await record(trx, ground.ports, { ...deedOn(actor, set, 'training set opened'), detail })
    return readSet(trx, actor.study, set)
  })
}
