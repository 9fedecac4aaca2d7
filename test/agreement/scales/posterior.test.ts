import { cohenKappa, kappaPosterior, moreItems, ratingTable, tableFromContingency, withinK } from '@attune/agreement'
import { describe, expect, it } from 'vitest'
import { gammaDraw } from '../../../packages/agreement/src/base/gamma-draws.ts'
import { randomFrom } from '../../../packages/agreement/src/base/random.ts'
import { determined } from '../support/determined.ts'

const table = (counts: number[][]) =>
  tableFromContingency({
    raters: ['coder', 'master'],
    level: 'ordinal',
    categories: counts.map((_, index) => index + 1),
    counts,
  })
const few = table([
  [5, 1, 0],
  [0, 4, 1],
  [0, 0, 3],
])

describe('gammaDraw', () => {
  it.each([
    [0, 4],
    [0, 9],
    [3, 4],
    [60, 25],
  ])('has mean and variance of the shape: %d + 1/%d', (count, parts) => {
    const random = randomFrom(9)
    const shape = count + 1 / parts
    const drawn = Array.from({ length: 40_000 }, () => gammaDraw(count, parts, random))
    const mean = drawn.reduce((sum, value) => sum + value, 0) / drawn.length
    const variance = drawn.reduce((sum, value) => sum + (value - mean) ** 2, 0) / drawn.length
    expect(Math.abs(mean - shape)).toBeLessThan(5 * Math.sqrt(shape / drawn.length))
    expect(Math.abs(variance / shape - 1)).toBeLessThan(5 * Math.sqrt((2 + 6 / shape) / drawn.length))
  })
})

describe('kappaPosterior', () => {
  it('gives what a million Dirichlet draws of numpy 2.4 give, within the error of simulation', () => {
    const plain = determined(kappaPosterior(few, {}, { draws: 40_000 }))
    expect(plain.estimate).toBeCloseTo(0.7389, 2)
    expect(Math.abs((plain.interval?.lower ?? 0) - 0.3926)).toBeLessThan(0.012)
    expect(Math.abs((plain.interval?.upper ?? 0) - 0.9413)).toBeLessThan(0.006)
    expect(plain.details?.above).toBeCloseTo(0.8009, 1)
    const weighted = determined(kappaPosterior(few, { weights: 'quadratic' }, { draws: 40_000 }))
    expect(weighted.estimate).toBeCloseTo(0.8365, 2)
  })

  it('stays below 1 and does not become certain where all few cases agree', () => {
    const agreed = determined(
      kappaPosterior(
        table([
          [4, 0],
          [0, 3],
        ]),
      ),
    )
    expect(agreed.interval?.upper).toBeLessThan(1)
    expect(agreed.interval?.lower).toBeLessThan(0.5)
    expect(Number(agreed.details?.above)).toBeLessThan(0.95)
  })

  it('comes close to the usual interval with many cases', () => {
    const many = table([
      [400, 60],
      [50, 490],
    ])
    const [bayes, usual] = [determined(kappaPosterior(many)), determined(cohenKappa(many))]
    expect(bayes.interval?.lower).toBeCloseTo(usual.interval?.lower ?? 0, 2)
    expect(bayes.interval?.upper).toBeCloseTo(usual.interval?.upper ?? 0, 2)
  })

  it('gives the same numbers for the same seed, and others for another', () => {
    expect(kappaPosterior(few, {}, { seed: 3 })).toEqual(kappaPosterior(few, {}, { seed: 3 }))
    expect(kappaPosterior(few, {}, { seed: 4 }).estimate).not.toBe(kappaPosterior(few, {}, { seed: 3 }).estimate)
  })

  it('is undefined without items or with one category, and refuses what is no plan', () => {
    expect(
      kappaPosterior(
        table([
          [0, 0],
          [0, 0],
        ]),
      ).undefined?.code,
    ).toBe('no-items')
    expect(kappaPosterior(table([[3]])).undefined?.code).toBe('no-variation')
    expect(() => kappaPosterior(few, {}, { draws: 10 })).toThrow('10 is not 100 or more draws.')
    expect(() => kappaPosterior(few, {}, { threshold: 2 })).toThrow('Threshold 2 is not from -1 to 1.')
  })
})

describe('moreItems', () => {
  const rows = Array.from({ length: 40 }, (_, item) => [item % 7, (item % 7) + (item % 5 === 0 ? 3 : 0)])
  const known = withinK(ratingTable({ raters: ['A', 'B'], level: 'interval', rows }), { k: 1 })

  it('asks for four times the items for half the width, and for none where the width is reached', () => {
    const { halfWidth } = moreItems(known, 1) ?? { halfWidth: 0 }
    expect(moreItems(known, halfWidth / 2)).toEqual({ items: 160, more: 120, halfWidth })
    expect(moreItems(known, 2 * halfWidth)).toMatchObject({ items: 40, more: 0 })
  })

  it('has no answer without an interval, and refuses a width of 0', () => {
    const single = withinK(ratingTable({ raters: ['A', 'B'], level: 'interval', rows: [[null, 1]] }))
    expect(moreItems(single, 0.1)).toBeNull()
    expect(() => moreItems(known, 0)).toThrow('Half width 0 is not above 0.')
  })
})
