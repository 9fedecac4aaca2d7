import { deviationInterval } from '@attune/agreement'
import { describe, expect, it } from 'vitest'

describe('deviationInterval', () => {
  /** Tabled quantiles of chi-squared at .025 and .975: 0.831 and 12.833 (5), 9.591 and 34.170 (20), 16.791 and 46.979 (30). */
  it.each([
    [5, 0.831, 12.833],
    [20, 9.591, 34.17],
    [30, 16.791, 46.979],
  ])('of %i cases is that of the tabled chi-squared distribution', (cases, low, high) => {
    const { lower, upper } = deviationInterval(2, cases)
    expect(lower).toBeCloseTo(2 * Math.sqrt(cases / high), 3)
    expect(upper).toBeCloseTo(2 * Math.sqrt(cases / low), 2)
  })

  it('is wider at a higher level and narrower with more cases', () => {
    expect(deviationInterval(1, 10, 0.99).upper).toBeGreaterThan(deviationInterval(1, 10).upper)
    expect(deviationInterval(1, 10, 0.99).lower).toBeLessThan(deviationInterval(1, 10).lower)
    expect(deviationInterval(1, 40).upper).toBeLessThan(deviationInterval(1, 10).upper)
  })

  it('refuses no cases, a deviation of 0 and a level of 1', () => {
    expect(() => deviationInterval(1, 0)).toThrow('from 0 cases')
    expect(() => deviationInterval(0, 5)).toThrow('The deviation is 0')
    expect(() => deviationInterval(1, 5, 1)).toThrow('The level is 1')
  })
})
