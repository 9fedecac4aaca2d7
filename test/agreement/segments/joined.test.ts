import {
  bestAlignment,
  boundarySimilarity,
  durationKappa,
  estimate,
  eventKappa,
  eventMatch,
  eventTable,
  gamma,
  gammaCat,
  joinTables,
  pk,
  segmentationSimilarity,
  segmentationTable,
  selectRaters,
  spanF1,
  timeBlocks,
  timeUnitKappa,
  uAlpha1995,
  uAlpha2016,
  unitTableFromSpans,
  windowDiff,
} from '@attune/agreement'
import { describe, expect, it } from 'vitest'
import { determined } from '../support/determined.ts'

type Span = readonly [number, number, string]
const raters = ['Ann', 'Ben']
const categories = ['x', 'y']
const units = (length: number, ...spans: readonly (readonly Span[])[]) =>
  unitTableFromSpans({ raters, categories, begin: 0, length, spans })

const first = units(
  60,
  [
    [2, 10, 'x'],
    [15, 25, 'y'],
    [40, 58, 'x'],
  ],
  [
    [3, 10, 'x'],
    [14, 26, 'y'],
    [41, 60, 'y'],
  ],
)
const second = units(
  40,
  [
    [0, 6, 'y'],
    [20, 30, 'x'],
  ],
  [
    [0, 5, 'x'],
    [22, 30, 'x'],
  ],
)
const empty = units(30, [], [])
const documents = joinTables([first, second, empty], ['a', 'b', 'c'])
/** The same stretches written on one line by hand; a unit that ends with a document touches the next one. */
const line = units(
  130,
  [
    [2, 10, 'x'],
    [15, 25, 'y'],
    [40, 58, 'x'],
    [60, 66, 'y'],
    [80, 90, 'x'],
  ],
  [
    [3, 10, 'x'],
    [14, 26, 'y'],
    [41, 60, 'y'],
    [60, 65, 'x'],
    [82, 90, 'x'],
  ],
)

