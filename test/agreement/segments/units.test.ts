import {
  type Result,
  type Unit,
  type UnitTable,
  uAlpha1995,
  uAlpha2016,
  unitTable,
  unitTableFromSpans,
} from '@attune/agreement'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { placesIn } from '../../../packages/agreement/src/base/unit-places.ts'

const runs = { numRuns: 200, seed: 20261122 }
const categories = ['a', 'b', 'c']
const names = ['Ann', 'Ben', 'Cem', 'Dia']

/** Units of one rater: gaps and lengths in turn, so that none overlap. */
const track = fc.array(
  fc.record({ gap: fc.nat(4), length: fc.integer({ min: 1, max: 9 }), category: fc.constantFrom(...categories) }),
  { maxLength: 7 },
)
const tracksOf = (least: number, most: number) => fc.array(track, { minLength: least, maxLength: most })

type Tracks = readonly (readonly { gap: number; length: number; category: string }[])[]

function unitsOf(tracks: Tracks, change: { begin?: number; scale?: number } = {}): Unit[] {
  const { begin = 0, scale = 1 } = change
  return tracks.flatMap((list, rater) => {
    let place = 0
    return list.map(({ gap, length, category }) => {
      const start = place + gap
      place = start + length
      return { rater: names[rater] ?? '', start: begin + start * scale, length: length * scale, category }
    })
  })
}

function tableOf(tracks: Tracks, change: { begin?: number; scale?: number; units?: Unit[] } = {}): UnitTable {
  const { begin = 0, scale = 1, units = unitsOf(tracks, change) } = change
  return unitTable({ raters: names.slice(0, tracks.length), categories, begin, length: 100 * scale, units })
}

const family = [
  { name: 'u-alpha-1995', least: 2, most: 4, compute: (table: UnitTable) => uAlpha1995(table) },
  { name: 'u-alpha-2016 u', least: 2, most: 4, compute: (table: UnitTable) => uAlpha2016(table) },
  { name: 'u-alpha-2016 |u', least: 2, most: 4, compute: (table: UnitTable) => uAlpha2016(table, { variant: '|u' }) },
  { name: 'u-alpha-2016 cu', least: 2, most: 2, compute: (table: UnitTable) => uAlpha2016(table, { variant: 'cu' }) },
  {
    name: 'u-alpha-2016 (k)u',
    least: 2,
    most: 2,
    compute: (table: UnitTable) => uAlpha2016(table, { variant: '(k)u', category: 'a' }),
  },
]

const same = ({ estimate }: Result): unknown => (estimate === null ? null : expect.closeTo(estimate, 9))

describe.each(family)('$name', ({ least, most, compute }) => {
  it('is at most 1, without NaN, and JSON keeps it', () => {
    fc.assert(
      fc.property(tracksOf(least, most), (tracks) => {
        const result = compute(tableOf(tracks))
        expect(JSON.parse(JSON.stringify(result))).toEqual(result)
        expect(result.estimate ?? 0).toBeLessThanOrEqual(1 + 1e-12)
        if (result.estimate === null) expect(result.undefined.message).toMatch(/\.$/)
      }),
      runs,
    )
  })

  it('does not change with the order of raters or units', () => {
    fc.assert(
      fc.property(tracksOf(least, most), (tracks) => {
        const result = compute(tableOf(tracks))
        expect(compute(tableOf([...tracks].reverse())).estimate).toEqual(same(result))
        expect(compute(tableOf(tracks, { units: unitsOf(tracks).reverse() }))).toEqual(result)
      }),
      runs,
    )
  })

  it('does not change when the continuum is shifted', () => {
    fc.assert(
      fc.property(tracksOf(least, most), fc.integer({ min: -1000, max: 1000 }), (tracks, begin) => {
        expect(compute(tableOf(tracks, { begin })).estimate).toEqual(same(compute(tableOf(tracks))))
      }),
      runs,
    )
  })

  it('is 1 if two raters marked the same and chance allows disagreement', () => {
    fc.assert(
      fc.property(track, (list) => {
        const { estimate } = compute(tableOf([list, list]))
        if (estimate !== null) expect(estimate).toBeCloseTo(1, 12)
      }),
      runs,
    )
  })

  it('refuses units of one rater that overlap', () => {
    const units = [1, 3].map((start) => ({ rater: 'Ann', start, length: 5, category: 'a' }))
    expect(() => compute(tableOf([[], []], { units }))).toThrow('the unit of Ann from 3 to 8 overlaps another unit')
  })

  it('refuses a continuum whose begin and length are not declared', () => {
    const spans = [[[1, 5, 'a'] as const], []]
    const table = unitTableFromSpans({ raters: ['Ann', 'Ben'], categories, spans })
    expect(() => compute(table)).toThrow('begin and length of the continuum are needed')
  })

  it('is undefined without units and for one rater', () => {
    expect(compute(tableOf([[], []]))).toMatchObject({ estimate: null, undefined: { code: 'no-items' } })
    const alone = compute(tableOf([[{ gap: 1, length: 2, category: 'a' }]]))
    expect(alone).toMatchObject({ estimate: null, undefined: { code: 'too-few-raters' } })
  })
})

