import {
  type AnyOptions,
  bootstrap,
  compareDependent,
  type EventTable,
  estimate,
  eventTable,
  influence,
  jackknife,
  joinTables,
  type MeasureId,
  measures,
  type SegmentTable,
  segmentationTable,
  selectRaters,
  timeBlocks,
  unitTableFromSpans,
} from '@attune/agreement'
import { describe, expect, it } from 'vitest'
import { refuseTooMany } from '../../../packages/agreement/src/base/at-most.ts'
import { type Random, randomBelow, randomFrom } from '../../../packages/agreement/src/base/random.ts'
import { determined } from '../support/determined.ts'

const raters = ['Ann', 'Ben', 'Cem']
const categories = ['x', 'y']
const LENGTH = 60

/** Three raters who see the same six units, each a little early or late, and miss one now and then. */
function documentOf(random: Random) {
  const truth = Array.from(
    { length: 6 },
    (_, index) => [index * 10 + randomBelow(random, 3), randomBelow(random, 2)] as const,
  )
  const spans = raters.map(() =>
    truth.flatMap(([start, code]) => {
      if (randomBelow(random, 8) === 0) return []
      const own = randomBelow(random, 5) === 0 ? 1 - code : code
      return [[start + randomBelow(random, 3), start + 5 + randomBelow(random, 3), categories[own] ?? ''] as const]
    }),
  )
  return unitTableFromSpans({ raters, categories, begin: 0, length: LENGTH, spans })
}

const random = randomFrom(7)
const names = ['d1', 'd2', 'd3', 'd4', 'd5', 'd6', 'd7', 'd8']
const documents = joinTables(
  names.map(() => documentOf(random)),
  names,
)
const pair = selectRaters(documents, ['Ann', 'Ben'])
const texts = joinTables(
  pair.joined?.parts.map((part) => {
    const masses = [0, 1].map((rater) => {
      const cuts = [...part.starts.subarray(part.offsets[rater], part.offsets[rater + 1])].filter((cut) => cut > 0)
      return [...cuts, LENGTH].map((cut, index) => cut - (cuts[index - 1] ?? 0))
    })
    return segmentationTable({ raters: ['Ann', 'Ben'], masses })
  }) ?? [],
)
const sessions = joinTables(
  pair.joined?.parts.map(({ starts, codes, offsets }) => {
    const events = [0, 1].map((rater) =>
      [...starts.subarray(offsets[rater], offsets[rater + 1])].map((start, index) => {
        return [start, categories[codes[(offsets[rater] ?? 0) + index] ?? 0] ?? ''] as const
      }),
    )
    return eventTable({ raters: ['Ann', 'Ben'], categories, events })
  }) ?? [],
  names,
)

/** Every coefficient of segments and events, with the table and the options it needs. */
const subjects: readonly (readonly [MeasureId, SegmentTable, AnyOptions])[] = [
  ['u-alpha-1995', documents, {}],
  ['u-alpha-2016', documents, {}],
  ['u-alpha-2016', documents, { variant: '|u' }],
  ['u-alpha-2016', pair, { variant: 'cu' }],
  ['gamma', documents, { samples: 5 }],
  ['gamma', pair, { samples: 5 }],
  ['gamma-cat', pair, { samples: 5 }],
  ['span-f1', pair, {}],
  ['duration-kappa', pair, {}],
  ['time-unit-kappa', pair, { step: 1, tolerance: 1 }],
  ['boundary-similarity', texts, {}],
  ['segmentation-similarity', texts, {}],
  ['pk', texts, { window: 5 }],
  ['window-diff', texts, { window: 5 }],
  ['event-match', sessions, { tolerance: 2 }],
  ['event-kappa', sessions, { tolerance: 2 }],
]

/** The parts of a joined table at these places, joined anew. */
const drawn = (table: SegmentTable, places: readonly number[]): SegmentTable =>
  joinTables(places.map((place) => (table.joined?.parts ?? [])[place] ?? table))

