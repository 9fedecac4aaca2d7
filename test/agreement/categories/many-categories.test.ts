import { cohenKappa, MISSING, NOT_CODABLE, tableFromCodes } from '@attune/agreement'
import { describe, expect, it } from 'vitest'
import { randomBelow, randomFrom } from '../../../packages/agreement/src/base/random.ts'

const used = 12
const categories = (count: number) => Array.from({ length: count }, (_, category) => category)

/** The same ratings on a scale of 12 categories and on one of 12,000, of which 12 are used. */
function bothScales(codes: readonly number[]) {
  const declared = { raters: ['A', 'B'], level: 'nominal' } as const
  return {
    few: tableFromCodes({ ...declared, categories: categories(used), codes }),
    many: tableFromCodes({
      ...declared,
      categories: categories(1000 * used),
      codes: codes.map((code) => (code < 0 ? code : 1000 * code + 999)),
    }),
  }
}

describe("Cohen's kappa of thousands of categories", () => {
  it('is that of the categories in use, with error, interval, test and drops', () => {
    const random = randomFrom(3)
    for (let round = 0; round < 40; round++) {
      const codes: number[] = []
      for (let item = 0; item < 60; item++) {
        const own = randomBelow(random, used + 2) - 2
        const other = randomBelow(random, 3) > 0 ? own : randomBelow(random, used + 2) - 2
        codes.push(own, other)
      }
      const { few, many } = bothScales(codes)
      const [one, other] = [cohenKappa(few), cohenKappa(many)]
      expect(other.dropped).toEqual(one.dropped)
      expect(other.n).toBe(one.n)
      if (one.estimate === null || other.estimate === null) throw new Error('Random ratings have a kappa.')
      for (const part of ['estimate', 'observed', 'expected', 'se'] as const) {
        expect(other[part]).toBeCloseTo(Number(one[part]), 12)
      }
      expect(other.test?.se).toBeCloseTo(Number(one.test?.se), 12)
      expect(other.interval?.lower).toBeCloseTo(Number(one.interval?.lower), 12)
    }
  })

  it('is undefined where it is with few', () => {
    expect(cohenKappa(bothScales([2, 2, 2, 2]).many).undefined?.code).toBe('no-variation')
    expect(cohenKappa(bothScales([MISSING, 1, NOT_CODABLE, 3]).many).undefined?.code).toBe('no-items')
  })
})
