import {
  type Cell,
  estimate,
  type Level,
  type MeasureId,
  measures,
  type Options,
  type RatingTable,
  ratingTable,
  suitability,
  tableFromCounts,
  treeWeights,
} from '@attune/agreement'
import { describe, expect, it } from 'vitest'

function table(
  width: number,
  level: Level,
  rows: readonly (readonly Cell[])[],
  categories?: readonly Cell[],
): RatingTable {
  const raters = ['A', 'B', 'C'].slice(0, width)
  const declared = categories?.filter((category) => category !== null)
  return ratingTable({ raters, level, rows, ...(declared !== undefined && { categories: declared }) })
}

const pair = table(
  2,
  'nominal',
  [
    ['F', 'F'],
    ['F', 'Ds'],
    ['Ds', 'Ds'],
    ['Ds', null],
  ],
  ['F', 'Ds'],
)
const team = table(
  3,
  'ordinal',
  [
    [1, 1, 2],
    [2, 2, 2],
    [3, 2, null],
    [1, 1, 1],
  ],
  [1, 2, 3],
)
const scores = table(2, 'interval', [
  [1.5, 2],
  [3, 3],
  [4, 5.5],
  [2, 2],
])
const counts = tableFromCounts({
  level: 'nominal',
  categories: ['F', 'Ds'],
  counts: [
    [3, 0],
    [1, 2],
    [0, 3],
  ],
})

/** Options without which a coefficient has nothing to work with. */
const needed: Partial<Record<MeasureId, Options>> = {
  'weighted-kappa': { weights: 'identity' },
  'gwet-ac2': { weights: 'identity' },
  finn: { points: 9 },
}

describe('suitability', () => {
  it.each([
    ['a pair and two codes', pair],
    ['a team on an ordered scale', team],
    [
      'a pair and three codes',
      table(
        2,
        'nominal',
        [
          ['F', 'F'],
          ['F', 'Ds'],
          ['E', 'Ds'],
        ],
        ['F', 'Ds', 'E'],
      ),
    ],
    ['two raters and numbers', scores],
    ['counts of raters', counts],
  ])('says what can be computed for %s, and is right', (_, given) => {
    const found = suitability(given)
    expect(found.map(({ id }) => id)).toEqual(Object.keys(measures))
    for (const { id, suits, reasons } of found) {
      const run = () => estimate(id, given, needed[id] ?? {})
      if (suits) expect(run, id).not.toThrow()
      else {
        expect(run, id).toThrow(RangeError)
        expect(reasons.length, id).toBeGreaterThan(0)
      }
    }
  })

  it('says why not', () => {
    const why = (given: RatingTable, id: string) => suitability(given).find((one) => one.id === id)?.reasons
    expect(why(team, 'cohen-kappa')).toEqual(['It compares two raters; the table has 3. Choose a pair.'])
    expect(why(pair, 'icc')).toEqual(['It needs the level interval or ratio; the table is declared nominal.'])
    expect(why(scores, 'cohen-kappa')).toEqual(['It needs declared categories; the table holds numbers.'])
    expect(why(counts, 'cohen-kappa')).toEqual([
      'It needs declared categories; the table holds counts of raters.',
      'It compares two raters by name; the table only counts raters.',
    ])
  })

  it('says what happens to missing ratings', () => {
    const known = (given: RatingTable, id: string) => suitability(given).find((one) => one.id === id)?.reasons
    expect(known(pair, 'cohen-kappa')).toEqual(['1 ratings are missing or not codable; items with a gap are left out.'])
    expect(known(team, 'light-kappa')).toEqual([
      '1 ratings are missing or not codable; pairs use the items both rated.',
    ])
    expect(known(team, 'fleiss-kappa')).toEqual([])
  })

  it('says where weights have to be named, because the usual ones would be refused', () => {
    const reason = 'Its usual weights (quadratic) need categories in order; name others, such as a matrix.'
    for (const { id, reasons } of suitability(team).filter(({ suits }) => suits)) {
      const refused = (() => {
        try {
          estimate(id, team)
          return false
        } catch {
          return true
        }
      })()
      expect(reasons.includes(reason), id).toBe(refused)
    }
    expect(suitability(pair).find(({ id }) => id === 'weighted-kappa')?.reasons).toContain(reason)
  })
})

describe('treeWeights', () => {
  const paths = [['F', 'F1'], ['F', 'F2'], ['F'], ['Ds', 'Ds1'], ['Ds']]

  it('let a slip between subgroups cost less than one between classes', () => {
    expect(treeWeights(paths)).toEqual([
      [1, 0.5, 0.5, 0, 0],
      [0.5, 1, 0.5, 0, 0],
      [0.5, 0.5, 1, 0, 0],
      [0, 0, 0, 1, 0.5],
      [0, 0, 0, 0.5, 1],
    ])
  })

  it('are identity weights for a tree without branches, and fit weighted kappa', () => {
    expect(treeWeights([['F'], ['Ds']])).toEqual([
      [1, 0],
      [0, 1],
    ])
    const fine = table(
      2,
      'nominal',
      [
        ['F1', 'F2'],
        ['F1', 'F1'],
        ['Ds1', 'Ds1'],
        ['F2', 'Ds1'],
      ],
      ['F1', 'F2', 'F', 'Ds1', 'Ds'],
    )
    const plain = estimate('cohen-kappa', fine).estimate ?? 0
    expect(estimate('weighted-kappa', fine, { weights: treeWeights(paths) }).estimate).toBeGreaterThan(plain)
  })

  it('refuse a path that is empty or stands twice', () => {
    expect(() => treeWeights([['F'], []])).toThrow('path of a category is empty')
    // Only a script without types can leave the brackets out.
    expect(() => treeWeights(['F1'] as readonly unknown[] as readonly string[][])).toThrow(
      new RangeError('The path of category 1 is "F1", not a list of names from the top down.'),
    )
    expect(() =>
      treeWeights([
        ['F', 'F1'],
        ['F', 'F1'],
      ]),
    ).toThrow('The path F > F1 stands twice')
  })
})
