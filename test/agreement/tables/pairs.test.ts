import {
  cohenKappa,
  eventTable,
  joinTables,
  MISSING,
  NOT_CODABLE,
  pairTables,
  ratingTable,
  segmentationTable,
  tableFromCodes,
  tableFromScores,
} from '@attune/agreement'
import { describe, expect, it } from 'vitest'
import { itemCount, nameOfItem, takeItems } from '../../../packages/agreement/src/table/items.ts'
import { partsOf } from '../../../packages/agreement/src/table/join.ts'
import { tablesWithReference } from '../../../packages/agreement/src/table/pair-tables.ts'

const raters = ['Ann', 'Ben', 'Cleo']
const pairs = [
  ['Ann', 'Ben'],
  ['Ann', 'Cleo'],
  ['Ben', 'Cleo'],
]

describe('pairs of raters', () => {
  it.each([3, 200])('have the codes of their two raters, %s categories', (count) => {
    const categories = Array.from({ length: count }, (_, index) => index)
    const last = count - 1
    const codes = [0, last, 1, MISSING, 1, NOT_CODABLE, last, last, 0]
    const table = tableFromCodes({ raters, level: 'ordinal', categories, items: ['x', 'y', 'z'], codes })
    const found = pairTables(table)
    expect(found.map((pair) => pair.raters)).toEqual(pairs)
    expect(found.map((pair) => (pair.kind === 'codes' ? [...pair.codes] : []))).toEqual([
      [0, last, MISSING, 1, last, last],
      [0, 1, MISSING, NOT_CODABLE, last, 0],
      [last, 1, 1, NOT_CODABLE, last, 0],
    ])
    const [first] = found
    if (first?.kind !== 'codes') throw new Error('A coded table has coded pairs.')
    expect(first.codes).toBe(first.codes)
    expect(first.codes).toBeInstanceOf(count > 128 ? Int16Array : Int8Array)
    const { kind, level, items, size, scores, scoring } = table
    expect(first).toMatchObject({ kind, level, items, size, scores, scoring, categories: table.categories })
    const plain = tableFromCodes({
      raters: pairs[0] ?? [],
      level,
      categories,
      items: ['x', 'y', 'z'],
      codes: first.codes,
    })
    expect(cohenKappa(first)).toEqual(cohenKappa(plain))
    // Copies are plain tables, codes and all.
    expect(cohenKappa({ ...first })).toEqual(cohenKappa(plain))
  })

  it('have the scores of their two raters, gaps and all', () => {
    const table = tableFromScores({ raters, level: 'interval', values: [1, 2, Number.NaN, 4, 5, 6] })
    const found = pairTables(table)
    expect(found.map((pair) => pair.raters)).toEqual(pairs)
    expect(found.map((pair) => (pair.kind === 'scores' ? [[...pair.values], [...pair.state]] : []))).toEqual([
      [
        [1, 2, 4, 5],
        [0, 0, 0, 0],
      ],
      [
        [1, 0, 4, 6],
        [0, MISSING, 0, 0],
      ],
      [
        [2, 0, 5, 6],
        [0, MISSING, 0, 0],
      ],
    ])
  })

  it('with a reference are every other rater and it, in the order of the raters', () => {
    const rows = [
      ['a', 'b', 'a'],
      ['b', 'b', 'a'],
    ]
    const coded = ratingTable({ raters, level: 'nominal', categories: ['a', 'b'], rows })
    const beside = tablesWithReference(coded, { reference: 'Ben' })
    expect(beside.map((pair) => pair.raters)).toEqual([
      ['Ann', 'Ben'],
      ['Cleo', 'Ben'],
    ])
    expect(beside.map((pair) => (pair.kind === 'codes' ? [...pair.codes] : []))).toEqual([
      [0, 1, 1, 1],
      [0, 1, 0, 1],
    ])
    expect(beside.map((pair) => pair.kind === 'codes' && cohenKappa(pair).n)).toEqual([2, 2])
    expect(tablesWithReference(coded, { reference: 'Ben' })).toBe(beside)
    expect(tablesWithReference(coded, { reference: 'Ann' })).not.toBe(beside)
    const scored = ratingTable({ raters, level: 'interval', rows: [[1, 2, 3]] })
    const scores = tablesWithReference(scored, { reference: 'Cleo' })
    expect(scores.map((pair) => (pair.kind === 'scores' ? [...pair.values] : []))).toEqual([
      [1, 3],
      [2, 3],
    ])
  })
})

describe('items that can be drawn', () => {
  const text = (...masses: number[][]) => segmentationTable({ raters: ['Ann', 'Ben'], masses })
  const one = text([2, 1], [3])
  const joined = joinTables([one, text([4], [2, 2])], ['first', 'second'])

  it('are rows of ratings, named or numbered from 1', () => {
    const rows = [
      ['a', 'a'],
      ['b', 'b'],
    ]
    const of = { raters: ['Ann', 'Ben'], level: 'nominal', categories: ['a', 'b'], rows } as const
    expect(itemCount(ratingTable(of))).toBe(2)
    expect([0, 1].map((item) => nameOfItem(ratingTable(of), item))).toEqual(['1', '2'])
    expect(nameOfItem(ratingTable({ ...of, items: ['x', 'y'] }), 1)).toBe('y')
  })

  it('are parts of a joined table, by their names; a table that was not joined is one', () => {
    expect([itemCount(one), itemCount(joined)]).toEqual([1, 2])
    expect([nameOfItem(one, 0), nameOfItem(joined, 0), nameOfItem(joined, 1)]).toEqual(['1', 'first', 'second'])
    const drawn = takeItems(joined, [1, 1])
    expect(drawn).toMatchObject({ length: 8, joined: { items: ['second', 'second'] } })
    const twice = takeItems(one, [0, 0])
    expect(twice).toMatchObject({ length: 6, joined: { items: ['1', '1'], parts: [one, one] } })
  })

  it('of what was joined from joined tables are the single ones', () => {
    const nested = joinTables([joined, one])
    expect(partsOf(nested).map(({ length }) => length)).toEqual([3, 4, 3])
    expect(partsOf(one)).toEqual([one])
  })
})

describe('events', () => {
  const of = (events: [number, string][][]) => () =>
    eventTable({ raters: ['Ann', 'Ben'], categories: ['a', 'b'], events })
  it('are refused by their number, rater and time, and have a list for each rater', () => {
    expect(
      of([
        [],
        [
          [1, 'a'],
          [Number.NaN, 'b'],
        ],
      ]),
    ).toThrow('Event 2 of Ben: time NaN is not a number.')
    expect(of([[[Number.POSITIVE_INFINITY, 'a']], []])).toThrow('Event 1 of Ann: time Infinity is not a number.')
    expect(of([[[1, 'c']], []])).toThrow('Event 1 of Ann: "c" is not among a, b.')
    expect(of([[]])).toThrow('1 lists of events are given for 2 raters.')
  })
})
