import { type CodeTable, MISSING, NOT_CODABLE, tableFromCodes } from '@attune/agreement'
import { describe, expect, it } from 'vitest'
import { itemCounts } from '../../../packages/agreement/src/base/item-counts.ts'
import { pairCounts } from '../../../packages/agreement/src/base/pair-counts.ts'
import { randomBelow, randomFrom } from '../../../packages/agreement/src/base/random.ts'

/** Codes of each item, gaps and marks among them; the first and the last category always occur. */
function codesOf(categories: number, raters: number, items: number): number[] {
  const random = randomFrom(categories * raters + items)
  const codes = Array.from({ length: items * raters }, () => randomBelow(random, categories + 2) - 2)
  codes[0] = 0
  codes[1] = categories - 1
  return codes
}

const declared = (categories: number, raters: number) => ({
  raters: Array.from({ length: raters }, (_, rater) => `r${rater}`),
  level: 'nominal' as const,
  categories: Array.from({ length: categories }, (_, category) => category),
})

/** A table as somebody may make it by hand, whose codes nobody has looked at. */
function unseen(categories: number, codes: CodeTable['codes']): CodeTable {
  return { ...tableFromCodes({ ...declared(categories, 2), codes: [] }), size: codes.length / 2, codes }
}

const sizes = [2, 3, 31, 32, 33, 62, 63, 128, 129, 300] as const

describe('counts of two raters', () => {
  it.each(sizes)('are those of looking at each item: %s categories', (k) => {
    for (const items of [1, 2, 3, 4, 5, 8, 61, 1001]) {
      const codes = codesOf(k, 2, items)
      const found = pairCounts(tableFromCodes({ ...declared(k, 2), codes }))
      const counts = new Float64Array(k * k)
      const [rows, columns] = [new Float64Array(k), new Float64Array(k)]
      let [n, notCodable] = [0, 0]
      for (let item = 0; item < items; item++) {
        const [first = MISSING, second = MISSING] = codes.slice(2 * item, 2 * item + 2)
        if (first >= 0 && second >= 0) {
          counts[first * k + second] = (counts[first * k + second] ?? 0) + 1
          rows[first] = (rows[first] ?? 0) + 1
          columns[second] = (columns[second] ?? 0) + 1
          n++
        } else if (first === NOT_CODABLE || second === NOT_CODABLE) notCodable++
      }
      expect({ ...found, dropped: 0 }).toEqual({ k, n, counts, rows, columns, dropped: 0 })
      const lost = new Map(found.dropped.map(({ code, count }) => [code, count]))
      expect(lost.get('not-codable') ?? 0).toBe(notCodable)
      expect(lost.get('missing') ?? 0).toBe(items - n - notCodable)
    }
  })

  it.each(sizes)('refuse a code that is no position, at either rater: %s categories', (k) => {
    const wide = k > 128
    const array = (codes: number[]) => (wide ? Int16Array.from(codes) : Int8Array.from(codes))
    for (const wrong of [k, -3, k === 128 ? -128 : k + 1]) {
      if (!wide && wrong > 127) continue
      expect(() => pairCounts(unseen(k, array([0, 1, wrong, 0])))).toThrow(
        `Item 2, rater r0: ${wrong} is not the position of one of ${k} categories.`,
      )
      expect(() => pairCounts(unseen(k, array([0, wrong, 1, 0])))).toThrow(`Item 1, rater r1: ${wrong} is not`)
    }
    const last = [MISSING, NOT_CODABLE, k - 1, 0, NOT_CODABLE, MISSING]
    expect(pairCounts(unseen(k, array(last)))).toMatchObject({ n: 1, dropped: [{ code: 'not-codable', count: 2 }] })
  })

  it('are the same when the codes begin anywhere in their buffer', () => {
    const all = Int8Array.of(9, 1, 0, 1, 1, 0, MISSING, 1, 1)
    const found = pairCounts(unseen(2, all.subarray(1)))
    expect(found).toMatchObject({ n: 3, counts: Float64Array.of(0, 0, 1, 2) })
    expect(found.dropped).toEqual([{ code: 'missing', count: 1 }])
  })
})

describe('counts of items', () => {
  it.each([2, 5, 130])('say for each item how often each category was given: %s categories', (q) => {
    for (const raters of [1, 3, 4, 9]) {
      const items = 40
      const codes = codesOf(q, raters, items)
      for (const missing of ['available', 'listwise'] as const) {
        const found = itemCounts(tableFromCodes({ ...declared(q, raters), codes }), missing)
        const totals = new Float64Array(q)
        let [n, notCodable] = [0, 0]
        for (let item = 0; item < items; item++) {
          const own = codes.slice(item * raters, (item + 1) * raters)
          const enters = missing === 'listwise' ? own.every((code) => code >= 0) : own.some((code) => code >= 0)
          if (enters) n++
          else if (own.includes(NOT_CODABLE)) notCodable++
          if (enters) for (const code of own) if (code >= 0) totals[code] = (totals[code] ?? 0) + 1
        }
        const sums = new Float64Array(q)
        for (const [cell, count] of found.counts.entries()) {
          const times = found.times[Math.floor(cell / q)] ?? 0
          sums[cell % q] = (sums[cell % q] ?? 0) + count * times
        }
        expect(found.n).toBe(n)
        expect(sums).toEqual(totals)
        const lost = new Map(found.dropped.map(({ code, count }) => [code, count]))
        expect(lost.get('not-codable') ?? 0).toBe(notCodable)
        expect(lost.get('missing') ?? 0).toBe(items - n - notCodable)
      }
    }
  })
})
