import { z } from 'zod'
import { LIMITS } from './limits.ts'
import { categoryIdSchema, idSchema, labelSchema, proseSchema } from './text.ts'
import { noValueSchema, variableSchema } from './variable-schema.ts'

/** Semantic Versioning 2.0.0 without build metadata: a coding is pinned to exactly one version. */
const SEMVER = /^(0|[1-9]\d{0,8})\.(0|[1-9]\d{0,8})\.(0|[1-9]\d{0,8})(?:-[0-9A-Za-z-]+(?:\.[0-9A-Za-z-]+)*)?$/

const named = z.strictObject({ id: idSchema, label: labelSchema })

const episodeSchema = z.strictObject({ id: idSchema, label: labelSchema, seconds: z.number().positive().optional() })

/** What is said more closely of an event: how loud, which hand. `choose` tells whether several values may go together. */
const modifierSchema = z.strictObject({
  id: idSchema,
  label: labelSchema,
  choose: z.enum(['one', 'many']),
  values: z.array(named).min(1).max(LIMITS.modifierValues),
})

/** Instead of events: for each stretch of time, which behaviours were seen. */
const samplingSchema = z.strictObject({
  id: idSchema,
  label: labelSchema,
  /** `partial`: seen at any time within it, `whole`: all through it, `momentary`: at its last moment. */
  method: z.enum(['partial', 'whole', 'momentary']),
  seconds: z.number().min(0.1).max(86_400),
  codes: z.array(idSchema).min(1).max(LIMITS.codes),
  subjects: z.array(idSchema).min(1).max(LIMITS.subjects).optional(),
  episodes: z.array(idSchema).min(1).max(LIMITS.episodes).optional(),
  required: z.boolean(),
})

const codeSchema = z.strictObject({
  id: idSchema,
  label: labelSchema,
  group: labelSchema.optional(),
  unit: z.enum(['segment', 'event']),
  description: proseSchema.optional(),
  event: z.enum(['point', 'state']).optional(),
  subjects: z.array(idSchema).min(1).max(LIMITS.subjects).optional(),
  /** States with the same word here cannot go on at the same time for the same subject: one ends the other. */
  exclusive: idSchema.optional(),
  modifiers: z.array(modifierSchema).min(1).max(LIMITS.modifiers).optional(),
  value: z.strictObject({ min: z.number(), max: z.number(), step: z.number() }).optional(),
  key: z
    .string()
    .regex(/^[a-z0-9]$/, 'A key is one lower-case letter or digit. Choose one that no other code has.')
    .optional(),
  colour: z.int().min(1).max(12),
})

/**
 * The shape of a codebook file. It says nothing about references between its parts: a file from
 * outside goes through `parseCodebook`, which checks those too and explains each fault.
 */
export const codebookSchema = z.strictObject({
  format: z.literal('attune-codebook/1'),
  id: idSchema,
  version: z
    .string()
    .max(LIMITS.idCharacters)
    .regex(SEMVER, 'A version is three numbers such as "1.0.0". Write it so.'),
  title: labelSchema,
  description: proseSchema,
  citation: z.array(proseSchema).max(LIMITS.citations),
  notice: proseSchema,
  material: z.enum(['transcript', 'observation']),
  targets: z.array(named).max(LIMITS.targets),
  episodes: z.array(episodeSchema).max(LIMITS.episodes),
  subjects: z.array(named).max(LIMITS.subjects),
  sections: z.array(named).max(LIMITS.sections),
  /** To what a selection in the text grows; without it, it stays as it was made. */
  snapping: z.enum(['character', 'word', 'sentence', 'turn']).optional(),
  sampling: z.array(samplingSchema).max(LIMITS.samplings).optional(),
  variables: z.array(variableSchema).max(LIMITS.variables),
  codes: z.array(codeSchema).max(LIMITS.codes),
})

/** One thing to be rated in a coding: a variable, for one target, for one episode, or for the case. */
export const slotSchema = z.strictObject({
  variable: idSchema,
  target: idSchema.nullable(),
  episode: idSchema.nullable(),
})

/** The value of one rating. "Missing", the fourth kind of no value, is the absence of a rating. */
export const ratingValueSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('score'), score: z.number() }),
  z.strictObject({
    kind: z.literal('class'),
    classes: z
      .array(categoryIdSchema)
      .min(1)
      .max(LIMITS.alternatives + 1),
  }),
  z.strictObject({ kind: z.literal('presence'), present: z.boolean() }),
  z.strictObject({ kind: z.literal('count'), count: z.int().min(0).max(1_000_000) }),
  z.strictObject({ kind: z.literal('duration'), seconds: z.number().min(0).max(10_000_000) }),
  z.strictObject({ kind: z.literal('none'), reason: noValueSchema }),
])

export type Codebook = z.infer<typeof codebookSchema>
export type Target = Codebook['targets'][number]
export type Episode = Codebook['episodes'][number]
export type Subject = Codebook['subjects'][number]
export type Section = Codebook['sections'][number]
export type Code = Codebook['codes'][number]
export type Modifier = z.infer<typeof modifierSchema>
export type Sampling = z.infer<typeof samplingSchema>
export type Snapping = NonNullable<Codebook['snapping']>
export type Slot = z.infer<typeof slotSchema>
export type RatingValue = z.infer<typeof ratingValueSchema>
