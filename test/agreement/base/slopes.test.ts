import { type Cell, joinTables, MISSING, ratingTable, segmentationTable, tableFromScores } from '@attune/agreement'
import { describe, expect, it } from 'vitest'
import { itemSlopes } from '../../../packages/agreement/src/base/item-slopes.ts'
import { randomBelow, randomFrom } from '../../../packages/agreement/src/base/random.ts'
import { disagreement } from '../../../packages/agreement/src/base/unit-disagreement.ts'

const raters = ['Ann', 'Ben']
const coded = (rows: readonly (readonly Cell[])[]) =>
  ratingTable({ raters, level: 'nominal', categories: ['a', 'b', 'c'], rows })

describe('what an item adds', () => {
  const rows = [
    ['a', 'a'],
    ['b', 'b'],
    ['a', 'b'],
    ['b', 'b'],
    ['c', 'a'],
  ]
  /** Forty items: the slope is exact but for an error of (3 / n)^12. */
  const many = Array.from({ length: 8 }, () => rows).flat()
  const all = [0, 1, 2, 3, 4]

  it('to a share is its distance from the share over n', () => {
    const slopes = itemSlopes('percent-agreement', coded(many), {}, all)
    expect([...(slopes ?? [])]).toEqual([1, 1, 0, 1, 0].map((hit) => expect.closeTo((hit - 0.6) / 40, 10)))
  })

  it('comes in the order in which items are asked for', () => {
    const slopes = itemSlopes('percent-agreement', coded(many), {}, [4, 0])
    expect([...(slopes ?? [])]).toEqual([expect.closeTo(-0.015, 10), expect.closeTo(0.01, 10)])
    expect(itemSlopes('percent-agreement', coded(many), {}, [])).toEqual(new Float64Array(0))
  })

  it('to kappa adds up to nothing over all items', () => {
    const slopes = [...(itemSlopes('cohen-kappa', coded(many), {}, all) ?? [])]
    expect(slopes.reduce((sum, slope) => sum + slope, 0)).toBeCloseTo(0, 9)
    expect(Math.max(...slopes)).toBeGreaterThan(0)
  })

  it('is null where the coefficient has no value without it', () => {
    const fragile = coded([
      ['a', 'a'],
      ['a', 'a'],
      ['b', 'b'],
    ])
    expect(itemSlopes('cohen-kappa', fragile, {}, [2])).toBeNull()
    expect(itemSlopes('cohen-kappa', fragile, {}, [0])).not.toBeNull()
    expect(itemSlopes('cohen-kappa', fragile, {}, [0, 2])).toBeNull()
  })

  it('tells a gap from the score that stands in its place', () => {
    const part = [1, 2, 0, Number.NaN, 0, 0, 5, 4, 3, 3]
    const table = tableFromScores({ raters, level: 'interval', values: Array.from({ length: 8 }, () => part).flat() })
    expect(table.state[3]).toBe(MISSING)
    const slopes = itemSlopes('bias', table, {}, [0, 1, 2, 3]) ?? []
    // Differences -1, none, 0, 1 and 0, mean 0, thirty-two of them.
    expect([...slopes]).toEqual([-1, 0, 0, 1].map((slope) => expect.closeTo(slope / 32, 10)))
  })

  it('is asked for the parts of a joined table one by one', () => {
    const text = (...masses: number[][]) => segmentationTable({ raters, masses })
    const joined = joinTables([text([2, 2], [2, 2]), text([3, 1], [1, 3]), text([1, 3], [1, 3])])
    const slopes = [...(itemSlopes('boundary-similarity', joined, {}, [0, 1, 2]) ?? [])]
    expect(slopes).toHaveLength(3)
    expect(slopes[0]).toBeCloseTo(slopes[2] ?? Number.NaN, 8)
    expect(slopes[1]).toBeLessThan(slopes[0] ?? 0)
  })
})

describe('disagreement on units of one category', () => {
  const random = randomFrom(23)
  const below = (limit: number) => randomBelow(random, limit)
  type Span = readonly [start: number, end: number]

  /** Units without overlaps from `begin` to `end`, in order, none across an edge. */
  function units(begin: number, end: number, edges: readonly number[]): Span[] {
    const spans: Span[] = []
    for (let place = begin + below(6); place < end; place += below(8)) {
      const border = edges.find((edge) => edge > place) ?? end
      const last = Math.min(place + 1 + below(9), border, end)
      spans.push([place, last])
      place = last
    }
    return spans
  }
  const length = ([start, end]: Span) => end - start
  const meet = (one: Span, other: Span) => one[0] < other[1] && other[0] < one[1]

  /** Every unit beside every unit of another rater, and beside the gaps in which it lies. */
  function observed(raters: readonly Span[][], whole: number): number {
    let total = 0
    for (const [own, one] of raters.entries()) {
      for (const other of raters.filter((_, index) => index !== own)) {
        for (const unit of one) {
          const met = other.filter((span) => meet(unit, span))
          // Two units are seen from either side, a unit in a gap from its own alone.
          for (const span of met) total += ((unit[0] - span[0]) ** 2 + (unit[1] - span[1]) ** 2) / 2
          if (met.length === 0) total += length(unit) ** 2
        }
      }
    }
    return (2 * total) / (raters.length * (raters.length - 1) * whole * whole)
  }

  /** Every unit at every place of every gap, counted one place after another. */
  function expected(raters: readonly Span[][], begin: number, whole: number, edges: readonly number[]): number {
    const all = raters.flat()
    const free = raters.map((spans) =>
      Array.from({ length: whole }, (_, at) => !spans.some((span) => meet(span, [begin + at, begin + at + 1]))),
    )
    const fits = (size: number) =>
      free.reduce((places, cells) => {
        let found = places
        for (let at = 0; at + size <= whole; at++) {
          const crosses = edges.some((edge) => edge > begin + at && edge < begin + at + size)
          if (!crosses && cells.slice(at, at + size).every(Boolean)) found++
        }
        return found
      }, 0)
    const cells = raters.length * whole
    const own = all.reduce((sum, span) => sum + length(span) * (length(span) - 1), 0)
    const total = all.reduce((sum, span) => {
      const l = length(span)
      return sum + ((all.length - 1) / 3) * (2 * l ** 3 - 3 * l ** 2 + l) + l ** 2 * fits(l)
    }, 0)
    return (2 * total) / whole / (cells * (cells - 1) - own)
  }

  it('is that of its definition, in 60 random continua', () => {
    for (let trial = 0; trial < 60; trial++) {
      const [begin, whole] = [below(20), 20 + below(40)]
      const edges = trial % 3 === 0 ? [] : [begin + 10, begin + 15 + below(4)]
      const spans = Array.from({ length: 2 + below(2) }, () => units(begin, begin + whole, edges))
      const stretches = spans.map((list) => ({
        starts: Float64Array.from(list, ([start]) => start),
        ends: Float64Array.from(list, ([, end]) => end),
      }))
      const found = disagreement(stretches, { begin, length: whole }, edges)
      expect(found.units).toBe(spans.flat().length)
      expect(found.observed).toBeCloseTo(observed(spans, whole), 10)
      expect(found.expected).toBeCloseTo(expected(spans, begin, whole, edges), 10)
    }
  })
})
