import { changeStudy, createStudy, deleteStudy, readHistory, readProgress, readStudy } from '@attune/contract'
import type { Ground } from '../base/feature.ts'
import { done, type Route, route } from '../base/route.ts'
import { deleteStudyNamed } from './erase.ts'
import { historyOf } from './history.ts'
import { progressOf } from './progress.ts'
import { findStudy, insertStudy, updateStudy } from './queries.ts'

export function studyRoutes(ground: Ground): Route[] {
  const { db } = ground
  return [
    route(createStudy, ({ actor, body }) => insertStudy(ground, actor, body)),
    route(readStudy, ({ actor }) => findStudy(db, actor.study, actor.role)),
    route(changeStudy, ({ actor, body }) => updateStudy(ground, actor, body)),
    route(deleteStudy, async ({ actor, body }) => {
      await deleteStudyNamed(ground, actor, body.name)
      return done
    }),
    route(readProgress, ({ actor, query }) => progressOf(db, actor.study, query)),
    route(readHistory, ({ actor, query }) => historyOf(db, actor.study, query)),
  ]
}
