import { spanF1, unitTableFromSpans } from '@attune/agreement'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

const runs = { numRuns: 200, seed: 20261122 }
const categories = ['a', 'b']
type Span = readonly [number, number, string]

const spans = fc.array(
  fc
    .tuple(fc.nat(12), fc.integer({ min: 1, max: 6 }), fc.constantFrom(...categories))
    .map(([start, length, category]): Span => [start, start + length, category]),
  { maxLength: 5 },
)
const tableOf = (both: readonly (readonly Span[])[]) =>
  unitTableFromSpans({ raters: ['Ann', 'Ben'], categories, spans: both })

const shareOf = (one: Span, other: Span): number => {
  const shared = Math.max(0, Math.min(one[1], other[1]) - Math.max(one[0], other[0]))
  return shared / (one[1] - one[0] + other[1] - other[0] - shared)
}

/** Most matches by trying all. */
function mostMatches(first: readonly Span[], second: readonly Span[], least: number): number {
  const [head, ...rest] = first
  if (head === undefined) return 0
  const counts = second.map((span, index) =>
    span[2] === head[2] && shareOf(head, span) >= least - 1e-12 && shareOf(head, span) > 0
      ? 1 + mostMatches(rest, second.toSpliced(index, 1), least)
      : 0,
  )
  return Math.max(mostMatches(rest, second, least), ...counts)
}

describe('spanF1', () => {
  it('finds as many matches as trying all of them', () => {
    fc.assert(
      fc.property(spans, spans, fc.constantFrom(0.01, 0.3, 0.5, 1), (first, second, overlap) => {
        const { estimate, details } = spanF1(tableOf([first, second]), { overlap })
        if (estimate === null) return
        expect(details?.matches).toBe(mostMatches(first, second, overlap))
        expect(estimate).toBeCloseTo((2 * Number(details?.matches)) / (first.length + second.length), 12)
      }),
      runs,
    )
  })

  it('does not change with the order of spans or raters, or when text is shifted or stretched', () => {
    fc.assert(
      fc.property(spans, spans, (first, second) => {
        const moved = (list: readonly Span[]) =>
          list.map(([start, end, code]): Span => [90 + start * 0.1, 90 + end * 0.1, code])
        const { estimate } = spanF1(tableOf([first, second]))
        expect(spanF1(tableOf([second.toReversed(), first.toReversed()])).estimate).toBe(estimate)
        const stretched = spanF1(tableOf([moved(first), moved(second)]), { overlap: 0.45 })
        expect(stretched.estimate).toBe(spanF1(tableOf([first, second]), { overlap: 0.45 }).estimate)
      }),
      runs,
    )
  })

  it('asks for the same bounds with an overlap of 1, and says how well matches overlap', () => {
    const table = tableOf([
      [
        [0, 10, 'a'],
        [20, 30, 'b'],
      ],
      [
        [0, 10, 'a'],
        [20, 28, 'b'],
      ],
    ])
    expect(spanF1(table, { overlap: 1 })).toMatchObject({
      estimate: 0.5,
      details: { matches: 1, precision: 0.5, recall: 0.5 },
    })
    expect(spanF1(table).details?.meanOverlap).toBeCloseTo(0.9, 12)
    expect(spanF1(table, { category: 'b' })).toMatchObject({ estimate: 1, n: 2 })
  })

  it('counts 0.2 of 0.3 as two thirds although their doubles give a little less', () => {
    expect(spanF1(tableOf([[[0.1, 0.4, 'a']], [[0.1, 0.3, 'a']]]), { overlap: 2 / 3 }).estimate).toBe(1)
  })

  it('does not match spans of different categories', () => {
    expect(spanF1(tableOf([[[0, 9, 'a']], [[0, 9, 'b']]])).estimate).toBe(0)
  })

  it('takes the matching with most matches, not the best pair first', () => {
    const table = tableOf([
      [
        [0, 10, 'a'],
        [4, 14, 'a'],
      ],
      [
        [3, 13, 'a'],
        [7, 17, 'a'],
      ],
    ])
    expect(spanF1(table, { overlap: 0.53 }).details?.matches).toBe(2)
  })

  it('has no precision without spans of the second rater, and no value without any', () => {
    expect(spanF1(tableOf([[[0, 9, 'a']], []]))).toMatchObject({ estimate: 0, details: { precision: null, recall: 0 } })
    expect(spanF1(tableOf([[], []]))).toMatchObject({ estimate: null, undefined: { code: 'no-items' } })
  })

  it('refuses an overlap of 0 and an undeclared category', () => {
    expect(() => spanF1(tableOf([[], []]), { overlap: 0 })).toThrow('The overlap 0')
    expect(() => spanF1(tableOf([[], []]), { category: 'z' })).toThrow('Category "z" is not among a, b.')
  })
})
