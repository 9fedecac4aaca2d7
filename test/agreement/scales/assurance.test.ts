import {
  assuranceIcc,
  iccOneway,
  powerIcc,
  ratingTable,
  sampleSizeIccAssurance,
  sampleSizeIccWidth,
} from '@attune/agreement'
import { describe, expect, it } from 'vitest'
import { type Random, randomFrom } from '../../../packages/agreement/src/base/random.ts'
import { determined } from '../support/determined.ts'

function normal(random: Random): number {
  const [u, v] = [(random() + 0.5) / 4294967296, (random() + 0.5) / 4294967296]
  return Math.sqrt(-2 * Math.log(u)) * Math.cos(2 * Math.PI * v)
}

/** Intervals of ICC(1) in studies with normal scores. */
function studies(count: number, rho: number, raters: number, items: number, confidence: number) {
  const random = randomFrom(11)
  const names = Array.from({ length: raters }, (_, rater) => `r${rater}`)
  return Array.from({ length: count }, () => {
    const rows = Array.from({ length: items }, () => {
      const truth = Math.sqrt(rho) * normal(random)
      return names.map(() => truth + Math.sqrt(1 - rho) * normal(random))
    })
    const table = ratingTable({ raters: names, level: 'interval', rows })
    const { lower, upper } = determined(iccOneway(table, { confidence })).interval ?? { lower: null, upper: null }
    return { lower: lower ?? -1, upper: upper ?? 1 }
  })
}

describe('assuranceIcc', () => {
  it('is the share of simulated studies whose lower bound lies above the value', () => {
    const plan = { rho: 0.7, raters: 3, lower: 0.5, items: 30 }
    // The lower bound of a two-sided 90 % interval is that of a one-sided 95 % interval.
    const hits = studies(2000, 0.7, 3, 30, 0.9).filter(({ lower }) => lower > 0.5).length / 2000
    expect(Math.abs(hits - assuranceIcc(plan))).toBeLessThan(0.03) // three standard errors
  })

  it('is the share of simulated studies whose interval is narrow enough', () => {
    const plan = { rho: 0.7, raters: 3, width: 0.3, items: 35 }
    const hits = studies(2000, 0.7, 3, 35, 0.95).filter(({ lower, upper }) => upper - lower <= 0.3).length / 2000
    const said = assuranceIcc(plan)
    expect(said).toBeGreaterThan(0.1)
    expect(said).toBeLessThan(0.9)
    expect(Math.abs(hits - said)).toBeLessThan(0.03)
  })

  it('for a lower bound is the power of the test against that value', () => {
    for (const items of [20, 50, 120]) {
      const exact = assuranceIcc({ rho: 0.8, raters: 2, lower: 0.6, items })
      expect(Math.abs(exact - powerIcc({ rho0: 0.6, rho1: 0.8, raters: 2, items }))).toBeLessThan(0.02) // an approximation
    }
  })

  it('rises with items, raters and expected ICC, and differs little between designs', () => {
    const plan = { rho: 0.7, raters: 3, width: 0.25, items: 60 }
    expect(assuranceIcc({ ...plan, items: 70 })).toBeGreaterThan(assuranceIcc(plan))
    expect(assuranceIcc({ ...plan, raters: 4 })).toBeGreaterThan(assuranceIcc(plan))
    expect(assuranceIcc({ ...plan, rho: 0.8 })).toBeGreaterThan(assuranceIcc(plan))
    expect(assuranceIcc({ ...plan, design: 'twoway' })).toBeCloseTo(assuranceIcc(plan), 1)
    expect(assuranceIcc({ ...plan, width: 1 })).toBe(1)
  })
})

describe('sampleSizeIccAssurance', () => {
  it('is the smallest number that reaches the assurance', () => {
    for (const wish of [{ lower: 0.55 }, { width: 0.2 }]) {
      const plan = { rho: 0.75, raters: 3, ...wish }
      const { items, exact } = sampleSizeIccAssurance({ ...plan, assurance: 0.9 })
      expect(assuranceIcc({ ...plan, items })).toBeGreaterThanOrEqual(0.9)
      expect(assuranceIcc({ ...plan, items: items - 1 })).toBeLessThan(0.9)
      expect(Math.ceil(exact)).toBe(items)
    }
  })

  it('asks for more than the mean width does, and at an assurance of one half for about the same', () => {
    const plan = { rho: 0.7, raters: 3, width: 0.2 }
    const mean = sampleSizeIccWidth(plan).items
    expect(sampleSizeIccAssurance({ ...plan, assurance: 0.9 }).items).toBeGreaterThan(mean * 1.1)
    expect(Math.abs(sampleSizeIccAssurance({ ...plan, assurance: 0.5 }).items / mean - 1)).toBeLessThan(0.06)
  })

  it('needs two items at least, and refuses what cannot be', () => {
    expect(sampleSizeIccAssurance({ rho: 0.9, raters: 3, width: 1.4 })).toEqual({ items: 2, exact: 2 })
    expect(() => sampleSizeIccAssurance({ rho: 0.8, raters: 3 })).toThrow('Either lower or width is to be said.')
    expect(() => sampleSizeIccAssurance({ rho: 0.8, raters: 3, lower: 0.5, width: 0.2 })).toThrow(
      /Either lower or width/,
    )
    expect(() => sampleSizeIccAssurance({ rho: 0.8, raters: 3, lower: 0.9 })).toThrow(
      'lower 0.9 is not between -0.5 and 0.8.',
    )
    expect(() => sampleSizeIccAssurance({ rho: 0.8, raters: 3, lower: 0.5, assurance: 1 })).toThrow(
      /Assurance 1 is not/,
    )
    expect(() => sampleSizeIccAssurance({ rho: 0.5, raters: 2, width: 0.001 })).toThrow(/More than a million/)
    expect(() => assuranceIcc({ rho: 0.8, raters: 3, lower: 0.5, items: 1 })).toThrow('1 items are not possible')
  })
})
