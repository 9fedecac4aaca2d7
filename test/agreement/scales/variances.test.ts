import { gtheory, gtheoryCrossed, icc, iccMixed, ratingTable } from '@attune/agreement'
import { describe, expect, it } from 'vitest'
import { determined } from '../support/determined.ts'

const table = (rows: readonly (readonly (number | null)[])[]) =>
  ratingTable({ raters: (rows[0] ?? []).map((_, rater) => `rater ${rater + 1}`), level: 'interval', rows })
const shroutFleiss = table([
  [9, 2, 5, 8],
  [6, 1, 3, 2],
  [8, 4, 6, 8],
  [7, 1, 2, 6],
  [10, 5, 6, 9],
  [6, 2, 4, 7],
])
/** Five raters, seven items, eight holes. */
const holes = table([
  [7, 7, 8, null, 6],
  [3, 4, null, 3, 5],
  [1, null, 1, 1, null],
  [7, 5, 5, 7, 7],
  [null, 8, 8, 9, 8],
  [null, 1, 1, 1, 1],
  [4, 6, null, null, 3],
])
const sparse = table([
  [1, 2, null],
  [3, null, 3],
  [5, 6, 6],
  [null, 9, 8],
])

describe('iccMixed', () => {
  it('gives what the analysis of variance gives on complete scores without a negative component', () => {
    for (const form of ['ICC(A,1)', 'ICC(A,k)', 'ICC(C,1)', 'ICC(C,k)']) {
      expect(iccMixed(shroutFleiss, { form }).estimate).toBeCloseTo(determined(icc(shroutFleiss, { form })).estimate, 9)
    }
  })

  it('finds the maximum that a dense computation with scipy 1.17 finds on scores with holes', () => {
    const found = determined(iccMixed(sparse))
    expect(found.estimate).toBeCloseTo(0.9628819, 6)
    expect(found.details).toMatchObject({
      deviance: expect.closeTo(20.788377990612, 9),
      mean: expect.closeTo(4.6672851596, 6),
      boundary: [],
    })
    expect(found.test?.value).toBeCloseTo(14.104123256601, 9)
  })

  it('has the bounds at which that computation loses 3.84 of deviance', () => {
    const { interval } = determined(iccMixed(sparse))
    expect(interval?.lower).toBeCloseTo(0.5866093431732, 9)
    expect(interval?.upper).toBeCloseTo(0.9967972326779, 9)
    const consistency = determined(iccMixed(sparse, { form: 'ICC(C,1)' }))
    expect(consistency.interval?.lower).toBeCloseTo(0.8535674228908, 9)
    expect(consistency.interval?.upper).toBeCloseTo(0.9987808223942, 9)
  })

  it('says when a variance ends at 0', () => {
    const found = determined(iccMixed(holes))
    expect(found.details).toMatchObject({ boundary: ['raters'], variances: { raters: 0 } })
    expect(found.warnings.map(({ code }) => code)).toEqual(['boundary-raters'])
    expect(found.interval?.lower).toBeCloseTo(0.751322964987, 9)
  })

  it('ends at 0 with an interval from 0 if items do not differ', () => {
    const none = determined(
      iccMixed(
        table([
          [1, 5, 2],
          [4, 1, 3],
          [2, 3, 5],
          [5, 2, 1],
        ]),
      ),
    )
    expect(none).toMatchObject({ estimate: 0, interval: { lower: 0 }, test: { value: 0, p: 1 } })
    expect(none.warnings.map(({ code }) => code)).toContain('boundary-items')
  })

  it('steps the single rater up to the mean of all raters of the table', () => {
    const single = determined(iccMixed(holes)).estimate
    expect(iccMixed(holes, { form: 'ICC(A,k)' }).estimate).toBeCloseTo((5 * single) / (1 + 4 * single), 12)
  })

  it('takes two items, and weighs a test of 0 at half the tail', () => {
    const two = determined(
      iccMixed(
        table([
          [1, 2],
          [5, 4],
        ]),
      ),
    )
    expect(two.n).toBe(2)
    expect(two.test?.p).toBeLessThan(0.5)
    expect(two.estimate).toBeGreaterThan(0.5)
  })

  it('refuses the one-way forms, which know no raters', () => {
    expect(() => iccMixed(holes, { form: 'ICC(1)' })).toThrow('ICC(1) has no raters; use icc-oneway.')
  })
})

