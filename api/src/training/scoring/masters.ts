import type { Db } from '../../base/database/database.ts'
import type { SetGround } from './set-ground.ts'

/** Ids of master codings by case, the main one first. */
export type MastersOfCases = ReadonlyMap<string, readonly string[]>

/** All master codings of today, whether or not a set lets the further ones count. */
export async function everyMaster(
  db: Db,
  { study, codebookVersion }: Pick<SetGround, 'study' | 'codebookVersion'>,
  cases: readonly string[],
): Promise<Map<string, string[]>> {
  const found = new Map<string, string[]>()
  if (cases.length === 0) return found
  const rows = await db
    .selectFrom('master')
    .select(['study_case', 'coding'])
    .where('study', '=', study)
    .where('codebook_version', '=', codebookVersion)
    .where('study_case', 'in', [...new Set(cases)])
    .where('ended_at', 'is', null)
    .orderBy('is_additional')
    .orderBy('marked_at')
    .orderBy('id')
    .execute()
  for (const { study_case, coding } of rows) found.set(study_case, [...(found.get(study_case) ?? []), coding])
  return found
}

/** The master codings that a set holds its attempts against today. */
export async function mastersThatCount(db: Db, set: SetGround, cases: readonly string[]): Promise<MastersOfCases> {
  const all = await everyMaster(db, set, cases)
  if (set.content.masters === 'any') return all
  return new Map([...all].map(([studyCase, codings]) => [studyCase, codings.slice(0, 1)]))
}
