import { type Codebook, type Slot, slotKey, slotsOf } from '@attune/codebooks'
import { type Annotation, annotation, type CodingHead, type Rating } from '@attune/contract'
import type { Selectable } from 'kysely'
import type { Db } from '../base/database/database.ts'
import type { Tables } from '../base/database/schema.ts'
import { notFound } from '../base/refusal.ts'
import { readContent } from '../codebooks/queries.ts'
import { openRecodesOf } from '../drift/recodes.ts'
import { type Training, trainingOf, withinScope } from '../training/scope.ts'

export type CodingRow = Selectable<Tables['coding']>

/** A coding with the two things it is about. */
export type CodingPlace = {
  readonly row: CodingRow
  /** The attempt that the coding belongs to; its codebook holds only what the set trains. null: ordinary work. */
  readonly training: Training | null
  readonly codebook: Codebook
  readonly studyCase: Selectable<Tables['study_case']>
  readonly targets: readonly string[]
}

/** A case that names no targets is about all those of the codebook. */
export function targetsOf(caseTargets: string, codebook: Codebook): string[] {
  const named: string[] = JSON.parse(caseTargets)
  return named.length > 0 ? named : codebook.targets.map((target) => target.id)
}

export async function findPlace(db: Db, study: string, coding: string): Promise<CodingPlace> {
  const row = await db
    .selectFrom('coding')
    .selectAll()
    .where('id', '=', coding)
    .where('study', '=', study)
    .executeTakeFirst()
  if (row === undefined) throw notFound()
  const version = await db
    .selectFrom('codebook_version')
    .select('content')
    .where('id', '=', row.codebook_version)
    .executeTakeFirstOrThrow()
  const studyCase = await db
    .selectFrom('study_case')
    .selectAll()
    .where('id', '=', row.study_case)
    .executeTakeFirstOrThrow()
  const training = row.attempt === null ? null : await trainingOf(db, row.attempt)
  const whole = readContent(version.content)
  const codebook = training === null ? whole : withinScope(whole, training.content.scope)
  return { row, training, codebook, studyCase, targets: targetsOf(studyCase.targets, codebook) }
}

/** What a coding's head shows of it. */
type CodingOutline = Pick<CodingPlace, 'row' | 'codebook' | 'targets'> & {
  readonly studyCase: Pick<CodingPlace['studyCase'], 'id' | 'name' | 'content_note'>
}

export function headOf({ row, codebook, studyCase, targets }: CodingOutline): CodingHead {
  return {
    id: row.id,
    study: row.study,
    case: { id: studyCase.id, case: studyCase.name, targets: [...targets], contentNote: studyCase.content_note },
    codebook: { version: row.codebook_version, id: codebook.id, number: codebook.version, title: codebook.title },
    version: row.version,
    state: row.state,
    reason: row.reason,
    rated: row.rated,
    required: row.required,
    changedAt: row.changed_at,
    submittedAt: row.submitted_at,
  }
}

async function codebooksOf(db: Db, versions: ReadonlySet<string>): Promise<Map<string, Codebook>> {
  if (versions.size === 0) return new Map()
  const rows = await db
    .selectFrom('codebook_version')
    .select(['id', 'content'])
    .where('id', 'in', [...versions])
    .execute()
  return new Map(rows.map(({ id, content }) => [id, readContent(content)]))
}

/** My codings in a study, the latest version of each, by case id. Those of training are found through their attempts. */
export async function headsOf(db: Db, study: string, coder: string): Promise<CodingHead[]> {
  const rows = await db
    .selectFrom('coding')
    .innerJoin('study_case', 'study_case.id', 'coding.study_case')
    .selectAll('coding')
    .select(['study_case.name', 'study_case.content_note', 'study_case.targets'])
    .where('coding.study', '=', study)
    .where('coding.coder', '=', coder)
    .where('coding.attempt', 'is', null)
    .where('coding.version', '=', (select) =>
      select
        .selectFrom('coding as other')
        .select((inner) => inner.fn.max('other.version').as('latest'))
        .whereRef('other.study_case', '=', 'coding.study_case')
        .whereRef('other.coder', '=', 'coding.coder')
        .whereRef('other.codebook_version', '=', 'coding.codebook_version')
        .where('other.attempt', 'is', null),
    )
    .orderBy('study_case.name')
    .orderBy('coding.created_at')
    .orderBy('coding.id')
    .execute()
  const codebooks = await codebooksOf(db, new Set(rows.map((row) => row.codebook_version)))
  const again = await openRecodesOf(db, coder)
  return rows.flatMap((found) => {
    // An own case that comes again looks like any other new case.
    const row = again.has(found.id) ? { ...found, version: 1 } : found
    const codebook = codebooks.get(row.codebook_version)
    if (codebook === undefined) return []
    const studyCase = { id: row.study_case, name: row.name, content_note: row.content_note }
    return headOf({ row, codebook, studyCase, targets: targetsOf(row.targets, codebook) })
  })
}

export const columnsOfSlot = (slot: Slot) => ({
  variable: slot.variable,
  target: slot.target ?? '',
  episode: slot.episode ?? '',
})

export const slotOfColumns = (row: { variable: string; target: string; episode: string }): Slot => ({
  variable: row.variable,
  target: row.target === '' ? null : row.target,
  episode: row.episode === '' ? null : row.episode,
})

export function ratingOf(row: Selectable<Tables['rating']>): Rating | null {
  if (row.value === null) return null
  const { confidence, rationale, version } = row
  return { slot: slotOfColumns(row), value: JSON.parse(row.value), confidence, rationale, version }
}

export async function ratingsOf(db: Db, coding: string): Promise<Rating[]> {
  const rows = await db
    .selectFrom('rating')
    .selectAll()
    .where('coding', '=', coding)
    .orderBy('variable')
    .orderBy('target')
    .orderBy('episode')
    .execute()
  return rows.flatMap((row) => ratingOf(row) ?? [])
}

export function annotationOf(row: Selectable<Tables['annotation']>): Annotation {
  const { id, code, value, memo, confidence, version } = row
  const links = { evidence: JSON.parse(row.evidence), contradicts: JSON.parse(row.contradicts) }
  const shared = { id, code, value, memo, confidence, version, ...links }
  return annotation.parse(
    row.unit === 'segment'
      ? { unit: 'segment', ...shared, start: row.span_start, end: row.span_end }
      : {
          unit: 'event',
          ...shared,
          onset: row.onset,
          offset: row.offset_at,
          subject: row.subject,
          modifiers: JSON.parse(row.modifiers),
        },
  )
}

export async function annotationsOf(db: Db, coding: string): Promise<Annotation[]> {
  const rows = await db
    .selectFrom('annotation')
    .selectAll()
    .where('coding', '=', coding)
    .where('removed_at', 'is', null)
    .orderBy('span_start')
    .orderBy('onset')
    .orderBy('id')
    .execute()
  return rows.map(annotationOf)
}

/** Keys of the slots that must have a rating before a coding can be submitted. */
export function requiredKeys(codebook: Codebook, targets: readonly string[]): Set<string> {
  const required = new Set(codebook.variables.filter((variable) => variable.required).map((variable) => variable.id))
  return new Set(
    slotsOf(codebook, targets)
      .filter((slot) => required.has(slot.variable))
      .map(slotKey),
  )
}
