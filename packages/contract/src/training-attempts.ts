import { ratingValueSchema, slotSchema } from '@attune/codebooks'
import { criterion, figure, verdict } from '@attune/criteria'
import { z } from 'zod'
import { blindCase } from './cases.ts'
import { annotation, codingHead } from './codings.ts'
import type { Endpoint } from './endpoint.ts'
import { id, instant, text } from './primitives.ts'
import { criterionLabels, feedbackPolicy } from './training-sets.ts'

/** What a trainee may know of a set before working on it. */
export const mySet = z.strictObject({
  id,
  name: z.string(),
  description: z.string(),
  codebook: codingHead.shape.codebook,
  feedback: feedbackPolicy,
  showsScores: z.boolean(),
  /** Cases of one attempt. */
  cases: z.number().int(),
  timeLimitMinutes: z.number().int().nullable(),
  criterion: criterion.nullable(),
  criterionLabels,
  certifies: z.boolean(),
})
export type MySet = z.infer<typeof mySet>

/** `waiting`: finished, feedback not released yet. `expired`: time ran out before all cases were submitted. */
export const attemptState = z.enum(['running', 'waiting', 'released', 'expired'])

export const attemptHead = z.strictObject({
  id,
  number: z.number().int().positive(),
  state: attemptState,
  startedAt: instant,
  dueAt: instant.nullable().describe('when the time limit ends'),
  finishedAt: instant.nullable(),
  submitted: z.number().int(),
  cases: z.number().int(),
  /** null: not known yet, not released, withheld, or a set without criterion. */
  met: z.boolean().nullable(),
  /**
   * Released, and yet what came out waits: items of it are kept back, because the case stands in a test that is still open to this person or
   * in work that is still to be handed in. The figures of the whole attempt would tell them.
   */
  isWithheld: z.boolean(),
})
export type AttemptHead = z.infer<typeof attemptHead>

export const myTraining = z.strictObject({
  sets: z.array(
    z.strictObject({
      set: mySet,
      dueAt: instant.nullable(),
      /**
       * `ready` to begin, `held`: due, but too many of its cases stand in a test that is still open to this person, or have no master coding
       * at the moment; `locked` by a prerequisite, `used-up` attempts, `spent`: too many of its cases were explained to this person for
       * another attempt to prove anything, `done` or `met`, `closed` by the trainer.
       */
      status: z.enum(['locked', 'ready', 'held', 'running', 'waiting', 'done', 'met', 'used-up', 'spent', 'closed']),
      /** Another attempt can be begun now. */
      mayBegin: z.boolean(),
      /** Name of the set that must be finished first. */
      lockedBy: z.string().nullable(),
      attemptsLeft: z.number().int(),
      attempts: z.array(attemptHead),
      /** Asked for another attempt, and what became of it. */
      request: z
        .strictObject({ at: instant, decision: z.enum(['open', 'granted', 'refused']), note: z.string() })
        .nullable(),
    }),
  ),
  /** The one thing to do next; null: nothing is open. */
  next: z.strictObject({ set: id, attempt: id.nullable(), coding: id.nullable() }).nullable(),
  certificates: z.array(
    z.strictObject({
      id,
      set: z.string(),
      issuedAt: instant,
      expiresAt: instant.nullable(),
      state: z.enum(['valid', 'expired', 'revoked', 'replaced']),
    }),
  ),
})
export type MyTraining = z.infer<typeof myTraining>

export const readMyTraining = {
  summary: 'My training: what is next, how far, attempts left, deadlines.',
  method: 'GET',
  path: '/studies/:study/my-training',
  access: 'member',
  reply: myTraining,
} as const satisfies Endpoint

/** What came out of an attempt, as far as its policy lets it be known. */
export const attemptResult = z.strictObject({
  met: z.boolean().nullable(),
  /** null where only met or not is told. */
  verdict: verdict.nullable(),
  /** One line a variable or code: agreement with the master, with interval and n. Empty where only met or not is told. */
  figures: z.array(figure),
  scoredAt: instant,
  /** Of a second score: why it was scored again. Empty for the first. */
  reason: z.string(),
})
export type AttemptResult = z.infer<typeof attemptResult>

export const attemptView = z.strictObject({
  attempt: attemptHead,
  set: mySet,
  /** Cases in their order; only the next one can be opened. Those to come are not named. */
  cases: z.array(
    z.strictObject({
      position: z.number().int().positive(),
      case: blindCase.nullable(),
      coding: id.nullable(),
      state: z.enum(['to-come', 'next', 'submitted', 'missed']),
      submittedAt: instant.nullable(),
      /** `never` by policy, `later` when due or released, `ready`. */
      feedback: z.enum(['never', 'later', 'ready']),
      reflection: z.string(),
    }),
  ),
  result: attemptResult.nullable(),
  certificate: id.nullable(),
})
export type AttemptView = z.infer<typeof attemptView>

export const startAttempt = {
  summary: 'Begin an attempt. The same operation again gives the same attempt.',
  method: 'POST',
  path: '/studies/:study/my-training/sets/:set/attempts',
  access: 'member',
  body: z.strictObject({ operation: id }),
  reply: attemptView,
} as const satisfies Endpoint

export const requestAttempt = {
  summary: 'Ask for another attempt.',
  method: 'POST',
  path: '/studies/:study/my-training/sets/:set/requests',
  access: 'member',
  body: z.strictObject({ note: text(2000).trim() }),
  reply: myTraining,
} as const satisfies Endpoint

