import {
  assuranceIcc,
  benchmarkMembership,
  landisKoch,
  moreItems,
  powerIcc,
  powerKappaBinary,
  powerKappaGof,
  powerKappaMulticategory,
  type Result,
  sampleSizeIcc,
  sampleSizeIccWidth,
  sampleSizeKappaBinary,
  sampleSizeKappaGof,
  sampleSizeKappaMulticategory,
} from '@attune/agreement'
import { describe, expect, it } from 'vitest'
import { sampleSize } from '../../../packages/agreement/src/planning/plan.ts'

const icc = { rho0: 0.6, rho1: 0.8, raters: 3 } as const
const binary = { kappa0: 0.3, kappa1: 0.6, rate1: 0.2, rate2: 0.25 } as const
const common = { kappa0: 0.4, kappa1: 0.6, prevalence: 0.3, raters: 4 } as const
const several = { kappa0: 0.5, kappa1: 0.7, shares: [0.4, 0.3, 0.2, 0.1] } as const

describe('a plan that is not possible', () => {
  it('is refused with the name of the value and its bounds', () => {
    expect(() => sampleSizeIcc({ ...icc, rho1: 1.2 })).toThrow('rho1 1.2 is not between -0.5 and 1.')
    expect(() => sampleSizeIcc({ ...icc, rho1: 0.6 })).toThrow('rho1 0.6 is not above rho0 0.6.')
    expect(() => sampleSizeIccWidth({ rho: -0.5, raters: 3, width: 0.2 })).toThrow(
      'rho -0.5 is not between -0.5 and 1.',
    )
    expect(() => sampleSizeIccWidth({ rho: 0.5, raters: 3, width: 0.2, confidence: 1 })).toThrow(
      'Confidence 1 is not between 0 and 1.',
    )
    expect(() => sampleSizeKappaBinary({ ...binary, rate1: 0 })).toThrow('rate1 0 is not between 0 and 1.')
    expect(() => sampleSizeKappaBinary({ ...binary, rate2: 1 })).toThrow('rate2 1 is not between 0 and 1.')
    expect(() => sampleSizeKappaGof({ ...common, prevalence: 1 })).toThrow('Prevalence 1 is not between 0 and 1.')
    expect(() => sampleSizeKappaGof({ ...common, kappa0: 0 })).toThrow('kappa0 0 is not between 0 and 1.')
    expect(() => sampleSizeKappaMulticategory({ ...several, shares: [0, 1] })).toThrow(
      'Share 0 is not between 0 and 1.',
    )
    expect(() => sampleSizeKappaMulticategory({ ...several, kappa1: 0.5 })).toThrow('The two kappas are equal.')
    expect(() => sampleSizeKappaMulticategory({ ...several, kappa0: -0.9 })).toThrow(
      'A kappa of -0.9 is not possible with the shares 0.4, 0.3, 0.2, 0.1.',
    )
    for (const power of [
      () => powerKappaBinary({ ...binary, items: 0 }),
      () => powerKappaGof({ ...common, items: 0 }),
      () => powerKappaMulticategory({ ...several, items: 0 }),
    ]) {
      expect(power).toThrow('0 items are too few.')
    }
  })

  it('is refused without a value it needs, by its name', () => {
    const without = <Plan extends object>(plan: Plan, name: keyof Plan): Plan => ({ ...plan, [name]: undefined })
    const width = { rho: 0.8, raters: 3, width: 0.2 }
    const assured = { rho: 0.8, raters: 3, lower: 0.6, items: 26 }
    for (const [plan, message] of [
      [() => sampleSizeIcc(without(icc, 'rho0')), 'rho0 is missing; it lies between -0.5 and 1.'],
      [() => sampleSizeIcc(without(icc, 'rho1')), 'rho1 is missing; it lies between -0.5 and 1.'],
      [() => sampleSizeIcc(without(icc, 'raters')), 'The number of raters is missing.'],
      [() => powerIcc(without({ ...icc, items: 40 }, 'items')), 'The number of items is missing.'],
      [() => sampleSizeIccWidth(without(width, 'rho')), 'rho is missing; it lies between -0.5 and 1.'],
      [() => sampleSizeIccWidth(without(width, 'width')), 'Width is missing; it lies between 0 and 2.'],
      [() => assuranceIcc(without(assured, 'items')), 'The number of items is missing.'],
      [() => assuranceIcc(without(assured, 'lower')), 'Either lower or width is to be said.'],
      [() => sampleSizeKappaBinary(without(binary, 'kappa0')), 'kappa0 is missing.'],
      [() => sampleSizeKappaBinary(without(binary, 'kappa1')), 'kappa1 is missing.'],
      [() => sampleSizeKappaBinary(without(binary, 'rate1')), 'rate1 is missing; it lies between 0 and 1.'],
      [() => powerKappaBinary(without({ ...binary, items: 40 }, 'items')), 'The number of items is missing.'],
      [() => sampleSizeKappaGof(without(common, 'prevalence')), 'Prevalence is missing; it lies between 0 and 1.'],
      [() => sampleSizeKappaGof(without(common, 'kappa1')), 'kappa1 is missing; it lies between 0 and 1.'],
      [() => powerKappaGof(without({ ...common, items: 40 }, 'items')), 'The number of items is missing.'],
      [() => sampleSizeKappaMulticategory(without(several, 'shares')), 'The shares of the categories are missing.'],
      [() => sampleSizeKappaMulticategory(without(several, 'kappa0')), 'kappa0 is missing.'],
      [() => powerKappaMulticategory(without({ ...several, items: 9 }, 'items')), 'The number of items is missing.'],
    ] as const) {
      expect(plan, message).toThrow(new RangeError(message))
    }
  })

  it('is refused if it names no test or formula there is, or asks for more items than can be counted', () => {
    const misspelt = (plan: object) => plan as never
    expect(() => sampleSizeIcc(misspelt({ ...icc, tails: 3 }))).toThrow('A test has 1 or 2 tails, not 3.')
    expect(() => sampleSizeKappaGof(misspelt({ ...common, search: 'kappasize' }))).toThrow('The option search is')
    expect(() => assuranceIcc(misspelt({ rho: 0.8, raters: 3, lower: 0.6, items: 26, design: 'two-way' }))).toThrow(
      'The option design is',
    )
    expect(() => sampleSizeKappaBinary({ ...binary, kappa1: Number.NaN })).toThrow('kappa1 NaN is not a number.')
    expect(() => sampleSizeIccWidth({ rho: 0.8, raters: 3, width: 1e-200 })).toThrow(
      'More items would be needed than can be counted.',
    )
  })

  it('is possible up to the bound', () => {
    expect(powerIcc({ ...icc, items: 2 })).toBeGreaterThan(0)
    expect(sampleSizeIccWidth({ rho: -0.4, raters: 3, width: 0.2 }).items).toBeGreaterThan(1)
    // Kappa 1 with equal rates leaves nothing off the diagonal.
    expect(sampleSizeKappaBinary({ kappa0: 0.5, kappa1: 1, rate1: 0.3, rate2: 0.3 }).items).toBeGreaterThan(1)
  })
})

