import type { Db } from '../../base/database/database.ts'
import { mastersToday } from '../../codings/masters-today.ts'
import type { SetGround } from './set-ground.ts'

/** Ids of master codings by case, the main one first. */
export type MastersOfCases = ReadonlyMap<string, readonly string[]>

type Place = Pick<SetGround, 'study' | 'codebookVersion'>
type Counting = Place & { readonly content: Pick<SetGround['content'], 'masters'> }

/** All master codings of today, whether or not a set lets the further ones count. */
export async function everyMaster(
  db: Db,
  place: Place,
  cases: readonly string[] | 'all',
): Promise<Map<string, string[]>> {
  const found = await mastersToday(db, place, cases)
  return new Map([...found].map(([studyCase, masters]) => [studyCase, masters.map(({ coding }) => coding)]))
}

/**
 * The master codings that a set holds somebody's case against today. An own one is not among them: its author would be compared
 * with herself.
 */
export async function mastersThatCount(
  db: Db,
  set: Counting,
  cases: readonly string[],
): Promise<(studyCase: string, person: string) => readonly string[]> {
  const found = await mastersToday(db, set, cases)
  return (studyCase, person) => {
    const masters = found.get(studyCase) ?? []
    const counted = set.content.masters === 'any' ? masters : masters.slice(0, 1)
    return counted.filter(({ coder }) => coder !== person).map(({ coding }) => coding)
  }
}
