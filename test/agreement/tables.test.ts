import {
  compareDependent,
  icc,
  itemName,
  MISSING,
  NOT_CODABLE,
  raterPairs,
  ratingTable,
  segmentationTable,
  selectItems,
  selectRaters,
  tableFromCodes,
  tableFromContingency,
  tableFromCounts,
  tableFromRecords,
  tableFromScores,
} from '@attune/agreement'
import { describe, expect, it } from 'vitest'

const codes = { raters: ['A', 'B'], level: 'nominal', categories: ['F', 'Ds'] } as const

describe('ratingTable', () => {
  it('encodes declared categories, missing and "not codable" apart', () => {
    const table = ratingTable({
      ...codes,
      notCodable: ['CC'],
      rows: [
        ['F', 'Ds'],
        [null, 'CC'],
      ],
    })
    expect(table).toMatchObject({ kind: 'codes', size: 2, categories: ['F', 'Ds'], scoring: 'positions' })
    expect([...(table.kind === 'codes' ? table.codes : [])]).toEqual([0, 1, MISSING, NOT_CODABLE])
  })

  it('takes 2 and "2" for the same category, and numeric categories as scores', () => {
    const table = ratingTable({ raters: ['A', 'B'], level: 'interval', categories: [1, 2, 4], rows: [[2, '2']] })
    expect(table).toMatchObject({
      scoring: 'numeric-categories',
      scores: Float64Array.of(1, 2, 4),
      codes: Int8Array.of(1, 1),
    })
  })

  it('keeps scores that are declared', () => {
    const table = ratingTable({ ...codes, scores: [3, 1], rows: [] })
    expect(table).toMatchObject({ scoring: 'declared', scores: Float64Array.of(3, 1), size: 0 })
  })

  it('keeps numbers as they are where no categories are declared', () => {
    const table = ratingTable({
      raters: ['A', 'B'],
      level: 'ratio',
      notCodable: [-9],
      rows: [
        [4.5, null],
        [-9, 0],
      ],
    })
    expect(table).toMatchObject({
      kind: 'scores',
      values: Float64Array.of(4.5, 0, 0, 0),
      state: Int8Array.of(0, -1, -2, 0),
    })
  })

  it('holds more than 128 categories', () => {
    const categories = Array.from({ length: 300 }, (_, index) => index)
    expect(ratingTable({ raters: ['A'], level: 'ordinal', categories, rows: [[299]] })).toMatchObject({
      codes: Int16Array.of(299),
    })
  })

  it('refuses a stranger, naming item, rater and value', () => {
    expect(() =>
      ratingTable({
        ...codes,
        rows: [
          ['F', 'F'],
          ['F', 'Q'],
        ],
      }),
    ).toThrow('Item 2, rater B: "Q" is not among F, Ds.')
    expect(() =>
      ratingTable({
        ...codes,
        items: ['c1', 'c2'],
        rows: [
          ['F', 'F'],
          ['', 'F'],
        ],
      }),
    ).toThrow('Item c2, rater A: ""')
    expect(() => ratingTable({ raters: ['A'], level: 'interval', rows: [[Number.NaN]] })).toThrow(
      'Item 1, rater A: "NaN" is not a number',
    )
    expect(() => ratingTable({ raters: ['A'], level: 'interval', rows: [['4']] })).toThrow('"4" is not a number')
  })

  it('refuses a declaration that is incomplete or contradicts itself', () => {
    const refused = (change: object, message: string) =>
      expect(() => ratingTable({ ...codes, rows: [['F', 'F']], ...change })).toThrow(message)
    refused({ categories: [] }, 'have to be declared')
    refused({ categories: ['F', 'F'] }, 'Category "F" is declared twice')
    refused({ categories: undefined }, 'have to be declared')
    refused({ scores: [1] }, '1 scores are declared for 2 categories')
    refused({ scores: [1, Number.POSITIVE_INFINITY] }, 'Score Infinity of category "Ds"')
    refused({ notCodable: ['F'] }, 'both as a category and as "not codable"')
    refused({ raters: [] }, 'At least one rater')
    refused({ raters: ['A', 'A'] }, 'Rater "A" is declared twice')
    refused({ raters: ['A'] }, 'Item 1 has 2 ratings for 1 raters')
    refused({ items: ['x', 'y'] }, '2 items are named, but there are 1 rows')
    refused({ level: 'interval', categories: undefined, scores: [1] }, 'no categories that they belong to')
  })

  it('names an item by its name or its number', () => {
    expect(itemName(ratingTable({ ...codes, items: ['c1'], rows: [['F', 'F']] }), 0)).toBe('c1')
    expect(itemName(ratingTable({ ...codes, rows: [['F', 'F']] }), 0)).toBe('1')
  })
})

