import type { Codebook } from '@attune/codebooks'
import type { Db } from '../base/database/database.ts'
import { notFound } from '../base/refusal.ts'
import { type Plan, planOf } from './plan.ts'

export async function plansOf(db: Db, study: string): Promise<Plan[]> {
  const rows = await db
    .selectFrom('drift_plan')
    .selectAll()
    .where('study', '=', study)
    .orderBy('created_at')
    .orderBy('id')
    .execute()
  return rows.map(planOf)
}

export async function findPlan(db: Db, study: string, plan: string): Promise<Plan> {
  const row = await db
    .selectFrom('drift_plan')
    .selectAll()
    .where('study', '=', study)
    .where('id', '=', plan)
    .executeTakeFirst()
  if (row === undefined) throw notFound()
  return planOf(row)
}

/** Plans under way that watch somebody with a codebook. */
export async function activePlans(db: Db, codebookVersion: string, person: string): Promise<Plan[]> {
  const rows = await db
    .selectFrom('drift_plan')
    .innerJoin('drift_person', 'drift_person.plan', 'drift_plan.id')
    .selectAll('drift_plan')
    .where('drift_plan.codebook_version', '=', codebookVersion)
    .where('drift_plan.ended_at', 'is', null)
    .where('drift_person.person', '=', person)
    .orderBy('drift_plan.created_at')
    .orderBy('drift_plan.id')
    .execute()
  return rows.map(planOf)
}

export type Watched = { readonly id: string; readonly login: string; readonly name: string }

export function peopleOf(db: Db, plan: string): Promise<Watched[]> {
  return db
    .selectFrom('drift_person')
    .innerJoin('person', 'person.id', 'drift_person.person')
    .select(['person.id', 'person.login', 'person.name'])
    .where('drift_person.plan', '=', plan)
    .orderBy('person.name')
    .orderBy('person.id')
    .execute()
}

/** Calibration codings of somebody in the order in which they were submitted; those still under way come first. */
export function calibrationsOf(db: Db, plan: string, person: string) {
  return db
    .selectFrom('drift_coding')
    .innerJoin('coding', 'coding.id', 'drift_coding.coding')
    .innerJoin('study_case', 'study_case.id', 'coding.study_case')
    .select([
      'coding.id as coding',
      'coding.study_case as case',
      'coding.submitted_at as submittedAt',
      'study_case.name as caseId',
      'drift_coding.kind',
      'drift_coding.original',
    ])
    .where('drift_coding.plan', '=', plan)
    .where('drift_coding.person', '=', person)
    .orderBy('coding.submitted_at')
    .orderBy('coding.id')
    .execute()
}
export type Calibration = Awaited<ReturnType<typeof calibrationsOf>>[number]

export function recalibrationsOf(db: Db, plan: string, person: string) {
  return db
    .selectFrom('recalibration')
    .leftJoin('person', 'person.id', 'recalibration.by')
    .select(['recalibration.at', 'person.name', 'recalibration.note'])
    .where('recalibration.plan', '=', plan)
    .where('recalibration.person', '=', person)
    .orderBy('recalibration.at')
    .orderBy('recalibration.id')
    .execute()
}

export async function casesOf(db: Db, study: string, cases: readonly string[]) {
  return db
    .selectFrom('study_case')
    .select(['id as case', 'name as caseId'])
    .where('study', '=', study)
    .where('id', 'in', cases)
    .orderBy('name')
    .execute()
}

export const nameOfCodebook = (codebook: Codebook): string => `${codebook.title} ${codebook.version}`
