import { criterion, preset, selector } from '@attune/criteria'
import { z } from 'zod'
import type { Endpoint } from './endpoint.ts'
import { done, id, instant, label, text } from './primitives.ts'

/** What is trained: the coding screen shows only this, and only this is scored. */
export const trainingScope = z.strictObject({
  /** Ids of variables; empty: all of the codebook; null: none, only codes are trained. */
  variables: z.array(z.string().max(80)).max(200).nullable(),
  /**
   * Codes put on segments and events. `free`: trainees set the borders themselves; `given`: the borders of the master's
   * annotations are shown, without their codes, and each unit is to be coded.
   */
  units: z.enum(['none', 'free', 'given']),
  /** Ids of codes; empty: all. */
  codes: z.array(z.string().max(80)).max(500),
  /** Segments match from this overlap on: intersection over union. */
  overlap: z.number().min(0.1).max(1).default(0.5),
  /** Events match within so many seconds of onset. */
  tolerance: z.number().min(0).max(60).default(1),
})
export type TrainingScope = z.infer<typeof trainingScope>

/**
 * How much trainees learn. `practice`: item by item, after each case. `check`: item by item, after the whole set.
 * `test`: met or not, and the numbers where `showsScores` says so; never the items.
 */
export const feedbackPolicy = z.enum(['practice', 'check', 'test'])
export type FeedbackPolicy = z.infer<typeof feedbackPolicy>

const setFields = {
  name: label(),
  description: text(4000).default(''),
  codebookVersion: id,
  feedback: feedbackPolicy,
  showsScores: z.boolean().default(true),
  /** At once when due, or when a trainer releases it. */
  release: z.enum(['automatic', 'trainer']).default('automatic'),
  order: z.enum(['fixed', 'drawn']).default('fixed'),
  /** Cases of one attempt, drawn from the set; null: all. Only with `drawn`. */
  draw: z.number().int().min(1).max(500).nullable().default(null),
  seed: z.number().int().min(0).max(4_294_967_295).default(1),
  scope: trainingScope,
  /** The main master coding counts, or the nearest of all master codings of the case. */
  masters: z.enum(['main', 'any']).default('main'),
  /** Points of a scale that still count as agreement; 0: exact. */
  tolerance: z.number().min(0).max(100).default(0),
  /** For a whole attempt; null: none. */
  timeLimitMinutes: z.number().int().min(1).max(525_600).nullable().default(null),
  attempts: z.number().int().min(1).max(100).default(1),
  /** A set that must be finished first: met where it has a criterion. */
  prerequisite: id.nullable().default(null),
  criterion: criterion.nullable().default(null),
  /** Whether meeting the criterion gives a certificate. */
  certifies: z.boolean().default(false),
  /** In their fixed order. */
  cases: z.array(id).max(500).default([]),
}
export const trainingSetInput = z.strictObject(setFields)
export type TrainingSetInput = z.infer<typeof trainingSetInput>

const labelled = z.strictObject({ id: z.string(), label: z.string() })
/** What the variables, codes, collapses and outcomes that a criterion names are called in the codebook; nothing that it does not name. */
export const criterionLabels = z.strictObject({
  variables: z.array(labelled),
  codes: z.array(labelled),
  /** Each as it is called in the variables that a condition is about: another variable may use its id for something else. */
  collapses: z.array(labelled.extend({ variables: selector })),
  /** Of a confusion that must not happen. */
  outcomes: z.array(labelled.extend({ variables: selector, collapse: z.string() })),
})
export type CriterionLabels = z.infer<typeof criterionLabels>

const { cases: _, codebookVersion: __, ...shown } = setFields
export const trainingSet = z.strictObject({
  id,
  ...shown,
  codebook: z.strictObject({ version: id, id: z.string(), number: z.string(), title: z.string() }),
  criterionLabels,
  state: z.enum(['draft', 'open', 'closed']),
  version: z.number().int().positive(),
  cases: z.array(
    z.strictObject({
      case: id,
      caseId: z.string(),
      masters: z.number().int().describe('master codings that count for this codebook version'),
      withdrawn: z.strictObject({ at: instant, reason: z.string() }).nullable(),
    }),
  ),
  people: z.array(
    z.strictObject({
      id,
      name: z.string(),
      dueAt: instant.nullable(),
      attempts: z.number().int(),
      granted: z.number().int(),
    }),
  ),
  /** What waits for a trainer: attempts to be released, and people who ask for another one. */
  waiting: z.strictObject({ release: z.number().int(), requests: z.number().int() }),
  createdAt: instant,
  openedAt: instant.nullable(),
})
export type TrainingSet = z.infer<typeof trainingSet>

const sets = '/studies/:study/training/sets'

export const listTrainingSets = {
  summary: 'The training sets of a study.',
  method: 'GET',
  path: sets,
  access: 'supervisor',
  reply: z.strictObject({ sets: z.array(trainingSet) }),
} as const satisfies Endpoint

export const createTrainingSet = {
  summary: 'Make a training set; it is a draft until it is opened.',
  method: 'POST',
  path: sets,
  access: 'supervisor',
  body: trainingSetInput,
  reply: trainingSet,
} as const satisfies Endpoint

