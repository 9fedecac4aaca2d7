import {
  type AnyOptions,
  type EventTable,
  estimate,
  eventTable,
  joinTables,
  type MeasureId,
  measures,
  type SegmentationTable,
  segmentationTable,
  selectRaters,
  type UnitTable,
  unitTableFromSpans,
} from '@attune/agreement'
import { describe, expect, it } from 'vitest'
import { type Random, randomBelow, randomFrom } from '../../../packages/agreement/src/base/random.ts'
import { shuffled } from '../support/random-tables.ts'

/** Random tables for each coefficient; see CONTRIBUTING. */
const TABLES = Math.ceil(Number(process.env.ATTUNE_PROPERTY_TABLES ?? 10_000) / 100)

const categories = ['x', 'y', 'z']
const LENGTH = 60

type Span = readonly [number, number, string]
const codeOf = (random: Random) => categories[randomBelow(random, categories.length)] ?? 'x'

/** Units in whole numbers, not overlapping, of raters who follow each other more or less. */
function unitsFrom(random: Random, raters: number): UnitTable {
  const shared = Array.from(
    { length: 1 + randomBelow(random, 5) },
    (_, index) => [index * 12 + randomBelow(random, 4), codeOf(random)] as const,
  )
  const slips = randomBelow(random, 5)
  const spans = Array.from({ length: raters }, () =>
    shared.flatMap(([start, code]): Span[] => {
      if (randomBelow(random, 6) < slips - 2) return []
      const from = start + randomBelow(random, 1 + slips)
      return [[from, from + 2 + randomBelow(random, 3), randomBelow(random, 8) < slips ? codeOf(random) : code]]
    }),
  )
  const names = spans.map((_, rater) => `r${rater + 1}`)
  return unitTableFromSpans({ raters: names, categories, begin: 0, length: LENGTH, spans })
}

function eventsFrom(random: Random): EventTable {
  const moments = Array.from(
    { length: randomBelow(random, 8) },
    () => [randomBelow(random, 50), codeOf(random)] as const,
  )
  const events = [0, 1].map(() =>
    moments.flatMap(([time, code]): [number, string][] =>
      randomBelow(random, 5) === 0
        ? []
        : [[time + randomBelow(random, 5), randomBelow(random, 4) === 0 ? codeOf(random) : code]],
    ),
  )
  return eventTable({ raters: ['A', 'B'], categories, events })
}

function textFrom(random: Random): SegmentationTable {
  const masses = [0, 1].map(() => {
    const cuts = Array.from({ length: 19 }, (_, place) => place + 1).filter(() => randomBelow(random, 5) === 0)
    return [...cuts, 20].map((cut, index) => cut - (cuts[index - 1] ?? 0))
  })
  return segmentationTable({ raters: ['A', 'B'], masses })
}

/** Places go to from + unit x place, or are mirrored. */
function movedUnits(table: UnitTable, from: number, unit: number): UnitTable {
  const spans = table.raters.map((_, rater) => {
    const own = Array.from(table.starts.keys()).filter(
      (index) => index >= (table.offsets[rater] ?? 0) && index < (table.offsets[rater + 1] ?? 0),
    )
    return own.map((index): Span => {
      const [start, end] = [from + unit * (table.starts[index] ?? 0), from + unit * (table.ends[index] ?? 0)]
      return [Math.min(start, end), Math.max(start, end), table.categories[table.codes[index] ?? 0] ?? '']
    })
  })
  const begin = unit < 0 ? from + unit * LENGTH : from
  return unitTableFromSpans({
    raters: table.raters,
    categories: table.categories,
    begin,
    length: Math.abs(unit) * LENGTH,
    spans,
  })
}

const renamed = <Table extends UnitTable | EventTable>(table: Table): Table => ({
  ...table,
  categories: table.categories.map((name) => `new ${name}`),
})

/** Draws of gamma's chance depend on the order of raters and the direction of time, and u-alpha-1995 on the smallest unit. */
const byChance = (id: string) => id.startsWith('gamma')
const inUnits: readonly (readonly [MeasureId, AnyOptions, number])[] = [
  ['u-alpha-1995', {}, 3],
  ['u-alpha-2016', {}, 3],
  ['u-alpha-2016', { variant: '|u' }, 3],
  ['u-alpha-2016', { variant: 'cu' }, 2],
  ['gamma', { samples: 3 }, 3],
  ['gamma-cat', { samples: 3 }, 2],
  ['span-f1', {}, 2],
  ['duration-kappa', {}, 2],
  ['time-unit-kappa', { step: 1, tolerance: 2 }, 2],
]
const inEvents: readonly MeasureId[] = ['event-match', 'event-kappa']
const inTexts: readonly MeasureId[] = ['boundary-similarity', 'segmentation-similarity', 'pk', 'window-diff']

