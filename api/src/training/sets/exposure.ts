import type { Exposure, Reply, readExposure } from '@attune/contract'
import type { Db } from '../../base/database/database.ts'
import { notFound } from '../../base/refusal.ts'
import { versionsOf } from '../../codebooks/queries.ts'

type Version = { readonly id: string; readonly codebook: string }

/** Codings that were begun, in whatever version of the codebook: a text once read stays known. */
async function seen(db: Db, study: string, { codebook }: Version): Promise<Exposure[]> {
  const rows = await db
    .selectFrom('coding')
    .innerJoin('codebook_version', 'codebook_version.id', 'coding.codebook_version')
    .select(['coding.coder as person', 'coding.study_case as case'])
    .select((select) => select.fn.min('coding.changed_at').as('at'))
    .where('coding.study', '=', study)
    .where('coding.state', '<>', 'not-started')
    .where('codebook_version.codebook', '=', codebook)
    .groupBy(['coding.coder', 'coding.study_case'])
    .execute()
  return rows.map((row) => ({ ...row, kind: 'seen' }))
}

/** Cases with released item feedback; they can no longer test whom they were explained to. */
function explained(db: Db, study: string) {
  return db
    .selectFrom('attempt_case')
    .innerJoin('attempt', 'attempt.id', 'attempt_case.attempt')
    .innerJoin('training_set', 'training_set.id', 'attempt.training_set')
    .innerJoin('codebook_version', 'codebook_version.id', 'training_set.codebook_version')
    .select(['attempt.person', 'attempt_case.study_case as case', 'codebook_version.codebook'])
    .where('attempt.study', '=', study)
    .where('attempt_case.released_at', 'is not', null)
}

async function burntCases(db: Db, study: string, codebook: string): Promise<Exposure[]> {
  const rows = await explained(db, study)
    .select((select) => select.fn.min('attempt_case.released_at').as('at'))
    .where('codebook_version.codebook', '=', codebook)
    .groupBy(['attempt.person', 'attempt_case.study_case', 'codebook_version.codebook'])
    .execute()
  return rows.map((row) => ({ person: row.person, case: row.case, kind: 'burnt', at: row.at ?? '' }))
}

type Whom = { readonly study: string; readonly person: string }

/** The burnt cases of one person, by codebook in whatever version. */
export async function burntOf(db: Db, { study, person }: Whom): Promise<(codebook: string) => Set<string>> {
  const rows = await explained(db, study).where('attempt.person', '=', person).execute()
  return (codebook) => new Set(rows.flatMap((row) => (row.codebook === codebook ? [row.case] : [])))
}

/** Who can be given a set. */
function peopleOf(db: Db, study: string) {
  return db
    .selectFrom('membership')
    .innerJoin('person', 'person.id', 'membership.person')
    .select(['person.id', 'person.name'])
    .where('membership.study', '=', study)
    .where('membership.ended_at', 'is', null)
    .orderBy('person.name')
    .orderBy('person.id')
    .execute()
}

async function casesOf(db: Db, study: string, version: string, material: 'transcript' | 'observation') {
  const rows = await db
    .selectFrom('study_case')
    .innerJoin('material', 'material.study_case', 'study_case.id')
    .leftJoin('master', (join) =>
      join
        .onRef('master.study_case', '=', 'study_case.id')
        .on('master.codebook_version', '=', version)
        .on('master.ended_at', 'is', null),
    )
    .select(['study_case.id', 'study_case.name'])
    .select((select) => select.fn.count<number>('master.id').as('masters'))
    .where('study_case.study', '=', study)
    .where('material.kind', '=', material)
    .groupBy(['study_case.id', 'study_case.name'])
    .orderBy('study_case.name')
    .execute()
  return rows.map((row) => ({ case: row.id, caseId: row.name, masters: Number(row.masters) }))
}

/** Who has met which case that the codebook fits. A burnt case is not told as seen as well. */
export async function exposureOf(db: Db, study: string, version: string): Promise<Reply<typeof readExposure>> {
  const found = await versionsOf(db, study).where('id', '=', version).executeTakeFirst()
  if (found === undefined) throw notFound()
  const people = await peopleOf(db, study)
  const cases = await casesOf(db, study, version, found.material)
  const known = new Set(people.map(({ id }) => id))
  const burnt = await burntCases(db, study, found.codebook)
  const places = new Set(burnt.map((one) => `${one.person} ${one.case}`))
  const only = (await seen(db, study, found)).filter((one) => !places.has(`${one.person} ${one.case}`))
  return { people, cases, exposures: [...burnt, ...only].filter(({ person }) => known.has(person)) }
}