describe('a sample size', () => {
  it('is the next whole number, and not one more where rounding alone is above it', () => {
    expect(sampleSize(12.0000000001).items).toBe(12)
    expect(sampleSize(12.001).items).toBe(13)
  })

  it('is larger for a narrower or a surer interval', () => {
    const plan = { rho: 0.8, raters: 3, width: 0.2 }
    const usual = sampleSizeIccWidth(plan).exact
    expect(sampleSizeIccWidth({ ...plan, width: 0.1 }).exact).toBeCloseTo(1 + (usual - 1) * 4, 9)
    expect(sampleSizeIccWidth({ ...plan, confidence: 0.99 }).exact).toBeCloseTo(
      1 + (usual - 1) * (2.5758293035489 / 1.95996398454005) ** 2,
      9,
    )
  })

  it('repeats the search of kappaSize for very much power', () => {
    const found = sampleSizeKappaGof({ ...common, power: 0.99999, search: 'kappaSize' }).exact
    expect(found / sampleSizeKappaGof({ ...common, power: 0.99999 }).exact).toBeCloseTo(1, 0)
  })
})

describe('moreItems', () => {
  const result: Result = {
    measure: 'x',
    options: {},
    raters: [],
    n: 20,
    dropped: [],
    warnings: [],
    estimate: 0.5,
    interval: { lower: 0.3, upper: 0.7, level: 0.95, method: 'x' },
  }
  it('asks for four times the items for half the width', () => {
    expect(moreItems(result, 0.1)).toEqual({ items: 80, more: 60, halfWidth: expect.closeTo(0.2, 12) })
    expect(moreItems(result, 0.5)).toMatchObject({ items: 20, more: 0 })
  })

  it('has no answer without an interval that is closed and has a width', () => {
    const { interval: _, ...bare } = result
    expect(moreItems(bare, 0.1)).toBeNull()
    for (const [lower, upper] of [
      [0.3, null],
      [null, 0.7],
      [0.5, 0.5],
    ] as const) {
      expect(moreItems({ ...result, interval: { lower, upper, level: 0.95, method: 'x' } }, 0.1)).toBeNull()
    }
    const { se: __, test: ___, ...undecided } = bare
    const none: Result = { ...undecided, estimate: null, undefined: { code: 'no-items', message: 'x' } }
    expect(moreItems(none, 0.1)).toBeNull()
    expect(() => moreItems(result, 0)).toThrow(new RangeError('Half width 0 is not above 0.'))
    expect(() => moreItems(result, Number.POSITIVE_INFINITY)).toThrow('Half width Infinity is not a number.')
    expect(() => moreItems(result, 1e-300)).toThrow('More items would be needed than can be counted.')
  })
})

