import { z } from 'zod'
import type { Endpoint } from './endpoint.ts'
import { agreementResult, cellQuery, comparedCase, rater, selection, slotQuery } from './reliability.ts'

const band = z.strictObject({ lower: z.number(), upper: z.number() })
const found = {
  n: z.number().int().nonnegative(),
  estimate: z.number().nullable(),
  undefined: agreementResult.shape.undefined,
  interval: agreementResult.shape.interval,
}

/** Limits of agreement, each with its interval, and the scores that they come from. */
export const scoreDifferences = z.strictObject({
  ...found,
  test: agreementResult.shape.test,
  limits: z
    .strictObject({
      ...band.shape,
      /** Share of differences that is expected between them. */
      coverage: z.number(),
      lowerInterval: band,
      upperInterval: band,
      /** Slope of the differences on the means. */
      proportional: z.strictObject({ ...band.shape, slope: z.number(), p: z.number().nullable() }).nullable(),
    })
    .nullable(),
  cases: z.array(z.strictObject({ ...comparedCase.shape, first: z.number(), second: z.number() })),
})
export type ScoreDifferences = z.infer<typeof scoreDifferences>

/** Kappa beside what does not depend on how often each code is used. */
export const kappaCompany = z.strictObject({
  lines: z.array(
    z.strictObject({
      measure: z.string(),
      label: z.string(),
      /** Null where the index is defined for two categories only, and there are more. */
      result: z.strictObject(found).nullable(),
    }),
  ),
  paradox: z.enum(['no-items', 'one-code', 'paradox', 'uneven', 'prevalence', 'none']),
  commonest: z.strictObject({ label: z.string(), share: z.number() }).nullable(),
})
export type KappaCompany = z.infer<typeof kappaCompany>

export const readPair = {
  summary:
    'Two raters closely on one variable: differences of scores, or kappa with its company; and R that repeats it.',
  method: 'GET',
  path: '/studies/:study/reliability/pair',
  access: 'supervisor',
  query: z.strictObject({ ...cellQuery, confidence: selection.confidence }),
  reply: z.strictObject({
    variable: z.string(),
    label: z.string(),
    first: rater,
    second: rater,
    /** For scales, counts and durations. */
    differences: scoreDifferences.nullable(),
    /** For classifications and presence. */
    company: kappaCompany.nullable(),
    /** A script of R with the ratings in it that gives each number again. Null, as all else, for a rater and herself. */
    script: z.string().nullable(),
  }),
} as const satisfies Endpoint

export const readCoderMatrix = {
  summary: 'Everybody with everybody on one variable: one coefficient and its n for each pair of raters.',
  method: 'GET',
  path: '/studies/:study/reliability/matrix',
  access: 'supervisor',
  query: z.strictObject({ ...slotQuery, coders: selection.coders, confidence: selection.confidence }),
  reply: z.strictObject({
    variable: z.string(),
    label: z.string(),
    measureLabel: z.string(),
    raters: z.array(rater),
    /** `first` and `second`: positions in `raters`. Pairs without a case in common are left out. */
    pairs: z.array(z.strictObject({ first: z.number().int(), second: z.number().int(), ...found })),
  }),
} as const satisfies Endpoint
