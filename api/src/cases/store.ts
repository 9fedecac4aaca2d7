import type { Trx } from '../base/database/database.ts'
import type { Ground } from '../base/feature.ts'
import { record } from '../base/history.ts'
import { sha256 } from '../base/ports.ts'
import type { ReadItem } from './reading/read-item.ts'

export type CaseFields = {
  readonly case: string
  readonly targets: readonly string[]
  readonly wave: string
  readonly population: string
  readonly contentNote: string
  readonly information: string
}

const noFields = { targets: [], wave: '', population: '', contentNote: '', information: '' } as const
type Author = { readonly study: string; readonly person: string }

export function columnsOf(fields: CaseFields) {
  return {
    name: fields.case,
    targets: JSON.stringify(fields.targets),
    content_note: fields.contentNote,
    wave: fields.wave,
    population: fields.population,
    information: fields.information,
  }
}

export async function insertCase(
  trx: Trx,
  { ports }: Ground,
  { study, person }: Author,
  fields: CaseFields,
): Promise<string> {
  const id = ports.id()
  const created_at = ports.now().toISOString()
  await trx
    .insertInto('study_case')
    .values({ id, study, ...columnsOf(fields), version: 1, created_at })
    .execute()
  await record(trx, ports, { person, study, action: 'case added', subject: `case:${id}`, detail: { new: fields } })
  return id
}

/** Stores one read item, with its case where that is new. */
export async function storeItem(trx: Trx, ground: Ground, author: Author, item: ReadItem): Promise<string> {
  const { report, raw, structure } = item
  const there = await trx
    .selectFrom('study_case')
    .select('id')
    .where('study', '=', author.study)
    .where('name', '=', report.case)
    .executeTakeFirst()
  const studyCase = there?.id ?? (await insertCase(trx, ground, author, { case: report.case, ...noFields }))
  const material = {
    id: ground.ports.id(),
    study_case: studyCase,
    kind: report.kind,
    name: report.name,
    encoding: report.encoding,
    raw,
    sha256: sha256(raw),
    structure: JSON.stringify(structure),
    words: report.words,
    version: 1,
    added_by: author.person,
    added_at: ground.ports.now().toISOString(),
  }
  await trx.insertInto('material').values(material).execute()
  const detail = { case: report.case, name: report.name, kind: report.kind, sha256: material.sha256 }
  await record(trx, ground.ports, { ...author, action: 'material imported', subject: `case:${studyCase}`, detail })
  return studyCase
}
