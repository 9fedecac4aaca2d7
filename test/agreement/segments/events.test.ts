import {
  durationKappa,
  type EventTable,
  estimate,
  eventKappa,
  eventMatch,
  eventTable,
  ratingTable,
  timeUnitKappa,
  type Unit,
  unitTable,
} from '@attune/agreement'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

const runs = { numRuns: 200, seed: 20261122 }
const raters = ['Ann', 'Ben']
const categories = ['a', 'b']

type Moments = readonly (readonly [number, string])[]
const moments = fc.array(fc.tuple(fc.nat(12), fc.constantFrom(...categories)), { maxLength: 5 })
const both = fc.tuple(moments, moments)
const tableOf = (events: readonly Moments[]): EventTable => eventTable({ raters, categories, events })

/** Every one-to-one set of links within the tolerance. */
function everyMatching(first: Moments, second: Moments, tolerance: number): [number, number][][] {
  const [head, ...rest] = first
  if (head === undefined) return [[]]
  const at = first.length
  const without = everyMatching(rest, second, tolerance)
  const joined = second.flatMap((event, index) => {
    if (Math.abs(event[0] - head[0]) > tolerance) return []
    const others = second.map((one, place): readonly [number, string] => (place === index ? [Infinity, 'gone'] : one))
    return everyMatching(rest, others, tolerance).map((links): [number, number][] => [[at, index], ...links])
  })
  return [...without, ...joined]
}

/** Kappa with nothing as a further code, chance by iterative proportional fitting around the empty corner. */
function fittedKappa(counts: readonly (readonly number[])[]): number {
  const size = counts.length
  const n = counts.flat().reduce((sum, count) => sum + count, 0)
  const rows = counts.map((row) => row.reduce((sum, count) => sum + count, 0))
  const columns = counts.map((_, column) => counts.reduce((sum, row) => sum + (row[column] ?? 0), 0))
  const fit = counts.map((_, row) =>
    counts.map((__, column): number => (row === size - 1 && column === size - 1 ? 0 : 1)),
  )
  for (let round = 0; round < 5000; round++) {
    for (const [row, line] of fit.entries()) {
      const total = line.reduce((sum, cell) => sum + cell, 0)
      for (const column of line.keys()) if (total > 0) line[column] = ((line[column] ?? 0) * (rows[row] ?? 0)) / total
    }
    for (const column of columns.keys()) {
      const total = fit.reduce((sum, line) => sum + (line[column] ?? 0), 0)
      for (const line of fit) if (total > 0) line[column] = ((line[column] ?? 0) * (columns[column] ?? 0)) / total
    }
  }
  const diagonal = (table: readonly (readonly number[])[]): number =>
    table.reduce((sum, line, code) => sum + (line[code] ?? 0), 0) / n
  return (diagonal(counts) - diagonal(fit)) / (1 - diagonal(fit))
}

describe('eventMatch', () => {
  it('finds as many matches as trying all of them', () => {
    fc.assert(
      fc.property(both, fc.nat(4), ([first, second], tolerance) => {
        const { estimate, details } = eventMatch(tableOf([first, second]), { tolerance })
        const all = everyMatching(first, second, tolerance)
        const equal = (links: [number, number][]): number =>
          links.filter(([left, right]) => first[first.length - left]?.[1] === second[right]?.[1]).length
        if (estimate === null) return
        expect(details?.matches).toBe(Math.max(...all.map(equal)))
        expect(details?.matchesAnyCode).toBe(Math.max(...all.map((links) => links.length)))
      }),
      runs,
    )
  })

  it('does not change when raters are swapped, or time is shifted or stretched', () => {
    fc.assert(
      fc.property(both, fc.nat(4), ([first, second], tolerance) => {
        const moved = (list: Moments): Moments => list.map(([time, code]) => [time * 0.1 + 1000, code])
        const { estimate } = eventMatch(tableOf([first, second]), { tolerance })
        expect(eventMatch(tableOf([second, first]), { tolerance }).estimate).toBe(estimate)
        expect(eventMatch(tableOf([moved(first), moved(second)]), { tolerance: tolerance * 0.1 }).estimate).toBe(
          estimate,
        )
      }),
      runs,
    )
  })

  it('counts 4.9 as within 0.9 of 4, and is undefined without events', () => {
    const near = tableOf([[[4, 'a']], [[4.9, 'a']]])
    expect(eventMatch(near, { tolerance: 0.9 }).estimate).toBe(1)
    expect(eventMatch(near, { tolerance: 0.89 }).estimate).toBe(0)
    expect(eventMatch(tableOf([[], []]), { tolerance: 1 })).toMatchObject({ undefined: { code: 'no-items' } })
  })

  it('wants a tolerance and two raters', () => {
    expect(() => eventMatch(tableOf([[], []]))).toThrow('event-match needs the option tolerance')
    expect(() => eventMatch(tableOf([[], []]), { tolerance: -1 })).toThrow('The tolerance -1')
    const three = eventTable({ raters: ['A', 'B', 'C'], categories, events: [[], [], []] })
    expect(() => eventMatch(three, { tolerance: 1 })).toThrow('needs two raters, not 3.')
  })
})

