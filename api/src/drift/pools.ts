import type { Db, Trx } from '../base/database/database.ts'
import { mainMasters } from '../codings/masters-today.ts'
import type { Plan } from './plan.ts'

/** Whom a plan watches, at work. */
export type Coder = { readonly plan: Plan; readonly person: string }

/** Cases that stand in an attempt of somebody: the master coding may have been shown, or may still be. */
function trainedCases(db: Db, person: string) {
  return db
    .selectFrom('attempt_case')
    .innerJoin('attempt', 'attempt.id', 'attempt_case.attempt')
    .select('attempt_case.study_case')
    .where('attempt.person', '=', person)
    .execute()
}

/** Cases of the plan that this coder has never had before, neither to code nor in training, in a fixed order. */
export async function freshCases(db: Db, { plan, person }: Coder): Promise<string[]> {
  const { study, codebook_version } = plan.row
  const masters = await mainMasters(db, { study, codebookVersion: codebook_version })
  const wanted = plan.content.cases.filter((one) => masters.has(one))
  if (wanted.length === 0) return []
  const coded = await db
    .selectFrom('coding')
    .select('study_case')
    .where('coder', '=', person)
    .where('study_case', 'in', wanted)
    .execute()
  const known = new Set([...coded, ...(await trainedCases(db, person))].map((row) => row.study_case))
  return wanted.filter((one) => !known.has(one)).toSorted()
}

export type Own = { readonly coding: string; readonly case: string }

/**
 * Own work of this coder that may come again: submitted, not calibration, not a master coding, not known from training, and not coded
 * again already. Of each case the latest version, and only where no later one is under way.
 */
export async function ownCases(trx: Trx, { plan, person }: Coder): Promise<Own[]> {
  const rows = await trx
    .selectFrom('coding')
    .leftJoin('drift_coding', 'drift_coding.coding', 'coding.id')
    .leftJoin('master', 'master.coding', 'coding.id')
    .select(['coding.id', 'coding.study_case', 'coding.state', 'drift_coding.kind', 'master.id as master'])
    .where('coding.coder', '=', person)
    .where('coding.attempt', 'is', null)
    .where('coding.study', '=', plan.row.study)
    .where('coding.codebook_version', '=', plan.row.codebook_version)
    .orderBy('coding.study_case')
    .orderBy('coding.version')
    .execute()
  const calibrating = rows.filter(({ kind, master }) => kind !== null || master !== null)
  const barred = new Set([...calibrating, ...(await trainedCases(trx, person))].map((row) => row.study_case))
  const latest = new Map(rows.map((row) => [row.study_case, row]))
  return [...latest.values()]
    .filter((row) => row.state === 'submitted' && !barred.has(row.study_case))
    .map((row) => ({ coding: row.id, case: row.study_case }))
}