describe('the places for a unit in the gaps', () => {
  it('are the same whether they are looked up or searched for', () => {
    const gaps = () => Float64Array.from([70_000, 5, 9, 9, 60_001, 1, 60_000, 120])
    const [looked, searched] = [placesIn(gaps(), 60_000), placesIn(gaps(), 60_001)]
    for (const length of [1, 2, 5, 6, 9, 10, 121, 59_999, 60_000]) expect(looked(length)).toBe(searched(length))
    expect(looked(9)).toBe(1 + 1 + 112 + 59_992 + 59_993 + 69_992)
  })
})

describe('uAlpha1995', () => {
  it('gives .8587, .7286 and 1 for the example of Krippendorff (2004, pp. 253-256), who prints .8591 from rounded parts', () => {
    const of = (rater: string, start: number, length: number, category: string) => ({ rater, start, length, category })
    const units = [
      ...[
        of('i', 225, 70, 'c'),
        of('i', 370, 30, 'c'),
        of('j', 220, 80, 'c'),
        of('j', 355, 20, 'c'),
        of('j', 400, 20, 'c'),
      ],
      ...['i', 'j'].flatMap((rater) => [of(rater, 180, 60, 'k'), of(rater, 300, 50, 'k')]),
    ]
    const table = unitTable({ raters: ['i', 'j'], categories: ['c', 'k'], begin: 150, length: 300, units })
    expect(uAlpha1995(table).estimate).toBeCloseTo(0.8587, 4)
    expect(uAlpha1995(table, { category: 'c' }).estimate).toBeCloseTo(0.7286, 4)
    expect(uAlpha1995(table, { category: 'k' }).estimate).toBe(1)
  })

  it('refuses places that are not whole smallest units', () => {
    const units = [{ rater: 'Ann', start: 0.5, length: 2, category: 'a' }]
    expect(() => uAlpha1995(tableOf([[], []], { units }))).toThrow('0.5 is not one')
  })

  it('is undefined where the units have no other place to be', () => {
    const units = [{ rater: 'Ann', start: 0, length: 100, category: 'a' }]
    const whole = unitTable({ raters: ['Ann', 'Ben'], categories, begin: 0, length: 100, units })
    expect(uAlpha1995(whole)).toMatchObject({ estimate: expect.any(Number) })
    const units1 = names.slice(0, 2).map((rater) => ({ rater, start: 0, length: 1, category: 'a' }))
    const point = unitTable({ raters: names.slice(0, 2), categories, begin: 0, length: 1, units: units1 })
    expect(uAlpha1995(point)).toMatchObject({ estimate: null, undefined: { code: 'no-disagreement' } })
  })
})

describe('uAlpha2016', () => {
  it('does not change with the unit of measurement where gaps do not count', () => {
    fc.assert(
      fc.property(tracksOf(2, 2), (tracks) => {
        const of = (scale: number) => uAlpha2016(tableOf(tracks, { scale }), { variant: 'cu' })
        expect(of(0.1).estimate).toEqual(same(of(1)))
      }),
      runs,
    )
  })

  it('says that bounds are not whole smallest units where gaps count', () => {
    const units = [{ rater: 'Ann', start: 0.5, length: 2, category: 'a' }]
    expect(uAlpha2016(tableOf([[], []], { units })).warnings).toMatchObject([{ code: 'fractional-bounds' }])
  })

  it('gives cu and (k)u for two raters only, and (k)u for a category only', () => {
    const table = tableOf([[], [], []])
    expect(() => uAlpha2016(table, { variant: 'cu' })).toThrow('defined here for two raters, not 3')
    expect(() => uAlpha2016(table, { variant: '(k)u' })).toThrow('needs the option category')
    expect(() => uAlpha2016(table, { category: 'a' })).toThrow('needs the option category')
  })

  it('is undefined if every rater has one value throughout, and cu if overlapping units have one category', () => {
    const full = ['Ann', 'Ben'].map((rater) => ({ rater, start: 0, length: 100, category: 'a' }))
    for (const variant of ['u', '|u', 'cu'] as const) {
      const result = uAlpha2016(tableOf([[], []], { units: full }), { variant })
      expect(result).toMatchObject({ estimate: null, undefined: { code: 'no-variation' } })
    }
  })
})