export const readTrainingSet = {
  summary: 'One training set.',
  method: 'GET',
  path: `${sets}/:set`,
  access: 'supervisor',
  reply: trainingSet,
} as const satisfies Endpoint

export const changeTrainingSet = {
  summary: 'Change a training set that is still a draft.',
  method: 'PUT',
  path: `${sets}/:set`,
  access: 'supervisor',
  body: trainingSetInput.extend({ base: z.number().int().positive() }),
  reply: trainingSet,
} as const satisfies Endpoint

export const deleteTrainingSet = {
  summary: 'Delete a draft.',
  method: 'DELETE',
  path: `${sets}/:set`,
  access: 'supervisor',
  reply: done,
} as const satisfies Endpoint

/** Refused with one fault for each thing that is missing: a case without master coding, a rule that the set cannot meet. */
export const openTrainingSet = {
  summary: 'Open a training set to its people; from now on it does not change.',
  method: 'POST',
  path: `${sets}/:set/opening`,
  access: 'supervisor',
  body: z.strictObject({}),
  reply: trainingSet,
} as const satisfies Endpoint

export const closeTrainingSet = {
  summary: 'Let nobody begin another attempt.',
  method: 'POST',
  path: `${sets}/:set/closing`,
  access: 'supervisor',
  body: z.strictObject({}),
  reply: trainingSet,
} as const satisfies Endpoint

export const copyTrainingSet = {
  summary: 'Make a draft with the content of a set.',
  method: 'POST',
  path: `${sets}/:set/copy`,
  access: 'supervisor',
  body: z.strictObject({ name: label() }),
  reply: trainingSet,
} as const satisfies Endpoint

export const withdrawTrainingCase = {
  summary: 'Take a case out of an open set; finished attempts are scored again without it, and keep their first score.',
  method: 'POST',
  path: `${sets}/:set/cases/:case/withdrawal`,
  access: 'supervisor',
  body: z.strictObject({ reason: text(2000).trim().min(3, 'Say why, in a few words.') }),
  reply: z.strictObject({ set: trainingSet, rescored: z.number().int() }),
} as const satisfies Endpoint

export const enrolTrainees = {
  summary: 'Give a training set to people, or change when it is due. Anybody in the study may be trained.',
  method: 'POST',
  path: `${sets}/:set/people`,
  access: 'supervisor',
  body: z.strictObject({ people: z.array(id).min(1).max(100), dueAt: instant.nullable() }),
  reply: trainingSet,
} as const satisfies Endpoint

export const endEnrolment = {
  summary: 'Take a training set back from somebody; attempts already made stay.',
  method: 'DELETE',
  path: `${sets}/:set/people/:person`,
  access: 'supervisor',
  reply: trainingSet,
} as const satisfies Endpoint

/** `burnt`: item feedback was shown, so that the case can no longer test this person. `seen`: coded before, without feedback. */
export const exposure = z.strictObject({ person: id, case: id, kind: z.enum(['burnt', 'seen']), at: instant })
export type Exposure = z.infer<typeof exposure>

export const readExposure = {
  summary: 'Who has met which case with this codebook version, with and without feedback.',
  method: 'GET',
  path: '/studies/:study/training/exposure',
  access: 'supervisor',
  query: z.strictObject({ codebookVersion: id }),
  reply: z.strictObject({
    people: z.array(z.strictObject({ id, name: z.string() })),
    cases: z.array(z.strictObject({ case: id, caseId: z.string(), masters: z.number().int() })),
    exposures: z.array(exposure),
  }),
} as const satisfies Endpoint

export const listPresets = {
  summary: 'Criteria to begin with, each modelled on a public source.',
  method: 'GET',
  path: '/criteria/presets',
  access: 'signed-in',
  reply: z.strictObject({ presets: z.array(preset) }),
} as const satisfies Endpoint

/** How often a coder of a given true agreement would meet a criterion on so many cases; one point of the curve. */
export const chanceToPass = z.strictObject({
  quality: z.number(),
  cases: z.number().int(),
  chance: z.number(),
  /** Of a simulation: 95 % interval of the chance. An exact answer has none. */
  lower: z.number().nullable(),
  upper: z.number().nullable(),
  method: z.enum(['exact', 'simulation']),
  trials: z.number().int().nullable(),
})
export type ChanceToPass = z.infer<typeof chanceToPass>

export const readChanceToPass = {
  summary: 'Plan a criterion: how often a coder of this true kappa (for scores: ICC) passes with so many cases.',
  method: 'POST',
  path: '/studies/:study/training/planning',
  access: 'supervisor',
  body: z.strictObject({
    codebookVersion: id,
    criterion,
    scope: trainingScope,
    /** As the set will have them. */
    tolerance: setFields.tolerance,
    masters: setFields.masters,
    /** Whose master codings say how common each outcome is; empty: all cases with a master coding. */
    cases: z.array(id).max(500),
    /** Cases in the planned test. */
    size: z.number().int().min(1).max(1000),
    quality: z.number().min(0).max(1),
    trials: z.number().int().min(100).max(20_000).default(2000),
    seed: z.number().int().min(0).max(4_294_967_295).default(1),
  }),
  reply: chanceToPass,
} as const satisfies Endpoint
