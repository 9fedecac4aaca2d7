import { normalInterval } from './base/intervals.ts'
import { sum } from './base/sum.ts'
import { cohenKappa } from './cohen-kappa.ts'
import { chiSquaredTails } from './distributions/distributions.ts'
import type { Options } from './options.ts'
import type { Estimated, Interval, Reason, Result, Test } from './result.ts'
import type { CodeTable } from './table/types.ts'
import { weightedKappa } from './weighted-kappa.ts'

/** Kappa of several strata (sites, waves, codes) together; `estimate` is `null` where a stratum has none, with the reason. */
export interface Stratified {
  /** Mean of the strata's kappas, weighted by the inverse of their variance. */
  readonly estimate: number | null
  readonly se?: number
  readonly interval?: Interval
  /** Do the strata have one kappa? */
  readonly homogeneity?: Test
  /** Kappa of the strata's mean observed and mean expected agreement; `null` if that expected agreement is 1. */
  readonly pooled: number | null
  readonly strata: readonly Result[]
  readonly undefined?: Reason
}

/**
 * One kappa for several strata, with the test that they have one: sites, waves of a study, or the codes of a codebook.
 *
 * The weighted mean is for strata that estimate the same kappa; if homogeneity is rejected report the strata. `pooled` (De Vries) adds up
 * agreement before it is corrected for chance and suits many codes with few items each.
 *
 * @param tables one table of two raters a stratum. @param options `weights` other than identity: weighted kappa.
 * @returns without unit; the estimate is undefined if a stratum has no kappa or no standard error above 0.
 * @throws RangeError if there are fewer than two strata, or a table has not two raters.
 * @source Fleiss, Levin & Paik (2003), Statistical Methods for Rates and Proportions, 3rd ed., sec. 18.1. doi:10.1002/0471445428
 * @source De Vries, Elliott, Kanouse & Teleki (2008), Field Methods 20(3), 272-282. doi:10.1177/1525822X08317166
 * @checked data/reference/compare.json
 * @example stratifiedKappa([[[20, 5], [10, 15]], [[18, 2], [4, 16]]].map((counts) => tableFromContingency({ raters: ['A', 'B'], level: 'nominal', categories: ['x', 'y'], counts }))).homogeneity.df1 // 1
 */
export function stratifiedKappa(
  tables: readonly CodeTable[],
  options: Pick<Options, 'confidence' | 'weights' | 'period'> = {},
): Stratified {
  if (tables.length < 2) throw new RangeError(`Two strata are needed, not ${tables.length}.`)
  const { confidence = 0.95, weights = 'identity' } = options
  const strata = tables.map((table) =>
    weights === 'identity' ? cohenKappa(table, { confidence }) : weightedKappa(table, { ...options, weights }),
  )
  const pooled = pooledKappa(strata)
  const known = strata.filter(
    (result): result is Estimated & { se: number } => result.estimate !== null && (result.se ?? 0) > 0,
  )
  const bad = strata.findIndex((result) => result.estimate === null || !((result.se ?? 0) > 0))
  if (bad >= 0) {
    const message = `Stratum ${bad + 1} has no kappa with a standard error above 0, so it has no weight.`
    return { estimate: null, pooled, strata, undefined: { code: 'not-determined', message } }
  }
  const precision = known.map(({ se }) => 1 / se ** 2)
  const all = sum(precision)
  const estimate = sum(known.map((result, index) => result.estimate * precision[index]!)) / all
  const value = sum(known.map((result, index) => (result.estimate - estimate) ** 2 * precision[index]!))
  const se = 1 / Math.sqrt(all)
  const df1 = tables.length - 1
  return {
    estimate,
    se,
    interval: normalInterval(estimate, se, confidence, 'inverse variance'),
    homogeneity: { statistic: 'chi2', value, df1, p: chiSquaredTails(value, df1).upper, hypothesis: 'one kappa' },
    pooled,
    strata,
  }
}

function pooledKappa(strata: readonly Result[]): number | null {
  const both = strata.filter(({ observed, expected }) => observed !== undefined && expected !== undefined)
  const observed = sum(both.map((result) => result.observed ?? 0)) / both.length
  const expected = sum(both.map((result) => result.expected ?? 0)) / both.length
  return both.length === 0 || expected >= 1 ? null : (observed - expected) / (1 - expected)
}
