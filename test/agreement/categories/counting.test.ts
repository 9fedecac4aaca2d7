import { type Cell, estimate, type MeasureId, selectItems, tableFromCodes } from '@attune/agreement'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { countsOfEachItem, itemCounts } from '../../../packages/agreement/src/base/item-counts.ts'
import { pairCounts } from '../../../packages/agreement/src/base/pair-counts.ts'
import { anyRows, coded, names } from './tables.ts'

const rows: readonly Cell[][] = [
  ['F', 'F', 'Ds'],
  ['F', null, null],
  ['CC', null, null],
  [null, null, null],
  ['Ds', 'CC', 'Ds'],
]

describe('n and the ledger of what is left out', () => {
  const ledger = (id: MeasureId, options = {}) => {
    const { n, dropped } = estimate(id, coded(rows), options)
    return [n, ...dropped.map(({ code, count }) => `${code} ${count}`)].join(', ')
  }

  it('name an item with a single rating where only pairs count', () => {
    const pairs = [
      'percent-agreement',
      'percent-agreement-pairs',
      'brennan-prediger',
      'specific-agreement',
      'krippendorff-alpha',
    ] as const
    for (const id of [...pairs, 'krippendorff-alpha-weighted', 'light-kappa'] as const) {
      expect(ledger(id), id).toBe('2, missing 1, not-codable 1, single-rating 1')
    }
  })

  it('keep it where it tells how often a category is used', () => {
    for (const id of ['fleiss-kappa', 'gwet-ac1', 'gwet-ac2', 'conger-kappa'] as const) {
      expect(ledger(id), id).toBe('3, missing 1, not-codable 1')
    }
  })

  it('count only complete items where that is asked for', () => {
    for (const id of ['percent-agreement', 'fleiss-kappa', 'conger-kappa', 'gwet-ac1'] as const) {
      expect(ledger(id, { missing: 'listwise' }), id).toBe('1, missing 2, not-codable 2')
    }
    expect(ledger('percent-agreement-all')).toBe('1, missing 2, not-codable 2')
  })
})

describe('the standard error of pooled pairs', () => {
  const error = (id: MeasureId, given: readonly Cell[][]) => {
    const result = estimate(id, coded(given))
    return result.estimate === null ? [] : [result.se ?? Number.NaN, result.interval?.lower ?? Number.NaN]
  }

  it('is that of the mean over items where nothing is missing', () => {
    const complete: readonly Cell[][] = [
      ['F', 'F', 'Ds'],
      ['F', 'F', 'F'],
      ['E', 'Ds', 'F'],
      ['U', 'U', 'U'],
    ]
    const [se = 0, lower = 0] = error('percent-agreement', complete)
    expect(error('percent-agreement-pairs', complete)).toEqual([expect.closeTo(se, 12), expect.closeTo(lower, 12)])
    expect(error('specific-agreement', complete)).toEqual([expect.closeTo(se, 12), expect.closeTo(lower, 12)])
  })

  it('lets items with more ratings weigh more', () => {
    const gaps: readonly Cell[][] = [
      ['F', 'F', 'Ds'],
      ['F', 'F', null],
      ['E', 'Ds', null],
      ['U', 'U', 'U'],
    ]
    // Pairs 6, 2, 2, 6 of which 2, 2, 0, 6 agree: 10/16; squares (2 - 3.75)² + (2 - 1.25)² + 1.25² + 2.25² = 10.25.
    expect(error('percent-agreement-pairs', gaps)[0]).toBeCloseTo(Math.sqrt((10.25 * 4) / 3) / 16, 12)
  })
})

describe("the test in Gwet's frame", () => {
  const some: readonly Cell[][] = [
    ['F', 'F', 'Ds'],
    ['F', 'F', 'F'],
    ['E', 'Ds', 'E'],
    ['U', 'U', 'U'],
    ['F', null, 'F'],
  ]

  it('is t with one degree of freedom less than rated items, and there is none of percent agreement', () => {
    for (const id of ['gwet-ac1', 'conger-kappa', 'brennan-prediger', 'krippendorff-alpha-weighted'] as const) {
      const result = estimate(id, coded(some))
      if (result.estimate === null) throw new Error(result.undefined.message)
      expect(result.test, id).toMatchObject({
        statistic: 't',
        df1: 4,
        value: expect.closeTo(result.estimate / (result.se ?? 0), 9),
      })
    }
    expect(estimate('percent-agreement', coded(some))).not.toHaveProperty('test')
  })

  it('has neither error nor interval for a single item of pooled pairs', () => {
    const single = estimate('percent-agreement-pairs', coded([['F', 'Ds', 'F']]))
    expect(single.estimate).toBeCloseTo(1 / 3, 12)
    expect(single).not.toHaveProperty('se')
    expect(
      estimate(
        'percent-agreement-pairs',
        coded([
          ['F', 'Ds', 'F'],
          ['E', 'E', 'E'],
        ]),
      ),
    ).toHaveProperty('se')
  })
})

