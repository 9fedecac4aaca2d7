import type { Codebook, RatingValue } from '@attune/codebooks'
import type { Rater } from '@attune/contract'
import type { Db } from '../base/database/database.ts'
import { notFound } from '../base/refusal.ts'
import { readContent, versionsOf } from '../codebooks/queries.ts'
import { recodes } from '../drift/recodes.ts'

/** One submitted coding that counts: the latest version of an original, or the master coding of its case. */
export type CountedCoding = {
  readonly coding: string
  readonly version: number
  readonly case: string
  readonly caseName: string
  /** Targets of the case; none: all those of the codebook. */
  readonly targets: readonly string[]
  readonly rater: Rater
  /** Name in files: the login, or `master`. */
  readonly login: string
  readonly role: 'pi' | 'trainer' | 'coder' | 'trainee'
  readonly submittedAt: string
}

/** A rating as it is compared: its coding and the value; `null` value: taken back, so missing. */
export type CountedRating = {
  readonly coding: string
  readonly value: RatingValue
  readonly confidence: number | null
}

export const masterRater: Rater = { id: 'master', name: 'Master coding', isMaster: true }

export async function findCodebook(db: Db, study: string, version: string): Promise<Codebook> {
  const row = await versionsOf(db, study).select('content').where('id', '=', version).executeTakeFirst()
  if (row === undefined) throw notFound()
  return readContent(row.content)
}

/**
 * Submitted originals of one codebook version; what was made in training is none of them. A coding that serves as master is the master and not a coder's own as well:
 * its author would otherwise be compared with herself.
 */
export async function countedCodings(db: Db, study: string, codebookVersion: string): Promise<CountedCoding[]> {
  const rows = await db
    .selectFrom('coding')
    .innerJoin('study_case', 'study_case.id', 'coding.study_case')
    .innerJoin('person', 'person.id', 'coding.coder')
    .leftJoin('membership', (join) =>
      join.onRef('membership.person', '=', 'coding.coder').onRef('membership.study', '=', 'coding.study'),
    )
    .leftJoin('master', (join) =>
      join
        .onRef('master.coding', '=', 'coding.id')
        .on('master.ended_at', 'is', null)
        // A further opinion is a coder's own coding here: the case has one master.
        .on('master.is_additional', '=', 0),
    )
    .select([
      'coding.id as coding',
      'coding.version',
      'coding.coder',
      'coding.submitted_at',
      'coding.study_case as case',
      'study_case.name as caseName',
      'study_case.targets',
      'person.name',
      'person.login',
      'membership.role',
      'master.id as master',
    ])
    .where('coding.study', '=', study)
    .where('coding.codebook_version', '=', codebookVersion)
    .where('coding.state', '=', 'submitted')
    .where('coding.attempt', 'is', null)
    // An own case coded again, to see whether a coder drifts, stands beside the original and never in its place.
    .where('coding.id', 'not in', recodes(db))
    .orderBy('study_case.name')
    .orderBy('person.login')
    .orderBy('coding.version')
    .execute()
  const latest = new Map<string, (typeof rows)[number]>()
  for (const row of rows) latest.set(row.master === null ? `${row.case} ${row.coder}` : `${row.case} master`, row)
  const masterCodings = new Set(rows.filter((row) => row.master !== null).map((row) => `${row.case} ${row.coder}`))
  return [...latest]
    .filter(([key, row]) => row.master !== null || !masterCodings.has(key))
    .map(([, row]) => ({
      coding: row.coding,
      version: row.version,
      case: row.case,
      caseName: row.caseName,
      targets: JSON.parse(row.targets),
      rater: row.master === null ? { id: row.coder, name: row.name, isMaster: false } : masterRater,
      login: row.master === null ? row.login : 'master',
      role: row.role ?? 'coder',
      submittedAt: row.submitted_at ?? '',
    }))
}

/** The ratings of one slot in all counted codings; the caller keeps those whose coding it counts. */
export async function ratingsOfSlot(
  db: Db,
  study: string,
  codebookVersion: string,
  slot: { readonly variable: string; readonly target: string | null; readonly episode: string | null },
): Promise<CountedRating[]> {
  const rows = await db
    .selectFrom('rating')
    .innerJoin('coding', 'coding.id', 'rating.coding')
    .select(['rating.coding', 'rating.value', 'rating.confidence'])
    .where('coding.study', '=', study)
    .where('coding.codebook_version', '=', codebookVersion)
    .where('coding.state', '=', 'submitted')
    .where('rating.variable', '=', slot.variable)
    .where('rating.target', '=', slot.target ?? '')
    .where('rating.episode', '=', slot.episode ?? '')
    .where('rating.value', 'is not', null)
    .execute()
  return rows.map((row) => ({ coding: row.coding, value: JSON.parse(row.value ?? 'null'), confidence: row.confidence }))
}

export async function studyName(db: Db, study: string): Promise<string> {
  return (await db.selectFrom('study').select('name').where('id', '=', study).executeTakeFirstOrThrow()).name
}
