import { bestAlignment, gamma, gammaCat, type UnitTable, unitTableFromSpans } from '@attune/agreement'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

const runs = { numRuns: 150, seed: 20261122 }
const categories = ['a', 'b']
type Span = readonly [number, number, string]

const span = fc
  .tuple(fc.nat(14), fc.integer({ min: 1, max: 6 }), fc.constantFrom(...categories))
  .map(([start, length, category]): Span => [start, start + length, category])
const spansOf = (raters: number, most: number) =>
  fc.array(fc.array(span, { maxLength: most }), { minLength: raters, maxLength: raters })
const names = ['Ann', 'Ben', 'Cem', 'Dia', 'Eve']

function tableOf(spans: readonly (readonly Span[])[], begin = 0, scale = 1): UnitTable {
  const moved = spans.map((list) =>
    list.map(([start, end, category]): Span => [begin + start * scale, begin + end * scale, category]),
  )
  return unitTableFromSpans({
    raters: names.slice(0, spans.length),
    categories,
    begin,
    length: 25 * scale,
    spans: moved,
  })
}

interface Placed {
  readonly rater: number
  readonly span: Span
}

/** Mean dissimilarity of all pairs of raters; the empty place counts 1 against everyone. */
function costOf(group: readonly Placed[], raters: number, alpha: number, beta: number): number {
  const pairs = (raters * (raters - 1)) / 2
  let cost = pairs
  for (const [index, { span: one }] of group.entries()) {
    for (const { span: other } of group.slice(index + 1)) {
      const apart = Math.abs(one[0] - other[0]) + Math.abs(one[1] - other[1])
      const share = apart / (one[1] - one[0] + other[1] - other[0])
      cost += alpha * share ** 2 + (one[2] === other[2] ? 0 : beta) - 1
    }
  }
  return cost / pairs
}

/** Least cost over every way to put the units into groups of at most one a rater. */
function leastCost(units: readonly Placed[], raters: number, alpha: number, beta: number): number {
  const [first, ...rest] = units
  if (first === undefined) return 0
  let least = Number.POSITIVE_INFINITY
  const grow = (group: readonly Placed[], from: number, left: readonly Placed[]): void => {
    const total = costOf(group, raters, alpha, beta) + leastCost(left, raters, alpha, beta)
    least = Math.min(least, total)
    for (const [index, unit] of rest.entries()) {
      if (index < from || group.some(({ rater }) => rater === unit.rater)) continue
      grow(
        [...group, unit],
        index + 1,
        left.filter((one) => one !== unit),
      )
    }
  }
  grow([first], 0, rest)
  return least
}

describe.each([
  { raters: 2, most: 4 },
  { raters: 3, most: 2 },
  { raters: 4, most: 2 },
])('bestAlignment of $raters raters', ({ raters, most }) => {
  it('has the disorder that trying every grouping finds', () => {
    fc.assert(
      fc.property(spansOf(raters, most), fc.constantFrom(0.5, 1, 3), fc.constantFrom(0, 1, 2), (spans, alpha, beta) => {
        const units = spans.flatMap((list, rater) => list.map((one) => ({ rater, span: one })))
        const found = bestAlignment(tableOf(spans), { alpha, beta })
        if (units.length === 0) expect(found).toBeNull()
        else expect(found?.disorder).toBeCloseTo((leastCost(units, raters, alpha, beta) * raters) / units.length, 9)
      }),
      { ...runs, numRuns: 60 },
    )
  })

  it('says which units belong together, and its disorder is that of the groups it names', () => {
    fc.assert(
      fc.property(spansOf(raters, 6), (spans) => {
        const table = tableOf(spans)
        const found = bestAlignment(table)
        const groups = new Map<number, Placed[]>()
        for (const [unit, group] of found?.groupOf.entries() ?? []) {
          const rater = table.offsets.findIndex((offset) => offset > unit) - 1
          const placed = {
            rater,
            span: [table.starts[unit] ?? 0, table.ends[unit] ?? 0, `${table.codes[unit]}`] as const,
          }
          groups.set(group, [...(groups.get(group) ?? []), placed])
        }
        let cost = 0
        for (const group of groups.values()) {
          expect(new Set(group.map(({ rater }) => rater)).size).toBe(group.length)
          cost += costOf(group, raters, 1, 1)
        }
        if (found !== null) expect(found.disorder).toBeCloseTo((cost * raters) / table.starts.length, 9)
      }),
      runs,
    )
  })

  it('does not change when raters change places, or the continuum is shifted or stretched', () => {
    fc.assert(
      fc.property(spansOf(raters, 6), (spans) => {
        const disorder = bestAlignment(tableOf(spans))?.disorder ?? 0
        expect(bestAlignment(tableOf(spans.toReversed()))?.disorder ?? 0).toBeCloseTo(disorder, 9)
        expect(bestAlignment(tableOf(spans, 1000, 0.1))?.disorder ?? 0).toBeCloseTo(disorder, 9)
      }),
      runs,
    )
  })
})

