import { readFileSync } from 'node:fs'
import {
  blandAltman,
  cronbachAlpha,
  finn,
  icc,
  iccOneway,
  kendallTauB,
  mdc,
  type Result,
  ratingTable,
  robinsonA,
  sem,
  spearman,
} from '@attune/agreement'
import { describe, expect, it } from 'vitest'
import { noncentralTLower, noncentralTQuantile } from '../../../packages/agreement/src/distributions/noncentral-t.ts'
import { determined } from '../support/determined.ts'

const scores = [
  [9, 2, 5, 8],
  [6, 1, 3, 2],
  [8, 4, 6, 8],
  [7, 1, 2, 6],
  [10, 5, 6, 9],
  [6, 2, 4, 7],
]
const shroutFleiss = ratingTable({ raters: ['1', '2', '3', '4'], level: 'interval', rows: scores })
const pair = (rows: readonly (readonly number[])[]) => ratingTable({ raters: ['A', 'B'], level: 'interval', rows })

/** Peak flow, first reading with each meter: Bland and Altman (1986), table 1. */
const peakFlow: { cases: { id: string; data: { values: number[][] } }[] } = JSON.parse(
  readFileSync(new URL('../../../data/reference/method_comparison.json', import.meta.url), 'utf8'),
)
const meters = pair(peakFlow.cases.find(({ id }) => id === 'bias_t/bland-altman-1986-pefr')?.data.values ?? [])

describe('the noncentral t distribution', () => {
  it.each([
    [0.975, 1, 2.7, 86.18547567183279],
    [0.995, 2, 3, 44.64364528313561],
    [0.995, 4, 3, 14.947521191260606],
    [0.975, 16, 1.96 * Math.sqrt(17), 12.98087154280512],
    [0.025, 16, 1.96 * Math.sqrt(17), 5.422125161570979],
  ])('has the quantile of p = %d, df = %d, noncentrality %d that 30-digit integration gives', (p, df, shift, q) => {
    expect(Math.abs(noncentralTQuantile(p, df, shift) / q - 1)).toBeLessThan(1e-11)
    expect(noncentralTLower(q, df, shift)).toBeCloseTo(p, 11)
  })

  it('refuses a probability of 0 and less than one degree of freedom', () => {
    expect(() => noncentralTQuantile(0, 3, 1)).toThrow(RangeError)
    expect(() => noncentralTQuantile(0.5, 0.5, 1)).toThrow(RangeError)
  })
})

describe('blandAltman', () => {
  it('gives the bias -2.1 and the standard deviation 38.8 of Bland and Altman (1986, p. 308)', () => {
    const { estimate, details } = determined(blandAltman(meters))
    expect(estimate.toFixed(1)).toBe('-2.1')
    expect(Number(details?.sd).toFixed(1)).toBe('38.8')
  })

  it('has the exact intervals of the limits that scipy 1.17 nct gives, which lie further out than the symmetric ones', () => {
    const limits = (method: 'exact' | 't'): unknown =>
      determined(blandAltman(meters, { limitsInterval: method })).details?.limits
    expect(limits('exact')).toMatchObject({
      upperInterval: { lower: expect.closeTo(48.859637299, 8), upper: expect.closeTo(119.925504177, 8) },
    })
    expect(limits('t')).toMatchObject({
      upperInterval: { lower: expect.closeTo(39.105, 2), upper: expect.closeTo(108.616, 2) },
    })
  })

  it('finds a difference that grows with the size of the score, as scipy 1.17 linregress does', () => {
    const growing = pair([1, 2, 3, 4, 5, 6].map((size) => [size * 1.2, size + (size % 2) / 10]))
    expect(determined(blandAltman(growing)).details?.proportionalBias).toMatchObject({
      df: 4,
      slope: expect.closeTo(0.189994646363, 11),
      p: expect.closeTo(0.000170085152, 11),
    })
  })

  it('refuses a coverage that is no share', () => {
    expect(() => blandAltman(meters, { coverage: 1 })).toThrow('Coverage 1 is not between 0 and 1.')
  })
})

describe('sem and mdc', () => {
  it('join ICC(A,1) and the spread of the items: SEM = sqrt((1 - ICC) / ICC) x SD of the items', () => {
    const single = determined(icc(shroutFleiss)).estimate
    const items = 2.5555555555555554 // (11.24 - 1.02) / 4
    expect(determined(sem(shroutFleiss)).estimate).toBeCloseTo(Math.sqrt((items * (1 - single)) / single), 12)
    expect(determined(mdc(shroutFleiss)).estimate).toBeCloseTo(
      determined(sem(shroutFleiss)).estimate * 1.959963984540054 * Math.SQRT2,
      12,
    )
  })

  it('have an interval by chi squared with (n - 1)(k - 1) degrees of freedom for consistency', () => {
    const { estimate, interval } = determined(sem(shroutFleiss, { type: 'consistency' }))
    expect(interval?.lower).toBeCloseTo(estimate * Math.sqrt(15 / 27.488392863442982), 10)
    expect(interval?.upper).toBeCloseTo(estimate * Math.sqrt(15 / 6.262137795043253), 10)
  })
})

