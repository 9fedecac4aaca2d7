import { checkChoice } from './base/choice.ts'
import { noSpread, tInterval, tTest } from './base/intervals.ts'
import { limitsOf } from './base/limits-of-agreement.ts'
import { needTwoRaters } from './base/pair-counts.ts'
import { pairedScores } from './base/paired-scores.ts'
import { confidenceOf, estimated, type Setting, undetermined } from './base/report.ts'
import { mean, squaredDeviations, sum } from './base/sum.ts'
import { defineMeasure } from './define-measure.ts'
import { normalQuantile } from './distributions/distributions.ts'
import type { Options } from './options.ts'
import type { Detail, Result } from './result.ts'
import type { RaterTable } from './table/select.ts'

type BlandAltmanOptions = Pick<Options, 'confidence' | 'coverage' | 'limits' | 'limitsInterval'>

/** Share of differences to be covered. */
export function coverageOf({ coverage = 0.95 }: Pick<Options, 'coverage'>): number {
  if (!(coverage > 0 && coverage < 1)) throw new RangeError(`Coverage ${coverage} is not between 0 and 1.`)
  return coverage
}

/**
 * Bland and Altman's limits of agreement: between which differences (first minus second rater) do 95 % of items lie?
 *
 * `estimate` is the bias with its t interval. `details.limits` has both limits, each with its own interval (exact by default); with
 * few items these are wide, which the limits alone hide. `details.proportionalBias` is the regression of the differences on the
 * means: a slope other than 0 says that limits of one width do not fit the whole scale, or that the raters' spreads differ.
 * The limits assume that differences are about normal.
 *
 * @param options `coverage` (0.95), `limits` 'z' (1.96, default) or '2sd', `limitsInterval` 'exact', 't' or 'rough'.
 * @returns everything in points of the scale; undefined with fewer than two items.
 * @throws RangeError if the table has not two raters or coverage is not between 0 and 1.
 * @source Bland & Altman (1986), Lancet 327, 307-310. doi:10.1016/S0140-6736(86)90837-8
 * @source Bland & Altman (1999), Stat. Methods Med. Res. 8(2), 135-160. doi:10.1177/096228029900800204
 * @source Carkeet (2015), Optom. Vis. Sci. 92(3), e71-e80. doi:10.1097/OPX.0000000000000513
 * @checked data/reference/method_comparison.json
 * @example blandAltman(ratingTable({ raters: ['A', 'B'], level: 'interval', rows: [[5, 4], [6, 6], [3, 1]] })).details.sd // 1
 */
export function blandAltman(table: RaterTable, options: BlandAltmanOptions = {}): Result {
  needTwoRaters(table.raters, 'bland-altman')
  const { limits = 'z', limitsInterval = 'exact' } = options
  checkChoice('limits', limits, ['z', '2sd'])
  checkChoice('limitsInterval', limitsInterval, ['exact', 't', 'rough'])
  const [confidence, coverage] = [confidenceOf(options), coverageOf(options)]
  const { n, first, second, dropped } = pairedScores(table)
  const chosen =
    limits === 'z' ? { confidence, coverage, limits, limitsInterval } : { confidence, limits, limitsInterval }
  const setting: Setting = { measure: 'bland-altman', options: chosen, raters: table.raters, n, dropped }
  if (n < 2) return undetermined(setting, 'too-few-items', 'Fewer than two items were scored by both raters.')
  const differences = first.map((score, item) => score - second[item]!)
  const estimate = mean(differences)
  const sd = Math.sqrt(squaredDeviations(differences) / (n - 1))
  const se = sd / Math.sqrt(n)
  const multiplier = limits === 'z' ? normalQuantile((1 + coverage) / 2) : 2
  const found = limitsOf({ n, mean: estimate, sd }, multiplier, limitsInterval, confidence)
  const { lowerInterval, upperInterval, ...ends } = found
  return estimated(
    { ...setting, warnings: noSpread(se) },
    {
      estimate,
      se,
      interval: tInterval(estimate, se, n - 1, confidence, 't'),
      test: tTest(estimate, se, n - 1, 'mean difference = 0'),
      details: {
        sd,
        limits: { ...ends, lowerInterval: { ...lowerInterval }, upperInterval: { ...upperInterval } },
        proportionalBias: proportionalBias(first, second, differences, confidence),
      },
    },
  )
}

/** Regression of the differences on the means of the two raters; `null` where a slope or its error is not determined. */
function proportionalBias(first: Float64Array, second: Float64Array, differences: Float64Array, level: number): Detail {
  const n = first.length
  const origin = first[0]!
  const middle = first.map((score, item) => (score - origin) / 2 + (second[item]! - origin) / 2)
  const [centre, bias] = [mean(middle), mean(differences)]
  const spread = squaredDeviations(middle)
  if (n < 3 || spread === 0) return null
  const slope = sum(middle.map((value, item) => (value - centre) * (differences[item]! - bias))) / spread
  const rest = squaredDeviations(differences.map((difference, item) => difference - slope * (middle[item]! - centre)))
  const se = Math.sqrt(rest / (n - 2) / spread)
  const { lower, upper } = tInterval(slope, se, n - 2, level, 't')
  const test = tTest(slope, se, n - 2, 'slope = 0')
  const intercept = bias - slope * (origin + centre)
  return { slope, intercept, se, lower, upper, t: test?.value ?? null, df: n - 2, p: test?.p ?? null }
}

export const blandAltmanMeasure = defineMeasure({
  id: 'bland-altman',
  title: "Bland and Altman's limits of agreement",
  family: 'scales',
  better: null,
  levels: ['interval', 'ratio'],
  raters: 2,
  tables: ['scores', 'codes'],
  missing: ['pairwise'],
  weights: [],
  options: ['coverage', 'limits', 'limitsInterval'],
  source: 'Bland & Altman 1986, 1999; Carkeet 2015 (interval of the limits)',
  estimate: blandAltman,
})