describe('eventKappa', () => {
  it('links as many as possible, then as many equal codes as possible, and fits chance around the empty corner', () => {
    fc.assert(
      fc.property(both, fc.nat(3), ([first, second], tolerance) => {
        const result = eventKappa(tableOf([first, second]), { tolerance })
        if (result.estimate === null) return
        const scored = everyMatching(first, second, tolerance).map((links) => ({
          links: links.length,
          equal: links.filter(([left, right]) => first[first.length - left]?.[1] === second[right]?.[1]).length,
        }))
        const links = Math.max(...scored.map((one) => one.links))
        const equal = Math.max(...scored.filter((one) => one.links === links).map((one) => one.equal))
        expect(result.details?.links).toBe(links)
        expect((result.observed ?? 0) * result.n).toBeCloseTo(equal, 9)
        const { table } = result.details ?? {}
        if (links > 0 && Array.isArray(table)) expect(result.estimate).toBeCloseTo(fittedKappa(table), 6)
      }),
      { ...runs, numRuns: 100 },
    )
  })

  it('takes two links of unlike codes rather than one of equal codes', () => {
    const found = eventKappa(
      tableOf([
        [
          [0, 'a'],
          [2, 'b'],
        ],
        [
          [1, 'b'],
          [3, 'a'],
        ],
      ]),
      { tolerance: 1 },
    )
    expect(found.details).toMatchObject({ links: 2, alone: [0, 0] })
  })

  it('does not change when the raters are swapped', () => {
    fc.assert(
      fc.property(both, fc.nat(3), (events, tolerance) => {
        const [one, other] = [events, events.toReversed()].map(
          (list) => eventKappa(tableOf(list), { tolerance }).estimate,
        )
        expect(other ?? 9).toBeCloseTo(one ?? 9, 12)
      }),
      runs,
    )
  })

  it('gives 3/7 for a table worked by hand', () => {
    // Links a-a, a-a, b-b, one lone event each: rows (2, 2, 1), columns (3, 1, 1), so chance is (6 + 2) * 3 / (4 * 4) / 5.
    const first: Moments = [
      [0, 'a'],
      [10, 'a'],
      [20, 'b'],
      [30, 'b'],
    ]
    const second: Moments = [
      [0, 'a'],
      [11, 'a'],
      [20, 'b'],
      [40, 'a'],
    ]
    const result = eventKappa(tableOf([first, second]), { tolerance: 1 })
    expect(result).toMatchObject({ n: 5, observed: 0.6, details: { links: 3, alone: [1, 1] } })
    expect(result.expected).toBeCloseTo(0.3, 12)
    expect(result.estimate).toBeCloseTo(3 / 7, 12)
  })

  it('is undefined without events, or if all are linked and alike', () => {
    expect(eventKappa(tableOf([[], []]), { tolerance: 1 })).toMatchObject({ undefined: { code: 'no-items' } })
    const alike = tableOf([[[1, 'a']], [[1, 'a']]])
    expect(eventKappa(alike, { tolerance: 0 })).toMatchObject({ undefined: { code: 'no-variation' } })
  })
})

const track = fc.array(
  fc.record({ gap: fc.nat(4), length: fc.integer({ min: 1, max: 9 }), category: fc.constantFrom(...categories) }),
  { maxLength: 6 },
)
type Track = readonly { gap: number; length: number; category: string }[]

function statesOf(tracks: readonly Track[], begin = 0, scale = 1) {
  const units = tracks.flatMap((list, rater): Unit[] => {
    let place = 0
    return list.map(({ gap, length, category }) => {
      const start = place + gap
      place = start + length
      return { rater: raters[rater] ?? '', start: begin + start * scale, length: length * scale, category }
    })
  })
  return unitTable({ raters, categories, begin, length: 80 * scale, units })
}

const kappas = [
  {
    name: 'durationKappa',
    compute: (tracks: readonly Track[], begin = 0, scale = 1) => durationKappa(statesOf(tracks, begin, scale)),
  },
  {
    name: 'timeUnitKappa',
    compute: (tracks: readonly Track[], begin = 0, scale = 1) =>
      timeUnitKappa(statesOf(tracks, begin, scale), { step: scale, tolerance: 2 * scale }),
  },
]

