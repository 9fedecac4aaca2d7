import {
  commonestOf,
  gatherPoints,
  layBlandAltman,
  layCoderMatrix,
  layHeatMap,
  lightness,
  paradoxOf,
} from '@attune/charts'
import { describe, expect, it } from 'vitest'

describe('a Bland-Altman plot', () => {
  const limits = { lower: -2, upper: 3 }
  const differences = {
    points: gatherPoints([
      [5, 4],
      [5, 4],
      [2, 3],
    ]),
    bias: 0.5,
    limits,
    lowerInterval: { lower: -4, upper: -1 },
    upperInterval: { lower: 2, upper: 5 },
  }

  it('shows items with the same two scores as one larger point', () => {
    expect(differences.points).toEqual([
      { mean: 4.5, difference: 1, count: 2 },
      { mean: 2.5, difference: -1, count: 1 },
    ])
    const [two, one] = layBlandAltman(differences, 400).points
    expect(two?.r).toBeGreaterThan(one?.r ?? 9)
  })

  it('keeps points, limits and both intervals of the limits inside its frame, higher values higher', () => {
    const plot = layBlandAltman(differences, 400)
    for (const { y, height } of plot.bands) {
      expect(y).toBeGreaterThanOrEqual(plot.top)
      expect(y + height).toBeLessThanOrEqual(plot.bottom)
    }
    for (const { x } of plot.points) expect(x > plot.left && x < plot.right).toBe(true)
    const [upper, bias, lower] = plot.rules.map(({ y }) => y)
    expect(upper).toBeLessThan(bias ?? 0)
    expect(bias).toBeLessThan(lower ?? 0)
  })

  it('thins out more points than can be told apart, and says so', () => {
    const many = gatherPoints(Array.from({ length: 5000 }, (_, index) => [index, (index * 7) % 4999] as const))
    const plot = layBlandAltman({ ...differences, points: many }, 400)
    expect([plot.every, plot.points.length <= 2000]).toEqual([3, true])
  })
})

describe('a heat map', () => {
  const map = layHeatMap([
    [4, 1],
    [0, 3],
  ])

  it('counts rows, columns and the same code, and finds what was confused most', () => {
    expect(map).toMatchObject({ rowTotals: [5, 3], columnTotals: [4, 4], total: 8, same: 7 })
    expect(map.worst).toEqual({ row: 0, column: 1, count: 1 })
    expect(layHeatMap([[2]]).worst).toBeNull()
  })

  it('is the darker the more items, and has a step of its own for none', () => {
    expect(map.rows.map((row) => row.map(({ step }) => step))).toEqual([
      [6, 3],
      [1, 5],
    ])
    expect([-0.2, 0, 0.01, 0.2, 0.4, 1].map(lightness)).toEqual([1, 1, 2, 2, 3, 6])
  })
})

describe('a matrix of raters', () => {
  const pairs = [
    { first: 0, second: 1, n: 12, estimate: 0.5 },
    { first: 1, second: 2, n: 3, estimate: 0.9 },
    { first: 0, second: 2, n: 8, estimate: null },
  ]

  it('shows each pair from both sides and marks those with few items', () => {
    const { rows, fewPairs, undefinedPairs } = layCoderMatrix(4, pairs, 5)
    expect(rows[0]?.map(({ kind }) => kind)).toEqual(['self', 'value', 'undefined', 'nothing'])
    expect(rows[1]?.[0]).toEqual(rows[0]?.[1])
    expect(rows[2]?.[1]).toMatchObject({ isFew: true, step: 6 })
    expect([fewPairs, undefinedPairs]).toEqual([1, 1])
  })

  it('names lowest and highest among pairs with enough items, if there are any', () => {
    expect(layCoderMatrix(3, pairs, 5)).toMatchObject({ lowest: pairs[0], highest: pairs[0] })
    expect(layCoderMatrix(3, pairs, 50).highest).toBe(pairs[1])
    expect(layCoderMatrix(3, [], 5)).toMatchObject({ lowest: null, highest: null })
  })
})

describe('the kappa paradox', () => {
  const usual = { observed: 0.8, kappa: 0.7, kappaMax: 0.9, ac1: 0.75, commonest: 0.4 }

  it.each([
    ['none', {}],
    ['no-items', { observed: null }],
    ['one-code', { kappa: null }],
    ['paradox', { kappa: 0.3, ac1: 0.9, commonest: 0.9 }],
    ['uneven', { kappaMax: 0.6 }],
    ['prevalence', { kappa: 0.4, commonest: 0.5 }],
  ] as const)('is told apart from other reasons: %s', (reason, change) => {
    expect(paradoxOf({ ...usual, ...change })).toBe(reason)
  })

  it('rests on the code that both used most', () => {
    expect(
      commonestOf([
        [6, 1],
        [1, 2],
      ]),
    ).toEqual({ category: 0, share: 0.7 })
    expect(commonestOf([[0]])).toBeNull()
  })
})
