import {
  estimate,
  eventTable,
  joinTables,
  MISSING,
  NOT_CODABLE,
  ratingTable,
  segmentationTable,
  selectItems,
  selectRaters,
  tableFromCodes,
  tableFromContingency,
  tableFromCounts,
  tableFromRecords,
  tableFromScores,
  timeBlocks,
  unitTable,
  unitTableFromSpans,
} from '@attune/agreement'
import { describe, expect, it } from 'vitest'
import { completeItems } from '../../../packages/agreement/src/table/complete-items.ts'

const raters = ['Ann', 'Ben']
const categories = ['a', 'b']
const codes = { raters, level: 'nominal', categories } as const

describe('a table with names that are missing or stand twice', () => {
  it('is refused by what they name', () => {
    const twins = ['Ann', 'Ann']
    const rater = 'Rater "Ann" is declared twice.'
    expect(() => ratingTable({ ...codes, raters: twins, rows: [] })).toThrow(rater)
    expect(() => tableFromCodes({ ...codes, raters: twins, codes: [] })).toThrow(rater)
    expect(() => tableFromContingency({ ...codes, raters: ['Ann', 'Ann'], counts: [] })).toThrow(rater)
    expect(() => unitTable({ raters: twins, categories, units: [] })).toThrow(rater)
    expect(() => unitTableFromSpans({ raters: twins, categories, spans: [[], []] })).toThrow(rater)
    expect(() => eventTable({ raters: twins, categories, events: [[], []] })).toThrow(rater)
    expect(() => segmentationTable({ raters: twins, masses: [[1], [1]] })).toThrow(rater)
    const none = 'At least one rater is needed.'
    expect(() => ratingTable({ ...codes, raters: [], rows: [] })).toThrow(none)
    const item = 'Item "x" is declared twice.'
    const rows = [
      ['a', 'a'],
      ['b', 'b'],
    ]
    expect(() => ratingTable({ ...codes, items: ['x', 'x'], rows })).toThrow(item)
    expect(() => tableFromCodes({ ...codes, items: ['x', 'x'], codes: [0, 0, 1, 1] })).toThrow(item)
    expect(() =>
      tableFromCounts({
        level: 'nominal',
        categories,
        items: ['x', 'x'],
        counts: [
          [1, 1],
          [1, 1],
        ],
      }),
    ).toThrow(item)
    const part = segmentationTable({ raters, masses: [[2], [2]] })
    expect(() => joinTables([part, part], ['x', 'x'])).toThrow('Part "x" is declared twice.')
  })

  it('may have no item at all', () => {
    expect(tableFromCodes({ ...codes, codes: [] }).size).toBe(0)
    expect(tableFromCounts({ level: 'nominal', categories, counts: [] }).size).toBe(0)
  })
})

describe('declared categories', () => {
  const many = Array.from({ length: 14 }, (_, index) => `c${index}`)
  it('are listed in a refusal up to the twelfth', () => {
    const refusal = (list: string[]) => () => ratingTable({ ...codes, categories: list, rows: [['?', '?']] })
    expect(refusal(many)).toThrow('c10, c11 and 2 more.')
    expect(refusal(many.slice(0, 13))).toThrow('c10, c11 and 1 more.')
    expect(refusal(many.slice(0, 12))).toThrow('c10, c11.')
  })

  it('are at most as many as positions in sixteen bits', () => {
    const most = Array.from({ length: 32_768 }, (_, index) => index)
    expect(() => ratingTable({ ...codes, categories: most, rows: [] })).toThrow(
      'More than 32767 categories are declared.',
    )
    expect(ratingTable({ ...codes, categories: most.slice(1), rows: [] }).size).toBe(0)
  })

  it('fit into bytes up to 128 and into two bytes above', () => {
    const of = (count: number, list: ArrayLike<number>) =>
      tableFromCodes({ ...codes, categories: Array.from({ length: count }, (_, index) => index), codes: list }).codes
    expect(of(128, [127, 0])).toBeInstanceOf(Int8Array)
    expect(of(129, [128, 0])).toBeInstanceOf(Int16Array)
    const bytes = Int8Array.of(1, 0)
    const words = Int16Array.of(1, 0)
    expect(of(128, bytes)).toBe(bytes)
    expect(of(129, words)).toBe(words)
    expect([...of(129, bytes)]).toEqual([1, 0])
    expect(of(129, bytes)).toBeInstanceOf(Int16Array)
    expect(of(128, words)).toBeInstanceOf(Int8Array)
  })
})

