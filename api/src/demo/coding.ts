import { missingForSubmission, slotKey } from '@attune/codebooks'
import type { Trx } from '../base/database/database.ts'
import type { Ground } from '../base/feature.ts'
import { record } from '../base/history.ts'
import { readContent } from '../codebooks/queries.ts'
import { checkChange } from '../codings/check-change.ts'
import { putAnnotation, putRating } from '../codings/items.ts'
import { requiredKeys, targetsOf } from '../codings/queries.ts'
import type { DemoCoding } from './files.ts'
import { placeAnnotation } from './place.ts'

type Place = {
  readonly study: string
  readonly people: ReadonlyMap<string, string>
  readonly cases: ReadonlyMap<string, string>
}

function idIn(map: ReadonlyMap<string, string>, key: string, what: string): string {
  const id = map.get(key)
  if (id === undefined) throw new Error(`The demo names ${what} ${key}, which it does not have.`)
  return id
}

/** Stores one submitted coding by the same checks and the same writes as a coder's own work. */
export async function storeCoding(
  trx: Trx,
  ground: Ground,
  place: Place,
  versions: ReadonlyMap<string, string>,
  demo: DemoCoding,
): Promise<void> {
  const now = demo.submittedAt
  const ports = { ...ground.ports, now: () => new Date(now) }
  const coder = idIn(place.people, demo.coder, 'the person')
  const studyCase = idIn(place.cases, demo.case, 'the case')
  const version = idIn(versions, demo.codebook, 'the codebook')
  const { content } = await trx
    .selectFrom('codebook_version')
    .select('content')
    .where('id', '=', version)
    .executeTakeFirstOrThrow()
  const codebook = readContent(content)
  const row = await trx.selectFrom('study_case').select('targets').where('id', '=', studyCase).executeTakeFirstOrThrow()
  const material = await trx
    .selectFrom('material')
    .select(['kind', 'raw'])
    .where('study_case', '=', studyCase)
    .executeTakeFirstOrThrow()
  const targets = targetsOf(row.targets, codebook)
  const isObservation = material.kind === 'observation'
  const context = { codebook, targets, characters: isObservation ? null : material.raw.length, isObservation }
  const missing = missingForSubmission(
    codebook,
    targets,
    demo.ratings.map(({ variable, target, episode, value, rationale }) => ({
      slot: { variable, target, episode },
      value,
      rationale,
    })),
  )
  if (missing.length > 0) throw new Error(`Demo coding ${demo.coder} ${demo.case}: ${missing[0]?.message ?? ''}`)
  const coding = ground.ports.id()
  const required = requiredKeys(codebook, targets)
  const rated = demo.ratings.filter((one) => required.has(slotKey(one))).length
  await trx
    .insertInto('coding')
    .values({
      id: coding,
      study: place.study,
      study_case: studyCase,
      coder,
      codebook_version: version,
      version: 1,
      state: 'draft',
      reason: '',
      memo: demo.memo,
      memo_version: demo.memo === '' ? 0 : 1,
      revision: demo.ratings.length + demo.annotations.length,
      rated,
      required: required.size,
      created_at: now,
      changed_at: now,
      submitted_at: null,
    })
    .execute()
  for (const { variable, target, episode, value, confidence, rationale } of demo.ratings) {
    const slot = { variable, target, episode }
    const change = { type: 'put-rating', slot, value, confidence: confidence ?? null, rationale, base: 0 } as const
    checkChange(context, change)
    await putRating(trx, { coding, now, change })
  }
  for (const one of demo.annotations) {
    const { version: _version, ...annotation } = placeAnnotation(ground.ports.id(), material.raw, one)
    const change = { type: 'put-annotation', annotation, base: 0 } as const
    checkChange(context, change)
    await putAnnotation(trx, { coding, now, change })
  }
  await trx.updateTable('coding').set({ state: 'submitted', submitted_at: now }).where('id', '=', coding).execute()
  const deed = { person: coder, study: place.study, action: 'coding submitted', subject: `coding:${coding}` }
  await record(trx, ports, { ...deed, detail: { version: 1, simulated: true } })
  if (demo.master === undefined || demo.master === null) return
  const { rationale } = demo.master
  const marking = { id: ground.ports.id(), rationale, marked_by: coder, marked_at: now, ended_at: null }
  await trx
    .insertInto('master')
    .values({ study: place.study, study_case: studyCase, codebook_version: version, coding, ...marking })
    .execute()
  const mark = { person: coder, study: place.study, action: 'master marked', subject: `case:${studyCase}` }
  await record(trx, ports, { ...mark, detail: { old: null, new: coding, codebookVersion: version, rationale } })
}
