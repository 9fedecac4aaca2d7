import { z } from 'zod'
import type { Endpoint } from './endpoint.ts'
import { commaList, id, instant } from './primitives.ts'

/** `master`: each coder with the master coding; `pairs`: every pair of coders; `all`: all coders together. */
export const comparison = z.enum(['master', 'pairs', 'all'])
export type Comparison = z.infer<typeof comparison>

/** What is compared, as every question about it asks. */
export const selection = {
  codebookVersion: id,
  comparison: comparison.default('master'),
  /** Ids of variables; empty: all. */
  variables: commaList.default([]),
  /** A collapse applies to the classifications that declare it; the others stay as coded. */
  collapse: z.string().max(80).default('as-coded'),
  /** Ids of people; empty: all with a submitted coding. */
  coders: commaList.default([]),
  confidence: z.coerce.number().gt(0.5).lt(1).default(0.95),
}
export const reliabilityQuery = z.strictObject(selection)
export type ReliabilityQuery = z.infer<typeof reliabilityQuery>

/** A rater in a comparison; the master coding is a rater of its own. */
export const rater = z.strictObject({ id: z.string(), name: z.string(), isMaster: z.boolean() })
export type Rater = z.infer<typeof rater>

const nullableNumber = z.number().nullable()

/** One coefficient with all that is needed to repeat it. `undefined` says why there is no number. */
export const agreementResult = z.strictObject({
  variable: z.string(),
  label: z.string(),
  target: z.string().nullable(),
  episode: z.string().nullable(),
  kind: z.enum(['scale', 'classification', 'presence', 'count', 'duration']),
  collapse: z.string().nullable(),
  raters: z.array(rater),
  measure: z.string(),
  measureLabel: z.string(),
  /** Model, unit, weights: what the measure's name leaves open. */
  options: z.record(z.string(), z.string()),
  n: z.number().int().nonnegative(),
  dropped: z.array(z.strictObject({ code: z.string(), count: z.number().int(), message: z.string() })),
  missingRule: z.string(),
  estimate: nullableNumber,
  undefined: z.strictObject({ code: z.string(), message: z.string() }).nullable(),
  observed: nullableNumber,
  expected: nullableNumber,
  standardError: nullableNumber,
  interval: z
    .strictObject({ lower: nullableNumber, upper: nullableNumber, level: z.number(), method: z.string() })
    .nullable(),
  test: z
    .strictObject({ statistic: z.string(), value: z.number(), df1: nullableNumber, df2: nullableNumber, p: z.number() })
    .nullable(),
  warnings: z.array(z.strictObject({ code: z.string(), message: z.string() })),
})
export type AgreementResult = z.infer<typeof agreementResult>

export const readReliability = {
  summary: 'Agreement on the variables of one codebook version, from submitted originals.',
  method: 'GET',
  path: '/studies/:study/reliability',
  access: 'supervisor',
  query: reliabilityQuery,
  reply: z.strictObject({
    codebook: z.strictObject({ version: id, id: z.string(), number: z.string(), title: z.string() }),
    comparison,
    collapse: z.string(),
    collapses: z.array(z.strictObject({ id: z.string(), label: z.string() })),
    variables: z.array(z.strictObject({ id: z.string(), label: z.string(), kind: z.string() })),
    raters: z.array(rater),
    source: z.literal('originals'),
    /** True when every coding used was made by somebody in a blind role. */
    blind: z.boolean(),
    cases: z.number().int(),
    computedAt: instant,
    /** A paragraph for a methods section: what was computed how, after whom, by which program. */
    methods: z.string(),
    results: z.array(agreementResult),
  }),
} as const satisfies Endpoint

/** A case that two raters coded, with the coding of each. */
export const comparedCase = z.strictObject({ case: id, caseId: z.string(), firstCoding: id, secondCoding: id })
export type ComparedCase = z.infer<typeof comparedCase>

/** One thing raters are compared on. */
export const slotQuery = {
  codebookVersion: id,
  variable: z.string().max(80),
  target: z.string().max(80).optional(),
  episode: z.string().max(80).optional(),
  collapse: selection.collapse,
}

/** The same for two raters. */
export const cellQuery = {
  ...slotQuery,
  /** Person id, or `master`. */
  first: z.string().max(80),
  second: z.string().max(80),
}

export const readConfusion = {
  summary: 'Two raters crossed on one variable; each cell names its cases.',
  method: 'GET',
  path: '/studies/:study/reliability/confusion',
  access: 'supervisor',
  query: z.strictObject(cellQuery),
  reply: z.strictObject({
    variable: z.string(),
    label: z.string(),
    first: rater,
    second: rater,
    outcomes: z.array(z.strictObject({ id: z.string(), label: z.string() })),
    counts: z.array(z.array(z.number().int())),
    n: z.number().int(),
    cells: z.array(
      z.strictObject({
        row: z.number().int(),
        column: z.number().int(),
        cases: z.array(comparedCase),
      }),
    ),
  }),
} as const satisfies Endpoint
