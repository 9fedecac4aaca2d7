import { describe, expect, it } from 'vitest'
import {
  betaDistributionTails,
  betaQuantile,
  chiSquaredQuantile,
  chiSquaredTails,
  fQuantile,
  fTails,
  normalQuantile,
  normalTails,
  tQuantile,
  tTails,
} from '../../../packages/agreement/src/distributions/distributions.ts'
import { invert } from '../../../packages/agreement/src/distributions/invert.ts'
import { lately } from '../../../packages/agreement/src/distributions/lately.ts'
import { noncentralTLower, noncentralTQuantile } from '../../../packages/agreement/src/distributions/noncentral-t.ts'
import { gammaTails } from '../../../packages/agreement/src/distributions/tails.ts'

describe('a distribution asked for what it has not', () => {
  it('names the value and the rule', () => {
    expect(() => normalQuantile(1.1)).toThrow('Probability 1.1 is not between 0 and 1.')
    expect(() => normalQuantile(-0.1)).toThrow('Probability -0.1 is not between 0 and 1.')
    const degrees = 'Degrees of freedom -1 is not above 0.'
    expect(() => chiSquaredTails(1, -1)).toThrow(degrees)
    expect(() => chiSquaredQuantile(0.5, -1)).toThrow(degrees)
    expect(() => tTails(1, -1)).toThrow(degrees)
    expect(() => tQuantile(0.4, -1)).toThrow(degrees)
    expect(() => fTails(1, -1, 2)).toThrow(degrees)
    expect(() => fTails(1, 2, -1)).toThrow(degrees)
    expect(() => fQuantile(0.4, -1, 2)).toThrow(degrees)
    expect(() => fQuantile(0.4, 2, -1)).toThrow(degrees)
    const shape = 'Shape 0 is not above 0.'
    expect(() => betaDistributionTails(0.5, 0, 2)).toThrow(shape)
    expect(() => betaDistributionTails(0.5, 2, 0)).toThrow(shape)
    expect(() => betaQuantile(0.5, 0, 2)).toThrow(shape)
    expect(() => betaQuantile(0.5, 2, 0)).toThrow(shape)
    expect(() => noncentralTQuantile(0, 3, 1)).toThrow('Probability 0 is not between 0 and 1.')
    expect(() => noncentralTQuantile(1, 3, 1)).toThrow('Probability 1 is not between 0 and 1.')
    expect(() => noncentralTQuantile(0.5, 0.5, 1)).toThrow('Degrees of freedom 0.5 are not 1 or more.')
  })
})

describe('a distribution at its ends', () => {
  it('has all of its mass on one side', () => {
    expect(chiSquaredTails(0, 3)).toMatchObject({ lower: 0, upper: 1 })
    expect(chiSquaredTails(-1, 3)).toMatchObject({ lower: 0, upper: 1 })
    expect(chiSquaredTails(Number.POSITIVE_INFINITY, 3)).toMatchObject({ lower: 1, upper: 0 })
    expect(fTails(Number.POSITIVE_INFINITY, 2, 3)).toMatchObject({ lower: 1, upper: 0 })
    expect(fTails(0, 2, 3)).toMatchObject({ lower: 0, upper: 1 })
    expect(tTails(Number.NEGATIVE_INFINITY, 3)).toEqual({ lower: 0, upper: 1 })
    expect(normalTails(Number.POSITIVE_INFINITY)).toEqual({ lower: 1, upper: 0 })
    expect(betaDistributionTails(1, 2, 3)).toMatchObject({ lower: 1, upper: 0 })
    expect(chiSquaredQuantile(1, 3)).toBe(Number.POSITIVE_INFINITY)
    expect(fQuantile(1, 2, 3)).toBe(Number.POSITIVE_INFINITY)
  })

  it('halves its mass at 0 if it is symmetric', () => {
    expect([normalQuantile(0.5), tQuantile(0.5, 4)]).toEqual([0, 0])
    expect(normalTails(0)).toEqual({ lower: 0.5, upper: 0.5 })
    expect(tTails(0, 4)).toEqual({ lower: 0.5, upper: 0.5 })
  })
})

describe('invert', () => {
  /** An exponential distribution, whose quantile is known. */
  const search = (lower: number, start: number) => {
    let asked = 0
    const y = invert(
      (at) => {
        asked++
        return gammaTails(1)(Math.exp(at))
      },
      { lower, upper: 1 - lower },
      start,
    )
    return { asked, off: Math.abs(Math.exp(y) / -Math.log1p(-lower) - 1) }
  }

  it.each([
    [0.3, 500],
    [0.3, -500],
    [0.9, 40],
    [0.9, -20],
    [1e-9, 60],
    [0.999999, -30],
  ])('finds the place from far away, in few steps: %s from %s', (lower, start) => {
    const { asked, off } = search(lower, start)
    expect(off).toBeLessThan(1e-13)
    expect(asked).toBeLessThan(70)
  })

  it('needs a handful of steps from near by', () => {
    expect(search(0.3, -1).asked).toBeLessThan(7)
    expect(search(0.9, 1).asked).toBeLessThan(7)
  })
})

describe('lately', () => {
  it('asks the slow function once for each of its last sixteen questions', () => {
    let asked = 0
    const sum = lately((one, two, three) => {
      asked++
      return 100 * one + 10 * two + three
    })
    const questions = Array.from({ length: 16 }, (_, index) => [index, index % 3, 1] as const)
    const answers = () => questions.map(([one, two, three]) => sum(one, two, three))
    const expected = questions.map(([one, two, three]) => 100 * one + 10 * two + three)
    expect(answers()).toEqual(expected)
    expect(answers()).toEqual(expected)
    expect(asked).toBe(16)
    expect([sum(1, 1, 2), sum(1, 2, 1), sum(2, 1, 1)]).toEqual([112, 121, 211])
    expect(asked).toBe(19)
    expect(sum(15, 0, 1)).toBe(1501) // still known
    expect(asked).toBe(19)
    expect(sum(0, 0, 1)).toBe(1) // pushed out by the three that came after
    expect(asked).toBe(20)
  })
})

describe('the quantile of the noncentral t distribution', () => {
  it.each([
    [0.001, 1, 0],
    [0.999, 1, 0],
    [0.9999, 1, 3],
    [0.0001, 1, -3],
    [0.5, 40, 2],
    [0.01, 3, 5],
    [0.99, 3, -5],
  ])('has the tail that was asked for: p %s, df %s, noncentrality %s', (p, df, noncentrality) => {
    expect(noncentralTLower(noncentralTQuantile(p, df, noncentrality), df, noncentrality)).toBeCloseTo(p, 11)
  })
})
