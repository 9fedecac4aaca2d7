import {
  readAttempt,
  readFeedback,
  readMyProgress,
  readMyTraining,
  requestAttempt as requestAttemptAt,
  startAttempt as startAttemptAt,
  writeReflection as writeReflectionOn,
} from '@attune/contract'
import type { Ground } from '../../base/feature.ts'
import { type Route, route } from '../../base/route.ts'
import { readOwnFeedback } from '../feedback/read.ts'
import { readOwnProgress } from '../progress/read.ts'
import { settleDue } from './finish.ts'
import { readTraining } from './my-training.ts'
import { releaseWaiting } from './release.ts'
import { requestAttempt, writeReflection } from './requests.ts'
import { startAttempt } from './start.ts'
import { viewAttempt } from './view.ts'

export function attemptRoutes(ground: Ground): Route[] {
  return [
    route(readMyTraining, ({ actor }) => readTraining(ground, actor)),
    route(startAttemptAt, async ({ actor, params, body }) => {
      await settleDue(ground, { study: actor.study, person: actor.person })
      return viewAttempt(ground, actor, await startAttempt(ground, actor, params.set, body.operation))
    }),
    route(requestAttemptAt, async ({ actor, params, body }) => {
      await requestAttempt(ground, actor, params.set, body.note)
      return readTraining(ground, actor)
    }),
    route(readAttempt, ({ actor, params }) => viewAttempt(ground, actor, params.attempt)),
    route(readFeedback, async ({ actor, params }) => {
      await releaseWaiting(ground, params.attempt)
      return readOwnFeedback(ground.db, actor, params)
    }),
    route(readMyProgress, async ({ actor, query }) => {
      await settleDue(ground, { study: actor.study, person: actor.person })
      return readOwnProgress(ground, actor, query)
    }),
    route(writeReflectionOn, ({ actor, params, body }) =>
      writeReflection(ground, actor, { attempt: params.attempt, position: Number(params.position) }, body.text),
    ),
  ]
}
