import {
  commentSubmission,
  decideRequest,
  exportAttempts,
  exportCohort,
  exportComparisons,
  exportItems,
  readAttemptReview,
  readCaseReview,
  readCohort,
  readItemAnalysis,
  readTraineeProgress,
  releaseFeedback,
  reopenAttempt,
  rescoreAttempt,
} from '@attune/contract'
import type { Ground } from '../../base/feature.ts'
import { type Route, route } from '../../base/route.ts'
import { settleDue } from '../attempts/finish.ts'
import { reopenAttemptOf } from '../attempts/reopen.ts'
import { comparisonsFile } from '../export/comparisons.ts'
import { attemptsFile, cohortFile, itemsFile } from '../export/tables.ts'
import { readReview } from '../feedback/read.ts'
import { readProgressOf } from '../progress/read.ts'
import type { SetGround } from '../scoring/set-ground.ts'
import { setIn } from './attempts.ts'
import { cohortOf } from './cohort.ts'
import { comment } from './comment.ts'
import { decide, release, rescore } from './deeds.ts'
import { itemAnalysisOf } from './item-analysis.ts'
import { reviewAttempt } from './review.ts'

/** The trainer's desk: every question is about attempts settled to the minute. */
export function deskRoutes(ground: Ground): Route[] {
  const { db } = ground
  const settled = async (study: string, set: string): Promise<SetGround> => {
    const found = await setIn(db, study, set)
    await settleDue(ground, { study, set })
    return found
  }
  const attemptSettled = (study: string, attempt: string) => settleDue(ground, { study, attempt })
  return [
    route(readCohort, async ({ actor, params }) => cohortOf(db, await settled(actor.study, params.set))),
    route(readItemAnalysis, async ({ actor, params }) => ({
      items: await itemAnalysisOf(db, await settled(actor.study, params.set)),
    })),
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
      await settled(actor.study, params.set)
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
    route(exportComparisons, async ({ actor, params }) => comparisonsFile(db, await settled(actor.study, params.set))),
    route(exportCohort, async ({ actor, params }) => cohortFile(db, await settled(actor.study, params.set))),
    route(exportItems, async ({ actor, params }) => itemsFile(db, await settled(actor.study, params.set))),
    route(exportAttempts, async ({ actor, params }) => attemptsFile(db, await settled(actor.study, params.set))),
  ]
}
