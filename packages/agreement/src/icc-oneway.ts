import { availableScores, scoresOfItems } from './base/available-scores.ts'
import { confidenceOf, estimated, type Setting, undetermined } from './base/report.ts'
import { mean, squaredDeviations, sum } from './base/sum.ts'
import { defineMeasure } from './define-measure.ts'
import { fQuantile, fTails } from './distributions/distributions.ts'
import type { Options } from './options.ts'
import type { Result } from './result.ts'
import type { RaterTable } from './table/select.ts'

/**
 * One-way intraclass correlation ICC(1) for items with unequal numbers of ratings, by analysis of variance.
 *
 * Who gave a rating does not matter, so it fits when each item has raters of its own. With equal numbers it is ICC(1); `icc-mixed`
 * takes raters into account where they are crossed with items.
 *
 * @param table columns are places for ratings; empty cells are ignored, items without a rating are left out and counted.
 * @returns `estimate` without unit, at most 1, below 0 if items differ less than their ratings; `details.k0` is the mean number of ratings
 *   that the formula takes (Donner). Thomas and Hultquist's interval. Undefined with fewer than two items, if no item has two
 *   ratings, or without any variation.
 * @throws RangeError if `confidence` is not between 0 and 1.
 * @source Donner (1986), Int. Stat. Rev. 54(1), 67-82. doi:10.2307/1403259
 * @source Thomas & Hultquist (1978), Ann. Stat. 6(3), 582-587. doi:10.1214/aos/1176344202 (interval)
 * @checked data/reference/icc.json
 * @example iccOneway(ratingTable({ raters: ['1', '2', '3'], level: 'interval', rows: [[1, 1, null], [4, null, null], [7, 7, 7]] })).estimate // 1
 */
export function iccOneway(table: RaterTable, options: Pick<Options, 'confidence'> = {}): Result {
  const confidence = confidenceOf(options)
  const available = availableScores(table)
  const { dropped } = available
  const given = scoresOfItems(available)
  const origin = given[0]?.[0] ?? 0 // digits that all scores share would cost the means theirs
  const groups = given.map((group) => group.map((score) => score - origin))
  const n = groups.length
  const setting: Setting = {
    measure: 'icc-oneway',
    options: { confidence, missing: 'available' },
    raters: table.raters,
    n,
    dropped,
  }
  const all = groups.reduce((total, group) => total + group.length, 0)
  if (n < 2) return undetermined(setting, 'too-few-items', 'Fewer than two items have a rating.')
  if (all === n) return undetermined(setting, 'too-few-raters', 'No item has two ratings.')
  const sizes = groups.map((group) => group.length)
  const means = Float64Array.from(groups, mean)
  const grand = mean(Float64Array.from(groups.flatMap((group) => [...group])))
  const between = sum(groups.map((group, item) => group.length * (means[item]! - grand) ** 2)) / (n - 1)
  const within = sum(groups.map(squaredDeviations)) / (all - n)
  const k0 = (all - sum(sizes.map((size) => size ** 2)) / all) / (n - 1)
  const details = { k0, ratings: all, meanSquares: { items: between, within } }
  const whole = between + (k0 - 1) * within
  if (whole === 0) return undetermined(setting, 'no-variation', 'All ratings are equal.', { details })
  const [df1, df2] = [n - 1, all - n]
  const value = between / within
  return estimated(setting, {
    estimate: (between - within) / whole,
    interval: within > 0 ? thomasHultquist() : undefined,
    test:
      within > 0
        ? { statistic: 'F', value, df1, df2, p: fTails(value, df1, df2).upper, hypothesis: 'ICC = 0' }
        : undefined,
    details,
  })

  function thomasHultquist() {
    const harmonic = n / sum(sizes.map((size) => 1 / size))
    const ofMeans = squaredDeviations(means) / (n - 1)
    const bound = (p: number): number => {
      const ratio = ofMeans / within / fQuantile(p, df1, df2) - 1 / harmonic
      return ratio / (1 + ratio)
    }
    const ends = { lower: bound((1 + confidence) / 2), upper: bound((1 - confidence) / 2) }
    return { ...ends, level: confidence, method: 'Thomas-Hultquist' }
  }
}

export const iccOnewayMeasure = defineMeasure({
  id: 'icc-oneway',
  title: 'One-way ICC with unequal numbers of ratings',
  family: 'scales',
  levels: ['interval', 'ratio'],
  raters: 'many',
  tables: ['scores', 'codes'],
  missing: ['available'],
  weights: [],
  options: [],
  source: 'Donner 1986; Thomas & Hultquist 1978 (interval)',
  estimate: iccOneway,
})