export const readAttempt = {
  summary: 'One of my attempts: its cases, what is next, and what came out.',
  method: 'GET',
  path: '/studies/:study/attempts/:attempt',
  access: 'attempt-owner',
  reply: attemptView,
} as const satisfies Endpoint

/** The side-by-side of one rating. */
const comparedRating = z.strictObject({
  slot: slotSchema,
  label: z.string(),
  /** null: the master gave no value, so that there is nothing to agree with. */
  agrees: z.boolean().nullable(),
  /** Points apart, own minus master; null where values are no numbers. */
  distance: z.number().nullable(),
  mine: z.strictObject({
    value: ratingValueSchema.nullable(),
    rationale: z.string(),
    evidence: z.array(id),
    contradicts: z.array(id),
  }),
  /** One, or every master coding that counts; the one compared with comes first. */
  masters: z.array(
    z.strictObject({
      value: ratingValueSchema.nullable(),
      rationale: z.string(),
      evidence: z.array(id),
      contradicts: z.array(id),
    }),
  ),
  /** Others who made the same mistake on this item, of those who coded it; null while fewer than five did. */
  others: z.strictObject({ same: z.number().int(), of: z.number().int() }).nullable(),
})
export type ComparedRating = z.infer<typeof comparedRating>

const comparedUnit = z.strictObject({
  /** `agreed`: same code; `other-code`; `missed`: only the master's; `added`: only mine. */
  kind: z.enum(['agreed', 'other-code', 'missed', 'added']),
  mine: id.nullable(),
  master: id.nullable(),
  /** Intersection over union of segments; seconds between onsets of events. */
  closeness: z.number().nullable(),
})

export const caseFeedback = z.strictObject({
  attempt: id,
  position: z.number().int(),
  case: blindCase,
  coding: id,
  feedback: feedbackPolicy,
  /** Items agreed of those compared: the verdict first. */
  agreed: z.number().int(),
  compared: z.number().int(),
  interval: z.strictObject({ lower: z.number(), upper: z.number(), level: z.number() }).nullable(),
  ratings: z.array(comparedRating),
  units: z.array(comparedUnit),
  annotations: z.strictObject({ mine: z.array(annotation), master: z.array(annotation) }),
  /** The master's written rationale of the case. */
  rationale: z.string(),
  comments: z.array(
    z.strictObject({ id, author: z.string(), about: slotSchema.nullable(), text: z.string(), at: instant }),
  ),
  reflection: z.string(),
})
export type CaseFeedback = z.infer<typeof caseFeedback>

export const readFeedback = {
  summary: 'Feedback on one case of my attempt, once it is released.',
  method: 'GET',
  path: '/studies/:study/attempts/:attempt/cases/:position/feedback',
  access: 'attempt-owner',
  reply: caseFeedback,
} as const satisfies Endpoint

export const writeReflection = {
  summary: 'Keep a note on what I learned from a case that I submitted.',
  method: 'PUT',
  path: '/studies/:study/attempts/:attempt/cases/:position/reflection',
  access: 'attempt-owner',
  body: z.strictObject({ text: text(20_000) }),
  reply: z.strictObject({ text: z.string(), savedAt: instant }),
} as const satisfies Endpoint

const count = z.number().int()

/** The confusion that costs most, a bias whose interval excludes 0, or the lowest share agreed. */
const practiseReason = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('confusion'), master: z.string(), given: z.string(), count, of: count }),
  z.strictObject({ kind: z.literal('bias'), estimate: z.number(), lower: z.number(), upper: z.number(), n: count }),
  z.strictObject({ kind: z.literal('share'), agreed: count, compared: count, lower: z.number(), upper: z.number() }),
])

/** How somebody's coding comes along, from cases with released item feedback only. Every number carries n and interval. */
export const trainingProgress = z.strictObject({
  codebooks: z.array(codingHead.shape.codebook),
  codebook: codingHead.shape.codebook.nullable(),
  /** Share agreed case by case and over the last five, in the order of coding. */
  curve: z.array(
    z.strictObject({
      order: z.number().int(),
      caseId: z.string(),
      set: z.string(),
      attempt: z.number().int(),
      at: instant,
      agreed: z.number().int(),
      compared: z.number().int(),
      recent: z
        .strictObject({
          share: z.number(),
          lower: z.number(),
          upper: z.number(),
          n: z.number().int(),
          cases: z.number().int(),
        })
        .nullable(),
    }),
  ),
  /** Line to reach: the threshold of a share in the next criterion; null: none of that kind. */
  line: z.number().nullable(),
  biases: z.array(figure),
  confusions: z.array(
    z.strictObject({
      variable: z.string(),
      label: z.string(),
      /** Labels of outcomes; of presence: `present`, `absent`. */
      master: z.string(),
      given: z.string(),
      count: z.number().int(),
      /** Times the master gave this outcome. */
      of: z.number().int(),
      /** Share of all disagreements on classes and presence. */
      cost: z.number(),
    }),
  ),
  /** What to practise next, and by which figures it was chosen. */
  practise: z.array(
    z.strictObject({ set: id.nullable(), variable: z.string(), label: z.string(), why: practiseReason }),
  ),
})
export type TrainingProgress = z.infer<typeof trainingProgress>

export const readMyProgress = {
  summary: 'My learning curve, biases, confusions, and what to practise next.',
  method: 'GET',
  path: '/studies/:study/my-training/progress',
  access: 'member',
  query: z.strictObject({ codebookVersion: id.optional() }),
  reply: trainingProgress,
} as const satisfies Endpoint
