import { type Cell, type CodeTable, estimate, everyIccForm, ratingTable, type ScoreTable } from '@attune/agreement'
import { describe, expect, it } from 'vitest'
import { completeSquares } from '../../../packages/agreement/src/base/complete-squares.ts'

const raters = ['Ann', 'Ben']
const categories = [10, 11, 12, 14, 17]
const at = (place: number) => categories[place % categories.length] ?? 10

/** Ratings from declared categories, so many that they are counted, and the same as plain numbers. */
const rows: Cell[][] = Array.from({ length: 40 }, (_, item) => [at(item * 7), at(item * 7 + (item % 3))])
const gaps: Cell[][] = [[10, null], [null, null], ...rows, ['?', 12]]
const counted = (given: readonly Cell[][]) =>
  ratingTable({ raters, level: 'interval', categories, notCodable: ['?'], rows: given })
const plain = (given: readonly Cell[][]) => ratingTable({ raters, level: 'interval', notCodable: ['?'], rows: given })

describe('mean squares of two raters from the counts of their categories', () => {
  it.each([
    ['complete', rows],
    ['with gaps', gaps],
    ['without the lowest category', rows.map((row) => row.map((cell) => (cell === 10 ? 12 : cell)))],
    ['raters a step apart', rows.map(([first]) => [first ?? 10, first === 11 ? 12 : first === 10 ? 11 : 17])],
    ['one category', rows.map(() => [14, 14])],
    ['items equal, raters not', rows.map(() => [14, 17])],
    ['full agreement', rows.map(([first]) => [first ?? 10, first ?? 10])],
  ] as const)('are those of the scores: %s', (_, given) => {
    const [found, expected] = [completeSquares(counted(given)), completeSquares(plain(given))]
    expect(found.n).toBe(expected.n)
    expect(found.dropped).toEqual(expected.dropped)
    for (const name of ['items', 'within', 'raters', 'residual'] as const) {
      const [own, other] = [found.squares?.[name] ?? Number.NaN, expected.squares?.[name] ?? Number.NaN]
      expect(own, name).toBeCloseTo(other, 10)
      expect(own === 0, name).toBe(other === 0)
    }
  })

  it('give every form of the ICC and the error of measurement', () => {
    const results = (table: CodeTable | ScoreTable) => [
      ...everyIccForm(table),
      estimate('sem', table),
      estimate('sem', table, { type: 'consistency' }),
    ]
    const expected = results(plain(gaps))
    for (const [index, found] of results(counted(gaps)).entries()) {
      const other = expected[index]
      expect(found.estimate).toBeCloseTo(other?.estimate ?? Number.NaN, 12)
      expect([found.n, found.dropped]).toEqual([other?.n, other?.dropped])
    }
  })

  it('are none of fewer than two items', () => {
    const one = [[10, 11], ...Array.from({ length: 9 }, () => [10, null])]
    expect(completeSquares(counted(one))).toMatchObject({ n: 1, squares: null, dropped: [{ count: 9 }] })
    expect(completeSquares(counted([...one, [11, 11]])).squares).not.toBeNull()
  })
})
