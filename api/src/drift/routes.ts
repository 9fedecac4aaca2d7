import {
  createDriftPlan,
  endDriftPlan,
  exportDrift,
  listDriftPlans,
  readDrift,
  recalibrate,
  suggestCharts,
} from '@attune/contract'
import type { Ground } from '../base/feature.ts'
import { type Route, route } from '../base/route.ts'
import { createPlan } from './create.ts'
import { addRecalibration, endPlan, listPlans, readPlan } from './plans.ts'
import { driftFile, watchedCoders } from './read.ts'
import { suggestionFor } from './suggest.ts'

export function driftRoutes(ground: Ground): Route[] {
  const { db } = ground
  return [
    route(listDriftPlans, async ({ actor }) => ({ plans: await listPlans(db, actor.study) })),
    route(createDriftPlan, async ({ actor, body }) => readPlan(db, actor.study, await createPlan(ground, actor, body))),
    route(endDriftPlan, async ({ actor, params }) => {
      await endPlan(ground, actor, params.plan)
      return readPlan(db, actor.study, params.plan)
    }),
    route(suggestCharts, ({ actor, body }) => suggestionFor(db, actor.study, body)),
    route(readDrift, async ({ actor }) => ({ coders: await watchedCoders(db, actor.study) })),
    route(recalibrate, async ({ actor, params, body }) => ({
      at: await addRecalibration(ground, actor, { plan: params.plan, person: params.person, note: body.note }),
    })),
    route(exportDrift, ({ actor }) => driftFile(db, actor.study)),
  ]
}
