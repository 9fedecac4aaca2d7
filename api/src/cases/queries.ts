import type { Material, StudyCase } from '@attune/contract'
import { type Selectable, sql } from 'kysely'
import type { Db, Trx } from '../base/database/database.ts'
import type { Tables } from '../base/database/schema.ts'
import { Refusal } from '../base/refusal.ts'

type CaseRow = Selectable<Tables['study_case']>
type MaterialRow = Selectable<Tables['material']>
type MaterialHead = Pick<MaterialRow, 'id' | 'study_case' | 'kind' | 'words' | 'name' | 'structure'>

/** "1,843 words" or "8 episodes, 61 events": what a list shows of a material. */
function sizeOf(row: MaterialHead) {
  if (row.kind === 'transcript') return { words: row.words, episodes: 0, events: 0 }
  const structure: { episodes: unknown[]; events: unknown[] } = JSON.parse(row.structure)
  return { words: 0, episodes: structure.episodes.length, events: structure.events.length }
}

export function toCase(row: CaseRow, material: MaterialHead | undefined): StudyCase {
  return {
    id: row.id,
    case: row.name,
    targets: JSON.parse(row.targets),
    contentNote: row.content_note,
    wave: row.wave,
    population: row.population,
    information: row.information,
    material: material === undefined ? null : { id: material.id, kind: material.kind, ...sizeOf(material) },
    createdAt: row.created_at,
    version: row.version,
  }
}

export function materialOf(row: MaterialRow): Material {
  if (row.kind === 'transcript') {
    return { kind: 'transcript', id: row.id, text: row.raw, words: row.words, ...JSON.parse(row.structure) }
  }
  return { kind: 'observation', id: row.id, version: row.version, ...JSON.parse(row.structure) }
}

export function findCase(db: Db, study: string, id: string): Promise<CaseRow | undefined> {
  return db.selectFrom('study_case').selectAll().where('study', '=', study).where('id', '=', id).executeTakeFirst()
}

export function findMaterial(db: Db, studyCase: string): Promise<MaterialRow | undefined> {
  return db.selectFrom('material').selectAll().where('study_case', '=', studyCase).executeTakeFirst()
}

type CasePage = { readonly after: string | undefined; readonly limit: number; readonly search: string | undefined }

/** Cases by name, a page at a time. The name is unique in a study, so it is its own cursor. */
export async function pageOfCases(db: Db, study: string, { after, limit, search }: CasePage) {
  const matching = () => {
    const all = db.selectFrom('study_case').where('study', '=', study)
    if (search === undefined || search === '') return all
    const pattern = `%${search.toLowerCase().replace(/[\\%_]/g, '\\$&')}%`
    return all.where(sql<boolean>`lower(name) like ${pattern} escape '\\'`)
  }
  const { total } = await matching()
    .select((select) => select.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow()
  const rows = await matching()
    .selectAll()
    .$if(after !== undefined, (query) => query.where('name', '>', after ?? ''))
    .orderBy('name')
    .limit(limit + 1)
    .execute()
  const shown = rows.slice(0, limit)
  return {
    cases: await withMaterials(db, shown),
    total: Number(total),
    next: rows.length > limit ? (shown.at(-1)?.name ?? null) : null,
  }
}

async function withMaterials(db: Db, rows: readonly CaseRow[]): Promise<StudyCase[]> {
  if (rows.length === 0) return []
  const materials = await db
    .selectFrom('material')
    .select(['id', 'study_case', 'kind', 'words', 'name', 'structure'])
    .where(
      'study_case',
      'in',
      rows.map((row) => row.id),
    )
    .execute()
  const byCase = new Map(materials.map((material) => [material.study_case, material]))
  return rows.map((row) => toCase(row, byCase.get(row.id)))
}

/** Whether anybody has begun to code a case; its targets and its material then stay as they are. */
export async function codingsBegun(
  db: Db,
  studyCase: string,
  states: readonly ('draft' | 'submitted')[],
): Promise<boolean> {
  const found = await db
    .selectFrom('coding')
    .select('id')
    .where('study_case', '=', studyCase)
    .where('state', 'in', states)
    .limit(1)
    .executeTakeFirst()
  return found !== undefined
}

/** Before a case is deleted: it leaves drafts of training sets, and must not stand in one that was opened. */
export async function leaveSets(trx: Trx, studyCase: string): Promise<void> {
  const sets = await trx
    .selectFrom('training_set')
    .innerJoin('training_set_case', 'training_set_case.training_set', 'training_set.id')
    .select(['training_set.id', 'training_set.name', 'training_set.state', 'training_set.version'])
    .where('training_set_case.study_case', '=', studyCase)
    .orderBy('training_set.name')
    .execute()
  const opened = sets.find(({ state }) => state !== 'draft')
  if (opened !== undefined) {
    throw new Refusal('in-use', `This case stands in the training set “${opened.name}”. Withdraw it there instead.`)
  }
  // Who is changing such a draft is told that it changed meanwhile.
  for (const { id, version } of sets) {
    await trx
      .updateTable('training_set')
      .set({ version: version + 1 })
      .where('id', '=', id)
      .execute()
  }
}
