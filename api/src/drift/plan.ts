import { type Body, createDriftPlan } from '@attune/contract'
import type { StudyActor } from '../base/access.ts'
import type { Row } from '../base/database/schema.ts'

/** A plan as it was made. It never changes: another plan is another row. */
export type PlanContent = Readonly<Body<typeof createDriftPlan>>

/** A plan that was read. */
export type Plan = { readonly row: Row<'drift_plan'>; readonly content: PlanContent }

/** What was done about a plan. It hangs on the plan, never on a coding: that history its coder may read. */
export function deedOn({ person, study }: StudyActor, plan: string, action: string) {
  return { person, study, action, subject: `drift-plan:${plan}` }
}

export function planOf(row: Row<'drift_plan'>): Plan {
  return { row, content: createDriftPlan.body.parse(JSON.parse(row.content)) }
}
