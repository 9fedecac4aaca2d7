import { describe, expect, it } from 'vitest'
import { betaQuantile, chiSquaredQuantile } from '../../../packages/agreement/src/distributions/distributions.ts'
import { gammaStart, oddsStart } from '../../../packages/agreement/src/distributions/starts.ts'

const tailsOf = (lower: number) => ({ lower, upper: 1 - lower })
const usual = [0.025, 0.1, 0.2, 0.5, 0.8, 0.9, 0.975, 0.999]

describe('the search for a quantile of the gamma distribution', () => {
  it.each([
    [2, 0.08],
    [5, 0.008],
    [20, 0.0015],
    [200, 0.0002],
  ])('begins beside it: shape %s', (a, near) => {
    for (const p of usual) {
      const off = gammaStart(a, tailsOf(p)) - Math.log(chiSquaredQuantile(p, 2 * a) / 2)
      expect(Math.abs(off), `p = ${p}`).toBeLessThan(near)
    }
  })

  it.each([
    [0.1, 1e-6, 13.4],
    [0.5, 1e-6, 1.15],
    [0.5, 0.001, 1.15],
    [1, 0.001, 0.001],
    [2, 1e-6, 0.52],
  ])('begins near the lower end for a small shape and tail: %s, %s', (a, p, near) => {
    const off = gammaStart(a, tailsOf(p)) - Math.log(chiSquaredQuantile(p, 2 * a) / 2)
    expect(Math.abs(off)).toBeLessThan(near)
  })
})

describe('the search for the odds of a beta distribution', () => {
  it.each([
    [1, 1, 0.53],
    [1, 3, 0.41],
    [3, 1, 0.41],
    [2, 2, 0.054],
    [8, 1.5, 0.16],
    [20, 5, 0.009],
    [5, 20, 0.009],
    [100, 300, 0.0002],
  ])('begins beside it: shapes %s and %s', (a, b, near) => {
    for (const p of usual.slice(0, -1)) {
      const x = betaQuantile(p, a, b)
      const off = oddsStart(a, b, tailsOf(p)) - Math.log(x / (1 - x))
      expect(Math.abs(off), `p = ${p}`).toBeLessThan(near)
    }
  })

  it('begins in the middle for a shape below 1, where the approximation is far off', () => {
    expect(oddsStart(0.5, 2, tailsOf(0.01))).toBe(Math.log(0.25))
    expect(oddsStart(3, 0.5, tailsOf(0.99))).toBe(Math.log(6))
    expect(oddsStart(1, 1.5, tailsOf(0.5))).not.toBe(Math.log(1 / 1.5))
  })
})