describe('tableFromRecords', () => {
  const records = [
    { item: 'c2', rater: 'B', value: 'F' },
    { item: 'c1', rater: 'A', value: 'Ds' },
    { item: 'c1', rater: 'B', value: null },
  ]
  it('orders raters and items as declared, else as they appear, and leaves the rest missing', () => {
    const found = tableFromRecords({ level: 'nominal', categories: ['F', 'Ds'], records })
    expect(found).toMatchObject({ raters: ['B', 'A'], items: ['c2', 'c1'], codes: Int8Array.of(0, -1, -1, 1) })
    const declared = tableFromRecords({
      level: 'nominal',
      categories: ['F', 'Ds'],
      records,
      raters: ['A', 'B'],
      items: ['c1', 'c2', 'c3'],
    })
    expect(declared).toMatchObject({ codes: Int8Array.of(1, -1, -1, 0, -1, -1) })
  })

  it('takes 1 and "1" for the same item and the same rater, and refuses a name that is declared twice', () => {
    // Only a script without types can mix them.
    const mixed = [
      { item: '1', rater: 1, value: 'F' },
      { item: 1, rater: 2, value: 'Ds' },
      { item: 2, rater: '1', value: 'F' },
    ] as readonly unknown[] as typeof records
    const found = tableFromRecords({ level: 'nominal', categories: ['F', 'Ds'], records: mixed })
    expect(found).toMatchObject({ raters: ['1', '2'], items: ['1', '2'], codes: Int8Array.of(0, 1, 0, -1) })
    const twice = [...mixed, ...mixed.slice(0, 1).map((record) => ({ ...record, rater: '1' }))]
    expect(() => tableFromRecords({ level: 'nominal', categories: ['F', 'Ds'], records: twice })).toThrow(
      'Item 1, rater 1: there are two ratings, the second is "F".',
    )
    expect(() => tableFromRecords({ ...codes, records, raters: ['A', 'B', 'A'] })).toThrow(
      'Rater "A" is declared twice.',
    )
  })

  it('refuses strangers and second ratings by name', () => {
    const table = (change: object) => () =>
      tableFromRecords({ level: 'nominal', categories: ['F', 'Ds'], records, ...change })
    expect(table({ raters: ['A'] })).toThrow('Item c2: rater B is not among A.')
    expect(table({ items: ['c1'] })).toThrow('Item c2 is not among the declared items')
    expect(table({ records: [...records, { item: 'c1', rater: 'A', value: 'F' }] })).toThrow(
      'Item c1, rater A: there are two ratings, the second is "F".',
    )
  })
})

describe('tableFromContingency', () => {
  const declared = { raters: ['A', 'B'], level: 'nominal', categories: ['F', 'Ds'] } as const
  it('makes an item of every count', () => {
    expect(
      tableFromContingency({
        ...declared,
        counts: [
          [1, 2],
          [0, 1],
        ],
      }),
    ).toMatchObject({ size: 4, codes: Int8Array.of(0, 0, 0, 1, 0, 1, 1, 1) })
  })

  it('refuses what is not a square table of counts', () => {
    // Only a script without types can name three.
    const raters = ['Ann', 'Ben', 'Eve'] as readonly string[] as readonly [string, string]
    expect(() =>
      tableFromContingency({
        ...declared,
        raters,
        counts: [
          [1, 1],
          [0, 2],
        ],
      }),
    ).toThrow(new RangeError('A contingency table has two raters, not 3: Ann, Ben, Eve.'))
    expect(() => tableFromContingency({ ...declared, counts: [[1, 2]] })).toThrow('1 rows for 2 categories')
    expect(() => tableFromContingency({ ...declared, counts: [[1, 2], [1]] })).toThrow('Row Ds has 1 counts')
    expect(() =>
      tableFromContingency({
        ...declared,
        counts: [
          [1, 2],
          [1, -1],
        ],
      }),
    ).toThrow('Row Ds, column Ds: -1 is not a count')
    expect(() =>
      tableFromContingency({
        ...declared,
        counts: [
          [1e9, 0],
          [0, 0],
        ],
      }),
    ).toThrow('at most')
  })
})