describe('joined documents', () => {
  it('lie one after the other, whatever place they begin at', () => {
    const { joined, ...plain } = documents
    expect(plain).toEqual({ ...line, categories })
    expect(joined).toEqual({ parts: [first, second, empty], items: ['a', 'b', 'c'] })
    const late = unitTableFromSpans({
      raters,
      categories,
      begin: 500,
      length: 40,
      spans: [
        [
          [500, 506, 'y'],
          [520, 530, 'x'],
        ],
        [
          [500, 505, 'x'],
          [522, 530, 'x'],
        ],
      ],
    })
    expect(joinTables([first, late, empty]).starts).toEqual(line.starts)
  })

  it('give what their stretches give on one line, where nothing depends on neighbours', () => {
    for (const compute of [spanF1, durationKappa, uAlpha2016]) {
      expect(determined(compute(documents)).estimate).toBeCloseTo(determined(compute(line)).estimate, 14)
    }
    expect(timeUnitKappa(documents, { step: 1 })).toEqual(timeUnitKappa(line, { step: 1 }))
  })

  it('of one part are that part', () => {
    const alone = joinTables([first])
    expect(uAlpha1995(alone)).toEqual(uAlpha1995(first))
    expect(gamma(alone)).toEqual(gamma(first))
    expect(gammaCat(alone)).toEqual(gammaCat(first))
    expect(bestAlignment(alone)).toEqual(bestAlignment(first))
  })

  it('of equal parts keep what is a share of the whole', () => {
    const twice = joinTables([first, first, first])
    for (const id of ['span-f1', 'duration-kappa', 'gamma', 'gamma-cat'] as const) {
      expect(determined(estimate(id, twice)).estimate, id).toBeCloseTo(determined(estimate(id, first)).estimate, 12)
    }
  })

  it('do not lend each other time: a tolerance and a window end with the document', () => {
    const [one, other] = [units(10, [[6, 10, 'x']], []), units(10, [], [[0, 4, 'x']])]
    const wide = { step: 1, tolerance: 5 }
    expect(timeUnitKappa(joinTables([one, other]), wide).observed).toBeLessThan(
      timeUnitKappa(units(20, [[6, 10, 'x']], [[10, 14, 'x']]), wide).observed ?? 0,
    )
  })

  it('let a gap of u-alpha-1995 end with its document', () => {
    // Two documents of 10; only a gap that crosses the edge could hold the unit of length 8 of the other rater.
    const short = joinTables([units(10, [[0, 5, 'x']], [[0, 5, 'x']]), units(10, [[5, 10, 'x']], [[2, 10, 'x']])])
    const merged = units(
      20,
      [
        [0, 5, 'x'],
        [15, 20, 'x'],
      ],
      [
        [0, 5, 'x'],
        [12, 20, 'x'],
      ],
    )
    expect(uAlpha1995(short).expected).toBeLessThan(uAlpha1995(merged).expected ?? 0)
    expect(uAlpha1995(short).observed).toBe(uAlpha1995(merged).observed)
  })

  it('align units within their document only, and number the groups on', () => {
    const [one, other] = [units(10, [[8, 10, 'x']], []), units(10, [], [[0, 2, 'x']])]
    expect(bestAlignment(joinTables([one, other]), { alpha: 0.1 })?.groupOf).toEqual([0, 1])
    expect(bestAlignment(units(20, [[8, 10, 'x']], [[10, 12, 'x']]), { alpha: 0.1 })?.groupOf).toEqual([0, 0])
    const both = bestAlignment(documents)
    const ofFirst = bestAlignment(first)?.groupOf ?? []
    const ofSecond = bestAlignment(second)?.groupOf ?? []
    const on = Math.max(...ofFirst) + 1
    expect(both?.groupOf).toEqual([
      ...ofFirst.slice(0, 3),
      ...ofSecond.slice(0, 2).map((group) => group + on),
      ...ofFirst.slice(3),
      ...ofSecond.slice(2).map((group) => group + on),
    ])
  })

  it('add up the disorder of gamma over documents, and the units it is taken per', () => {
    const [a, b, both] = [first, second, documents].map((table) => determined(gamma(table)))
    expect(both?.observed).toBeCloseTo(((a?.observed ?? 0) * 6 + (b?.observed ?? 0) * 4) / 10, 14)
  })

  it('keep the raters that are chosen, part by part', () => {
    const three = (spans: readonly (readonly Span[])[]) =>
      unitTableFromSpans({ raters: ['A', 'B', 'C'], categories, begin: 0, length: 20, spans })
    const table = joinTables([
      three([
        [[0, 4, 'x']],
        [
          [1, 4, 'x'],
          [8, 9, 'y'],
        ],
        [[0, 3, 'x']],
      ]),
      three([[], [[5, 9, 'y']], [[5, 10, 'y']]]),
    ])
    const pair = selectRaters(table, ['C', 'B'])
    expect(spanF1(pair, { overlap: 0.4 }).estimate).toBe(0.8)
    expect(pair.joined?.parts.map(({ raters: names }) => names)).toEqual([
      ['C', 'B'],
      ['C', 'B'],
    ])
    expect(() => selectRaters(table, ['D'])).toThrow('Rater D is not among A, B, C.')
  })

  it('refuse a part that does not fit, by name', () => {
    const named =
      (...parts: Parameters<typeof joinTables>[0]) =>
      () =>
        joinTables(parts, ['one', 'two'])
    const other = unitTableFromSpans({ raters: ['Ann', 'Cem'], categories, begin: 0, length: 9, spans: [[], []] })
    expect(named(first, other)).toThrow('Part two has the raters Ann, Cem, not Ann, Ben.')
    const codes = unitTableFromSpans({ raters, categories: ['x'], begin: 0, length: 9, spans: [[], []] })
    expect(named(first, codes)).toThrow('Part two has the categories x, not x, y.')
    const open = unitTableFromSpans({ raters, categories, spans: [[], []] })
    expect(named(first, open)).toThrow(/declared for some parts only; part two/)
    expect(named(first, segmentationTable({ raters, masses: [[2], [2]] }))).toThrow(
      'Part two is a table of segmentation, not units.',
    )
    expect(() => joinTables([first, second], ['one'])).toThrow('1 names are given for 2 parts.')
    expect(() => joinTables([first, second], ['one', 'one'])).toThrow('Part "one" is declared twice.')
    expect(() => joinTables([])).toThrow('No part is given to join.')
  })
})