describe('bestAlignment', () => {
  it('keeps four units together that two and two disagree on, if apart they would cost more', () => {
    const spans: Span[][] = [[[0, 4, 'a']], [[0, 4, 'a']], [[0, 4, 'b']], [[0, 4, 'b']]]
    // Together 4 of 6 pairs cost 1.5; as two groups each costs 5 of 6 pairs with an empty place.
    expect(bestAlignment(tableOf(spans), { beta: 1.5 })).toEqual({
      disorder: expect.closeTo(1, 12),
      groupOf: [0, 0, 0, 0],
    })
    const apart = bestAlignment(tableOf(spans), { beta: 2.6 })
    expect(apart).toEqual({ disorder: expect.closeTo(5 / 3, 12), groupOf: [0, 0, 2, 2] })
  })
})

const example = tableOf([
  [
    [0, 4, 'a'],
    [6, 10, 'b'],
    [13, 17, 'a'],
  ],
  [
    [1, 5, 'a'],
    [7, 11, 'a'],
    [20, 24, 'b'],
  ],
])

describe.each([
  { name: 'gamma', compute: gamma },
  { name: 'gammaCat', compute: gammaCat },
])('$name', ({ compute }) => {
  it('is the same for the same seed, and another seed moves it a little', () => {
    const [one, again, other] = [5, 5, 6].map((seed) => compute(example, { seed }))
    expect(again).toEqual(one)
    expect(other?.expected).not.toBe(one?.expected)
    expect(other?.observed).toBe(one?.observed)
  })

  it('does not change when the continuum is shifted or stretched', () => {
    fc.assert(
      fc.property(spansOf(2, 5), (spans) => {
        const { estimate } = compute(tableOf(spans), { samples: 5 })
        const moved = compute(tableOf(spans, 64, 2), { samples: 5 })
        expect(moved.estimate).toEqual(estimate === null ? null : expect.closeTo(estimate, 9))
        expect(JSON.parse(JSON.stringify(moved))).toEqual(moved)
      }),
      runs,
    )
  })

  it('is 1 for the same units twice', () => {
    const spans: Span[] = [
      [0, 4, 'a'],
      [6, 10, 'b'],
      [13, 17, 'a'],
    ]
    expect(compute(tableOf([spans, spans])).estimate).toBe(1)
    expect(compute(tableOf([spans, spans, spans])).estimate).toBe(1)
  })

  it('is undefined without units, for one rater, and when the search gives up', () => {
    expect(compute(tableOf([[], []]))).toMatchObject({ undefined: { code: 'no-items' } })
    expect(compute(tableOf([[[1, 5, 'a']]]))).toMatchObject({ undefined: { code: 'too-few-raters' } })
    const three = tableOf([[[0, 4, 'a']], [[1, 5, 'a']], [[3, 7, 'b']]])
    const short = compute(three, { effort: 1 })
    expect(short).toMatchObject({ estimate: null, undefined: { code: 'not-determined' } })
    expect(short.estimate === null && short.undefined.message).toContain('gave up after 1 steps')
  })

  it('refuses weights, samples and seeds out of their range', () => {
    expect(() => compute(example, { alpha: 0 })).toThrow('Alpha 0')
    expect(() => compute(example, { beta: -1 })).toThrow('Beta -1')
    expect(() => compute(example, { deltaEmpty: 0 })).toThrow('DeltaEmpty 0')
    expect(() => compute(example, { samples: 1 })).toThrow('1 samples')
    expect(() => compute(example, { effort: 0 })).toThrow('The effort 0')
    expect(() => compute(example, { seed: 0.5 })).toThrow('Seed 0.5')
  })
})

describe('gamma', () => {
  it('takes chance from random continua whose mean becomes steadier with more of them', () => {
    const few = gamma(example, { samples: 30, seed: 3 })
    const many = gamma(example, { samples: 3000, seed: 4 })
    expect(Number(many.details?.precision)).toBeLessThan(Number(few.details?.precision) / 5)
    const range = few.details?.chanceRange
    if (!Array.isArray(range)) throw new Error('There is no range.')
    expect(many.estimate).toBeGreaterThan(Number(range[0]) - 0.1)
    expect(many.estimate).toBeLessThan(Number(range[1]) + 0.1)
  })

  it('takes chance on the declared continuum, or from the first start to the last end', () => {
    const spans: Span[][] = [
      [
        [0, 4, 'a'],
        [6, 10, 'b'],
      ],
      [
        [1, 5, 'a'],
        [6, 10, 'b'],
      ],
    ]
    const of = (length: number) => unitTableFromSpans({ raters: ['Ann', 'Ben'], categories, begin: 0, length, spans })
    const open = unitTableFromSpans({ raters: ['Ann', 'Ben'], categories, spans })
    expect(gamma(open)).toEqual(gamma(of(10)))
    expect(gamma(of(100)).expected).toBeGreaterThan(gamma(open).expected ?? 9)
  })

  it('aligns five raters of fifty units each', { timeout: 60_000 }, () => {
    const spans = names.map((_, rater) =>
      Array.from({ length: 50 }, (__, unit): Span => {
        const start = unit * 12 + ((unit * 7 + rater * 5) % 4)
        return [start, start + 6 + ((unit + rater) % 5), (unit + (rater === unit % 5 ? 1 : 0)) % 2 === 0 ? 'a' : 'b']
      }),
    )
    const table = unitTableFromSpans({ raters: names, categories, spans })
    const found = bestAlignment(table)
    expect(new Set(found?.groupOf).size).toBe(50)
  })
})