describe('benchmarkMembership', () => {
  it('takes the ends of the scale and refuses what lies beyond', () => {
    expect(benchmarkMembership({ estimate: 1, se: 0.01 }, landisKoch)).toMatchObject({ label: 'Almost Perfect' })
    expect(benchmarkMembership({ estimate: -1, se: 0.01 }, landisKoch)).toMatchObject({ label: 'Poor' })
    const refused = (estimate: number, se: number, certainty: number) => () =>
      benchmarkMembership({ estimate, se }, landisKoch, certainty)
    expect(refused(-1.01, 0.1, 0.95)).toThrow('Coefficient -1.01 is not from -1 to 1.')
    expect(refused(1.01, 0.1, 0.95)).toThrow('Coefficient 1.01 is not from -1 to 1.')
    expect(refused(0.5, Number.POSITIVE_INFINITY, 0.95)).toThrow('Standard error Infinity is not above 0.')
    expect(refused(0.5, 0, 0.95)).toThrow('Standard error 0 is not above 0.')
    expect(refused(0.5, 0.1, 0)).toThrow('Certainty 0 is not between 0 and 1.')
    expect(refused(0.5, 0.1, 1)).toThrow('Certainty 1 is not between 0 and 1.')
  })

  it('keeps the digits of a small probability on either side', () => {
    const { bands } = benchmarkMembership({ estimate: 0, se: 0.1 }, landisKoch)
    // 1 - Phi(8) = 6.22096e-16 (mpmath), less the part above 1, which is smaller by eight powers of ten.
    expect((bands[0]?.probability ?? 0) / 6.220960574e-16).toBeCloseTo(1, 7)
    expect(bands[5]?.probability).toBeCloseTo(0.5, 12)
    expect(bands.reduce((sum, { probability }) => sum + probability, 0)).toBeCloseTo(1, 12)
  })

  it('takes the lowest word where none is sure enough, and none from a rule without words', () => {
    const open = { ...landisKoch, bands: [{ from: 0.5, label: 'High' }] }
    expect(benchmarkMembership({ estimate: 0.1, se: 0.1 }, open)).toMatchObject({ label: 'High', ofEstimate: 'High' })
    expect(benchmarkMembership({ estimate: 0.1, se: 0.1 }, { ...landisKoch, bands: [] }).label).toBe('')
  })
})
