import type { StudyActor } from '../base/access.ts'
import type { Trx } from '../base/database/database.ts'
import type { Ground } from '../base/feature.ts'
import { record } from '../base/history.ts'
import { deedOn } from './plan.ts'
import { findPlan } from './queries.ts'

/** Before a coding that nobody began is deleted: if it calibrates, the coder is due another such case with the next assignment. */
export async function takeBackCalibration(
  trx: Trx,
  ports: Ground['ports'],
  actor: StudyActor,
  coding: string,
): Promise<void> {
  const placed = await trx
    .selectFrom('drift_coding')
    .innerJoin('coding', 'coding.id', 'drift_coding.coding')
    .innerJoin('study_case', 'study_case.id', 'coding.study_case')
    .select(['drift_coding.plan', 'drift_coding.person', 'drift_coding.kind', 'study_case.name as case'])
    .where('drift_coding.coding', '=', coding)
    .executeTakeFirst()
  if (placed === undefined) return
  const { plan, person, kind } = placed
  const { every, recodeEvery } = (await findPlan(trx, actor.study, plan)).content
  await trx
    .updateTable('drift_person')
    .set((columns) =>
      kind === 'master'
        ? { since_seed: columns('since_seed', '+', every) }
        : { since_recode: columns('since_recode', '+', recodeEvery ?? 0) },
    )
    .where('plan', '=', plan)
    .where('person', '=', person)
    .execute()
  const detail = { person, case: placed.case, kind }
  await record(trx, ports, { ...deedOn(actor, plan, 'calibration withdrawn'), detail })
}
