import { bootstrap, estimate, ratingTable } from '@attune/agreement'
import fc from 'fast-check'
import { linearRegression, mean, sampleCorrelation, sampleStandardDeviation } from 'simple-statistics'
import { describe, expect, it } from 'vitest'

/** Two raters' scores with spread on both sides: what a library for descriptive statistics can check. */
const scores = fc
  .array(fc.tuple(fc.integer({ min: 1, max: 90 }), fc.integer({ min: 1, max: 90 })), { minLength: 4, maxLength: 40 })
  .map((pairs) => pairs.map(([one, other]) => [one / 10, other / 10]))
  .filter((rows) => [0, 1].every((rater) => new Set(rows.map((row) => row[rater])).size > 2))
const column = (rows: readonly number[][], rater: number): number[] => rows.map((row) => row[rater] ?? Number.NaN)
const tableOf = (rows: readonly number[][]) => ratingTable({ raters: ['A', 'B'], level: 'interval', rows })

describe('coefficients beside simple-statistics', () => {
  it('give the same correlation', () => {
    fc.assert(
      fc.property(scores, (rows) => {
        expect(estimate('pearson', tableOf(rows)).estimate).toBeCloseTo(
          sampleCorrelation(column(rows, 0), column(rows, 1)),
          9,
        )
      }),
    )
  })

  it('give the same mean difference and standard error of it', () => {
    fc.assert(
      fc.property(scores, (rows) => {
        const differences = rows.map(([one = 0, other = 0]) => one - other)
        const result = estimate('bias', tableOf(rows))
        expect(result.estimate).toBeCloseTo(mean(differences), 9)
        const se = sampleStandardDeviation(differences) / Math.sqrt(differences.length)
        expect(result.estimate === null ? null : result.se).toBeCloseTo(se, 9)
      }),
    )
  })

  it('give a concordance that is the correlation times what bias and scale take from it', () => {
    fc.assert(
      fc.property(scores, (rows) => {
        const [one, other] = [column(rows, 0), column(rows, 1)]
        const { m: slope } = linearRegression(rows.map(([x = 0, y = 0]) => [x, y]))
        const n = rows.length
        const variance = (values: number[]) => (sampleStandardDeviation(values) ** 2 * (n - 1)) / n
        const concordance =
          (2 * slope * variance(one)) / (variance(one) + variance(other) + (mean(one) - mean(other)) ** 2)
        expect(estimate('lin-ccc', tableOf(rows)).estimate).toBeCloseTo(concordance, 9)
      }),
    )
  })

  it('draw bootstrap samples whose interval lies round the mean difference', () => {
    const rows = Array.from({ length: 30 }, (_, index) => [index / 5, index / 5 + ((index * 7) % 5) - 1])
    const differences = rows.map(([one = 0, other = 0]) => one - other)
    const result = bootstrap('bias', tableOf(rows), {}, { resamples: 4000, seed: 7, method: 'percentile' })
    const reach = (1.96 * sampleStandardDeviation(differences)) / Math.sqrt(differences.length)
    const interval = result.estimate === null ? undefined : result.interval
    expect(interval?.lower).toBeCloseTo(mean(differences) - reach, 1)
    expect(interval?.upper).toBeCloseTo(mean(differences) + reach, 1)
  })
})
