import {
  type Category,
  MISSING,
  NOT_CODABLE,
  ratingTable,
  tableFromRecords,
  tableFromScores,
  timeBlocks,
  unitTable,
} from '@attune/agreement'
import { describe, expect, it } from 'vitest'

const raters = ['Ann', 'Ben']
const of = (categories: readonly Category[], scores?: readonly number[]) =>
  ratingTable({ raters, level: 'ordinal', categories, rows: [], ...(scores && { scores }) })

describe('a scale', () => {
  it('is shared by tables that follow each other with the same codebook, and by those alone', () => {
    const first = of(['a', 'b'])
    expect(first.scores).toEqual(Float64Array.of(1, 2))
    expect(of(['a', 'b']).scores).toBe(first.scores)
    expect(of(['a', 'b']).categories).toBe(first.categories)
    expect(of(['a', 'c'])).toMatchObject({ categories: ['a', 'c'] })
    expect(of(['a', 'c', 'd'])).toMatchObject({ categories: ['a', 'c', 'd'] })
    expect(of(['a', 'c']).scores).toEqual(Float64Array.of(1, 2))
  })

  it('is shared with its scores, and not with others', () => {
    const first = of(['a', 'b'], [0, 5])
    expect(of(['a', 'b'], [0, 5]).scores).toBe(first.scores)
    expect(of(['a', 'b'], [0, 6])).toMatchObject({ scores: Float64Array.of(0, 6), scoring: 'declared' })
    expect(of(['a', 'b'])).toMatchObject({ scores: Float64Array.of(1, 2), scoring: 'positions' })
    expect(of(['a', 'b'], [0, 6])).toMatchObject({ scores: Float64Array.of(0, 6), scoring: 'declared' })
  })

  it('is read anew where the lists that declared it have been changed since', () => {
    const [categories, scores] = [
      ['a', 'b'],
      [1, 4],
    ]
    of(categories, scores)
    scores[1] = 9
    expect(of(categories, scores).scores).toEqual(Float64Array.of(1, 9))
    categories[1] = 'z'
    expect(of(categories, scores).categories).toEqual(['a', 'z'])
  })
})

describe('a cell', () => {
  const read = (categories: readonly Category[], cell: Category, notCodable: readonly Category[] = []) => {
    const table = ratingTable({ raters: ['Ann'], level: 'nominal', categories, notCodable, rows: [[cell]] })
    return table.codes[0]
  }

  it('may be the number of a category that is written as one, and of no other', () => {
    expect([read(['1', '2'], 2), read([1, 2], '2'), read(['-1.5'], -1.5)]).toEqual([1, 1, 0])
    for (const [category, cell] of [
      ['01', 1],
      ['1.0', 1],
      ['', 0],
      [' ', 0],
      ['x', Number.NaN],
    ] as const) {
      expect(() => read([category], cell)).toThrow(`"${cell}" is not among ${category}.`)
    }
  })

  it('may be a mark for what could not be coded, as number or as text', () => {
    for (const mark of [9, '9']) expect(read([1], mark, [9])).toBe(NOT_CODABLE)
    expect(read([1], '?', ['?'])).toBe(NOT_CODABLE)
    expect(() => read([1], '1', [1])).toThrow('"1" is declared both as a category and as "not codable".')
  })
})

describe('a table that names its items', () => {
  it('is refused by their names', () => {
    const rows = [['a', 'b'], ['a']]
    expect(() => ratingTable({ raters, items: ['x', 'y'], level: 'nominal', categories: ['a', 'b'], rows })).toThrow(
      'Item y has 1 ratings for 2 raters.',
    )
    expect(() => tableFromRecords({ items: ['x', 'x'], level: 'interval', records: [] })).toThrow(
      'Item "x" is declared twice.',
    )
  })
})

describe('scores in one array', () => {
  const tableOf = (values: Float64Array) => tableFromScores({ raters: ['Ann'], level: 'interval', values })
  const lengths = [1, 2, 3, 4, 5, 6, 7, 8, 9]

  it.each(lengths)('need no room of their own for gaps where there are none: %s', (length) => {
    const values = Float64Array.from({ length }, (_, index) => index - 2)
    const one = tableOf(values)
    expect(one.values).toBe(values)
    expect([...one.state]).toEqual(new Array(length).fill(0))
    expect(tableOf(Float64Array.from(values)).state.buffer).toBe(one.state.buffer)
  })

  it.each(lengths)('are refused at the first that is too large, and kept up to the largest: %s', (length) => {
    for (let place = 0; place < length; place++) {
      const values = new Float64Array(length).fill(2)
      values[place] = 1e30
      expect(tableOf(values).values[place]).toBe(1e30)
      values[place] = -1e31
      expect(() => tableOf(values)).toThrow(`Item ${place + 1}, rater Ann: -1e+31 is too large for a score`)
      values[place] = Number.NaN
      const { state } = tableOf(values)
      expect([state.indexOf(MISSING), state.lastIndexOf(MISSING)]).toEqual([place, place])
    }
  })
})

describe('blocks of time', () => {
  it('are as many as the continuum is long, wherever it begins', () => {
    const units = [{ rater: 'Ann', start: 1_000_002, length: 2, category: 'a' }]
    const table = unitTable({ raters, categories: ['a'], begin: 1_000_000, length: 10, units })
    const { joined, ends } = timeBlocks(table, 1)
    expect(joined?.parts).toHaveLength(10)
    expect([...ends]).toEqual([3, 4])
  })
})
