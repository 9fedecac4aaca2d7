import { type Cell, type Metric, ratingTable, selectItems } from '@attune/agreement'
import { describe, expect, it } from 'vitest'
import { alphaOfItems } from '../../../packages/agreement/src/base/pattern-alpha.ts'
import { kappaOfCells } from '../../../packages/agreement/src/base/pattern-kappa.ts'
import { estimate } from '../../../packages/agreement/src/registry.ts'

function coded(raters: readonly string[], rows: readonly (readonly Cell[])[]) {
  const table = ratingTable({ raters, level: 'interval', categories: [1, 2, 3, 4], rows })
  if (table.kind !== 'codes') throw new Error('The categories are declared.')
  return table
}

/** Each row once: a pattern each, in the order of the rows; the single ratings together are the last pattern. */
const team = coded(
  ['A', 'B', 'C'],
  [
    [1, 1, 2],
    [2, 2, null],
    [4, 3, 3],
    [1, 4, 4],
    [3, null, null],
    [null, null, 2],
  ],
)

describe("Krippendorff's alpha of numbers of patterns", () => {
  it.each(['nominal', 'ordinal', 'interval', 'ratio'] as const)(
    'is that of a table with so many items: %s',
    (metric) => {
      const statistic = alphaOfItems(team, { metric })
      expect([...(statistic?.times ?? [])]).toEqual([1, 1, 1, 1, 2])
      for (const times of [
        [1, 1, 1, 1, 2],
        [2, 0, 1, 3, 0],
        [0, 4, 1, 0, 1],
        [0, 3, 0, 0, 3],
        [0, 0, 0, 0, 6],
        [0, 0, 0, 0, 0],
      ]) {
        const items = times.flatMap((count, pattern) => new Array<number>(count).fill(pattern))
        const expected = estimate('krippendorff-alpha', selectItems(team, items), { metric }).estimate
        const found = statistic?.value(Float64Array.from(times))
        if (expected === null) expect(found, times.join()).toBeNull()
        else expect(found, times.join()).toBeCloseTo(expected, 12)
      }
    },
  )

  it('counts no single ratings where there are none, and takes the level where no metric is named', () => {
    const whole = selectItems(team, [0, 1, 2, 3])
    expect([...(alphaOfItems(whole, {})?.times ?? [])]).toEqual([1, 1, 1, 1])
    const value = alphaOfItems(whole, {})?.value(Float64Array.of(1, 1, 1, 1))
    expect(value).toBeCloseTo(estimate('krippendorff-alpha', whole, { metric: 'interval' }).estimate ?? Number.NaN, 12)
  })

  it('is left to the items where the ends of the scale come with the options', () => {
    for (const metric of ['circular', 'bipolar'] satisfies Metric[]) expect(alphaOfItems(team, { metric })).toBeNull()
  })
})

describe("Cohen's kappa of numbers of patterns", () => {
  it('has a pattern for each cell that somebody filled, and no more', () => {
    const pair = coded(
      ['A', 'B'],
      [
        [1, 1],
        [1, 2],
        [1, 1],
        [3, 3],
        [2, null],
      ],
    )
    const statistic = kappaOfCells('identity')(pair, {})
    expect([...statistic.times]).toEqual([2, 1, 1])
    expect(statistic.value(Float64Array.of(2, 1, 1))).toBeCloseTo(
      estimate('cohen-kappa', pair).estimate ?? Number.NaN,
      12,
    )
    expect(statistic.value(Float64Array.of(4, 0, 0))).toBeNull()
  })
})

describe('weights of one’s own', () => {
  it('are a matrix with a row and a column for each category, from 0 to 1 with 1 on the diagonal', () => {
    const pair = coded(['A', 'B'], [[1, 2]])
    const weighted = (weights: number[][]) => () => estimate('weighted-kappa', pair, { weights })
    const identity = [0, 1, 2, 3].map((i) => [0, 1, 2, 3].map((j) => (i === j ? 1 : 0)))
    const shape = 'The weights are not a 4 x 4 matrix, one row and column for each category.'
    expect(weighted(identity)).not.toThrow()
    expect(weighted(identity.slice(1))).toThrow(shape)
    expect(weighted([...identity, [0, 0, 0, 0]])).toThrow(shape)
    expect(weighted(identity.map((row, i) => (i === 2 ? row.slice(1) : row)))).toThrow(shape)
    expect(weighted(identity.map((row) => row.slice(1)))).toThrow(shape)
    expect(weighted(identity.map((row, i) => (i === 1 ? [0.5, 1, 0, -0.1] : row)))).toThrow(RangeError)
    expect(weighted(identity.map((row, i) => (i === 1 ? [0.5, 1, 0, 1.1] : row)))).toThrow(RangeError)
    expect(weighted(identity.map((row, i) => (i === 1 ? [0, 0.9, 0, 0] : row)))).toThrow(RangeError)
  })
})