describe('tableFromCounts', () => {
  it('keeps the counts and refuses others', () => {
    const declared = { level: 'nominal', categories: ['F', 'Ds'] } as const
    expect(tableFromCounts({ ...declared, counts: [[3, 0]] })).toMatchObject({
      size: 1,
      raters: [],
      counts: Int32Array.of(3, 0),
    })
    expect(() => tableFromCounts({ ...declared, items: ['c1'], counts: [[3, 0.5]] })).toThrow(
      'Item c1, category Ds: 0.5',
    )
    expect(() => tableFromCounts({ ...declared, counts: [[3]] })).toThrow('Item 1 has 1 counts for 2 categories')
    expect(() => tableFromCounts({ ...declared, items: ['c1'], counts: [] })).toThrow('1 items are named')
  })
})

describe('tableFromCodes and tableFromScores', () => {
  const declared = { raters: ['A', 'B'], level: 'nominal', categories: ['F', 'Ds'] } as const
  it('give the table that the same rows give', () => {
    const rows = [
      ['F', 'Ds'],
      [null, 'CC'],
    ]
    expect(tableFromCodes({ ...declared, codes: [0, 1, MISSING, NOT_CODABLE] })).toEqual(
      ratingTable({ ...declared, notCodable: ['CC'], rows }),
    )
    const scores = { raters: ['A', 'B'], level: 'interval', items: ['x', 'y'] } as const
    expect(tableFromScores({ ...scores, values: [1.5, 2, Number.NaN, 3] })).toEqual(
      ratingTable({
        ...scores,
        rows: [
          [1.5, 2],
          [null, 3],
        ],
      }),
    )
  })

  it('see a gap or an infinite score wherever it stands in a Float64Array, and leave the array as it is', () => {
    const scores = { raters: ['A', 'B'], level: 'interval' } as const
    const full = Float64Array.from([1, 2, 4, 4, 7, 6, 3, 3, 2, 1])
    for (const place of full.keys()) {
      const given = full.with(place, Number.NaN)
      const table = tableFromScores({ ...scores, values: given })
      const copied = tableFromScores({ ...scores, values: [...given] })
      expect(table.state).toEqual(copied.state)
      expect(given[place]).toBeNaN()
      expect(icc(table)).toEqual(icc(copied))
      expect(icc(table).n).toBe(4)
      const infinite = full.with(place, Number.NEGATIVE_INFINITY)
      expect(() => tableFromScores({ ...scores, values: infinite })).toThrow('-Infinity is not a number')
    }
  })

  it('take a Float64Array without gaps as it is, with the same results', () => {
    const scores = { raters: ['A', 'B'], level: 'interval' } as const
    const full = Float64Array.from([1, 2, 4, 4, 7, 6, 3, 3, 2, 1])
    const table = tableFromScores({ ...scores, values: full })
    expect(table.values).toBe(full)
    expect(table).toEqual(tableFromScores({ ...scores, values: [...full] }))
    expect(icc(table)).toEqual(icc(tableFromScores({ ...scores, values: [...full] })))
  })

  it('take typed arrays as they are', () => {
    const given = Int8Array.of(0, 1, MISSING, 1)
    expect(tableFromCodes({ ...declared, codes: given }).codes).toBe(given)
    const values = Float64Array.of(1.5, 2, 0.5, Number.NaN, 3, 4, Number.NaN, 1, 2, 3)
    const table = tableFromScores({ raters: ['A', 'B'], level: 'interval', values })
    expect(table.values).toBe(values)
    expect([...table.state]).toEqual([0, 0, 0, MISSING, 0, 0, MISSING, 0, 0, 0])
  })

  it('refuse what is no position, no number, or not a whole row', () => {
    expect(() => tableFromCodes({ ...declared, codes: [0, 2] })).toThrow(
      'Item 1, rater B: 2 is not the position of one of 2 categories',
    )
    expect(() => tableFromCodes({ ...declared, items: ['x'], codes: [0.5, 1] })).toThrow('Item x, rater A: 0.5')
    expect(() => tableFromCodes({ ...declared, codes: [-3, 1] })).toThrow('-3 is not the position')
    expect(() => tableFromCodes({ ...declared, codes: [0, 1, 1] })).toThrow('3 ratings do not fill rows of 2 raters')
    expect(() => tableFromCodes({ ...declared, items: ['x', 'y'], codes: [0, 1] })).toThrow(
      '2 items are named, but there are 1 rows',
    )
    const late = Float64Array.of(1, 2, Number.NaN, 4, 5, 6, 7, 8, 9, Number.NEGATIVE_INFINITY)
    expect(() => tableFromScores({ raters: ['A', 'B'], level: 'interval', values: late })).toThrow(
      'Item 5, rater B: -Infinity is not a number.',
    )
    const infinite = [1, Number.POSITIVE_INFINITY]
    expect(() => tableFromScores({ raters: ['A', 'B'], level: 'interval', values: infinite })).toThrow(
      'Item 1, rater B: Infinity',
    )
  })
})