describe('gammaCat', () => {
  it('weighs unlike categories by the fit of positions', () => {
    // Two aligned pairs, each one off by 1 of 4: weight 1 - (2 / 8)^2, so half of the weight has unlike categories.
    const { observed } = gammaCat(
      tableOf([
        [
          [0, 4, 'a'],
          [10, 14, 'a'],
        ],
        [
          [1, 5, 'a'],
          [11, 15, 'b'],
        ],
      ]),
    )
    expect(observed).toBeCloseTo(0.5, 12)
    // The unlike pair fits exactly (weight 1), the like pair weighs 15/16.
    const uneven = gammaCat(
      tableOf([
        [
          [0, 4, 'a'],
          [10, 14, 'a'],
        ],
        [
          [1, 5, 'a'],
          [10, 14, 'b'],
        ],
      ]),
    )
    expect(uneven.observed).toBeCloseTo(16 / 31, 12)
  })

  it('counts a unit of a group of three half with each of the others', () => {
    const spans: Span[][] = [
      [
        [0, 4, 'a'],
        [20, 24, 'a'],
      ],
      [
        [0, 4, 'a'],
        [20, 24, 'b'],
      ],
      [[0, 4, 'b']],
    ]
    // Group of three: two of three pairs unlike, each with weight 1/2; group of two: unlike with weight 1.
    expect(gammaCat(tableOf(spans)).observed).toBeCloseTo((1 + 1) / (1.5 + 1), 12)
  })

  it('is undefined if nothing is aligned, or chance has no unlike categories', () => {
    const apart = gammaCat(tableOf([[[0, 1, 'a']], [[20, 21, 'b']]]))
    expect(apart).toMatchObject({ estimate: null, undefined: { code: 'not-determined' } })
    const alike = gammaCat(tableOf([[[0, 4, 'a']], [[1, 5, 'a']]]))
    expect(alike).toMatchObject({ estimate: null, undefined: { code: 'no-disagreement' } })
  })

  it('with a category is gamma-k: pairs with a unit of it, unlike ones and all', () => {
    const spans: Span[][] = [
      [
        [0, 4, 'a'],
        [6, 10, 'a'],
        [12, 16, 'b'],
        [18, 22, 'b'],
      ],
      [
        [0, 4, 'a'],
        [6, 10, 'b'],
        [12, 16, 'b'],
        [19, 23, 'b'],
      ],
    ]
    // Of a: one like, one unlike pair. Of b: the unlike pair, one like pair, and one like pair that fits by 15/16.
    expect(gammaCat(tableOf(spans), { category: 'a' }).observed).toBeCloseTo(1 / 2, 12)
    expect(gammaCat(tableOf(spans), { category: 'b' }).observed).toBeCloseTo(1 / (2 + 15 / 16), 12)
    expect(gammaCat(tableOf(spans)).observed).toBeCloseTo(1 / (3 + 15 / 16), 12)
    const { options, estimate, expected } = gammaCat(tableOf(spans), { category: 'a' })
    expect(options).toMatchObject({ category: 'a' })
    expect(estimate).toBeCloseTo(1 - 0.5 / (expected ?? 0), 12)
  })

  it('keeps in gamma-k the weight of a group of three, also of pairs that do not count', () => {
    const spans: Span[][] = [
      [
        [0, 4, 'a'],
        [20, 24, 'b'],
      ],
      [
        [0, 4, 'b'],
        [20, 24, 'b'],
      ],
      [[0, 4, 'b']],
    ]
    // Of a: two unlike pairs of weight 1/2. Of b: those, the like pair of weight 1/2, and the like pair of weight 1.
    expect(gammaCat(tableOf(spans), { category: 'a' }).observed).toBe(1)
    expect(gammaCat(tableOf(spans), { category: 'b' }).observed).toBeCloseTo(1 / 2.5, 12)
  })

  it('says which category is not aligned, and refuses one that is not declared', () => {
    const spans: Span[][] = [[[0, 4, 'a']], [[0, 4, 'a']]]
    expect(gammaCat(tableOf(spans), { category: 'b' })).toMatchObject({
      undefined: { code: 'not-determined', message: 'No unit of "b" is aligned with one of another rater.' },
    })
    expect(() => gammaCat(tableOf(spans), { category: 'z' })).toThrow('Category "z" is not among a, b')
  })
})
