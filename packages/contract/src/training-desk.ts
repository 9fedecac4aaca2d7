import { slotSchema } from '@attune/codebooks'
import { figure } from '@attune/criteria'
import { z } from 'zod'
import type { Endpoint } from './endpoint.ts'
import { id, instant, text } from './primitives.ts'
import { attemptHead, attemptResult, caseFeedback, trainingProgress } from './training-attempts.ts'

const person = z.strictObject({ id, name: z.string() })

/** An attempt as trainers see it: an expired one too may or may not have been released. */
const deskAttempt = attemptHead.extend({ releasedAt: instant.nullable() })

/** One trainee on one variable over the scored cases of a set. */
export const cohortCell = z.strictObject({
  person: id,
  variable: z.string(),
  figure,
  bias: figure.nullable(),
  /** Agreement in the later half of the cases minus the earlier half; null with fewer than four cases. */
  trend: z.number().nullable(),
  /** Cases behind the figure in the order of coding, so that two clicks lead to the passage. */
  cases: z
    .array(
      z.strictObject({
        attempt: id,
        position: z.number().int(),
        caseId: z.string(),
        /** Items of this variable that agreed with the master, of those compared in this case. */
        agreed: z.number().int(),
        compared: z.number().int(),
      }),
    )
    .max(1000),
})
export type CohortCell = z.infer<typeof cohortCell>

const confusion = trainingProgress.shape.confusions.element.extend({
  people: z.number().int(),
  /** Where it happened, so that two clicks lead to the passage. */
  at: z.array(z.strictObject({ attempt: id, position: z.number().int(), person: id, caseId: z.string() })).max(200),
})

export const readCohort = {
  summary: 'The cohort of a training set: trainee by variable, with status and common confusions.',
  method: 'GET',
  path: '/studies/:study/training/sets/:set/cohort',
  access: 'supervisor',
  reply: z.strictObject({
    variables: z.array(z.strictObject({ id: z.string(), label: z.string(), kind: z.string() })),
    people: z.array(
      person.extend({
        /** `revoked`: met, and every certificate of it was taken back, so that it no longer counts as met. */
        status: z.enum(['not-begun', 'running', 'to-release', 'met', 'revoked', 'not-met', 'done']),
        attempts: z.array(deskAttempt),
        request: z.strictObject({ id, at: instant, note: z.string() }).nullable(),
        certificate: id.nullable(),
      }),
    ),
    cells: z.array(cohortCell),
    confusions: z.array(confusion),
  }),
} as const satisfies Endpoint

/** One item over all who coded it. */
export const itemAnalysis = z.strictObject({
  case: id,
  caseId: z.string(),
  slot: slotSchema,
  label: z.string(),
  n: z.number().int(),
  /** Share that agreed with the master. */
  agreed: figure,
  /** Correlation of agreeing here with agreeing on the rest; null with fewer than five or without variation. */
  discrimination: z.number().nullable(),
  /** Master codings that say something else. */
  mastersDisagree: z.boolean(),
  /** Wrong answer given most often. */
  commonest: z.strictObject({ given: z.string(), count: z.number().int() }).nullable(),
})
export type ItemAnalysis = z.infer<typeof itemAnalysis>

export const readItemAnalysis = {
  summary: 'Which items of a set are hard, which tell good from poor coders, and where masters themselves disagree.',
  method: 'GET',
  path: '/studies/:study/training/sets/:set/items',
  access: 'supervisor',
  reply: z.strictObject({ items: z.array(itemAnalysis) }),
} as const satisfies Endpoint

export const readAttemptReview = {
  summary: 'An attempt as its trainer sees it, with every score it ever had.',
  method: 'GET',
  path: '/studies/:study/attempts/:attempt/review',
  access: 'supervisor',
  reply: z.strictObject({
    attempt: deskAttempt,
    person,
    set: z.strictObject({ id, name: z.string() }),
    cases: z.array(
      z.strictObject({
        position: z.number().int(),
        case: id,
        caseId: z.string(),
        coding: id.nullable(),
        submittedAt: instant.nullable(),
        released: z.boolean(),
        withdrawn: z.boolean(),
        declaration: z.strictObject({ knew: z.boolean(), note: z.string() }).nullable(),
        reflection: z.string(),
        comments: z.number().int(),
        /** The master coding that counts was changed after the score. */
        masterChanged: z.boolean(),
      }),
    ),
    scores: z.array(attemptResult.extend({ id, by: z.string() })).describe('newest first; all stay'),
    certificate: id.nullable(),
  }),
} as const satisfies Endpoint

