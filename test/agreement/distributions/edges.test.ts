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
import { gammaStart, oddsStart } from '../../../packages/agreement/src/distributions/starts.ts'
import { betaTails, gammaTails, type Point } from '../../../packages/agreement/src/distributions/tails.ts'

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
  type Look = (y: number) => Point
  const counted = (look: Look, lower: number, start: number) => {
    let asked = 0
    const y = invert(
      (at) => {
        asked++
        return look(at)
      },
      { lower, upper: 1 - lower },
      start,
    )
    return { asked, y }
  }
  const exponential: Look = (y) => gammaTails(1)(Math.exp(y))
  /** An exponential distribution, whose quantile is known. */
  const place = (lower: number) => Math.log(-Math.log1p(-lower))
  const search = (lower: number, start: number, look = exponential) => {
    const { asked, y } = counted(look, lower, start)
    return { asked, off: Math.abs(Math.exp(y - place(lower)) - 1) }
  }

  it.each([
    [0.3, 500, 3],
    [0.3, -500, 4],
    [0.9, 40, 7],
    [0.9, -20, 33],
    [1e-9, 60, 4],
    [0.999999, -30, 47],
  ])('finds the place from far away, in few steps: %s from %s', (lower, start, most) => {
    const { asked, off } = search(lower, start)
    expect(off).toBeLessThan(1e-13)
    expect(asked).toBeLessThanOrEqual(most)
  })

  it('begins in the middle where it has no place to begin', () => {
    for (const start of [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]) {
      expect(search(0.9, start)).toEqual(search(0.9, 0))
    }
  })

  it('needs two or three looks from near by, and one where it begins at the place', () => {
    expect(search(0.3, -1).asked).toBeLessThanOrEqual(3)
    expect(search(0.9, 1).asked).toBeLessThanOrEqual(3)
    for (const lower of [0.2, 0.5, 0.8]) {
      expect(search(lower, place(lower)).asked).toBe(1)
      expect(search(lower, place(lower) + 1e-6).asked).toBe(1)
      expect(search(lower, place(lower) - 1e-3).asked).toBe(2)
      expect(search(lower, place(lower) + 1e-3).off).toBeLessThan(3e-15)
    }
  })

  const usual = [1e-6, 0.001, 0.025, 0.1, 0.5, 0.9, 0.975, 0.999]
  it('needs two looks, rarely three, at a gamma distribution from where its search begins', () => {
    const looks = [0.5, 1, 2, 5, 20, 200].flatMap((a) => {
      const tails = gammaTails(a)
      return usual.map((lower) => {
        const start = gammaStart(a, { lower, upper: 1 - lower })
        return counted((y) => tails(Math.exp(y)), lower, start).asked
      })
    })
    expect(Math.max(...looks)).toBe(3)
    expect(looks.reduce((sum, one) => sum + one, 0) / looks.length).toBeLessThan(2.25)
  })

  it('needs two or three looks at the odds of a beta distribution', () => {
    const shapes = [
      [1, 1],
      [1, 3],
      [2, 2],
      [8, 1.5],
      [20, 5],
      [100, 300],
    ] as const
    const looks = shapes.flatMap(([a, b]) => {
      const tails = betaTails(a, b)
      return usual.map((lower) => {
        const start = oddsStart(a, b, { lower, upper: 1 - lower })
        return counted((y) => tails(1 / (1 + Math.exp(-y)), 1 / (1 + Math.exp(y))), lower, start).asked
      })
    })
    expect(Math.max(...looks)).toBe(3)
    expect(looks.reduce((sum, one) => sum + one, 0) / looks.length).toBeLessThan(2.4)
  })

  it('finds the place by halving where the density leads nowhere', () => {
    for (const start of [-6, 1, 6]) {
      for (const lower of [0.05, 0.3, 0.7, 0.95]) {
        const { asked, off } = search(lower, start, (y) => ({ ...exponential(y), density: 0 }))
        expect(off).toBeLessThan(2e-15)
        expect(asked).toBeLessThan(62)
      }
    }
  })

  it('takes the plain step of Newton where the bend is out of all proportion', () => {
    for (const slope of [100, -100]) {
      for (const lower of [0.05, 0.3, 0.7, 0.95]) {
        const { asked, off } = search(lower, 1, (y) => ({ ...exponential(y), slope }))
        expect(off).toBeLessThan(1e-8)
        expect(asked).toBeLessThan(8)
      }
    }
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
