import {
  type Category,
  type Cell,
  everyPair,
  type MeasureId,
  measures,
  pairTables,
  raterPairs,
  ratingTable,
  selectRaters,
} from '@attune/agreement'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

const categories: readonly Category[] = ['F', 'Ds', 'E']
const cell: fc.Arbitrary<Cell> = fc.constantFrom<Cell>(...categories, null, 'CC')

/** Two to seven raters, so that the last group of partners is full or not. */
const coded = fc.integer({ min: 2, max: 7 }).chain((m) =>
  fc.array(fc.array(cell, { minLength: m, maxLength: m }), { maxLength: 12 }).map((rows) =>
    ratingTable({
      raters: Array.from({ length: m }, (_, index) => `coder ${index + 1}`),
      level: 'ordinal',
      categories,
      notCodable: ['CC'],
      rows,
    }),
  ),
)

const ofTwo: readonly MeasureId[] = ['cohen-kappa', 'weighted-kappa', 'percent-agreement', 'gwet-ac1', 'stuart-maxwell']

describe('everyPair', () => {
  it.each(ofTwo)('gives for %s what the pairs give one by one, gaps and marks included', (id) => {
    fc.assert(
      fc.property(coded, (table) => {
        const oneByOne = raterPairs(table).map((pair) => measures[id].estimate(selectRaters(table, pair)))
        expect(everyPair(id, table)).toEqual(oneByOne)
      }),
      { seed: 20261122 },
    )
  })

  it('passes options on, and takes scores', () => {
    const rows = [
      [1, 2, 1],
      [4, 4, 6],
      [7, 9, null],
      [3, 3, 4],
    ]
    const table = ratingTable({ raters: ['A', 'B', 'C'], level: 'interval', rows })
    const found = everyPair('icc', table, { form: 'ICC(C,1)', confidence: 0.9 })
    expect(found.map(({ raters, n }) => [...raters, n])).toEqual([
      ['A', 'B', 4],
      ['A', 'C', 3],
      ['B', 'C', 3],
    ])
    const single = measures.icc.estimate(selectRaters(table, ['B', 'C']), { form: 'ICC(C,1)', confidence: 0.9 })
    expect(found[2]).toEqual(single)
  })

  it('has no pair where one rater is alone', () => {
    expect(
      everyPair('cohen-kappa', ratingTable({ raters: ['A'], level: 'nominal', categories, rows: [['F']] })),
    ).toEqual([])
  })
})

describe('pairTables', () => {
  it('gives tables equal to those of selectRaters, codes included', () => {
    fc.assert(
      fc.property(coded, (table) => {
        expect(pairTables(table)).toEqual(raterPairs(table).map((pair) => selectRaters(table, pair)))
      }),
      { seed: 20261122 },
    )
  })
})