describe('gtheory', () => {
  it('keeps a negative component', () => {
    const inverted = table([
      [1, 3],
      [3, 1],
      [2, 2],
      [2, 3],
    ])
    expect(gtheory(inverted).details).toMatchObject({ components: { items: expect.any(Number) } })
    expect(JSON.stringify(gtheory(inverted).details)).toContain('"items":-')
  })

  it('gives ICC(A,k) and ICC(C,k), intervals included, for the raters at hand', () => {
    for (const [type, form] of [
      ['agreement', 'ICC(A,k)'],
      ['consistency', 'ICC(C,k)'],
    ] as const) {
      const planned = determined(gtheory(shroutFleiss, { type }))
      const known = determined(icc(shroutFleiss, { form }))
      expect(planned.estimate).toBeCloseTo(known.estimate, 13)
      expect(planned.interval?.lower).toBeCloseTo(known.interval?.lower ?? 0, 10)
      expect(planned.interval?.upper).toBeCloseTo(known.interval?.upper ?? 0, 10)
    }
  })

  it('gives the single-rater ICC(2,1) = .29 of Shrout and Fleiss (1979, table 4) for a plan of one', () => {
    expect(determined(gtheory(shroutFleiss, { plannedRaters: 1 })).estimate.toFixed(2)).toBe('0.29')
  })

  it('refuses a plan without raters', () => {
    expect(() => gtheory(shroutFleiss, { plannedRaters: 0 })).toThrow('A plan with 0 raters is not possible.')
    const endless = { plannedRaters: Number.POSITIVE_INFINITY }
    expect(() => gtheory(shroutFleiss, endless)).toThrow('A plan with Infinity raters is not possible.')
  })
})

describe('gtheoryCrossed', () => {
  const scores = [
    [
      [1, 2],
      [2, 4],
    ],
    [
      [5, 6],
      [6, 7],
    ],
    [
      [3, 3],
      [4, 5],
    ],
  ]

  it('is the same with raters and occasions exchanged', () => {
    const exchanged = scores.map((rows) => [0, 1].map((occasion) => rows.map((row) => row[occasion] ?? 0)))
    const [one, other] = [gtheoryCrossed(scores), gtheoryCrossed(exchanged)]
    expect(other.components.raters).toBeCloseTo(one.components.occasions, 12)
    expect(other.components.personsOccasions).toBeCloseTo(one.components.personsRaters, 12)
    expect(other.absolute).toBeCloseTo(one.absolute ?? 0, 12)
  })

  it('keeps 9 digits at an origin of 1e9', () => {
    const far = gtheoryCrossed(scores.map((rows) => rows.map((row) => row.map((score) => 1e9 + score))))
    expect(far.relative).toBeCloseTo(gtheoryCrossed(scores).relative ?? 0, 12)
  })

  it('is reliable without end for a plan without end', () => {
    expect(gtheoryCrossed(scores, { raters: 1e9, occasions: 1e9 }).absolute).toBeCloseTo(1, 8)
  })

  it('is null where nothing varies, and refuses holes and a single occasion', () => {
    expect(
      gtheoryCrossed([
        [
          [1, 1],
          [1, 1],
        ],
        [
          [1, 1],
          [1, 1],
        ],
      ]),
    ).toMatchObject({
      relative: null,
      absolute: null,
      undefined: { code: 'no-variation', message: 'All scores are equal, so there is no variance to share out.' },
    })
    expect(() =>
      gtheoryCrossed([
        [
          [1, 2],
          [2, 4],
        ],
        [[5, 6], [6]],
      ]),
    ).toThrow('Person 2 has not one score')
    expect(() =>
      gtheoryCrossed([
        [[1], [2]],
        [[5], [6]],
      ]),
    ).toThrow('2 x 2 x 1 persons, raters and occasions')
    const persons = [0, 1].map(() => [
      [1, 5],
      [1, 5],
    ])
    expect(gtheoryCrossed(persons)).toMatchObject({
      relative: null,
      absolute: 0,
      undefined: { message: 'The components of the relative coefficient leave nothing to divide by.' },
    })
    expect(gtheoryCrossed(scores)).not.toHaveProperty('undefined')
    const large = scores.map((rows, person) => rows.map((row) => row.map((score) => score - 1e300 * (person % 2))))
    expect(() => gtheoryCrossed(large)).toThrow(
      'Person 2: -1e+300 is too large for a score; at most 1e+30 is possible.',
    )
    expect(() => gtheoryCrossed(scores, { raters: 0, occasions: 1 })).toThrow('A plan with 0 raters')
  })
})
