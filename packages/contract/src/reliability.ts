import { z } from 'zod'
import type { Endpoint } from './endpoint.ts'
import { commaList, id, instant } from './primitives.ts'

/** `master`: each coder with the master coding; `pairs`: every pair of coders; `all`: all coders together. */
export const comparison = z.enum(['master', 'pairs', 'all'])
export type Comparison = z.infer<typeof comparison>

const selection = {
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
    results: z.array(agreementResult),
  }),
} as const satisfies Endpoint

const cellQuery = {
  codebookVersion: id,
  variable: z.string().max(80),
  target: z.string().max(80).optional(),
  episode: z.string().max(80).optional(),
  collapse: z.string().max(80).default('as-coded'),
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
        cases: z.array(z.strictObject({ case: id, caseId: z.string(), firstCoding: id, secondCoding: id })),
      }),
    ),
  }),
} as const satisfies Endpoint

export const exportResults = {
  summary: 'The results table as CSV: one row a coefficient.',
  method: 'GET',
  path: '/studies/:study/exports/results.csv',
  access: 'supervisor',
  query: reliabilityQuery,
  reply: { file: 'text/csv', name: 'agreement.csv' },
} as const satisfies Endpoint

const ratingsQuery = z.strictObject({
  codebookVersion: id,
  collapse: selection.collapse,
})

export const exportRatingsLong = {
  summary: 'Raw ratings as CSV: one row a rating.',
  method: 'GET',
  path: '/studies/:study/exports/ratings-long.csv',
  access: 'supervisor',
  query: ratingsQuery,
  reply: { file: 'text/csv', name: 'ratings-long.csv' },
} as const satisfies Endpoint

export const exportRatingsWide = {
  summary: 'Raw ratings as CSV: one row a case and variable, one column a rater.',
  method: 'GET',
  path: '/studies/:study/exports/ratings-wide.csv',
  access: 'supervisor',
  query: ratingsQuery,
  reply: { file: 'text/csv', name: 'ratings-wide.csv' },
} as const satisfies Endpoint

export const exportConfusion = {
  summary: 'One confusion matrix as CSV.',
  method: 'GET',
  path: '/studies/:study/exports/confusion.csv',
  access: 'supervisor',
  query: z.strictObject(cellQuery),
  reply: { file: 'text/csv', name: 'confusion.csv' },
} as const satisfies Endpoint