describe.each(kappas)('$name', ({ compute }) => {
  it('does not change when raters are swapped, or time is shifted or stretched', () => {
    fc.assert(
      fc.property(fc.tuple(track, track), (tracks) => {
        const { estimate } = compute(tracks)
        const same = estimate === null ? null : expect.closeTo(estimate, 9)
        expect(compute(tracks.toReversed()).estimate).toEqual(same)
        expect(compute(tracks, 64).estimate).toEqual(same)
        expect(compute(tracks, 0, 0.5).estimate).toEqual(same)
      }),
      runs,
    )
  })

  it('is undefined if both raters have one state throughout', () => {
    expect(compute([[], []])).toMatchObject({ estimate: null, undefined: { code: 'no-variation' } })
  })

  it('is 1 if both raters marked the same', () => {
    expect(compute([[{ gap: 1, length: 5, category: 'a' }], [{ gap: 1, length: 5, category: 'a' }]]).estimate).toBe(1)
  })
})

describe('timeUnitKappa', () => {
  it('without tolerance is cohenKappa of the same time units, and duration kappa where no state changes within one', () => {
    fc.assert(
      fc.property(fc.tuple(track, track), (tracks) => {
        const table = statesOf(tracks)
        const result = timeUnitKappa(table, { step: 1 })
        const codeAt = (rater: number, time: number): string => {
          const [from = 0, to = 0] = table.offsets.slice(rater, rater + 2)
          const unit = table.starts.findIndex(
            (start, index) => index >= from && index < to && start < time && time < (table.ends[index] ?? 0),
          )
          return categories[table.codes[unit] ?? -1] ?? 'none'
        }
        const rows = Array.from({ length: 80 }, (_, time) => [codeAt(0, time + 0.5), codeAt(1, time + 0.5)])
        const cohen = estimate(
          'cohen-kappa',
          ratingTable({ raters, level: 'nominal', categories: [...categories, 'none'], rows }),
        )
        const same = cohen.estimate === null ? null : expect.closeTo(cohen.estimate, 12)
        expect(result.estimate).toEqual(same)
        expect(durationKappa(table).estimate).toEqual(same)
      }),
      { ...runs, numRuns: 60 },
    )
  })

  it('agrees fully with a tolerance as long as the delay, and says what each way gives', () => {
    const late = statesOf([[{ gap: 2, length: 10, category: 'a' }], [{ gap: 4, length: 10, category: 'a' }]])
    expect(timeUnitKappa(late, { step: 1 }).estimate).toBeLessThan(0.8)
    expect(timeUnitKappa(late, { step: 1, tolerance: 2 }).estimate).toBe(1)
    const lone = statesOf([[{ gap: 2, length: 1, category: 'a' }], [{ gap: 2, length: 9, category: 'a' }]])
    const { details } = timeUnitKappa(lone, { step: 1, tolerance: 1 })
    // Of Ben's 9 seconds Ann has the first; of the others one is near it, one near the end, each seen from one side only.
    expect(details).toMatchObject({
      ways: [{ observed: expect.closeTo(73 / 80, 12) }, { observed: expect.closeTo(73 / 80, 12) }],
    })
  })

  it('takes the state at the middle of each step', () => {
    const of = (rater: string, start: number) => ({ rater, start, length: 2 - start, category: 'a' })
    const table = unitTable({ raters, categories, begin: 0, length: 8, units: [of('Ann', 0.5), of('Ben', 0)] })
    expect(timeUnitKappa(table, { step: 2 }).estimate).toBe(1)
    expect(timeUnitKappa(table, { step: 0.5 }).estimate).toBeLessThan(1)
  })

  it('says what a step leaves over, and refuses a missing or impossible step', () => {
    const table = statesOf([[{ gap: 2, length: 10, category: 'a' }], []])
    expect(timeUnitKappa(table, { step: 30 })).toMatchObject({ n: 2, warnings: [{ code: 'rest-left-out' }] })
    expect(timeUnitKappa(table, { step: 81 })).toMatchObject({ undefined: { code: 'no-items' } })
    expect(() => timeUnitKappa(table)).toThrow('needs the option step')
    expect(() => timeUnitKappa(table, { step: 0 })).toThrow('The step 0')
    expect(() => timeUnitKappa(table, { step: 1e-300 })).toThrow('The step 1e-300 fits')
    expect(() => timeUnitKappa(table, { step: 1e-9 })).toThrow(
      new RangeError(
        'The step 1e-9 fits 80000000000 times into 80; at most 10,000,000 can be held, so 0.000008 or more is needed.',
      ),
    )
    expect(() => timeUnitKappa(table, { step: 1, tolerance: -1 })).toThrow('The tolerance -1')
  })
})
