import {
  averageRunLength,
  ewmaRunLength,
  geometricRunLength,
  individualsRunLength,
  normalCase,
  runLengthQuantile,
} from '@attune/agreement'
import { describe, expect, it } from 'vitest'
import { normalTails } from '../../../packages/agreement/src/distributions/distributions.ts'
import { eitherRunLength, soonerRunLength } from '../../../packages/agreement/src/drift/run-length.ts'

describe('a chart of single cases', () => {
  const signal = (shift: number) => normalTails(3 - shift).upper + normalTails(-3 - shift).lower

  it.each([
    [0, 370.4],
    [1, 43.9],
    [2, 6.3],
    [3, 2],
  ])('at 3 sigma and a shift of %f sigma has the published average run length %f', (shift, published) => {
    expect(averageRunLength(geometricRunLength(signal(shift)))).toBeCloseTo(published, 1)
  })

  it('finds nine of ten within the quantile of the geometric distribution', () => {
    expect(runLengthQuantile(geometricRunLength(0.25), 0.9)).toBe(Math.ceil(Math.log(0.1) / Math.log(0.75)))
    expect(runLengthQuantile(geometricRunLength(1), 0.9)).toBe(1)
  })

  it('that cannot signal has no average and no quantile', () => {
    expect(averageRunLength(geometricRunLength(0))).toBeNull()
    expect(runLengthQuantile(geometricRunLength(0), 0.9)).toBeNull()
  })
})

/** Lucas & Saccucci (1990), as in Montgomery (2013), table 9.11: shifts of 0, .25, .5, .75, 1, 1.5, 2, 2.5, 3 and 4 sigma. */
const lucasSaccucci = [
  { lambda: 0.4, limit: 3.054, averages: [500, 224, 71.2, 28.4, 14.3, 5.9, 3.5, 2.5, 2, 1.4] },
  { lambda: 0.25, limit: 2.998, averages: [500, 170, 48.2, 20.1, 11.1, 5.5, 3.6, 2.7, 2.3, 1.7] },
  { lambda: 0.2, limit: 2.962, averages: [500, 150, 41.8, 18.2, 10.5, 5.5, 3.7, 2.9, 2.4, 1.9] },
  { lambda: 0.1, limit: 2.814, averages: [500, 106, 31.3, 15.9, 10.3, 6.1, 4.4, 3.4, 2.9, 2.2] },
  { lambda: 0.05, limit: 2.615, averages: [500, 84.1, 28.8, 16.4, 11.4, 7.1, 5.2, 4.2, 3.5, 2.7] },
]
const shifts = [0, 0.25, 0.5, 0.75, 1, 1.5, 2, 2.5, 3, 4]

describe('ewmaRunLength', () => {
  const chain = { lambda: 0.2, limit: 2.962, expected: 0, deviation: 1 }
  const average = (shift: number, more: object = {}) =>
    averageRunLength(ewmaRunLength({ ...chain, ...more }, normalCase(0, 1), normalCase(0, 1, shift))) ?? 0

  it.each(lucasSaccucci)(
    'with lambda $lambda and limit $limit gives the published averages',
    ({ lambda, limit, averages }) => {
      for (const [index, published] of averages.entries()) {
        const found = average(shifts[index] ?? 0, { lambda, limit, isSettled: true })
        // One decimal is printed, and 500 for what other tables give as 497 to 500.
        const rounding = Math.max(0.06, 0.006 * published)
        expect(Math.abs(found - published), `shift ${shifts[index]}: ${found}`).toBeLessThan(rounding)
      }
    },
  )

  it('hardly changes with a finer grid', () => {
    expect(average(0, { states: 201 }) / average(0)).toBeCloseTo(1, 2)
    expect(average(1, { states: 201 }) / average(1)).toBeCloseTo(1, 3)
  })

  it('with lambda 1 is the geometric run length', () => {
    const more = { lambda: 1, limit: 3, isSettled: true }
    expect(average(0, more)).toBeCloseTo(370.4, 1)
    expect(average(1, more)).toBeCloseTo(43.89, 1)
  })

  it('finds a shift sooner in the first cases, whose limits are narrow, than after many in control', () => {
    expect(average(1.5)).toBeLessThan(average(1.5, { before: 30 }))
    expect(average(1.5)).toBeLessThan(average(1.5, { isSettled: true }))
  })

  it('refuses a limit of 0', () => {
    expect(() => average(0, { limit: 0 })).toThrow('The limit is 0; it has to be above 0.')
  })
})

describe('individualsRunLength', () => {
  /** Champ & Woodall (1987), table 1, rules 1 and 2: shifts of 0, .2 ... 2 and 3 sigma. */
  it.each([
    [0, 225.44],
    [0.2, 177.56],
    [0.4, 104.46],
    [0.6, 57.92],
    [0.8, 33.12],
    [1, 20.01],
    [1.4, 8.69],
    [2, 3.65],
    [3, 1.68],
  ])('at a shift of %f sigma gives the published %f', (shift, published) => {
    expect(averageRunLength(individualsRunLength(shift))).toBeCloseTo(published, 2)
    expect(averageRunLength(individualsRunLength(-shift))).toBeCloseTo(published, 2)
  })

  it('has a chance of no signal that falls from 1 and never rises', () => {
    const { survival } = individualsRunLength(1)
    expect(survival[0]).toBe(1)
    expect(survival.every((chance, cases) => cases === 0 || chance < (survival[cases - 1] ?? 0))).toBe(true)
  })
})

describe('two charts', () => {
  it('taken as independent signal with the chance that not both are silent', () => {
    const either = eitherRunLength(geometricRunLength(0.1), geometricRunLength(0.2))
    expect(averageRunLength(either)).toBeCloseTo(1 / (1 - 0.9 * 0.8), 12)
  })

  it('are at least as quick as the better one', () => {
    const [slow, quick] = [geometricRunLength(0.01), individualsRunLength(2)]
    const sooner = averageRunLength(soonerRunLength(slow, quick)) ?? 0
    expect(sooner).toBeLessThanOrEqual(averageRunLength(quick) ?? 0)
    expect(sooner).toBeGreaterThanOrEqual(averageRunLength(eitherRunLength(slow, quick)) ?? 0)
  })
})