describe('intervals of segments and events', () => {
  it('are tried here for every coefficient there is', () => {
    const family = Object.values(measures).filter((one) => one.family === 'segments' || one.family === 'events')
    expect(new Set(subjects.map(([id]) => id))).toEqual(new Set(family.map(({ id }) => id)))
  })

  it.each(subjects)('by jackknife leave out one document after another: %s', (id, table, options) => {
    const n = names.length
    const left = names.map((_, out) => {
      const rest = names.map((_, place) => place).filter((place) => place !== out)
      return determined(estimate(id, drawn(table, rest), options)).estimate
    })
    const centre = left.reduce((sum, value) => sum + value, 0) / n
    const se = Math.sqrt(((n - 1) / n) * left.reduce((sum, value) => sum + (value - centre) ** 2, 0))
    const found = determined(jackknife(id, table, options))
    expect(found.se).toBeCloseTo(se, 12)
    expect(found.estimate).toBe(determined(estimate(id, table, options)).estimate)
    expect(found.interval?.lower).toBeLessThan(found.estimate)
    expect(found.details?.biasCorrected).toBeCloseTo(n * found.estimate - (n - 1) * centre, 10)
  })

  it.each(subjects)('by bootstrap are seeded, BCa or percentile, around the estimate: %s', (id, table, options) => {
    const plan = { resamples: 60, seed: 5 }
    const found = determined(bootstrap(id, table, options, plan))
    expect(bootstrap(id, table, options, plan)).toEqual(found)
    expect(found.interval?.method).toBe('bootstrap BCa, 60 samples, seed 5')
    expect(found.se).toBeGreaterThan(0)
    const plain = determined(bootstrap(id, table, options, { ...plan, method: 'percentile' }))
    expect(plain.interval?.method).toBe('bootstrap percentile, 60 samples, seed 5')
    expect(plain.interval?.lower).toBeLessThanOrEqual(found.estimate)
    expect(plain.interval?.upper).toBeGreaterThanOrEqual(found.estimate)
    expect(plain.se).toBe(found.se)
  })

  it('by bootstrap of three documents are those of all 27 ways to draw them', () => {
    const three = drawn(pair, [0, 1, 2])
    const places = [0, 1, 2]
    const all = places.flatMap((a) =>
      places.flatMap((b) => places.map((c) => determined(estimate('span-f1', drawn(three, [a, b, c]))).estimate)),
    )
    const centre = all.reduce((sum, value) => sum + value, 0) / 27
    const exact = Math.sqrt(all.reduce((sum, value) => sum + (value - centre) ** 2, 0) / 27)
    const found = determined(bootstrap('span-f1', three, {}, { resamples: 8000, method: 'percentile' }))
    expect((found.se ?? 0) / exact).toBeCloseTo(1, 1)
    expect(found.interval?.lower).toBe(Math.min(...all))
    expect(found.interval?.upper).toBe(Math.max(...all))
  })

  it('draw the documents of one family together', () => {
    const clusters = ['a', 'a', 'b', 'b', 'c', 'c', 'd', 'd']
    const left = [0, 2, 4, 6].map((out) => {
      const rest = names.map((_, place) => place).filter((place) => place !== out && place !== out + 1)
      return determined(estimate('duration-kappa', drawn(pair, rest))).estimate
    })
    const centre = left.reduce((sum, value) => sum + value, 0) / 4
    const se = Math.sqrt((3 / 4) * left.reduce((sum, value) => sum + (value - centre) ** 2, 0))
    expect(determined(jackknife('duration-kappa', pair, {}, { clusters })).se).toBeCloseTo(se, 12)
    expect(determined(bootstrap('duration-kappa', pair, {}, { clusters, resamples: 40 })).se).toBeGreaterThan(0)
    expect(() => jackknife('duration-kappa', pair, {}, { clusters: ['a'] })).toThrow(
      '1 clusters are named for 8 items.',
    )
  })

  it('an empty document counts as one: without it the gaps are fewer', () => {
    const nothing = unitTableFromSpans({ raters: ['Ann', 'Ben'], categories, begin: 0, length: 300, spans: [[], []] })
    const more = joinTables([...(pair.joined?.parts ?? []), nothing])
    expect(determined(jackknife('duration-kappa', more)).interval?.method).toBe('jackknife, t')
    expect(determined(jackknife('duration-kappa', more)).se).toBeGreaterThan(
      determined(jackknife('duration-kappa', pair)).se ?? 0,
    )
  })
})