function alike(id: string, before: number | null, after: number | null, what: string): void {
  expect(after === null, `${id}: ${what}`).toBe(before === null)
  if (before !== null && after !== null) expect(Math.abs(after - before), `${id}: ${what}`).toBeLessThan(1e-9)
}

it('these tests know every coefficient of segments and events', () => {
  const family = Object.values(measures).filter((one) => one.family === 'segments' || one.family === 'events')
  expect(new Set([...inUnits.map(([id]) => id), ...inEvents, ...inTexts])).toEqual(new Set(family.map(({ id }) => id)))
})

describe('coefficients of random units', () => {
  it.each(inUnits)('are what they were: %s %o', { timeout: 300_000 }, (id, options, raters) => {
    const random = randomFrom(id.length * 7 + raters)
    for (let round = 0; round < TABLES; round++) {
      const table = unitsFrom(random, raters)
      const value = (given: UnitTable, more: AnyOptions = {}) => estimate(id, given, { ...options, ...more }).estimate
      const before = value(table)
      alike(id, before, value(renamed(table)), 'other names')
      alike(id, before, value(movedUnits(table, 1024, 1)), 'another beginning')
      alike(id, before, value(joinTables([table])), 'one document, joined')
      if (byChance(id)) continue
      alike(id, before, value(selectRaters(table, shuffled(table.raters, random))), 'raters in another order')
      alike(id, before, value(movedUnits(table, LENGTH, -1)), 'time backwards')
      if (['span-f1', 'duration-kappa', 'time-unit-kappa'].includes(id) || options.variant === 'cu') {
        const more = id === 'time-unit-kappa' ? { step: 4, tolerance: 8 } : {}
        alike(id, before, value(movedUnits(table, 0, 4), more), 'another unit of time')
      }
    }
  })
})

describe('coefficients of random events', () => {
  it.each(inEvents)('are what they were: %s', (id) => {
    const random = randomFrom(id.length)
    for (let round = 0; round < TABLES * 4; round++) {
      const table = eventsFrom(random)
      const value = (given: EventTable, tolerance = 2) => estimate(id, given, { tolerance }).estimate
      const moved = (from: number, unit: number): EventTable => {
        const events = table.raters.map((_, rater) => {
          const [low, high] = [table.offsets[rater] ?? 0, table.offsets[rater + 1] ?? 0]
          return [...table.times.subarray(low, high)].map((time, index) => {
            return [from + unit * time, categories[table.codes[low + index] ?? 0] ?? ''] as const
          })
        })
        return eventTable({ raters: table.raters, categories, events })
      }
      const before = value(table)
      alike(id, before, value(renamed(table)), 'other names')
      alike(id, before, value(selectRaters(table, ['B', 'A'])), 'raters the other way round')
      alike(id, before, value(moved(500, 1)), 'another beginning')
      alike(id, before, value(moved(0, 4), 8), 'another unit of time')
      alike(id, before, value(moved(100, -1)), 'time backwards')
      alike(id, before, value(joinTables([table, table, table])), 'the session three times')
    }
  })

  it('match more, never fewer, with a wider tolerance', () => {
    const random = randomFrom(5)
    for (let round = 0; round < TABLES; round++) {
      const table = eventsFrom(random)
      const matches = [0, 1, 2, 5, 50].map((tolerance) => estimate('event-match', table, { tolerance }).estimate ?? 0)
      expect(matches).toEqual([...matches].sort((a, b) => a - b))
    }
  })
})

describe('coefficients of random segmentations', () => {
  it.each(inTexts)('are what they were: %s', (id) => {
    const random = randomFrom(id.length)
    for (let round = 0; round < TABLES * 4; round++) {
      const table = textFrom(random)
      const options = id === 'pk' || id === 'window-diff' ? { window: 3 } : {}
      const value = (given: SegmentationTable) => estimate(id, given, options).estimate
      const before = value(table)
      alike(id, before, value(selectRaters(table, ['B', 'A'])), 'raters the other way round')
      alike(id, before, value(joinTables([table, table])), 'the text twice')
      if (id === 'boundary-similarity' || id === 'segmentation-similarity') continue // near misses are found from left to right
      const backwards = { ...table, masses: table.masses.map((list) => list.toReversed()) }
      alike(id, before, value(backwards), 'the text backwards')
    }
  })
})
