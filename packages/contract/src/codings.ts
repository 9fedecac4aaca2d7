import { codebookSchema, ratingValueSchema, slotSchema } from '@attune/codebooks'
import { z } from 'zod'
import { blindCase } from './cases.ts'
import type { Endpoint } from './endpoint.ts'
import { material } from './materials.ts'
import { person } from './people.ts'
import { done, id, instant, text } from './primitives.ts'

const version = z.number().int().positive()
/** Version of the item that the client saw; 0 when there was none. */
const base = z.number().int().nonnegative()
const confidence = z.number().int().min(1).max(5).nullable()
const offset = z.number().int().nonnegative()
const seconds = z.number().min(-86_400).max(86_400)

/** The value of one variable in a coding. A variable not yet rated has no entry: that is `missing`. */
export const rating = z.strictObject({
  slot: slotSchema,
  value: ratingValueSchema,
  confidence,
  rationale: text(20_000),
  version,
})
export type Rating = z.infer<typeof rating>

const annotationFields = {
  id,
  code: z.string().max(80),
  value: z.number().nullable(),
  memo: text(20_000),
  confidence,
  /** The ratings this annotation is evidence for, and those it speaks against. */
  evidence: z.array(slotSchema).max(50),
  contradicts: z.array(slotSchema).max(50),
}
const segmentAnnotation = z.strictObject({
  unit: z.literal('segment'),
  ...annotationFields,
  start: offset,
  end: offset,
})
const eventAnnotation = z.strictObject({
  unit: z.literal('event'),
  ...annotationFields,
  onset: seconds,
  offset: seconds.nullable(),
  subject: z.string().max(80).nullable(),
  /** Values by modifier; a modifier that was not used has no entry. */
  modifiers: z.record(z.string().max(80), z.array(z.string().max(80)).min(1).max(50)),
})
/** A code put on a segment of text or on an event, as the client writes it. */
export const annotationInput = z.discriminatedUnion('unit', [segmentAnnotation, eventAnnotation])
export type AnnotationInput = z.infer<typeof annotationInput>

export const annotation = z.discriminatedUnion('unit', [
  segmentAnnotation.extend({ version }),
  eventAnnotation.extend({ version }),
])
export type Annotation = z.infer<typeof annotation>

const intervalPlace = {
  sampling: z.string().max(80),
  subject: z.string().max(80).nullable(),
  /** Intervals are counted within an episode; null: from the beginning of the observation. */
  episode: z.string().max(80).nullable(),
  /** From 1. */
  interval: z.number().int().min(1).max(100_000),
}
const intervalFields = {
  ...intervalPlace,
  /** The behaviours seen; what is not here was looked for and not seen. */
  present: z.array(z.string().max(80)).max(1000),
  /** Out of view: the interval says nothing. */
  isUnscorable: z.boolean(),
}
/** One scored interval. An interval not yet scored has no entry. */
export const intervalMark = z.strictObject({ ...intervalFields, version })
export type IntervalMark = z.infer<typeof intervalMark>

/** Where an episode lies in this observation, as its coder has it; without one, the record's own times hold. */
export const episodeMark = z.strictObject({
  episode: z.string().max(80),
  onset: seconds,
  /** null while it goes on. */
  offset: seconds.nullable(),
  version,
})
export type EpisodeMark = z.infer<typeof episodeMark>

/** Words about the case as a whole. */
export const memo = z.strictObject({ text: text(50_000), version: z.number().int().nonnegative() })

/** One change of a draft. `base` makes a lost update impossible; the answer to a stale one is 409 with the item as it is. */
export const change = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('put-rating'),
    slot: slotSchema,
    /** null takes the rating back: the variable is missing again. */
    value: ratingValueSchema.nullable(),
    confidence,
    rationale: text(20_000),
    base,
  }),
  z.strictObject({ type: z.literal('put-annotation'), annotation: annotationInput, base }),
  z.strictObject({ type: z.literal('remove-annotation'), id, base }),
  z.strictObject({ type: z.literal('put-memo'), text: text(50_000), base }),
  z.strictObject({ type: z.literal('put-interval'), mark: z.strictObject(intervalFields), base }),
  z.strictObject({ type: z.literal('remove-interval'), ...intervalPlace, base }),
  z.strictObject({ type: z.literal('put-episode'), mark: episodeMark.omit({ version: true }), base }),
  z.strictObject({ type: z.literal('remove-episode'), episode: z.string().max(80), base }),
])
export type Change = z.infer<typeof change>

/** What became of a change. `version` is the new version of the item; a removed item keeps counting. */
export const changeAnswer = z.strictObject({
  operation: id,
  version: z.number().int().nonnegative(),
  /** Counts all changes of the coding: a gap tells the client that another window wrote too. */
  revision: z.number().int().nonnegative(),
  savedAt: instant,
})
export type ChangeAnswer = z.infer<typeof changeAnswer>

/** What the coder knew of whom the case is about; kept with the submission. */
export const declaration = z.strictObject({
  /** Knew the family, the group, or anything else that codes should not rest on. */
  knew: z.boolean(),
  note: text(2000),
})
export type Declaration = z.infer<typeof declaration>

export const codingHead = z.strictObject({
  id,
  study: id,
  case: blindCase,
  codebook: z.strictObject({ version: id, id: z.string(), number: z.string(), title: z.string() }),
  version,
  state: z.enum(['not-started', 'draft', 'submitted']),
  reason: z.string().describe('why it was reopened; empty for the first version'),
  rated: z.number().int(),
  required: z.number().int(),
  changedAt: instant,
  submittedAt: instant.nullable(),
})
export type CodingHead = z.infer<typeof codingHead>