describe('encoded codes', () => {
  const three = { ...codes, raters: ['Ann', 'Ben', 'Cleo'] }
  it('are refused if they are no position, for any number of raters and any array', () => {
    for (const wrong of [2, -3, 0.5, 300, Number.NaN]) {
      const message = `${wrong} is not the position of one of 2 categories.`
      expect(() => tableFromCodes({ ...codes, codes: [0, wrong] })).toThrow(`Item 1, rater Ben: ${message}`)
      expect(() => tableFromCodes({ ...three, codes: [0, 1, wrong] })).toThrow(`Item 1, rater Cleo: ${message}`)
      expect(() => tableFromCodes({ ...codes, raters: ['Ann'], codes: [0, wrong] })).toThrow(
        `Item 2, rater Ann: ${message}`,
      )
    }
    expect(() => tableFromCodes({ ...codes, codes: Int8Array.of(0, 2) })).toThrow('Item 1, rater Ben: 2 is not')
    expect(() => tableFromCodes({ ...three, codes: Int8Array.of(0, 1, 2) })).toThrow('Item 1, rater Cleo: 2 is not')
    expect(() => tableFromCodes({ ...codes, items: ['x'], codes: Int8Array.of(0, -3) })).toThrow(
      'Item x, rater Ben: -3',
    )
  })

  it('keep missing and not codable', () => {
    expect([...tableFromCodes({ ...three, codes: [0, MISSING, NOT_CODABLE] }).codes]).toEqual([0, MISSING, NOT_CODABLE])
  })
})

describe('encoded scores', () => {
  const scores = { raters, level: 'interval' } as const
  it('without gaps become part of the table as they are, and give what copied ones give', () => {
    for (const size of [1, 2, 3, 4, 5]) {
      const values = Float64Array.from({ length: 2 * size }, (_, index) => (index * 7) % 5)
      const table = tableFromScores({ ...scores, values })
      expect(table.values).toBe(values)
      expect([...table.state]).toEqual(new Array(2 * size).fill(0))
      expect(table.state.length).toBe(2 * size)
      const copied = tableFromScores({ ...scores, values: [...values] })
      expect(copied.values).not.toBe(values)
      expect(estimate('icc', table, { form: 'ICC(A,1)' })).toEqual(estimate('icc', copied, { form: 'ICC(A,1)' }))
    }
  })

  it('with a gap in any place know which it is, and with what is no number are refused', () => {
    for (let place = 0; place < 6; place++) {
      const values = Float64Array.from({ length: 6 }, (_, index) => index)
      values[place] = Number.NaN
      const table = tableFromScores({ ...scores, values })
      expect([...table.state]).toEqual([0, 1, 2, 3, 4, 5].map((index) => (index === place ? MISSING : 0)))
      values[place] = Number.NEGATIVE_INFINITY
      expect(() => tableFromScores({ ...scores, values })).toThrow(
        `rater ${raters[place % 2]}: -Infinity is not a number.`,
      )
    }
  })
})

describe('completeItems', () => {
  const coded = (wide: Parameters<typeof ratingTable>[0]) => {
    const table = ratingTable(wide)
    if (table.kind !== 'codes') throw new Error('The categories are declared.')
    return table
  }
  it('are the items that every rater rated', () => {
    const table = coded({
      ...codes,
      rows: [
        ['a', null],
        ['a', 'b'],
        [null, null],
        ['b', 'b'],
      ],
    })
    expect(completeItems(table)).toMatchObject({ size: 2, codes: Int8Array.of(0, 1, 1, 1) })
  })
})

describe('records', () => {
  it('may have several raters and items in any order', () => {
    const records = ['Ann', 'Ben', 'Cleo'].flatMap((rater, column) =>
      ['x', 'y', 'z'].map((item, row) => ({ item, rater, value: (column + row) % 2 === 0 ? 'a' : 'b' })),
    )
    const table = tableFromRecords({ level: 'nominal', categories, records })
    expect(table).toMatchObject({ codes: Int8Array.of(0, 1, 0, 1, 0, 1, 0, 1, 0) })
    const known = ['Ann', 'Ben']
    expect(() => tableFromRecords({ level: 'nominal', categories, raters: known, records })).toThrow(
      'Item x: rater Cleo is not among Ann, Ben.',
    )
  })
})

describe('a selection', () => {
  it('keeps codes of two bytes, and reads nothing beyond', () => {
    const wide = tableFromCodes({
      ...codes,
      categories: Array.from({ length: 200 }, (_, index) => index),
      codes: [199, 0, 1, 150, MISSING, 2],
    })
    expect([...selectItems(wide, [2, 0]).codes]).toEqual([MISSING, 2, 199, 0])
    expect([...selectRaters(wide, ['Ben']).codes]).toEqual([0, 150, 2])
  })
})

