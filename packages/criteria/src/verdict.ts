import { z } from 'zod'
import { type Predicate, predicate } from './criterion.ts'

const number = z.number().nullable()

/** A number that a predicate was held against, with what makes it readable. */
export const figure = z.strictObject({
  /** Variable or code; null: several together. */
  variable: z.string().nullable(),
  label: z.string(),
  measure: z.string(),
  collapse: z.string().nullable(),
  /** Items, and the cases that they come from. */
  n: z.number().int().nonnegative(),
  cases: z.number().int().nonnegative(),
  estimate: number,
  lower: number,
  upper: number,
  confidence: z.number(),
  /** How the interval was made; empty where there is none. */
  method: z.string(),
  /** Why there is no estimate. */
  undefined: z.strictObject({ code: z.string(), message: z.string() }).nullable(),
})
export type Figure = z.infer<typeof figure>

export type Judged = {
  predicate: Predicate
  met: boolean
  /** Why it is not met; null when it is. */
  reason: 'missed' | 'too-few' | 'undefined' | 'critical-error' | 'no-such-run' | null
  figures: Figure[]
  /** Critical errors found. */
  errors: { case: string; variable: string; reference: string; given: string }[]
}
export type Verdict = { met: boolean; all: Verdict[] } | { met: boolean; any: Verdict[] } | Judged

const judged: z.ZodType<Judged, unknown> = z.strictObject({
  predicate,
  met: z.boolean(),
  reason: z.enum(['missed', 'too-few', 'undefined', 'critical-error', 'no-such-run']).nullable(),
  figures: z.array(figure),
  errors: z.array(z.strictObject({ case: z.string(), variable: z.string(), reference: z.string(), given: z.string() })),
})

/** What came out, in the form of the rule: every branch says whether it was met, every predicate with its numbers. */
export const verdict: z.ZodType<Verdict, unknown> = z.lazy(() =>
  z.union([
    judged,
    z.strictObject({ met: z.boolean(), all: z.array(verdict) }),
    z.strictObject({ met: z.boolean(), any: z.array(verdict) }),
  ]),
)
