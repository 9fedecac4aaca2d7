import {
  powerIcc,
  powerKappaBinary,
  powerKappaGof,
  powerKappaMulticategory,
  sampleSizeIcc,
  sampleSizeIccWidth,
  sampleSizeKappaBinary,
  sampleSizeKappaGof,
  sampleSizeKappaMulticategory,
} from '@attune/agreement'
import { describe, expect, it } from 'vitest'
import { maximise } from '../../../packages/agreement/src/base/linear-program.ts'

const icc = { rho0: 0.6, rho1: 0.8, raters: 3 } as const
const binary = { kappa0: 0.3, kappa1: 0.6, rate1: 0.2, rate2: 0.25 } as const
const common = { kappa0: 0.4, kappa1: 0.6, prevalence: 0.3, raters: 4 } as const
const several = { kappa0: 0.5, kappa1: 0.7, shares: [0.4, 0.3, 0.2, 0.1] } as const

describe('the power of a study', () => {
  it('is the one the sample size was asked for, at the size before rounding', () => {
    for (const power of [0.7, 0.9]) {
      expect(powerIcc({ ...icc, items: sampleSizeIcc({ ...icc, power }).exact })).toBeCloseTo(power, 12)
      expect(powerKappaBinary({ ...binary, items: sampleSizeKappaBinary({ ...binary, power }).exact })).toBeCloseTo(
        power,
        12,
      )
      expect(powerKappaGof({ ...common, items: sampleSizeKappaGof({ ...common, power }).exact })).toBeCloseTo(power, 12)
      const size = sampleSizeKappaMulticategory({ ...several, power }).exact
      expect(powerKappaMulticategory({ ...several, items: size })).toBeCloseTo(power, 12)
    }
  })

  it('refuses a study without items', () => {
    expect(() => powerIcc({ ...icc, items: 1 })).toThrow('1 items are too few')
    expect(() => powerKappaBinary({ ...binary, items: 0 })).toThrow(RangeError)
    expect(() => powerKappaGof({ ...common, items: 0 })).toThrow(RangeError)
    expect(() => powerKappaMulticategory({ ...several, items: 0 })).toThrow(RangeError)
  })
})

describe('a sample size', () => {
  it('grows with the power and falls with alpha, raters and distance', () => {
    expect(sampleSizeIcc({ ...icc, power: 0.9 }).items).toBeGreaterThan(sampleSizeIcc(icc).items)
    expect(sampleSizeIcc({ ...icc, alpha: 0.01 }).items).toBeGreaterThan(sampleSizeIcc(icc).items)
    expect(sampleSizeIcc({ ...icc, raters: 2 }).items).toBeGreaterThan(sampleSizeIcc(icc).items)
    expect(sampleSizeIcc({ ...icc, rho0: 0.7 }).items).toBeGreaterThan(sampleSizeIcc(icc).items)
  })

  it('is the same for two categories by Cantor and by Flack with equal rates', () => {
    const rates = { kappa0: 0.4, kappa1: 0.7 }
    const cantor = sampleSizeKappaBinary({ ...rates, rate1: 0.3, rate2: 0.3 })
    expect(sampleSizeKappaMulticategory({ ...rates, shares: [0.3, 0.7] }).exact).toBeCloseTo(cantor.exact, 9)
  })

  it('takes two tails where asked', () => {
    expect(sampleSizeKappaGof({ ...common, tails: 1 }).items).toBeLessThan(sampleSizeKappaGof(common).items)
  })

  it('is off in the sixth digit where kappaSize stops its search', () => {
    const [exact, early] = [
      sampleSizeKappaGof(common).exact,
      sampleSizeKappaGof({ ...common, search: 'kappaSize' }).exact,
    ]
    expect(early / exact - 1).toBeCloseTo(4.8984e-6, 9)
    // With little power the other tail counts: noncentral chi squared has .1 above its critical value at 0.42557 (scipy 1.17).
    const small = sampleSizeKappaGof({ ...common, power: 0.1, search: 'kappaSize' }).exact
    const unit = sampleSizeKappaGof(common).exact / 7.848879734349
    expect(small / unit).toBeCloseTo(0.42557, 3)
  })

  it('refuses what is not possible, naming value and rule', () => {
    expect(sampleSizeIcc({ ...icc, rho0: -0.4 }).items).toBeGreaterThan(1)
    expect(() => sampleSizeIcc({ ...icc, rho0: -0.5 })).toThrow('rho0 -0.5 is not between -0.5 and 1.')
    expect(() => sampleSizeIcc({ ...icc, rho1: 0.5 })).toThrow('rho1 0.5 is not above rho0 0.6.')
    expect(() => sampleSizeIcc({ ...icc, raters: 1 })).toThrow('1 raters are not possible; two are needed.')
    expect(() => sampleSizeIcc({ ...icc, alpha: 0 })).toThrow('Alpha 0 is not between 0 and 1.')
    expect(() => sampleSizeIcc({ ...icc, power: 1 })).toThrow('Power 1 is not between 0 and 1.')
    expect(() => sampleSizeIccWidth({ rho: 0.7, raters: 2, width: 0 })).toThrow('Width 0 is not between 0 and 2.')
    expect(() => sampleSizeKappaBinary({ ...binary, kappa1: 0.99 })).toThrow('A kappa of 0.99 is not possible')
    expect(() => sampleSizeKappaBinary({ ...binary, kappa1: 0.3 })).toThrow('The two kappas are equal.')
    expect(() => sampleSizeKappaGof({ ...common, kappa1: 0.4 })).toThrow('The two kappas are equal.')
    expect(() => sampleSizeKappaMulticategory({ ...several, shares: [0.5, 0.6] })).toThrow('add up to 1.1')
    expect(() => sampleSizeKappaMulticategory({ ...several, kappa0: -0.9 })).toThrow('A kappa of -0.9 is not possible')
    expect(() => sampleSizeKappaMulticategory({ ...several, shares: [1] })).toThrow('Two categories are needed.')
  })
})

describe('maximise', () => {
  it('finds the corner of a program with a degenerate start', () => {
    const program = {
      gain: [3, 2, 0, 0],
      rows: [
        [1, 1, 1, 0],
        [1, 3, 0, 1],
      ],
      right: [4, 6],
    }
    expect(maximise(program)).toBeCloseTo(12, 12)
  })

  it('says that no point fits', () => {
    expect(
      maximise({
        gain: [1, 1],
        rows: [
          [1, 1],
          [1, 1],
        ],
        right: [1, 2],
      }),
    ).toBeNull()
  })
})
