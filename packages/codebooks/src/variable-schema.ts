import { z } from 'zod'
import { LIMITS } from './limits.ts'
import { categoryIdSchema, idSchema, labelSchema, proseSchema } from './text.ts'

/** The kinds of "no value" a coder can choose; "missing" is not among them, nobody chooses it. */
export const noValueSchema = z.enum(['cannot-rate', 'not-applicable', 'not-present'])

const adviceSchema = z.strictObject({
  when: z.strictObject({ variable: idSchema, above: z.number() }),
  suggests: z.strictObject({ variable: idSchema, category: categoryIdSchema }),
  message: proseSchema,
  /** Shown when the score is exactly `when.above`, where the rule leaves the decision to the coder. */
  boundary: proseSchema.optional(),
})

const common = {
  id: idSchema,
  label: labelSchema,
  section: idSchema,
  description: proseSchema.optional(),
  appliesTo: z.enum(['case', 'target', 'episode']),
  targets: z.array(idSchema).min(1).max(LIMITS.targets).optional(),
  episodes: z.array(idSchema).min(1).max(LIMITS.episodes).optional(),
  required: z.boolean(),
  noValue: z.array(noValueSchema).max(3),
  advice: z.array(adviceSchema).max(LIMITS.advice).optional(),
  /** A rating with a value must rest on at least so many annotations before a coding can be submitted. */
  evidence: z.strictObject({ atLeast: z.int().min(1).max(LIMITS.evidence) }).optional(),
}

const anchorSchema = z.strictObject({ point: z.number(), label: proseSchema })

const scaleSchema = z.strictObject({
  ...common,
  kind: z.literal('scale'),
  min: z.number(),
  max: z.number(),
  step: z.number(),
  anchors: z.array(anchorSchema).max(LIMITS.scalePoints).optional(),
})

/** A class of a classification with its subgroups. `organised` and `needsSecondary` hold for its subgroups too. */
const categorySchema = z.strictObject({
  id: categoryIdSchema,
  label: labelSchema,
  description: proseSchema.optional(),
  needsSecondary: z.boolean().optional(),
  organised: z.boolean().optional(),
  get children() {
    return z.array(categorySchema).min(1).max(LIMITS.categories).optional()
  },
})

const collapseSchema = z.strictObject({
  id: idSchema,
  label: labelSchema,
  rule: z.enum(['first', 'forced']),
  map: z.record(z.string(), categoryIdSchema.nullable()),
  outcomes: z
    .array(z.strictObject({ id: categoryIdSchema, label: labelSchema }))
    .min(1)
    .max(LIMITS.outcomes),
})

const classificationSchema = z.strictObject({
  ...common,
  kind: z.literal('classification'),
  categories: z.array(categorySchema).min(2).max(LIMITS.categories),
  alternatives: z.int().min(0).max(LIMITS.alternatives),
  collapses: z.array(collapseSchema).max(LIMITS.collapses),
  rationale: z.enum(['optional', 'required']),
})

export const variableSchema = z.discriminatedUnion('kind', [
  scaleSchema,
  classificationSchema,
  z.strictObject({ ...common, kind: z.literal('presence') }),
  z.strictObject({ ...common, kind: z.literal('count'), max: z.int().min(1).max(1_000_000).optional() }),
  z.strictObject({ ...common, kind: z.literal('duration') }),
])

export type Variable = z.infer<typeof variableSchema>
export type ScaleVariable = z.infer<typeof scaleSchema>
export type ClassificationVariable = z.infer<typeof classificationSchema>
export type Category = z.infer<typeof categorySchema>
export type Collapse = z.infer<typeof collapseSchema>
export type Outcome = Collapse['outcomes'][number]
export type Advice = z.infer<typeof adviceSchema>
export type NoValue = z.infer<typeof noValueSchema>
