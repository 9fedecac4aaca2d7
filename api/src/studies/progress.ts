import type { Query, Reply, readProgress } from '@attune/contract'
import type { Db } from '../base/database/database.ts'
import { recodes } from '../drift/recodes.ts'

type Progress = Reply<typeof readProgress>

async function pageOfCases(db: Db, study: string, { after, limit }: Query<typeof readProgress>) {
  let query = db
    .selectFrom('study_case')
    .leftJoin('material', 'material.study_case', 'study_case.id')
    .select(['study_case.id', 'study_case.name', 'material.kind'])
    .where('study_case.study', '=', study)
    .orderBy('study_case.name')
    .limit(limit + 1)
  if (after !== undefined) query = query.where('study_case.name', '>', after)
  const rows = await query.execute()
  const shown = rows.slice(0, limit)
  return { shown, next: rows.length > limit ? (shown.at(-1)?.name ?? null) : null }
}

/** The latest version of each coding of these cases; those made in training stand on pages of their own. */
async function latestCodings(db: Db, cases: readonly string[]) {
  const rows = await db
    .selectFrom('coding')
    .select(['id', 'study_case', 'coder', 'codebook_version', 'version', 'state', 'rated', 'required', 'changed_at'])
    .where('study_case', 'in', cases)
    .where('attempt', 'is', null)
    .where('id', 'not in', recodes(db))
    .orderBy('study_case')
    .orderBy('coder')
    .orderBy('codebook_version')
    .orderBy('version')
    .execute()
  const latest = new Map(rows.map((row) => [`${row.study_case} ${row.coder} ${row.codebook_version}`, row]))
  return [...latest.values()]
}

function mastersOf(db: Db, cases: readonly string[]) {
  return db
    .selectFrom('master')
    .select(['study_case', 'codebook_version', 'coding'])
    .where('study_case', 'in', cases)
    .where('ended_at', 'is', null)
    .orderBy('codebook_version')
    .execute()
}

/** Members, and whoever has codings here without being a member any more. */
async function peopleOf(db: Db, study: string, coders: readonly string[]): Promise<Progress['people']> {
  const rows = await db
    .selectFrom('membership')
    .innerJoin('person', 'person.id', 'membership.person')
    .select(['person.id', 'person.name', 'membership.role', 'membership.ended_at', 'person.disabled_at'])
    .where('membership.study', '=', study)
    .orderBy('person.name')
    .orderBy('person.id')
    .execute()
  return rows
    .filter((row) => row.ended_at === null || coders.includes(row.id))
    .map(({ id, name, role, disabled_at }) => ({ id, name, role, isDisabled: disabled_at !== null }))
}

/** The matrix of cases and coders, a page of cases at a time. */
export async function progressOf(db: Db, study: string, page: Query<typeof readProgress>): Promise<Progress> {
  const { shown, next } = await pageOfCases(db, study, page)
  const ids = shown.map((row) => row.id)
  const codings = ids.length === 0 ? [] : await latestCodings(db, ids)
  const masters = ids.length === 0 ? [] : await mastersOf(db, ids)
  const isMaster = new Set(masters.map((row) => row.coding))
  return {
    cases: shown.map((row) => ({
      id: row.id,
      case: row.name,
      material: row.kind,
      masters: masters.filter((one) => one.study_case === row.id).map((one) => one.codebook_version),
    })),
    people: await peopleOf(
      db,
      study,
      codings.map((row) => row.coder),
    ),
    codings: codings.map((row) => ({
      coding: row.id,
      case: row.study_case,
      coder: row.coder,
      codebookVersion: row.codebook_version,
      version: row.version,
      state: row.state,
      rated: row.rated,
      required: row.required,
      changedAt: row.changed_at,
      isMaster: isMaster.has(row.id),
    })),
    next,
  }
}
