import { z } from 'zod'

const id = z.string().min(1).max(80)

/** What a predicate can ask of the codes of one person. The ids are those of `packages/agreement` where it has the coefficient. */
export const criterionMeasure = z.enum([
  'percent-agreement',
  'within-k',
  /** Share of cases in which the sums of the scores differ by at most k. */
  'total-within-k',
  'cohen-kappa',
  /** Quadratic weights. */
  'weighted-kappa',
  'gwet-ac1',
  /** Nominal for classes and presence, interval for scores. */
  'krippendorff-alpha',
  /** ICC(A,1). */
  'icc',
  /** Mean of own score minus the reference, as a distance from 0: held against the threshold without its sign. */
  'bias',
  /** Annotations matched with the reference's: segments by overlap, events by time. */
  'unit-f1',
  /** Pooled kappa over codes, where the borders are given. */
  'unit-kappa',
])
export type CriterionMeasure = z.infer<typeof criterionMeasure>

/** Which variables: of these kinds, or these. An empty list means all that are in scope. Codes are for unit measures. */
export const selector = z.union([
  z.strictObject({
    kinds: z.array(z.enum(['scale', 'classification', 'presence', 'count', 'duration'])).max(5),
  }),
  z.strictObject({ ids: z.array(id).max(200) }),
  z.strictObject({ codes: z.array(id).max(500) }),
])
export type Selector = z.infer<typeof selector>

const cases = z.number().int().min(1).max(1000)
/** Which cases of the attempt, in the order in which they were coded. `in-a-row`: some run of that many, each case by itself. */
export const criterionWindow = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('all') }),
  z.strictObject({ kind: z.literal('last'), cases }),
  z.strictObject({ kind: z.literal('in-a-row'), cases }),
])
export type CriterionWindow = z.infer<typeof criterionWindow>

const shared = {
  /** Master coding, or every other coder who coded the same case. */
  against: z.enum(['master', 'coders']),
  variables: selector,
  /** Applies to the classifications that declare it; the others stay as coded. */
  collapse: z.string().max(80).default('as-coded'),
  window: criterionWindow,
}

export const agreementPredicate = z.strictObject({
  type: z.literal('agreement'),
  measure: criterionMeasure,
  /** Points of the scale, for `within-k` and `total-within-k`. */
  k: z.number().min(0).max(1000).default(1),
  ...shared,
  /** Each variable has to meet it, or all their items together. */
  spread: z.enum(['each', 'together']),
  comparator: z.enum(['>=', '>', '<=', '<']),
  threshold: z.number().min(-1000).max(1000),
  /** The estimate, or the end of its interval on the strict side: `lower` for what must be high, `upper` for what must be low. */
  on: z.enum(['estimate', 'lower', 'upper']),
  confidence: z.number().gt(0.5).lt(1).default(0.95),
  /** Fewer items than this do not meet it, whatever the estimate. */
  minimum: z.number().int().min(1).max(100_000).default(1),
})
export type AgreementPredicate = z.infer<typeof agreementPredicate>

export const criticalErrorPredicate = z.strictObject({
  type: z.literal('no-critical-error'),
  ...shared,
  error: z.discriminatedUnion('kind', [
    /** The reference said one outcome and the coder another; null: any. */
    z.strictObject({ kind: z.literal('confusion'), reference: id.nullable(), given: id.nullable() }),
    /** Scores this many points apart or more. */
    z.strictObject({ kind: z.literal('distance'), points: z.number().gt(0).max(1000) }),
  ]),
  atMost: z.number().int().min(0).max(1000).default(0),
})
export type CriticalErrorPredicate = z.infer<typeof criticalErrorPredicate>

export const predicate = z.discriminatedUnion('type', [agreementPredicate, criticalErrorPredicate])
export type Predicate = z.infer<typeof predicate>

export type Rule = { all: Rule[] } | { any: Rule[] } | Predicate
/** AND and OR of predicates. */
export const rule: z.ZodType<Rule, unknown> = z.lazy(() =>
  z.union([
    predicate,
    z.strictObject({ all: z.array(rule).min(1).max(20) }),
    z.strictObject({ any: z.array(rule).min(1).max(20) }),
  ]),
)

/** When somebody counts as reliable, for how long, and how that is renewed. */
export const criterion = z.strictObject({
  title: z.string().trim().min(1).max(200),
  /** Public source that the rule follows; null for a lab's own. It is modelled on it and not approved by anybody. */
  modelledOn: z
    .strictObject({ words: z.string().max(500), source: z.string().max(500), url: z.string().max(500) })
    .nullable(),
  rule,
  /** Months until a certificate expires; null: it does not. */
  validMonths: z.number().int().min(1).max(120).nullable(),
  /** `repeat`: may be passed again from so many days before it expires. */
  renewal: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('none') }),
    z.strictObject({ kind: z.literal('repeat'), daysBefore: z.number().int().min(0).max(3650) }),
  ]),
})
export type Criterion = z.infer<typeof criterion>

/** A criterion to begin with, as `data/criteria/` ships it. */
export const preset = z.strictObject({
  id,
  criterion,
  /** Attempts that the source allows; null where it says nothing. */
  attempts: z.number().int().min(1).max(100).nullable(),
  /** Cases that the source's test has; null where it says nothing. */
  cases: z.number().int().min(1).max(1000).nullable(),
})
export type Preset = z.infer<typeof preset>
