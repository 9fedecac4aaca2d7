import {
  commentSubmission,
  decideRequest,
  readAttemptReview,
  readCaseReview,
  readTraineeProgress,
  releaseFeedback,
  reopenAttempt,
  rescoreAttempt,
} from '@attune/contract'
import type { Ground } from '../../base/feature.ts'
import { Prepared } from '../../base/prepared.ts'
import { type Route, route } from '../../base/route.ts'
import type { Computing } from '../../reliability/computing.ts'
import { settleDue } from '../attempts/finish.ts'
import { reopenAttemptOf } from '../attempts/reopen.ts'
import { readReview } from '../feedback/read.ts'
import { readProgressOf } from '../progress/read.ts'
import { comment } from './comment.ts'
import { decide, release, rescore } from './deeds.ts'
import { type DeskJobName, deskJobs } from './jobs.ts'
import { reviewAttempt } from './review.ts'

/** Questions about all attempts of a set go where agreement is computed. */
function setRoutes(ground: Ground, computing: Computing): Route[] {
  return Object.entries(deskJobs).map(([name, { endpoint }]) =>
    route(endpoint, async ({ actor: { study }, params: { set }, signal }) => {
      await settleDue(ground, { study, set })
      const now = ground.ports.now().toISOString()
      return new Prepared(await computing.run({ name: name as DeskJobName, study, query: { set }, now }, signal))
    }),
  )
}

/** The trainer's desk: every question is about attempts settled to the minute. */
export function deskRoutes(ground: Ground, computing: Computing): Route[] {
  const { db } = ground
  const attemptSettled = (study: string, attempt: string) => settleDue(ground, { study, attempt })
  return [
    ...setRoutes(ground, computing),
    route(readAttemptReview, async ({ actor, params }) => {
      await attemptSettled(actor.study, params.attempt)
      return reviewAttempt(db, actor.study, params.attempt)
    }),
    route(readCaseReview, async ({ actor, params }) => {
      await attemptSettled(actor.study, params.attempt)
      return readReview(db, actor.study, params)
    }),
    route(commentSubmission, ({ actor, params, body }) => comment(ground, actor, params, body)),
    route(releaseFeedback, async ({ actor, params, body }) => {
      await settleDue(ground, { study: actor.study, set: params.set })
      return release(ground, actor, params.set, body.attempts)
    }),
    route(decideRequest, ({ actor, params, body }) => decide(ground, actor, params.request, body)),
    route(reopenAttempt, async ({ actor, params, body }) => {
      await attemptSettled(actor.study, params.attempt)
      return reopenAttemptOf(ground, actor, params.attempt, body.reason)
    }),
    route(rescoreAttempt, async ({ actor, params, body }) => {
      await attemptSettled(actor.study, params.attempt)
      return rescore(ground, actor, params.attempt, body.reason)
    }),
    route(readTraineeProgress, async ({ actor, params, query }) => {
      await settleDue(ground, { study: actor.study, person: params.person })
      return readProgressOf(ground, actor.study, params.person, query)
    }),
  ]
}
