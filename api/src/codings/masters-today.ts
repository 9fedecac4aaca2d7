import type { Db } from '../base/database/database.ts'

/** A master coding that counts today, with its author. */
export type Master = { readonly coding: string; readonly coder: string; readonly isAdditional: boolean }

type Place = { readonly study: string; readonly codebookVersion: string }

/** The master codings of today by case, the main one first: of some cases, or of all that have one. */
export async function mastersToday(
  db: Db,
  { study, codebookVersion }: Place,
  cases: readonly string[] | 'all',
): Promise<Map<string, Master[]>> {
  const found = new Map<string, Master[]>()
  if (cases.length === 0) return found
  const rows = await db
    .selectFrom('master')
    .innerJoin('coding', 'coding.id', 'master.coding')
    .select(['master.study_case', 'master.coding', 'coding.coder', 'master.is_additional'])
    .where('master.study', '=', study)
    .where('master.codebook_version', '=', codebookVersion)
    .$if(cases !== 'all', (query) => query.where('master.study_case', 'in', [...new Set(cases)]))
    .where('master.ended_at', 'is', null)
    .orderBy('master.is_additional')
    .orderBy('master.marked_at')
    .orderBy('master.id')
    .execute()
  for (const { study_case, coding, coder, is_additional } of rows) {
    const master = { coding, coder, isAdditional: is_additional === 1 }
    const there = found.get(study_case)
    if (there === undefined) found.set(study_case, [master])
    else there.push(master)
  }
  return found
}

/** The main master coding of each case that has one. */
export async function mainMasters(db: Db, place: Place): Promise<Map<string, Master>> {
  const all = await mastersToday(db, place, 'all')
  return new Map(
    [...all].flatMap(([studyCase, [first]]) =>
      first === undefined || first.isAdditional ? [] : [[studyCase, first] as const],
    ),
  )
}

/** Why a coding is the master, in the words of who marked it last; what was ended since keeps its words. */
export async function rationaleOf(db: Db, coding: string): Promise<string> {
  const row = await db
    .selectFrom('master')
    .select('rationale')
    .where('coding', '=', coding)
    .orderBy('marked_at', 'desc')
    .executeTakeFirst()
  return row?.rationale ?? ''
}