describe('units', () => {
  const whole = { raters, categories, begin: 10, length: 50 }
  it('are ordered by rater, start, end and category', () => {
    const spans: [number, number, string][] = [
      [20, 30, 'b'],
      [20, 30, 'a'],
      [20, 25, 'b'],
      [12, 40, 'a'],
    ]
    const table = unitTableFromSpans({ ...whole, spans: [spans, [[11, 12, 'b']]] })
    expect([...table.starts]).toEqual([12, 20, 20, 20, 11])
    expect([...table.ends]).toEqual([40, 25, 30, 30, 12])
    expect([...table.codes]).toEqual([0, 1, 0, 1, 1])
    expect([...table.offsets]).toEqual([0, 4, 5])
    expect(table.level).toBe('nominal')
  })

  it('lie within a continuum that is declared as a whole', () => {
    const span =
      (...one: [number, number, string]) =>
      () =>
        unitTableFromSpans({ ...whole, spans: [[[15, 16, 'a'], one], []] })
    expect(span(9, 12, 'a')).toThrow('Span 2 of Ann: 9 to 12 is not within the continuum, 10 to 60.')
    expect(span(59, 61, 'a')).toThrow('Span 2 of Ann: 59 to 61 is not within the continuum, 10 to 60.')
    expect(span(10, 60, 'a')).not.toThrow()
    expect(span(12, Number.POSITIVE_INFINITY, 'a')).toThrow('Span 2 of Ann: 12 to Infinity is not a stretch')
    expect(span(Number.NEGATIVE_INFINITY, 12, 'a')).toThrow('Span 2 of Ann: -Infinity to 12 is not a stretch')
    const extent = (begin: number | undefined, length: number | undefined) => () =>
      unitTable({
        raters,
        categories,
        ...(begin !== undefined && { begin }),
        ...(length !== undefined && { length }),
        units: [],
      })
    expect(extent(Number.NaN, 5)).toThrow('Begin NaN of the continuum is no number.')
    expect(extent(undefined, 5)).toThrow('Begin undefined of the continuum is no number.')
    expect(extent(0, undefined)).toThrow('Length undefined of the continuum is not a number above 0.')
    expect(extent(0, Number.POSITIVE_INFINITY)).toThrow('Length Infinity of the continuum is not a number above 0.')
    expect(unitTableFromSpans({ raters, categories, spans: [[[-5, 900, 'a']], []] }).extent).toBeNull()
  })
})

describe('events', () => {
  it('are ordered by time, then by category', () => {
    const events: [number, string][] = [
      [3, 'b'],
      [1, 'b'],
      [3, 'a'],
    ]
    const table = eventTable({ raters, categories, events: [events, []] })
    expect([...table.times]).toEqual([1, 3, 3])
    expect([...table.codes]).toEqual([1, 0, 1])
    expect(table.level).toBe('nominal')
    expect(() => eventTable({ raters, categories, events: [[[1, 'z']], []] })).toThrow('"z" is not among a, b.')
  })
})

