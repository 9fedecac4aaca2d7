import {
  type CodedUnit,
  eventMatch,
  eventTable,
  pairEvents,
  pairSegments,
  spanF1,
  type UnitPair,
  unitTableFromSpans,
} from '@attune/agreement'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

const runs = { numRuns: 200, seed: 20261122 }
const raters = ['first', 'second']
const categories = ['a', 'b', 'c']
const unit = fc
  .record({
    code: fc.constantFrom(...categories),
    start: fc.integer({ min: 0, max: 40 }),
    length: fc.integer({ min: 1, max: 9 }),
  })
  .map(({ code, start, length }): CodedUnit => ({ code, start, end: start + length }))
const units = fc.array(unit, { maxLength: 9 })

const equal = (pairs: readonly UnitPair[], first: readonly CodedUnit[], second: readonly CodedUnit[]) =>
  pairs.filter((pair) => first[pair.first]?.code === second[pair.second]?.code)

describe('pairs of units', () => {
  it('hold as many segments of equal codes as span-f1 counts, with the same overlap', () => {
    fc.assert(
      fc.property(units, units, fc.constantFrom(0.3, 0.5, 0.8), (first, second, overlap) => {
        fc.pre(first.length + second.length > 0)
        const spans = [first, second].map((list) => list.map(({ start, end, code }) => [start, end, code] as const))
        const { details } = spanF1(unitTableFromSpans({ raters, categories, spans }), { overlap })
        const pairs = equal(pairSegments(first, second, overlap), first, second)
        expect(pairs).toHaveLength(Number(details?.matches))
        const overlaps = pairs.reduce((sum, pair) => sum + pair.closeness, 0)
        expect(pairs.length === 0 ? null : overlaps / pairs.length).toEqual(
          details?.meanOverlap === null ? null : expect.closeTo(Number(details?.meanOverlap), 10),
        )
      }),
      runs,
    )
  })

  it('hold as many events of equal codes as event-match counts', () => {
    fc.assert(
      fc.property(units, units, fc.constantFrom(0, 1, 3), (first, second, tolerance) => {
        fc.pre(first.length + second.length > 0)
        const events = [first, second].map((list) => list.map(({ start, code }) => [start, code] as const))
        const { details } = eventMatch(eventTable({ raters, categories, events }), { tolerance })
        expect(equal(pairEvents(first, second, tolerance), first, second)).toHaveLength(Number(details?.matches))
      }),
      runs,
    )
  })

  it('join what is left whatever its code, and nothing twice', () => {
    fc.assert(
      fc.property(units, units, (first, second) => {
        const pairs = pairSegments(first, second, 0.5)
        expect(new Set(pairs.map((pair) => pair.first)).size).toBe(pairs.length)
        expect(new Set(pairs.map((pair) => pair.second)).size).toBe(pairs.length)
        for (const pair of pairs) expect(pair.closeness).toBeGreaterThanOrEqual(0.5 - 1e-12)
      }),
      runs,
    )
    const mine = [
      { code: 'a', start: 0, end: 10 },
      { code: 'b', start: 20, end: 30 },
    ]
    const masters = [
      { code: 'b', start: 20, end: 28 },
      { code: 'c', start: 0, end: 10 },
      { code: 'c', start: 50, end: 60 },
    ]
    expect(pairSegments(mine, masters, 0.5)).toEqual([
      { first: 0, second: 1, closeness: 1 },
      { first: 1, second: 0, closeness: 0.8 },
    ])
  })

  it('refuse an overlap of 0 and a negative tolerance', () => {
    expect(() => pairSegments([], [], 0)).toThrow(RangeError)
    expect(() => pairEvents([], [], -1)).toThrow(RangeError)
  })
})
