import {
  assignCodings,
  listMasters,
  listMyCodings,
  markMaster,
  openCoding,
  readCodingHistory,
  reopenCoding,
  saveChange,
  submitCoding,
  unmarkMaster,
  withdrawCoding,
} from '@attune/contract'
import type { Ground } from '../base/feature.ts'
import { done, type Route, route } from '../base/route.ts'
import { assign, withdraw } from './assign.ts'
import { mark, mastersOf, unmark } from './masters.ts'
import { historyOfCoding, openWorkspace } from './open.ts'
import { headsOf } from './queries.ts'
import { reopen } from './reopen.ts'
import { saveOperation } from './save.ts'
import { submit } from './submit.ts'

export function codingRoutes(ground: Ground): Route[] {
  const { db } = ground
  return [
    route(listMyCodings, async ({ actor }) => ({ codings: await headsOf(db, actor.study, actor.person) })),
    route(openCoding, ({ actor, params }) => openWorkspace(ground, actor, params.coding)),
    route(saveChange, ({ actor, params, body }) => saveOperation(ground, actor, params.coding, body)),
    route(submitCoding, ({ actor, params, body }) => submit(ground, actor, params.coding, body)),
    route(reopenCoding, async ({ actor, params, body }) => ({
      coding: await reopen(ground, actor, params.coding, body.reason),
    })),
    route(assignCodings, ({ actor, body }) => assign(ground, actor, body)),
    route(withdrawCoding, async ({ actor, params }) => {
      await withdraw(ground, actor, params.coding)
      return done
    }),
    route(readCodingHistory, async ({ params }) => ({ entries: await historyOfCoding(db, params.coding) })),
    route(listMasters, async ({ actor }) => ({ masters: await mastersOf(db, actor.study) })),
    route(markMaster, ({ actor, params, body }) => mark(ground, actor, params.coding, body)),
    route(unmarkMaster, async ({ actor, params }) => {
      await unmark(ground, actor, params.coding)
      return done
    }),
  ]
}
