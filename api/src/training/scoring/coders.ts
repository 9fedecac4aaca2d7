import type { Db } from '../../base/database/database.ts'
import type { SetGround } from './set-ground.ts'
import { readSubmitted, type Submitted } from './submitted.ts'

/** Codings of other people, by case: one a person. */
export type CodingsOfOthers = ReadonlyMap<string, readonly Submitted[]>

type Place = Pick<SetGround, 'study' | 'codebookVersion'>

/**
 * Everybody else's latest submitted coding of some cases. Master codings are nobody's, and somebody's second look at an own
 * case is no other opinion.
 */
function latestOfOthers(db: Db, { study, codebookVersion }: Place, cases: readonly string[], person: string) {
  return db
    .selectFrom('coding')
    .leftJoin('master', (join) => join.onRef('master.coding', '=', 'coding.id').on('master.ended_at', 'is', null))
    .leftJoin('drift_coding', (join) =>
      join.onRef('drift_coding.coding', '=', 'coding.id').on('drift_coding.kind', '=', 'recode'),
    )
    .select(['coding.id', 'coding.study_case', 'coding.coder', 'coding.attempt'])
    .where('coding.study', '=', study)
    .where('coding.codebook_version', '=', codebookVersion)
    .where('coding.study_case', 'in', cases)
    .where('coding.coder', '<>', person)
    .where('coding.state', '=', 'submitted')
    .where('master.id', 'is', null)
    .where('drift_coding.coding', 'is', null)
    .orderBy('coding.coder')
    .orderBy('coding.version')
    .execute()
}

async function read(db: Db, rows: Awaited<ReturnType<typeof latestOfOthers>>): Promise<Map<string, Submitted[]>> {
  const latest = new Map(rows.map((row) => [`${row.study_case} ${row.coder}`, row]))
  const submitted = await readSubmitted(
    db,
    [...latest.values()].map(({ id }) => id),
    { annotations: false },
  )
  const found = new Map<string, Submitted[]>()
  for (const { id, study_case } of latest.values()) {
    const coding = submitted.get(id)
    if (coding !== undefined) found.set(study_case, [...(found.get(study_case) ?? []), coding])
  }
  return found
}

/** All other coders of some cases, trained or not. */
export async function othersWhoCoded(
  db: Db,
  place: Place,
  cases: readonly string[],
  person: string,
): Promise<CodingsOfOthers> {
  if (cases.length === 0) return new Map()
  return read(db, await latestOfOthers(db, place, cases, person))
}

/** Others who coded some cases in training: what feedback may count, never what the study itself collects. */
export async function othersTrained(
  db: Db,
  place: Place,
  cases: readonly string[],
  person: string,
): Promise<CodingsOfOthers> {
  if (cases.length === 0) return new Map()
  const rows = await latestOfOthers(db, place, cases, person)
  return read(
    db,
    rows.filter(({ attempt }) => attempt !== null),
  )
}