describe('one continuum alone', () => {
  const alone = pair.joined?.parts[0] ?? pair
  const events = sessions.joined?.parts[0] ?? sessions

  it.each([jackknife, bootstrap])('has no interval, and the warning says what to do', (resampled) => {
    const found = determined(resampled('duration-kappa', alone))
    expect(found.interval).toBeUndefined()
    expect(found.warnings).toMatchObject([{ code: 'one-continuum', message: expect.stringContaining('joinTables') }])
  })

  it('can be cut into blocks of time', () => {
    const found = determined(bootstrap('duration-kappa', alone, {}, { block: 10, resamples: 50 }))
    expect(found.interval).toBeDefined()
    expect(found.warnings).toEqual([])
    expect(found.estimate).toBe(determined(estimate('duration-kappa', alone)).estimate)
    expect(determined(jackknife('duration-kappa', alone, {}, { block: 10 })).interval).toBeDefined()
    expect(compareDependent(alone, { measure: 'duration-kappa' }, { measure: 'span-f1' }, { block: 10 }).units).toBe(6)
    expect(influence('duration-kappa', alone, {}, { block: 10 }).items).toHaveLength(6)
  })

  it('says so where the edges of the blocks change the value', () => {
    const late = eventTable({
      raters: ['Ann', 'Ben'],
      categories,
      events: [
        [
          [0, 'x'],
          [9, 'x'],
          [15, 'y'],
          [30, 'y'],
        ],
        [
          [0, 'x'],
          [11, 'x'],
          [16, 'y'],
          [30, 'y'],
        ],
      ],
    })
    const found = determined(jackknife('event-match', late, { tolerance: 2 }, { block: 10 }))
    expect(found.estimate).toBe(1)
    expect(found.warnings).toMatchObject([
      { code: 'cut-by-blocks', message: expect.stringContaining('0.7500 instead of 1.000') },
    ])
    expect(
      determined(bootstrap('event-match', late, { tolerance: 2 }, { block: 10, resamples: 50 })).warnings,
    ).toMatchObject([{ code: 'cut-by-blocks' }])
  })

  it('is not cut into more blocks than memory holds', () => {
    const message =
      'The block 1e-7 fits 600000000 times into 60; at most 100,000 can be held, so 0.0006 or more is needed.'
    expect(() => bootstrap('event-match', events, { tolerance: 1 }, { block: 1e-300 })).toThrow('The block 1e-300 fits')
    expect(() => timeBlocks(alone, 1e-7)).toThrow(new RangeError(message))
    expect(() => jackknife('duration-kappa', alone, {}, { block: 1e-7 })).toThrow(message)
  })

  it.each([60, 0.7, 1234.5, 3e9])('of %d may be cut as finely as the refusal says', (whole) => {
    let refusal = ''
    try {
      refuseTooMany('block', whole / 1e12, whole, 300_000)
    } catch (error) {
      refusal = String(error)
    }
    const named = Number(/so (\S+) or more/.exec(refusal)?.[1])
    expect(() => refuseTooMany('block', named, whole, 300_000)).not.toThrow()
    expect(() => refuseTooMany('block', named / 3, whole, 300_000)).toThrow(RangeError)
  })

  it('is no reason to cut ratings or texts', () => {
    expect(() => jackknife('pk', texts, { window: 5 }, { block: 10 })).toThrow(
      /Blocks of time are for units and events/,
    )
  })

  it('has no item whose influence could be seen', () => {
    expect(influence('event-match', events, { tolerance: 2 }).items).toEqual([])
  })
})

describe('influence of documents', () => {
  it('names the document and the rater that cost most', () => {
    const [good, bad] = [
      [
        [0, 5, 'x'],
        [10, 20, 'y'],
      ],
      [
        [30, 35, 'x'],
        [40, 50, 'x'],
      ],
    ] as const
    const of = (...spans: readonly (typeof good | typeof bad)[]) =>
      unitTableFromSpans({ raters, categories, begin: 0, length: LENGTH, spans })
    const table = joinTables([of(good, good, good), of(good, good, bad), of(bad, bad, bad)], ['one', 'two', 'three'])
    const { items, raters: left } = influence('u-alpha-2016', table)
    expect(items[0]).toMatchObject({ name: 'two', estimate: 1 })
    expect(left[0]).toMatchObject({ name: 'Cem', estimate: 1 })
  })
})

describe('compareDependent of segments and events', () => {
  it('has the error of a share of events exactly', () => {
    const parts = (sessions.joined?.parts ?? []) as readonly EventTable[]
    const counted = (tolerance: number) => {
      const each = parts.map((part) => {
        const { n, details } = estimate('event-match', part, { tolerance })
        return { n, matches: Number(details?.matches) }
      })
      const [n, matches] = [each.reduce((sum, one) => sum + one.n, 0), each.reduce((sum, one) => sum + one.matches, 0)]
      // Derivative of 2 M / N in the weight of a session.
      return each.map((one) => (2 * one.matches - (2 * matches * one.n) / n) / n)
    }
    const [wide, narrow] = [counted(2), counted(1)]
    const own = wide.map((slope, session) => slope - (narrow[session] ?? 0))
    const k = own.length
    const centre = own.reduce((sum, value) => sum + value, 0) / k
    const se = Math.sqrt((own.reduce((sum, value) => sum + (value - centre) ** 2, 0) * k) / (k - 1))
    const found = compareDependent(
      sessions,
      { measure: 'event-match', options: { tolerance: 2 } },
      { measure: 'event-match', options: { tolerance: 1 } },
    )
    expect(found.se).toBeCloseTo(se, 6) // eight sessions: an error of about (3 / 8)^12 in the slopes
    expect(found).toMatchObject({ units: 8, test: { df1: 7 } })
  })

  it('compares two pairs of raters, and is 0 for one and the same', () => {
    const side = (...names: string[]) => ({ measure: 'gamma', options: { samples: 5 }, raters: names })
    const found = compareDependent(documents, side('Ann', 'Ben'), side('Ann', 'Cem'))
    expect(found.estimate).toBeCloseTo((found.first.estimate ?? 0) - (found.second.estimate ?? 0), 14)
    expect(found.se).toBeGreaterThan(0)
    expect(compareDependent(documents, side('Ann', 'Ben'), side('Ann', 'Ben'))).toMatchObject({ estimate: 0, se: 0 })
  })
})