describe('joined tables', () => {
  const free = (spans: [number, number, string][]) => unitTableFromSpans({ raters, categories, spans: [spans, []] })
  it('lay units without a declared continuum end to end', () => {
    const joined = joinTables([
      free([
        [5, 8, 'a'],
        [6, 15, 'b'],
      ]),
      free([]),
      free([[2, 4, 'b']]),
    ])
    expect(joined.extent).toBeNull()
    expect([...joined.starts]).toEqual([0, 1, 10])
    expect([...joined.ends]).toEqual([3, 10, 12])
    expect([...joined.codes]).toEqual([0, 1, 1])
  })

  it('lay events end to end, each session from its first to its last', () => {
    const session = (...events: [number, string][]) => eventTable({ raters, categories, events: [events, []] })
    const joined = joinTables([session([5, 'a'], [9, 'b']), session(), session([100, 'b'], [103, 'a'])])
    expect([...joined.times]).toEqual([0, 4, 4, 7])
    expect([...joined.codes]).toEqual([0, 1, 1, 0])
    expect([...joined.offsets]).toEqual([0, 4, 4])
  })

  it('put segments of texts one after the other', () => {
    const joined = joinTables([
      segmentationTable({ raters, masses: [[2, 3], [5]] }),
      segmentationTable({ raters, masses: [[4], [1, 3]] }),
    ])
    expect(joined.masses.map((list) => [...list])).toEqual([
      [2, 3, 4],
      [5, 1, 3],
    ])
    expect(joined.length).toBe(9)
  })

  it('are refused where parts differ, by name and number', () => {
    const units = free([])
    const text = segmentationTable({ raters, masses: [[2], [2]] })
    const inside = unitTable({ raters, categories, begin: 0, length: 5, units: [] })
    expect(() => joinTables([units, text])).toThrow('Part 2 is a table of segmentation, not units.')
    expect(() => joinTables([units, inside])).toThrow('declared for some parts only; part 2 differs.')
    const others = unitTable({ raters: ['Ann', 'Eve'], categories, units: [] })
    expect(() => joinTables([units, others])).toThrow('Part 2 has the raters Ann, Eve, not Ann, Ben.')
    const coded = unitTable({ raters, categories: ['a', 'b', 'c'], units: [] })
    expect(() => joinTables([units, coded], ['one', 'two'])).toThrow('Part two has the categories a, b, c, not a, b.')
    expect(() => joinTables([units], ['one', 'two'])).toThrow('2 names are given for 1 parts.')
    expect(() => joinTables([])).toThrow('No part is given to join.')
  })

  it('can be narrowed to some raters, parts and all', () => {
    const text = (...masses: number[][]) => segmentationTable({ raters: ['Ann', 'Ben', 'Eve'], masses })
    const narrowed = selectRaters(joinTables([text([2], [1, 1], [2]), text([3], [2, 1], [1, 2])]), ['Eve', 'Ben'])
    expect(narrowed.masses.map((list) => [...list])).toEqual([
      [2, 1, 2],
      [1, 1, 2, 1],
    ])
    expect(narrowed.joined?.parts.map(({ raters: own, masses }) => [own, masses.map((list) => [...list])])).toEqual([
      [
        ['Eve', 'Ben'],
        [[2], [1, 1]],
      ],
      [
        ['Eve', 'Ben'],
        [
          [1, 2],
          [2, 1],
        ],
      ],
    ])
    const events = eventTable({
      raters,
      categories,
      events: [
        [
          [1, 'a'],
          [3, 'b'],
        ],
        [
          [2, 'b'],
          [4, 'a'],
          [5, 'b'],
        ],
      ],
    })
    const turned = selectRaters(joinTables([events, events]), ['Ben'])
    expect([...turned.codes]).toEqual([1, 0, 1, 1, 0, 1])
    expect([...turned.times]).toEqual([1, 3, 4, 5, 7, 8])
    expect([...(turned.joined?.parts[1]?.times ?? [])]).toEqual([2, 4, 5])
    const units = free([[1, 4, 'b']])
    expect(selectRaters(joinTables([units, units]), ['Ann']).joined?.parts[0]).toMatchObject({
      raters: ['Ann'],
      ends: Float64Array.of(4),
    })
    expect(() => selectRaters(units, ['Eve'])).toThrow('Rater Eve is not among Ann, Ben.')
  })
})

describe('timeBlocks', () => {
  it('cut units and leave out what only touches a block', () => {
    const table = unitTableFromSpans({
      raters,
      categories,
      begin: 10,
      length: 30,
      spans: [
        [
          [12, 20, 'b'],
          [25, 35, 'a'],
        ],
        [[30, 40, 'b']],
      ],
    })
    const parts = timeBlocks(table, 10).joined?.parts ?? []
    expect(
      parts.map(({ starts, ends, codes: own, offsets }) => [[...starts], [...ends], [...own], [...offsets]]),
    ).toEqual([
      [[12], [20], [1], [0, 1, 1]],
      [[25], [30], [0], [0, 1, 1]],
      [
        [30, 30],
        [35, 40],
        [0, 1],
        [0, 1, 2],
      ],
    ])
    expect(parts.map(({ extent }) => extent)).toEqual([10, 20, 30].map((begin) => ({ begin, length: 10 })))
  })

  it('of events begin with the first one, and the last block has the last one', () => {
    const table = eventTable({
      raters,
      categories,
      events: [
        [
          [100, 'b'],
          [105, 'a'],
        ],
        [
          [110, 'b'],
          [120, 'a'],
        ],
      ],
    })
    const parts = timeBlocks(table, 10).joined?.parts ?? []
    expect(parts.map(({ times, codes: own, offsets }) => [[...times], [...own], [...offsets]])).toEqual([
      [
        [100, 105],
        [1, 0],
        [0, 2, 2],
      ],
      [
        [110, 120],
        [1, 0],
        [0, 0, 2],
      ],
    ])
    expect(timeBlocks(eventTable({ raters, categories, events: [[], []] }), 10).joined?.parts).toHaveLength(1)
  })
})