describe('joined texts', () => {
  const [one, two] = [
    segmentationTable({
      raters,
      masses: [
        [2, 3, 6],
        [2, 2, 4, 3],
      ],
    }),
    segmentationTable({ raters, masses: [[4, 4], [8]] }),
  ]
  const texts = joinTables([one, two])

  it('have no boundary where one ends and the next begins', () => {
    const sum = (name: 'matches' | 'additions') =>
      Number(boundarySimilarity(one).details?.[name]) + Number(boundarySimilarity(two).details?.[name])
    expect(boundarySimilarity(texts).details).toMatchObject({ matches: sum('matches'), additions: sum('additions') })
    expect(segmentationSimilarity(texts).n).toBe(10 + 7)
  })

  it('have windows within each text only', () => {
    for (const compute of [pk, windowDiff]) {
      const [a, b] = [determined(compute(one, { window: 3 })), determined(compute(two, { window: 3 }))]
      const both = determined(compute(texts, { window: 3 }))
      expect(both.n).toBe(a.n + b.n)
      expect(both.estimate).toBeCloseTo((a.estimate * a.n + b.estimate * b.n) / both.n, 14)
    }
    expect(pk(texts).details?.window).toBe(2) // half of 19 elements in 5 segments, 1.9
    expect(pk(texts, { convention: 'nltk' }).details?.window).toBe(3) // 17 places for 3 boundaries, half of it
  })
})

describe('joined sessions', () => {
  const session = (...events: readonly (readonly (readonly [number, string])[])[]) =>
    eventTable({ raters, categories, events })
  const one = session(
    [
      [1, 'x'],
      [9, 'y'],
    ],
    [[1.5, 'x']],
  )
  const two = session(
    [
      [0.2, 'x'],
      [4, 'x'],
    ],
    [
      [0, 'y'],
      [4.4, 'x'],
    ],
  )
  const both = joinTables([one, two, session([], [])])

  it('add up matches and links, none of them across sessions', () => {
    expect(eventMatch(both, { tolerance: 20 })).toMatchObject({ n: 7, details: { matches: 2, matchesAnyCode: 3 } })
    expect(eventKappa(both, { tolerance: 20 }).details).toMatchObject({ links: 3, alone: [1, 0] })
    expect(eventKappa(both, { tolerance: 1 }).details?.table).toEqual([
      [2, 1, 0],
      [0, 0, 1],
      [0, 0, 0],
    ])
  })

  it('go on in time', () => {
    expect([...both.times]).toEqual([0, 8, 8.2, 12, 0.5, 8, 12.4])
  })
})

describe('timeBlocks', () => {
  it('changes nothing for durations and time units, and keeps a short rest with the block before', () => {
    const blocks = timeBlocks(line, 20)
    expect(blocks.joined?.parts).toHaveLength(7)
    expect(durationKappa(blocks).estimate).toBeCloseTo(determined(durationKappa(line)).estimate, 13)
    expect(timeUnitKappa(blocks, { step: 2 })).toEqual(timeUnitKappa(line, { step: 2 }))
    const [last] = timeBlocks(line, 60).joined?.parts.slice(-1) ?? []
    expect(last?.extent).toEqual({ begin: 60, length: 70 })
  })

  it('cuts a unit at an edge into two', () => {
    const blocks = timeBlocks(first, 20)
    expect(blocks.joined?.parts.map(({ starts }) => starts.length)).toEqual([4, 2, 2])
    expect(blocks.starts.length).toBe(first.starts.length + 2)
  })

  it('keeps each event once, at an edge in the later block, at the end in the last', () => {
    const events = eventTable({
      raters,
      categories,
      events: [
        [
          [0, 'x'],
          [10, 'x'],
          [20, 'y'],
        ],
        [
          [9, 'x'],
          [20, 'y'],
        ],
      ],
    })
    const parts = timeBlocks(events, 10).joined?.parts ?? []
    expect(parts.map(({ times }) => [...times])).toEqual([
      [0, 9],
      [10, 20, 20],
    ])
  })

  it('cuts documents one by one', () => {
    expect(timeBlocks(joinTables([first, second]), 20).joined?.parts).toHaveLength(5)
  })

  it('refuses a length that is none, and a continuum without extent', () => {
    expect(() => timeBlocks(first, 0)).toThrow('Block 0 is not a length above 0.')
    expect(() => timeBlocks(unitTableFromSpans({ raters, categories, spans: [[], []] }), 5)).toThrow(/begin and length/)
  })
})
