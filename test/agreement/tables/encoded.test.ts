import { type CodeTable, MISSING, NOT_CODABLE, tableFromCodes, tableFromScores } from '@attune/agreement'
import { describe, expect, it } from 'vitest'
import { itemCounts } from '../../../packages/agreement/src/base/item-counts.ts'
import { completeScores } from '../../../packages/agreement/src/base/paired-scores.ts'

/** Long tables are read in blocks of 1024 cells, and from 4096 cells on their items are counted at once. */
const lengths = [1022, 1024, 1026, 2048, 2050, 4096, 4098, 6150]
const two = ['Ann', 'Ben']
const declared = { level: 'nominal', categories: ['a', 'b', 'c'] } as const
const named = (count: number) => Array.from({ length: count }, (_, rater) => `r${rater}`)

describe('a long list of codes', () => {
  it.each(lengths)('is kept to the last one: %s', (length) => {
    const list = Array.from({ length }, (_, index) => ((index * 7) % 5) - 2)
    const { codes, size } = tableFromCodes({ ...declared, raters: two, codes: list })
    expect(size).toBe(length / 2)
    expect([...codes]).toEqual(list)
  })

  it.each(lengths)('is refused for what stands anywhere in it: %s', (length) => {
    for (const place of [0, 1023, 1024, 2047, 2048, 4095, 4096, length - 1].filter((one) => one < length)) {
      for (const raters of [1, 2].filter((count) => length % count === 0)) {
        const list = new Array<number>(length).fill(1)
        list[place] = 3
        const where = `Item ${Math.floor(place / raters) + 1}, rater r${place % raters}: 3 is not the position`
        const of = (codes: ArrayLike<number>) => () => tableFromCodes({ ...declared, raters: named(raters), codes })
        expect(of(list)).toThrow(where)
        expect(of(Int8Array.from(list))).toThrow(where)
      }
    }
  })

  it('is refused for a number that would look like a position in one or two bytes', () => {
    const many = { ...declared, categories: Array.from({ length: 200 }, (_, index) => index) }
    for (const wrong of [256, 65_536, 255, 1.5]) {
      expect(() => tableFromCodes({ ...declared, raters: two, codes: [0, wrong] })).toThrow(
        `Item 1, rater Ben: ${wrong} is not the position of one of 3 categories.`,
      )
    }
    expect(() => tableFromCodes({ ...many, raters: two, codes: [0, 0, 65_536, 0] })).toThrow('Item 2, rater Ann: 65536')
  })

  it('of items that are counted at once is refused as one whose cells are looked at', () => {
    for (const categories of [3, 30]) {
      const codes = new Int8Array(3 * 2000).fill(2)
      codes[5999] = categories
      const all = Array.from({ length: categories }, (_, index) => index)
      expect(() => tableFromCodes({ level: 'nominal', raters: named(3), categories: all, codes })).toThrow(
        `Item 2000, rater r2: ${categories} is not the position of one of ${categories} categories.`,
      )
    }
  })
})

/** Sums over the kinds of items: how often each category was given, and in how many items. */
function totals({ counts, times, q }: { counts: ArrayLike<number>; times: Float64Array; q: number }): number[] {
  return Array.from({ length: q }, (_, category) =>
    times.reduce((sum, count, kind) => sum + count * (counts[kind * q + category] ?? 0), 0),
  )
}

describe('counting of items', () => {
  it('gives for few and for many the same as looking at each', () => {
    for (const size of [1300, 1400]) {
      const codes = Int8Array.from({ length: 3 * size }, (_, index) =>
        index % 11 === 0 ? MISSING : index % 13 === 0 ? NOT_CODABLE : (index * index) % 3,
      )
      const table: CodeTable = tableFromCodes({ ...declared, raters: named(3), codes })
      const found = itemCounts(table, 'available')
      const expected = [0, 1, 2].map((category) => codes.filter((code) => code === category).length)
      expect(totals({ counts: found.counts, times: found.times, q: 3 })).toEqual(expected)
    }
  })
})

describe('a long list of scores', () => {
  const scores = { raters: ['Ann'], level: 'interval' } as const
  it.each(lengths)('has its gaps where they are, and what is no number is refused there: %s', (length) => {
    const places = [0, 1, 2, 3, 1021, 1022, 1023, 1024, 2047, 2048, length - 2, length - 1]
    for (const place of places.filter((one) => one < length)) {
      const values = Float64Array.from({ length }, (_, index) => index + 1)
      values[place] = Number.NaN
      for (const given of [values, [...values]]) {
        const { state } = tableFromScores({ ...scores, values: given })
        expect([state.length, state.indexOf(MISSING), state.lastIndexOf(MISSING)]).toEqual([length, place, place])
      }
      values[place] = Number.POSITIVE_INFINITY
      for (const given of [values, [...values]]) {
        expect(() => tableFromScores({ ...scores, values: given })).toThrow(
          `Item ${place + 1}, rater Ann: Infinity is not a number.`,
        )
      }
    }
  })

  it('leaves an array that is not its own as it is, and has a 0 for each gap of its own copy', () => {
    const values = Float64Array.of(1, Number.NaN, 3, 4)
    expect(tableFromScores({ ...scores, values }).values).toBe(values)
    expect([...values]).toEqual([1, Number.NaN, 3, 4])
    const list = [1, Number.NaN, 3, 4]
    expect([...tableFromScores({ ...scores, values: list }).values]).toEqual([1, 0, 3, 4])
    expect(list).toEqual([1, Number.NaN, 3, 4])
  })

  it('without a gap is not copied for the coefficients either', () => {
    const values = Float64Array.of(1, 2, 3, 4)
    const table = tableFromScores({ raters: two, level: 'ratio', items: ['x', 'y'], values })
    expect(table).toMatchObject({ kind: 'scores', level: 'ratio', items: ['x', 'y'], size: 2 })
    expect(completeScores(table)).toEqual({ n: 2, raters: 2, values, dropped: [] })
    expect(completeScores(table).values).toBe(values)
  })

  it('has to fill its rows, and names have to be as many', () => {
    expect(() => tableFromScores({ raters: two, level: 'interval', values: [1, 2, 3] })).toThrow(
      '3 ratings do not fill rows of 2 raters.',
    )
    expect(() => tableFromScores({ raters: two, level: 'interval', items: ['x'], values: [1, 2, 3, 4] })).toThrow(
      '1 items are named, but there are 2 rows.',
    )
  })
})
