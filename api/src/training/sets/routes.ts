import {
  changeTrainingSet,
  closeTrainingSet,
  copyTrainingSet,
  createTrainingSet,
  deleteTrainingSet,
  endEnrolment as endEnrolmentOf,
  enrolTrainees,
  listPresets,
  listTrainingSets,
  openTrainingSet,
  readExposure,
  readTrainingSet,
  withdrawTrainingCase,
} from '@attune/contract'
import type { Ground } from '../../base/feature.ts'
import { done, type Route, route } from '../../base/route.ts'
import { presetsIn } from '../presets.ts'
import { exposureOf } from './exposure.ts'
import { openSet } from './opening.ts'
import { endEnrolment, enrol } from './people.ts'
import { readSet, readSets } from './queries.ts'
import { withdrawCase } from './withdrawal.ts'
import { changeSet, closeSet, copySet, createSet, deleteSet } from './write.ts'

/** @param data folder with the shipped criteria. */
export function setRoutes(ground: Ground, data: string): Route[] {
  const { db } = ground
  return [
    route(listTrainingSets, async ({ actor }) => ({ sets: await readSets(db, actor.study) })),
    route(createTrainingSet, ({ actor, body }) => createSet(ground, actor, body)),
    route(readTrainingSet, ({ actor, params }) => readSet(db, actor.study, params.set)),
    route(changeTrainingSet, ({ actor, params, body }) => changeSet(ground, actor, params.set, body)),
    route(deleteTrainingSet, async ({ actor, params }) => {
      await deleteSet(ground, actor, params.set)
      return done
    }),
    route(openTrainingSet, ({ actor, params }) => openSet(ground, actor, params.set)),
    route(closeTrainingSet, ({ actor, params }) => closeSet(ground, actor, params.set)),
    route(copyTrainingSet, ({ actor, params, body }) => copySet(ground, actor, params.set, body.name)),
    route(withdrawTrainingCase, ({ actor, params, body }) => withdrawCase(ground, actor, params, body.reason)),
    route(enrolTrainees, ({ actor, params, body }) => enrol(ground, actor, params.set, body)),
    route(endEnrolmentOf, ({ actor, params }) => endEnrolment(ground, actor, params.set, params.person)),
    route(readExposure, ({ actor, query }) => exposureOf(db, actor.study, query.codebookVersion)),
    route(listPresets, async () => ({ presets: presetsIn(data) })),
  ]
}
