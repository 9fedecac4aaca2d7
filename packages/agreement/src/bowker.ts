import { chiSquared, testResult } from './base/chi-squared-test.ts'
import { needTwoRaters, pairCounts } from './base/pair-counts.ts'
import { confidenceOf, type Setting, undetermined } from './base/report.ts'
import { defineMeasure } from './define-measure.ts'
import type { Options } from './options.ts'
import type { Result } from './result.ts'
import type { CodeTable } from './table/types.ts'

/**
 * Bowker's test of symmetry: is "first says i, second says j" as frequent as the reverse, for every pair of categories?
 *
 * A pair of categories that was never confused, either way, says nothing: it adds neither to the statistic nor to the degrees of freedom.
 *
 * @returns the statistic as `estimate`, p in `test`.
 * @throws RangeError if the table has not two raters.
 * @source Bowker (1948), J. Am. Stat. Assoc. 43, 572-574. doi:10.1080/01621459.1948.10483284
 * @checked data/reference/marginal.json
 * @example bowker(tableFromContingency({ raters: ['A', 'B'], level: 'nominal', categories: ['x', 'y', 'z'], counts: [[9, 6, 0], [2, 8, 3], [0, 1, 7]] })).estimate // 3
 */
export function bowker(table: CodeTable, options: Pick<Options, 'confidence'> = {}): Result {
  needTwoRaters(table.raters, 'bowker')
  const { k, n, counts, dropped } = pairCounts(table)
  const setting: Setting = {
    measure: 'bowker',
    options: { confidence: confidenceOf(options) },
    raters: table.raters,
    n,
    dropped,
  }
  if (n === 0) return undetermined(setting, 'no-items', 'No item was coded by both raters.')
  let statistic = 0
  let df = 0
  for (let i = 0; i < k; i++) {
    for (let j = 0; j < i; j++) {
      const [above, below] = [counts[j * k + i]!, counts[i * k + j]!]
      if (above + below === 0) continue
      statistic += (above - below) ** 2 / (above + below)
      df++
    }
  }
  return testResult(setting, chiSquared(statistic, df, 'the table is symmetric'))
}

export const bowkerMeasure = defineMeasure({
  id: 'bowker',
  title: "Bowker's test of symmetry",
  family: 'tests',
  better: null,
  levels: ['nominal', 'ordinal', 'interval', 'ratio'],
  raters: 2,
  tables: ['codes'],
  missing: ['pairwise'],
  weights: [],
  options: [],
  source: 'Bowker 1948',
  estimate: bowker,
})
