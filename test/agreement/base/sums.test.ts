import { describe, expect, it } from 'vitest'
import { binomialDraws, steadyLog } from '../../../packages/agreement/src/base/binomial.ts'
import { randomFrom } from '../../../packages/agreement/src/base/random.ts'
import { mean, squaredDeviations, sum } from '../../../packages/agreement/src/base/sum.ts'

describe('a sum', () => {
  it('keeps what a large value pushes out, wherever it stands', () => {
    for (const values of [
      [1, 1e100, 1, -1e100],
      [1e100, 1, 1, -1e100],
      [1, 1, -1e100, 1e100],
      [-1e100, 1, 1e100, 1],
    ]) {
      expect(sum(values)).toBe(2)
    }
    expect(sum([1, 1e100, 1, -1e100], (value) => 3 * value)).toBe(6)
    expect(sum([])).toBe(0)
  })

  it('of many equal parts is their product', () => {
    expect(sum(new Float64Array(100_000).fill(0.1))).toBe(10_000)
  })
})

describe('a mean', () => {
  it('of values far from 0 keeps its digits', () => {
    expect(mean([1e15 + 1, 1e15 + 2, 1e15 + 6])).toBe(1e15 + 3)
    expect(mean([-4])).toBe(-4)
    expect(mean([2, 4])).toBe(3)
  })
})

describe('squared deviations', () => {
  it('of values far from 0 are those near it, and of equal ones 0', () => {
    expect(squaredDeviations([1, 2, 6])).toBe(14)
    expect(squaredDeviations([1e15 + 1, 1e15 + 2, 1e15 + 6])).toBe(14)
    expect(squaredDeviations([0.1, 0.1, 0.1])).toBe(0)
    expect(squaredDeviations([0.3, 0.1, 0.2])).toBeCloseTo(0.02, 15)
  })
})

describe('the logarithm that is the same on every machine', () => {
  it('is the natural one, to the last digits', () => {
    expect([steadyLog(1), steadyLog(2), steadyLog(0.5), steadyLog(1024)]).toEqual([
      ...[0, Math.LN2, -Math.LN2, 10 * Math.LN2],
    ])
    for (let x = 1e-9; x < 1e9; x *= 1.37) {
      expect(Math.abs(steadyLog(x) - Math.log(x)), `${x}`).toBeLessThanOrEqual(
        4e-16 * Math.max(1, Math.abs(Math.log(x))),
      )
    }
    for (const x of [Math.SQRT2, Math.SQRT1_2, 1.41, 1.42, 0.7, 0.71]) expect(steadyLog(x)).toBeCloseTo(Math.log(x), 15)
  })
})

describe('numbers from the binomial distribution', () => {
  const draws = (n: number, p: number, count: number) => {
    const draw = binomialDraws(randomFrom(5))
    return Array.from({ length: count }, () => draw(n, p))
  }

  it('are certain where nothing or everything hits', () => {
    expect(new Set(draws(50, 0, 5))).toEqual(new Set([0]))
    expect(new Set(draws(50, -0.1, 5))).toEqual(new Set([0]))
    expect(new Set(draws(50, 1, 5))).toEqual(new Set([50]))
    expect(new Set(draws(50, 1.1, 5))).toEqual(new Set([50]))
    expect(new Set(draws(0, 0.5, 5))).toEqual(new Set([0]))
  })

  /** Chances of 0 ... n hits, one item after another. */
  function chances(n: number, p: number): number[] {
    let shares = [1]
    for (let item = 0; item < n; item++) {
      shares = Array.from(
        { length: shares.length + 1 },
        (_, hits) => (shares[hits] ?? 0) * (1 - p) + (shares[hits - 1] ?? 0) * p,
      )
    }
    return shares
  }

  /** Few expected hits are added up, many drawn by rejection; more than a half are counted from the other end. */
  it.each([
    [12, 0.3],
    [12, 0.7],
    [40, 0.2],
    [40, 0.8],
    [19, 0.5],
    [20, 0.5],
    [40, 0.5],
    [200, 0.1],
    [200, 0.95],
    [7, 0.999],
  ])('come as often as they should: n %s, p %s', (n, p) => {
    const count = 20_000
    const found = new Map<number, number>()
    for (const hits of draws(n, p, count)) found.set(hits, (found.get(hits) ?? 0) + 1)
    // Chi squared over the numbers that are expected five times or more; 4.5 standard deviations of it.
    const cells = chances(n, p).flatMap((share, hits) =>
      share * count >= 5 ? [{ share, seen: found.get(hits) ?? 0 }] : [],
    )
    const chi = cells.reduce((total, { share, seen }) => total + (seen - share * count) ** 2 / (share * count), 0)
    expect(chi).toBeLessThan(cells.length + 4.5 * Math.sqrt(2 * cells.length))
    expect(cells.reduce((total, { seen }) => total + seen, 0)).toBeGreaterThan(0.99 * count)
  })

  it.each([
    [6000, 0.5],
    [6000, 0.9],
    [100_000, 0.3],
  ])('have mean and variance of large numbers: n %s, p %s', (n, p) => {
    const all = draws(n, p, 20_000)
    const [centre, variance] = [n * p, n * p * (1 - p)]
    expect(Math.abs(mean(all) - centre)).toBeLessThan(4.5 * Math.sqrt(variance / all.length))
    expect(Math.abs(squaredDeviations(all) / all.length / variance - 1)).toBeLessThan(4.5 * Math.sqrt(2 / all.length))
    expect(Math.max(...all)).toBeLessThanOrEqual(n)
  })
})