export const readCaseReview = {
  summary: 'One case of an attempt side by side with the master, for its trainer.',
  method: 'GET',
  path: '/studies/:study/attempts/:attempt/cases/:position/review',
  access: 'supervisor',
  reply: caseFeedback,
} as const satisfies Endpoint

export const commentSubmission = {
  summary: 'Comment on a case of an attempt; shown with the feedback when that is released.',
  method: 'POST',
  path: '/studies/:study/attempts/:attempt/cases/:position/comments',
  access: 'supervisor',
  body: z.strictObject({ about: slotSchema.nullable(), text: text(5000).trim().min(1, 'Must not be empty.') }),
  reply: caseFeedback,
} as const satisfies Endpoint

export const releaseFeedback = {
  summary: 'Release the feedback of finished attempts, one or many.',
  method: 'POST',
  path: '/studies/:study/training/sets/:set/release',
  access: 'supervisor',
  body: z.strictObject({ attempts: z.array(id).min(1).max(500) }),
  reply: z.strictObject({ released: z.number().int(), alreadyReleased: z.number().int() }),
} as const satisfies Endpoint

export const decideRequest = {
  summary: 'Grant or refuse another attempt.',
  method: 'POST',
  path: '/studies/:study/training/requests/:request',
  access: 'supervisor',
  body: z.strictObject({ grant: z.boolean(), note: text(2000).trim() }),
  reply: z.strictObject({ granted: z.boolean() }),
} as const satisfies Endpoint

const reason = z.strictObject({ reason: text(2000).trim().min(3, 'Say why, in a few words.') })

export const reopenAttempt = {
  summary: 'Reopen a finished attempt of which no feedback was shown; its score stays in the record.',
  method: 'POST',
  path: '/studies/:study/attempts/:attempt/reopening',
  access: 'supervisor',
  body: reason,
  reply: attemptHead,
} as const satisfies Endpoint

export const rescoreAttempt = {
  summary: 'Score an attempt again with the master codings of today. The earlier score stays; a certificate says so.',
  method: 'POST',
  path: '/studies/:study/attempts/:attempt/rescoring',
  access: 'supervisor',
  body: reason,
  reply: attemptResult,
} as const satisfies Endpoint

export const readTraineeProgress = {
  summary: 'The learning curve, biases and confusions of one trainee, from every scored case.',
  method: 'GET',
  path: '/studies/:study/training/people/:person/progress',
  access: 'supervisor',
  query: z.strictObject({ codebookVersion: id.optional() }),
  reply: trainingProgress,
} as const satisfies Endpoint

const file = <Path extends `/${string}`>(path: Path, summary: string, name: string) =>
  ({ summary, method: 'GET', path, access: 'supervisor', reply: { file: 'text/csv', name } }) as const

export const exportComparisons = file(
  '/studies/:study/training/sets/:set/exports/comparisons.csv',
  'Every compared item as CSV: trainee, attempt, case, variable, own value, master value. `attune` computes the same numbers from it.',
  'training-comparisons.csv',
) satisfies Endpoint

export const exportCohort = file(
  '/studies/:study/training/sets/:set/exports/cohort.csv',
  'The cohort table as CSV: one row a trainee and variable.',
  'training-cohort.csv',
) satisfies Endpoint

export const exportItems = file(
  '/studies/:study/training/sets/:set/exports/items.csv',
  'The item analysis as CSV.',
  'training-items.csv',
) satisfies Endpoint

export const exportAttempts = file(
  '/studies/:study/training/sets/:set/exports/attempts.csv',
  'Every attempt with every score it had, as CSV.',
  'training-attempts.csv',
) satisfies Endpoint
