import { kendallTauB, kendallW, linCcc, meanPearson, meanSpearman, ratingTable, spearman } from '@attune/agreement'
import { describe, expect, it } from 'vitest'
import { determined } from '../support/determined.ts'

const pair = (rows: readonly (readonly (number | null)[])[]) =>
  ratingTable({ raters: ['A', 'B'], level: 'interval', rows })
const tied = pair([
  [1, 2],
  [2, 2],
  [2, 4],
  [4, 3],
  [5, 5],
  [5, 5],
  [7, 1],
])

describe('spearman', () => {
  it('gives rho, p and the t of scipy 1.17 spearmanr on tied scores', () => {
    const result = determined(spearman(tied))
    expect(result.estimate).toBeCloseTo(0.13888888888889, 10)
    expect(result.test?.p).toBeCloseTo(0.7664824654492, 10)
  })

  it('has an interval from four items on', () => {
    expect(
      determined(
        spearman(
          pair([
            [1, 2],
            [2, 1],
            [3, 3],
          ]),
        ),
      ).interval,
    ).toBeUndefined()
    expect(
      determined(
        spearman(
          pair([
            [1, 2],
            [2, 1],
            [3, 3],
            [4, 4],
          ]),
        ),
      ).interval?.method,
    ).toContain('Bonett')
  })

  it('refuses three raters', () => {
    const three = ratingTable({ raters: ['A', 'B', 'C'], level: 'interval', rows: [[1, 2, 3]] })
    expect(() => spearman(three)).toThrow('spearman compares two raters; the table has 3.')
  })
})

describe('kendallTauB', () => {
  it('gives tau and p of scipy 1.17 kendalltau (asymptotic) on tied scores', () => {
    const result = determined(kendallTauB(tied))
    expect(result.estimate).toBeCloseTo(0.2105263157895, 12)
    expect(result.test?.p).toBeCloseTo(0.5297716143615, 10)
  })

  it('counts pairs as the definition does, on columns with many ties', () => {
    const rows = Array.from({ length: 60 }, (_, item) => [(item * 7) % 5, (item * 11) % 7])
    let difference = 0
    for (const [first = 0, second = 0] of rows) {
      for (const [other = 0, another = 0] of rows) difference += Math.sign(first - other) * Math.sign(second - another)
    }
    expect(kendallTauB(pair(rows)).details?.concordantMinusDiscordant).toBe(difference / 2)
  })
})

describe('kendallW', () => {
  it('is tied to the mean of Spearman by (m W - 1) / (m - 1) where there are no ties', () => {
    const table = ratingTable({
      raters: ['A', 'B', 'C'],
      level: 'interval',
      rows: [
        [1, 2, 4],
        [2, 1, 1],
        [3, 4, 2],
        [4, 3, 3],
      ],
    })
    expect(kendallW(table).details?.meanSpearman).toBeCloseTo(meanSpearman(table).estimate ?? Number.NaN, 14)
  })
})

describe('the mean of the correlations', () => {
  const holes = ratingTable({
    raters: ['A', 'B', 'C'],
    level: 'interval',
    rows: [
      [1, 2, 4],
      [2, 1, null],
      [3, 4, 2],
      [4, 3, 3],
      [null, 6, 9],
    ],
  })
  it('keeps to the items of everybody, or gives each pair its own', () => {
    expect(meanPearson(holes)).toMatchObject({ n: 3, dropped: [{ code: 'missing', count: 2 }] })
    expect(meanPearson(holes, { missing: 'pairwise' })).toMatchObject({ n: 5, dropped: [] })
    expect(meanPearson(holes).estimate).not.toBe(meanPearson(holes, { missing: 'pairwise' }).estimate)
  })
})

describe('linCcc', () => {
  it('is 0 and not undefined if only one rater varies', () => {
    expect(
      linCcc(
        pair([
          [3, 1],
          [3, 2],
          [3, 4],
        ]),
      ),
    ).toMatchObject({ estimate: 0, n: 3 })
  })

  it('is 1 without an interval if both give the same scores', () => {
    const same = determined(
      linCcc(
        pair([
          [1, 1],
          [2, 2],
          [4, 4],
        ]),
      ),
    )
    expect(same.estimate).toBe(1)
    expect(same.interval).toBeUndefined()
  })
})
