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
} from '../../packages/agreement/src/distributions/distributions.ts'
import { noncentralTLower, noncentralTQuantile } from '../../packages/agreement/src/distributions/noncentral-t.ts'
import reference from './reference/distributions.json' with { type: 'json' }
import noncentral from './reference/noncentral-t.json' with { type: 'json' }

/** Computed by reference/distributions.py with 60 digits. */
const tails: Record<string, (...parameters: number[]) => { lower: number; upper: number }> = {
  normal: (z = 0) => normalTails(z),
  t: (x = 0, df = 0) => tTails(x, df),
  f: (x = 0, df1 = 0, df2 = 0) => fTails(x, df1, df2),
  chi2: (x = 0, df = 0) => chiSquaredTails(x, df),
  beta: (x = 0, a = 0, b = 0) => betaDistributionTails(x, a, b),
}
const quantiles: Record<string, (...parameters: number[]) => number> = {
  normal: (p = 0) => normalQuantile(p),
  t: (p = 0, df = 0) => tQuantile(p, df),
  f: (p = 0, df1 = 0, df2 = 0) => fQuantile(p, df1, df2),
  chi2: (p = 0, df = 0) => chiSquaredQuantile(p, df),
  beta: (p = 0, a = 0, b = 0) => betaQuantile(p, a, b),
}

function deviation(actual: number, expected: number): number {
  return actual === expected ? 0 : Math.abs(actual - expected) / Math.abs(expected)
}

const points: Record<string, number[][]> = {
  normal: reference.normal,
  t: reference.t,
  f: reference.f,
  chi2: reference.chi2,
  beta: reference.beta,
}

describe('the tails of a distribution', () => {
  for (const [name, rows] of Object.entries(points)) {
    it(`keep 1e-12 of their value: ${name}`, () => {
      expect(rows.length).toBeGreaterThan(10)
      for (const row of rows) {
        const [lower = Number.NaN, upper = Number.NaN] = row.slice(-2)
        const found = tails[name]?.(...row.slice(0, -2))
        expect(deviation(found?.lower ?? Number.NaN, lower), `${name} ${row} lower ${found?.lower}`).toBeLessThan(1e-12)
        expect(deviation(found?.upper ?? Number.NaN, upper), `${name} ${row} upper ${found?.upper}`).toBeLessThan(1e-12)
      }
    })
  }
})

describe('the quantiles of a distribution', () => {
  for (const name of Object.keys(quantiles)) {
    it(`keep 1e-12 of their value: ${name}`, () => {
      const rows = reference.quantiles.filter((row) => row[0] === name).map((row) => row.slice(1).map(Number))
      expect(rows.length).toBeGreaterThan(10)
      for (const row of rows) {
        const found = quantiles[name]?.(...row.slice(0, -1)) ?? Number.NaN
        expect(deviation(found, row.at(-1) ?? Number.NaN), `${name} ${row} ${found}`).toBeLessThan(1e-12)
      }
    })
  }

  it('are the ends of the range for probabilities 0 and 1', () => {
    expect([chiSquaredQuantile(0, 3), fQuantile(0, 2, 3), betaQuantile(1, 2, 3)]).toEqual([0, 0, 1])
    expect(normalQuantile(0)).toBe(Number.NEGATIVE_INFINITY)
    expect(tQuantile(1, 4)).toBe(Number.POSITIVE_INFINITY)
  })

  it('refuse what is not a probability, a shape or degrees of freedom', () => {
    expect(() => normalQuantile(1.1)).toThrow(RangeError)
    expect(() => tQuantile(0.5, 0)).toThrow(RangeError)
    expect(() => fTails(1, Number.NaN, 3)).toThrow(RangeError)
  })
})

describe('the quantile of F with few, fractional degrees of freedom', () => {
  const few = [0.05, 0.3, 0.9, 1.0001, 1.02, 1.05, 1.2, 1.9, 2.7, 3, 9.5, 200]
  const pairs = few.flatMap((df1) => few.map((df2) => [df1, df2] as const))
  it.each([0.0005, 0.025, 0.5, 0.975, 0.9995])('ends, and its tail is the probability asked for: %s', (p) => {
    for (const [df1, df2] of pairs) {
      const f = fQuantile(p, df1, df2)
      if (f === Number.POSITIVE_INFINITY || f === 0) continue // beyond what a double holds
      const { lower, upper } = fTails(f, df1, df2)
      const found = p < 0.5 ? deviation(lower, p) : deviation(upper, 1 - p)
      expect(found, `F(${df1}, ${df2}) at ${p}: ${f}`).toBeLessThan(1e-9)
    }
  })
})

describe('the noncentral t distribution', () => {
  it('keeps 1e-12 of the lower tail, also where it is small', () => {
    expect(noncentral.points).toHaveLength(210)
    for (const [t = 0, df = 0, noncentrality = 0, lower = 0] of noncentral.points) {
      const found = noncentralTLower(t, df, noncentrality)
      expect(Math.abs(found - lower), `${t}, ${df}, ${noncentrality}`).toBeLessThan(1e-13)
      if (lower > 1e-10) expect(deviation(found, lower), `${t}, ${df}, ${noncentrality}`).toBeLessThan(1e-12)
    }
  })

  it('has quantiles that keep 1e-11 of the spread', () => {
    const inside = noncentral.points.filter(([, , , lower = 0, upper = 0]) => lower > 1e-4 && upper > 1e-4)
    expect(inside.length).toBeGreaterThan(100)
    for (const [t = 0, df = 0, noncentrality = 0, lower = 0] of inside) {
      const found = noncentralTQuantile(lower, df, noncentrality)
      expect(Math.abs(found - t) / Math.max(1, Math.abs(t)), `${t}, ${df}, ${noncentrality}`).toBeLessThan(1e-11)
    }
  })
})
