import { type Codebook, missingForSubmission, slotKey } from '@attune/codebooks'
import type { Trx } from '../base/database/database.ts'
import type { Ground } from '../base/feature.ts'
import { record } from '../base/history.ts'
import { readContent } from '../codebooks/queries.ts'
import { type ChangeContext, checkChange } from '../codings/check-change.ts'
import { putAnnotation, putRating } from '../codings/items.ts'
import { requiredKeys, targetsOf } from '../codings/queries.ts'
import type { DemoCoding } from './files.ts'
import { placeAnnotation } from './place.ts'

/** Ids of what the demo files name. */
export type Place = {
  readonly study: string
  readonly people: ReadonlyMap<string, string>
  readonly cases: ReadonlyMap<string, string>
  readonly versions: ReadonlyMap<string, string>
}

export function idIn(map: ReadonlyMap<string, string>, key: string, what: string): string {
  const id = map.get(key)
  if (id === undefined) throw new Error(`The demo names ${what} ${key}, which it does not have.`)
  return id
}

export async function codebookOf(trx: Trx, version: string): Promise<Codebook> {
  const row = await trx
    .selectFrom('codebook_version')
    .select('content')
    .where('id', '=', version)
    .executeTakeFirstOrThrow()
  return readContent(row.content)
}

type Ids = { readonly coding: string; readonly coder: string; readonly studyCase: string; readonly version: string }
type Ready = Ids & { readonly context: ChangeContext; readonly text: string }

/** What the coding is held against, checked for completeness as at a submission. */
async function prepare(trx: Trx, ground: Ground, place: Place, demo: DemoCoding): Promise<Ready> {
  const studyCase = idIn(place.cases, demo.case, 'the case')
  const version = idIn(place.versions, demo.codebook, 'the codebook')
  const codebook = await codebookOf(trx, version)
  const { targets: named } = await trx
    .selectFrom('study_case')
    .select('targets')
    .where('id', '=', studyCase)
    .executeTakeFirstOrThrow()
  const material = await trx
    .selectFrom('material')
    .select(['kind', 'raw'])
    .where('study_case', '=', studyCase)
    .executeTakeFirstOrThrow()
  const targets = targetsOf(named, codebook)
  const ratings = demo.ratings.map(({ value, rationale, ...slot }) => ({ slot, value, rationale }))
  const annotations = demo.annotations.map(({ evidence }) => ({ evidence, contradicts: [] }))
  const [missing] = missingForSubmission(codebook, targets, ratings, annotations)
  if (missing !== undefined) throw new Error(`Demo coding ${demo.coder} ${demo.case}: ${missing.message}`)
  const isObservation = material.kind === 'observation'
  const context = { codebook, targets, characters: isObservation ? null : material.raw.length, isObservation }
  const ids = { coding: ground.ports.id(), coder: idIn(place.people, demo.coder, 'the person'), studyCase, version }
  return { ...ids, context, text: material.raw }
}

async function insertDraft(trx: Trx, study: string, demo: DemoCoding, ready: Ready): Promise<void> {
  const required = requiredKeys(ready.context.codebook, ready.context.targets)
  const rated = demo.ratings.filter((one) => required.has(slotKey(one))).length
  const { coding: id, coder, studyCase: study_case, version: codebook_version } = ready
  const counts = { revision: demo.ratings.length + demo.annotations.length, rated, required: required.size }
  const memo = { memo: demo.memo, memo_version: demo.memo === '' ? 0 : 1 }
  const times = { created_at: demo.submittedAt, changed_at: demo.submittedAt, submitted_at: null }
  const row = { id, study, study_case, coder, codebook_version, version: 1, state: 'draft', reason: '' } as const
  await trx
    .insertInto('coding')
    .values({ ...row, ...memo, ...counts, ...times })
    .execute()
}

/** Ratings and annotations, by the same checks and the same writes as a coder's own work. */
async function fillDraft(trx: Trx, ground: Ground, demo: DemoCoding, ready: Ready): Promise<void> {
  const { coding, context, text } = ready
  const now = demo.submittedAt
  for (const { value, confidence = null, rationale, ...slot } of demo.ratings) {
    const change = { type: 'put-rating', slot, value, confidence: confidence ?? null, rationale, base: 0 } as const
    checkChange(context, change)
    await putRating(trx, { coding, now, change })
  }
  for (const one of demo.annotations) {
    const { version: _version, ...annotation } = placeAnnotation(ground.ports.id(), text, one)
    const change = { type: 'put-annotation', annotation, base: 0 } as const
    checkChange(context, change)
    await putAnnotation(trx, { coding, now, change })
  }
}

/** Stores one submitted coding of the demo, and marks it as master where the files say so. Gives back its id. */
export async function storeCoding(trx: Trx, ground: Ground, place: Place, demo: DemoCoding): Promise<string> {
  const ready = await prepare(trx, ground, place, demo)
  const { coding, coder, studyCase, version } = ready
  const { study } = place
  await insertDraft(trx, study, demo, ready)
  await fillDraft(trx, ground, demo, ready)
  const submitted = { state: 'submitted', submitted_at: demo.submittedAt } as const
  await trx.updateTable('coding').set(submitted).where('id', '=', coding).execute()
  const ports = { ...ground.ports, now: () => new Date(demo.submittedAt) }
  const deed = { person: coder, study, action: 'coding submitted', subject: `coding:${coding}` }
  await record(trx, ports, { ...deed, detail: { version: 1, simulated: true } })
  if (demo.master === undefined || demo.master === null) return coding
  const { rationale } = demo.master
  const marking = { id: ports.id(), rationale, marked_by: coder, marked_at: demo.submittedAt, ended_at: null }
  const what = { study, study_case: studyCase, codebook_version: version, coding }
  await trx
    .insertInto('master')
    .values({ ...what, ...marking })
    .execute()
  const mark = { person: coder, study, action: 'master marked', subject: `case:${studyCase}` }
  await record(trx, ports, { ...mark, detail: { old: null, new: coding, codebookVersion: version, rationale } })
  return coding
}