export const listMyCodings = {
  summary: 'My work in a study: only the latest version of each coding.',
  method: 'GET',
  path: '/studies/:study/my-codings',
  access: 'member',
  reply: z.strictObject({ codings: z.array(codingHead) }),
} as const satisfies Endpoint

/** A stretch that is to be coded, with its borders given. */
const givenUnit = z.discriminatedUnion('unit', [
  z.strictObject({ unit: z.literal('segment'), start: offset, end: offset }),
  z.strictObject({ unit: z.literal('event'), onset: seconds, offset: seconds.nullable() }),
])

/** Everything the coding screen needs, and nothing a blind coder must not know. */
export const workspace = z.strictObject({
  coding: codingHead,
  coder: person,
  mayWrite: z.boolean(),
  material,
  codebook: codebookSchema,
  ratings: z.array(rating),
  annotations: z.array(annotation),
  intervals: z.array(intervalMark),
  episodes: z.array(episodeMark),
  memo,
  revision: z.number().int().nonnegative(),
  versions: z.array(
    z.strictObject({ id, version, state: codingHead.shape.state, submittedAt: instant.nullable(), reason: z.string() }),
  ),
  /** Present where the coding belongs to an attempt of a training set; the codebook holds only what the set trains. */
  training: z
    .strictObject({
      attempt: id,
      set: z.string(),
      feedback: z.enum(['practice', 'check', 'test']),
      position: z.number().int(),
      cases: z.number().int(),
      dueAt: instant.nullable(),
      given: z.array(givenUnit),
    })
    .nullable(),
})
export type Workspace = z.infer<typeof workspace>

export const openCoding = {
  summary: 'Open a coding with its material and codebook.',
  method: 'GET',
  path: '/studies/:study/codings/:coding',
  access: 'coding-reader',
  reply: workspace,
} as const satisfies Endpoint

export const saveChange = {
  summary: 'Save one change of a draft; answered after it is on disk.',
  method: 'POST',
  path: '/studies/:study/codings/:coding/changes',
  access: 'coding-writer',
  body: z.strictObject({ operation: id, change }),
  reply: changeAnswer,
} as const satisfies Endpoint

/** Refused with `incomplete` and one fault per missing slot; `revision` guards against a change from another window. */
export const submitCoding = {
  summary: 'Freeze a complete draft.',
  method: 'POST',
  path: '/studies/:study/codings/:coding/submission',
  access: 'coding-writer',
  body: z.strictObject({
    operation: id,
    revision: z.number().int().nonnegative(),
    /** Required in training. */
    declaration: declaration.optional(),
  }),
  reply: codingHead,
} as const satisfies Endpoint

export const reopenCoding = {
  summary: 'Make a new draft version of a submitted coding; the submitted one stays.',
  method: 'POST',
  path: '/studies/:study/codings/:coding/reopening',
  access: 'supervisor',
  body: z.strictObject({ reason: text(2000).trim().min(3, 'Say why, in a few words.') }),
  reply: z.strictObject({ coding: id }),
} as const satisfies Endpoint

export const assignCodings = {
  summary: 'Give cases to people. What they already have is left as it is.',
  method: 'POST',
  path: '/studies/:study/codings',
  access: 'supervisor',
  body: z.strictObject({
    cases: z.array(id).min(1).max(500),
    people: z.array(id).min(1).max(100),
    codebookVersion: id,
  }),
  reply: z.strictObject({ created: z.number().int(), alreadyThere: z.number().int() }),
} as const satisfies Endpoint

export const withdrawCoding = {
  summary: 'Take back an assignment that was not begun.',
  method: 'DELETE',
  path: '/studies/:study/codings/:coding',
  access: 'supervisor',
  reply: done,
} as const satisfies Endpoint

export const readCodingHistory = {
  summary: 'Every change of a coding: who, when, old, new.',
  method: 'GET',
  path: '/studies/:study/codings/:coding/history',
  access: 'coding-reader',
  reply: z.strictObject({
    entries: z.array(
      z.strictObject({ at: instant, person: z.string(), item: z.string(), old: z.string(), new: z.string() }),
    ),
  }),
} as const satisfies Endpoint

/** Master codings of a study. */
export const master = z.strictObject({
  case: id,
  caseId: z.string(),
  codebookVersion: id,
  coding: id,
  author: z.string(),
  rationale: z.string(),
  /** A further opinion beside the main master coding; reliability is computed with the main one. */
  isAdditional: z.boolean(),
  markedBy: z.string(),
  markedAt: instant,
})
export type Master = z.infer<typeof master>

export const listMasters = {
  summary: 'The master codings that count.',
  method: 'GET',
  path: '/studies/:study/masters',
  access: 'supervisor',
  reply: z.strictObject({ masters: z.array(master) }),
} as const satisfies Endpoint

export const markMaster = {
  summary: 'Make a submitted coding the master coding of its case, or a further one beside it.',
  method: 'PUT',
  path: '/studies/:study/codings/:coding/master',
  access: 'supervisor',
  body: z.strictObject({
    rationale: text(50_000).trim().min(10, 'A master coding needs a written rationale.'),
    /** Keep the main master coding and stand beside it; otherwise it is replaced. */
    isAdditional: z.boolean().default(false),
  }),
  reply: master,
} as const satisfies Endpoint

export const unmarkMaster = {
  summary: 'Stop using a coding as master coding; history keeps it.',
  method: 'DELETE',
  path: '/studies/:study/codings/:coding/master',
  access: 'supervisor',
  reply: done,
} as const satisfies Endpoint
