import type { DriftPlan } from '@attune/contract'
import type { StudyActor } from '../base/access.ts'
import type { Db } from '../base/database/database.ts'
import type { Ground } from '../base/feature.ts'
import { record } from '../base/history.ts'
import { notFound, Refusal } from '../base/refusal.ts'
import { findCodebook } from '../reliability/queries.ts'
import { deedOn, type Plan } from './plan.ts'
import { promiseOf } from './promise.ts'
import { casesOf, findPlan, peopleOf, plansOf } from './queries.ts'
import { groundOf } from './watch.ts'

async function shown(db: Db, plan: Plan): Promise<DriftPlan> {
  const { row, content } = plan
  const codebook = await findCodebook(db, row.study, row.codebook_version)
  const { items } = await groundOf(db, plan)
  return {
    ...content,
    id: row.id,
    codebook: { version: row.codebook_version, id: codebook.id, number: codebook.version, title: codebook.title },
    cases: await casesOf(db, row.study, content.cases),
    people: (await peopleOf(db, row.id)).map(({ id, name }) => ({ id, name })),
    createdAt: row.created_at,
    endedAt: row.ended_at,
    promise: promiseOf(content.charts, items),
  }
}

export async function listPlans(db: Db, study: string): Promise<DriftPlan[]> {
  return Promise.all((await plansOf(db, study)).map((plan) => shown(db, plan)))
}

export async function readPlan(db: Db, study: string, plan: string): Promise<DriftPlan> {
  return shown(db, await findPlan(db, study, plan))
}

/** Ends a plan: no case comes any more, and nobody is paused. What was given stays with its coders. */
export async function endPlan(ground: Ground, actor: StudyActor, plan: string): Promise<void> {
  const { ports } = ground
  await ground.write(async (trx) => {
    const { row } = await findPlan(trx, actor.study, plan)
    if (row.ended_at !== null) throw new Refusal('in-use', 'This plan has ended already.')
    await trx.updateTable('drift_plan').set({ ended_at: ports.now().toISOString() }).where('id', '=', plan).execute()
    await record(trx, ports, { ...deedOn(actor, plan, 'drift plan ended'), detail: { name: row.name } })
  })
}

type Recalibration = { readonly plan: string; readonly person: string; readonly note: string }

/** Somebody spoke with the coder: the charts begin again, and work goes on. */
export async function addRecalibration(ground: Ground, actor: StudyActor, about: Recalibration): Promise<string> {
  const { ports } = ground
  const { plan, person, note } = about
  return ground.write(async (trx) => {
    const { row } = await findPlan(trx, actor.study, plan)
    const isWatched = (await peopleOf(trx, plan)).some(({ id }) => id === person)
    if (!isWatched) throw notFound()
    if (row.ended_at !== null) throw new Refusal('in-use', 'This plan has ended; there is nothing to begin again.')
    const at = ports.now().toISOString()
    await trx.insertInto('recalibration').values({ id: ports.id(), plan, person, note, by: actor.person, at }).execute()
    await record(trx, ports, { ...deedOn(actor, plan, 'coder recalibrated'), detail: { coder: person, note } })
    return at
  })
}