describe('cronbachAlpha', () => {
  it('is ICC(C,k), with the same interval', () => {
    const alpha = determined(cronbachAlpha(shroutFleiss))
    const mean = determined(icc(shroutFleiss, { form: 'ICC(C,k)' }))
    expect(alpha.estimate).toBeCloseTo(mean.estimate, 14)
    expect(alpha.interval?.lower).toBeCloseTo(mean.interval?.lower ?? 0, 10)
    expect(alpha.interval?.upper).toBeCloseTo(mean.interval?.upper ?? 0, 10)
  })
})

describe('finn', () => {
  it('takes the number of points from the declared categories', () => {
    const categories = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]
    const declared = ratingTable({ raters: ['1', '2', '3', '4'], level: 'interval', categories, rows: scores })
    expect(finn(declared).estimate).toBe(finn(shroutFleiss, { points: 10 }).estimate)
  })

  it('asks for the points of a scale without categories, and refuses one point', () => {
    expect(() => finn(shroutFleiss)).toThrow('finn needs the number of points of the scale.')
    expect(() => finn(shroutFleiss, { points: 1 })).toThrow('A scale of 1 points is not possible.')
  })
})

describe('robinsonA', () => {
  it('is the share of items in the sums of squares without the raters (Shrout and Fleiss 1979, table 3)', () => {
    expect(robinsonA(shroutFleiss).estimate).toBeCloseTo(56.21 / (56.21 + 15.29), 3)
  })
})

describe('iccOneway', () => {
  it('is ICC(1) where all items have the same number of ratings, interval included', () => {
    const plain = determined(iccOneway(shroutFleiss))
    const form = determined(icc(shroutFleiss, { form: 'ICC(1)' }))
    expect(plain.estimate).toBeCloseTo(form.estimate, 14)
    expect(plain.test?.p).toBeCloseTo(form.test?.p ?? 0, 14)
    expect(plain.interval?.lower).toBeCloseTo(form.interval?.lower ?? 0, 12)
    expect(plain.interval?.upper).toBeCloseTo(form.interval?.upper ?? 0, 12)
  })
})

describe('an interval', () => {
  const ends = (result: Result): unknown => {
    const { interval } = determined(result)
    return [interval?.lower, interval?.upper]
  }
  const near = (lower: number, upper: number): unknown => [expect.closeTo(lower, 10), expect.closeTo(upper, 10)]

  it('is the one that the formula gives with quantiles of scipy 1.17', () => {
    const tied = pair([
      [1, 2],
      [2, 2],
      [2, 4],
      [4, 3],
      [5, 5],
      [5, 5],
      [7, 1],
    ])
    expect(ends(spearman(tied))).toEqual(near(-0.688397929039, 0.809124712205))
    expect(ends(kendallTauB(tied))).toEqual(near(-0.488679268885, 0.745064359177))
    expect(ends(robinsonA(shroutFleiss))).toEqual(near(0.506848573775, 0.959393694967))
    expect(ends(mdc(shroutFleiss))).toEqual(near(4.155454173312, 19.951683949172))
    expect(ends(finn(shroutFleiss, { points: 10 }))).toEqual(near(-0.66044078426, 0.566500583234))
    expect(determined(finn(shroutFleiss, { points: 10 })).test?.p).toBeCloseTo(0.249452122042, 10)
  })

  it('allows for unequal numbers of ratings (Thomas and Hultquist)', () => {
    const groups = [[7, 8], [5], [6, 7, 7], [9, 8, 9, 9], [3, 4], [5, 6, 4]]
    const rows = groups.map((group) => [0, 1, 2, 3].map((place) => group[place] ?? null))
    const unequal = ratingTable({ raters: ['1', '2', '3', '4'], level: 'interval', rows })
    expect(ends(iccOneway(unequal))).toEqual(near(0.544042385648, 0.980325278292))
  })

  it('is narrower at a lower level', () => {
    const wide = determined(robinsonA(shroutFleiss)).interval
    const narrow = determined(robinsonA(shroutFleiss, { confidence: 0.8 })).interval
    expect(narrow?.lower).toBeGreaterThan(wide?.lower ?? 1)
    expect(narrow?.upper).toBeLessThan(wide?.upper ?? 0)
  })
})