describe('counting', () => {
  it('of items that fall together gives what one row an item gives', () => {
    fc.assert(
      fc.property(anyRows('fleiss-kappa'), (given) => {
        const table = coded(given, names, 3)
        const together = itemCounts(table, 'available')
        const single = countsOfEachItem(table)
        const totals = ({ counts, times, q }: typeof single) =>
          names.map((_, k) =>
            counts.reduce(
              (sum, count, cell) => (cell % q === k ? sum + count * (times[Math.floor(cell / q)] ?? 0) : sum),
              0,
            ),
          )
        expect([together.n, together.paired, totals(together)]).toEqual([single.n, single.paired, totals(single)])
        expect(together.dropped).toEqual(single.dropped)
        expect(together.times.reduce((sum, count) => sum + count, 0)).toBe(together.n)
      }),
      { numRuns: 300, seed: 20261122 },
    )
  })

  it('of many pairs by two bytes at once gives what one after the other gives', () => {
    const pair: readonly Cell[][] = [
      ['F', 'F'],
      ['F', 'Ds'],
      ['E', 'U'],
      ['U', null],
      ['CC', 'F'],
      [null, null],
      ['Ds', 'Ds'],
    ]
    const few = coded(pair)
    const positions = Array.from({ length: 21_007 }, (_, index) => (index * index + 3 * index) % pair.length)
    const many = pairCounts(selectItems(few, positions))
    const expected = new Float64Array(16)
    const lost = { missing: 0, 'not-codable': 0 }
    const cells: Record<number, number> = { 0: 0, 1: 1, 2: 2 * 4 + 3, 6: 5 }
    for (const position of positions) {
      const cell = cells[position]
      if (cell !== undefined) expected[cell] = (expected[cell] ?? 0) + 1
      else lost[position === 4 ? 'not-codable' : 'missing']++
    }
    expect(many.counts).toEqual(expected)
    expect(many.dropped).toEqual([
      { code: 'missing', count: lost.missing },
      { code: 'not-codable', count: lost['not-codable'] },
    ])
  })

  it('refuses a byte that is no position, whatever way it is counted, and counts the next table from nothing', () => {
    const declared = { level: 'nominal', categories: ['F', 'Ds', 'E'] } as const
    const two = { ...declared, raters: ['A', 'B'] }
    const three = { ...declared, raters: ['A', 'B', 'C'] }
    const many = { ...declared, raters: ['A', 'B', 'C'], categories: Array.from({ length: 30 }, (_, code) => code) }
    const cases = [
      { input: two, at: 3, message: 'Item 2, rater B: 3 is' },
      { input: three, at: 5, message: 'Item 2, rater C: 3 is' },
      { input: many, at: 4, message: 'Item 2, rater B: 30 is' },
    ]
    for (const { input, at, message } of cases) {
      const codes = new Int8Array(12)
      codes[at] = input.categories.length
      expect(() => tableFromCodes({ ...input, codes })).toThrow(message)
      codes[at] = -3
      expect(() => tableFromCodes({ ...input, codes })).toThrow('-3 is not the position')
      codes[at] = -2
      const table = tableFromCodes({ ...input, codes })
      expect(itemCounts(table, 'available').n).toBe(12 / input.raters.length)
      if (input === two) expect([...pairCounts(table).counts]).toEqual([5, 0, 0, 0, 0, 0, 0, 0, 0])
    }
  })

  it('of bytes that begin at an odd place, and of wide codes, gives the same', () => {
    const declared = { raters: ['A', 'B'], level: 'nominal', categories: ['F', 'Ds', 'E'] } as const
    const odd = new Int8Array(11).subarray(1)
    odd.set([0, 0, 1, 2, -1, 0, -2, 1, 2, 2])
    const [plain, shifted] = [
      tableFromCodes({ ...declared, codes: [...odd] }),
      tableFromCodes({ ...declared, codes: odd }),
    ]
    expect(pairCounts(shifted)).toEqual(pairCounts(plain))
    expect(pairCounts(shifted).dropped).toEqual([
      { code: 'missing', count: 1 },
      { code: 'not-codable', count: 1 },
    ])
    const wide = { ...declared, categories: Array.from({ length: 200 }, (_, code) => code) }
    expect(() => tableFromCodes({ ...wide, codes: Int16Array.of(0, 200) })).toThrow('rater B: 200 is')
    const { counts, n } = pairCounts(tableFromCodes({ ...wide, codes: Int16Array.of(0, 199, 3, 3) }))
    expect([n, counts[199], counts[603]]).toEqual([2, 1, 1])
  })
})