describe('a selection', () => {
  const table = ratingTable({
    raters: ['A', 'B', 'C'],
    items: ['x', 'y'],
    level: 'interval',
    rows: [
      [1, 2, 3],
      [4, null, 6],
    ],
  })
  it('of raters keeps the order asked for', () => {
    expect(selectRaters(table, ['C', 'B'])).toMatchObject({
      raters: ['C', 'B'],
      values: Float64Array.of(3, 2, 6, 0),
      state: Int8Array.of(0, 0, 0, -1),
    })
    expect(() => selectRaters(table, ['Q'])).toThrow('Rater Q is not among A, B, C.')
  })

  it('of items may repeat one', () => {
    expect(selectItems(table, [1, 1])).toMatchObject({
      items: ['y', 'y'],
      size: 2,
      values: Float64Array.of(4, 0, 6, 4, 0, 6),
    })
    const coded = ratingTable({
      ...codes,
      rows: [
        ['F', 'Ds'],
        ['Ds', 'Ds'],
      ],
    })
    expect(selectItems(coded, [1])).toMatchObject({ items: null, codes: Int8Array.of(1, 1) })
    expect(selectRaters(coded, ['B'])).toMatchObject({ codes: Int8Array.of(1, 1) })
  })

  it('of items that are not there names the position and how many there are', () => {
    for (const position of [2, -1, 0.5, Number.NaN]) {
      const message = `There is no item at position ${position}: the table has 2 items, 0 to 1.`
      expect(() => selectItems(table, [0, position])).toThrow(new RangeError(message))
    }
    expect(() => selectItems(selectItems(table, []), [0])).toThrow(
      'There is no item at position 0: the table has no items.',
    )
  })

  it('of raters takes nobody twice, who would agree with themselves', () => {
    expect(() => selectRaters(table, ['A', 'A'])).toThrow(new RangeError('Rater "A" is asked for twice.'))
    const texts = segmentationTable({ raters: ['A', 'B'], masses: [[1], [1]] })
    expect(() => selectRaters(texts, ['B', 'B'])).toThrow(new RangeError('Rater "B" is asked for twice.'))
    const twice = { measure: 'pearson', raters: ['A', 'A'] }
    expect(() => compareDependent(table, twice, twice)).toThrow('Rater "A" is asked for twice.')
  })

  it('lists every pair of raters once', () => {
    expect(raterPairs(table)).toEqual([
      ['A', 'B'],
      ['A', 'C'],
      ['B', 'C'],
    ])
  })
})
