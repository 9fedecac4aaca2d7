import { chiSquared, testResult } from './base/chi-squared-test.ts'
import { confidenceOf, type Setting, undetermined } from './base/report.ts'
import { twoByTwo } from './base/two-by-two.ts'
import { defineMeasure } from './define-measure.ts'
import { betaDistributionTails } from './distributions/distributions.ts'
import type { Options } from './options.ts'
import type { Result, Test } from './result.ts'
import type { CodeTable } from './table/types.ts'

const hypothesis = 'both raters use the first category equally often'

/**
 * McNemar's test: do two raters use the first of two codes equally often?
 *
 * Only the items on which they differ count.
 *
 * @param options `correct`: Yates' correction, never below 0; `exact`: the binomial test instead, with the smaller of the two
 *   counts as statistic. Default neither.
 * @returns the statistic as `estimate`, p in `test`; `details.difference` is the first rater's share less the second's.
 * @throws RangeError if there are not two raters and two declared categories.
 * @source McNemar (1947), Psychometrika 12(2), 153-157. doi:10.1007/BF02295996
 * @checked data/reference/marginal.json
 * @example mcnemar(tableFromContingency({ raters: ['A', 'B'], level: 'nominal', categories: ['yes', 'no'], counts: [[40, 9], [6, 45]] })).estimate // 0.6
 */
export function mcnemar(table: CodeTable, options: Pick<Options, 'confidence' | 'correct' | 'exact'> = {}): Result {
  const { correct = false, exact = false } = options
  const { b, c, n, dropped } = twoByTwo(table, 'mcnemar')
  const setting: Setting = {
    measure: 'mcnemar',
    options: { confidence: confidenceOf(options), correct, exact },
    raters: table.raters,
    n,
    dropped,
  }
  if (n === 0) return undetermined(setting, 'no-items', 'No item was coded by both raters.')
  const details = { onlyFirst: b, onlySecond: c, difference: (b - c) / n }
  return testResult(setting, exact ? binomialTest(b, c) : approximateTest(b, c, correct), details)
}

function approximateTest(b: number, c: number, correct: boolean): Test {
  if (b + c === 0) return chiSquared(0, 0, hypothesis)
  const apart = Math.max(0, Math.abs(b - c) - (correct ? 1 : 0))
  return chiSquared(apart ** 2 / (b + c), 1, hypothesis)
}

/** Two-sided: twice the chance of so few or fewer among b + c tosses, at most 1. */
function binomialTest(b: number, c: number): Test {
  const few = Math.min(b, c)
  const lower = b === c ? 1 : betaDistributionTails(0.5, b + c - few, few + 1).lower
  return { statistic: 'binomial', value: few, p: Math.min(1, 2 * lower), hypothesis }
}

export const mcnemarMeasure = defineMeasure({
  id: 'mcnemar',
  title: "McNemar's test",
  family: 'tests',
  better: null,
  levels: ['nominal', 'ordinal', 'interval', 'ratio'],
  raters: 2,
  categories: 2,
  tables: ['codes'],
  missing: ['pairwise'],
  weights: [],
  options: ['correct', 'exact'],
  source: 'McNemar 1947',
  estimate: mcnemar,
})
