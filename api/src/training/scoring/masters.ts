import type { Db } from '../../base/database/database.ts'
import type { SetGround } from './set-ground.ts'

/** Ids of master codings by case, the main one first. */
export type MastersOfCases = ReadonlyMap<string, readonly string[]>

type Place = Pick<SetGround, 'study' | 'codebookVersion'>
type Master = { readonly study_case: string; readonly coding: string; readonly coder: string }

/** The master codings of today with their authors, by case, the main one first. */
async function mastersIn(
  db: Db,
  { study, codebookVersion }: Place,
  cases: readonly string[],
): Promise<Map<string, Master[]>> {
  const found = new Map<string, Master[]>()
  if (cases.length === 0) return found
  const rows = await db
    .selectFrom('master')
    .innerJoin('coding', 'coding.id', 'master.coding')
    .select(['master.study_case', 'master.coding', 'coding.coder'])
    .where('master.study', '=', study)
    .where('master.codebook_version', '=', codebookVersion)
    .where('master.study_case', 'in', [...new Set(cases)])
    .where('master.ended_at', 'is', null)
    .orderBy('master.is_additional')
    .orderBy('master.marked_at')
    .orderBy('master.id')
    .execute()
  for (const row of rows) found.set(row.study_case, [...(found.get(row.study_case) ?? []), row])
  return found
}

/** All master codings of today, whether or not a set lets the further ones count. */
export async function everyMaster(db: Db, place: Place, cases: readonly string[]): Promise<Map<string, string[]>> {
  const found = await mastersIn(db, place, cases)
  return new Map([...found].map(([studyCase, masters]) => [studyCase, masters.map(({ coding }) => coding)]))
}

/**
 * The master codings that a set holds somebody's case against today. An own one is not among them: its author would be compared
 * with herself.
 */
export async function mastersThatCount(
  db: Db,
  set: SetGround,
  cases: readonly string[],
): Promise<(studyCase: string, person: string) => readonly string[]> {
  const found = await mastersIn(db, set, cases)
  return (studyCase, person) => {
    const masters = found.get(studyCase) ?? []
    const counted = set.content.masters === 'any' ? masters : masters.slice(0, 1)
    return counted.filter(({ coder }) => coder !== person).map(({ coding }) => coding)
  }
}
