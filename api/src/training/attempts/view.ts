import type { AttemptHead, AttemptResult, AttemptView, FeedbackPolicy } from '@attune/contract'
import type { Verdict } from '@attune/criteria'
import type { StudyActor } from '../../base/access.ts'
import type { Db } from '../../base/database/database.ts'
import type { Ground } from '../../base/feature.ts'
import { notFound } from '../../base/refusal.ts'
import { certificateOfAttempt } from '../../certificates/queries.ts'
import { readContent } from '../../codebooks/queries.ts'
import { targetsOf } from '../../codings/queries.ts'
import type { Training } from '../scope.ts'
import { latestScores } from '../scoring/latest.ts'
import { settleDue } from './finish.ts'
import { mySetsOf, standingsOf } from './overview.ts'
import { attemptIn, type CaseOfAttempt, casesOfAttempt, headOfAttempt, nextOf } from './queries.ts'
import { releaseWaiting } from './release.ts'

/** Critical errors name cases and codes, and figures of a window are of single cases: no test tells them. */
function withoutCases(verdict: Verdict): Verdict {
  if ('all' in verdict) return { ...verdict, all: verdict.all.map(withoutCases) }
  if ('any' in verdict) return { ...verdict, any: verdict.any.map(withoutCases) }
  const figures = verdict.predicate.window.kind === 'all' ? verdict.figures : []
  return { ...verdict, figures, errors: [] }
}

/**
 * What its owner learns of a score: nothing before it is released, nothing while items are withheld, which what is known of the others would
 * give away, and of a test never more than its policy says.
 */
async function resultOf(
  db: Db,
  { attempt, content }: Training,
  { isWithheld }: AttemptHead,
): Promise<AttemptResult | null> {
  if (attempt.released_at === null || isWithheld) return null
  const score = (await latestScores(db, [attempt.id])).get(attempt.id)
  if (score === undefined) return null
  const { met, at: scoredAt, reason } = score
  const isTest = content.feedback === 'test'
  if (isTest && !content.showsScores) return { met, verdict: null, figures: [], scoredAt, reason }
  const verdict = score.verdict === null || !isTest ? score.verdict : withoutCases(score.verdict)
  return { met, verdict, figures: score.figures, scoredAt, reason }
}

function feedbackOn(policy: FeedbackPolicy, { releasedAt }: CaseOfAttempt): 'never' | 'later' | 'ready' {
  if (releasedAt !== null) return 'ready'
  return policy === 'test' ? 'never' : 'later'
}

async function codebookIn(db: Db, version: string) {
  const row = await db
    .selectFrom('codebook_version')
    .select('content')
    .where('id', '=', version)
    .executeTakeFirstOrThrow()
  return readContent(row.content)
}

/** Cases whose turn has not come are not named. */
async function viewOfCases(db: Db, { attempt, content }: Training, cases: readonly CaseOfAttempt[]) {
  const codebook = await codebookIn(db, content.codebookVersion)
  const next = attempt.finished_at === null ? nextOf(cases) : undefined
  return cases
    .filter(({ isSubmitted, isWithdrawn }) => isSubmitted || !isWithdrawn)
    .map((one): AttemptView['cases'][number] => {
      const state = one.isSubmitted
        ? 'submitted'
        : attempt.finished_at !== null
          ? 'missed'
          : one.position === next?.position
            ? 'next'
            : 'to-come'
      const wasShown = one.coding !== null && state !== 'to-come'
      const targets = targetsOf(one.targets, codebook)
      return {
        position: one.position,
        case: wasShown ? { id: one.case, case: one.name, targets, contentNote: one.contentNote } : null,
        coding: wasShown ? one.coding : null,
        state,
        submittedAt: one.isSubmitted ? one.submittedAt : null,
        feedback: feedbackOn(content.feedback, one),
        reflection: one.reflection,
      }
    })
}

/** An attempt as its owner sees it, settled to the minute. */
export async function viewAttempt(ground: Ground, actor: StudyActor, id: string): Promise<AttemptView> {
  const { db } = ground
  await settleDue(ground, { study: actor.study, attempt: id })
  await releaseWaiting(ground, id)
  const training = await attemptIn(db, actor.study, id)
  const cases = await casesOfAttempt(db, id)
  const whose = { study: actor.study, person: training.attempt.person }
  const [standing] = await standingsOf(db, whose, ground.ports.now(), ({ id: set }) => set === training.set.id)
  if (standing === undefined) throw notFound()
  const head = await headOfAttempt(db, training.attempt)
  return {
    attempt: head,
    set: (await mySetsOf(db, [standing]))(standing),
    cases: await viewOfCases(db, training, cases),
    result: await resultOf(db, training, head),
    // A certificate from before something was kept back would tell what is.
    certificate: training.attempt.released_at === null || head.isWithheld ? null : await certificateOfAttempt(db, id),
  }
}
