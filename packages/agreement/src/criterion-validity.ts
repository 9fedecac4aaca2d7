import { askedCategory, usedCategory } from './base/one-category.ts'
import { needTwoRaters, type PairCounts, pairCounts } from './base/pair-counts.ts'
import { exactInterval, wilsonInterval } from './base/proportion.ts'
import { confidenceOf, estimated, type Setting, undetermined } from './base/report.ts'
import { defineMeasure } from './define-measure.ts'
import type { Options } from './options.ts'
import type { Detail, Result } from './result.ts'
import type { CodeTable } from './table/types.ts'

/**
 * Criterion validity: how well the first rater (a coder) finds what the second (the master, the criterion) says.
 *
 * For each category against all others: sensitivity, specificity, predictive values, F1, balanced accuracy, Youden's index, Matthews'
 * correlation; shares with Clopper and Pearson's and Wilson's intervals.
 *
 * @param options `category`: the category the details are about; without it they are given for every category.
 * @returns accuracy, the share of items coded as the criterion, as `estimate`. A share without any case is `null`.
 * @throws RangeError if the table has not two raters, or that category is not declared.
 * @source Clopper & Pearson (1934), Biometrika 26, 404-413. doi:10.1093/biomet/26.4.404
 * @source Matthews (1975), Biochim. Biophys. Acta 405, 442-451. doi:10.1016/0005-2795(75)90109-9
 * @checked data/reference/criterion.json
 * @example criterionValidity(tableFromContingency({ raters: ['coder', 'master'], level: 'nominal', categories: ['D', 'not D'], counts: [[32, 4], [8, 56]] })).estimate // 0.88
 */
export function criterionValidity(table: CodeTable, options: Pick<Options, 'confidence' | 'category'> = {}): Result {
  needTwoRaters(table.raters, 'criterion-validity')
  const confidence = confidenceOf(options)
  const asked = askedCategory(table, options)
  const pairs = pairCounts(table)
  const { k, n, counts, dropped } = pairs
  const setting: Setting = {
    measure: 'criterion-validity',
    options: { confidence, ...usedCategory(asked) },
    raters: table.raters,
    n,
    dropped,
  }
  if (n === 0) return undetermined(setting, 'no-items', 'No item was coded by both raters.')
  const right = counts.reduce((sum, count, cell) => (cell % (k + 1) === 0 ? sum + count : sum), 0)
  const chosen = asked === undefined ? [...table.categories.keys()] : [asked.position]
  const categories = Object.fromEntries(
    chosen.map((category) => [table.categories[category]!, indices(pairs, category, confidence)]),
  )
  const interval = exactInterval(right, n, confidence)
  return estimated(setting, {
    estimate: right / n,
    interval,
    details: { accuracy: share(right, n, confidence), categories },
  })
}

/** A proportion with both intervals, or `null` if there is nothing to be a share of. */
function share(hits: number, n: number, level: number): Detail {
  if (n === 0) return null
  const exact = exactInterval(hits, n, level)
  const wilson = wilsonInterval(hits, n, level)
  return {
    estimate: hits / n,
    lower: exact.lower,
    upper: exact.upper,
    wilsonLower: wilson.lower,
    wilsonUpper: wilson.upper,
  }
}

const over = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole)

function indices({ k, n, counts, rows, columns }: PairCounts, category: number, level: number): Detail {
  const hit = counts[category * k + category]!
  const [said, is] = [rows[category]!, columns[category]!]
  const rest = n - said - is + hit
  const sensitivity = over(hit, is)
  const specificity = over(rest, n - is)
  const both = sensitivity === null || specificity === null ? null : sensitivity + specificity
  return {
    sensitivity: share(hit, is, level),
    specificity: share(rest, n - is, level),
    ppv: share(hit, said, level),
    npv: share(rest, n - said, level),
    f1: over(2 * hit, said + is),
    balancedAccuracy: both === null ? null : both / 2,
    youden: both === null ? null : both - 1,
    mcc: over(hit * rest - (said - hit) * (is - hit), Math.sqrt(said * is * (n - said) * (n - is))),
  }
}

export const criterionValidityMeasure = defineMeasure({
  id: 'criterion-validity',
  title: 'Criterion validity (sensitivity, specificity, predictive values)',
  family: 'criterion',
  levels: ['nominal', 'ordinal', 'interval', 'ratio'],
  raters: 2,
  tables: ['codes'],
  missing: ['pairwise'],
  weights: [],
  options: ['category'],
  source: 'Clopper & Pearson 1934; Matthews 1975',
  estimate: criterionValidity,
})
