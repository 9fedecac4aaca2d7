import { type Concordance, concordance } from './base/concordance.ts'
import { zTest } from './base/intervals.ts'
import { needTwoRaters } from './base/pair-counts.ts'
import { pairedScores } from './base/paired-scores.ts'
import { confidenceOf, estimated, type Setting, undetermined } from './base/report.ts'
import { defineMeasure } from './define-measure.ts'
import type { Options } from './options.ts'
import type { Result } from './result.ts'
import { arctanhInterval } from './spearman.ts'
import type { RaterTable } from './table/select.ts'

/**
 * Kendall's tau-b: of the pairs of items, how many more do two raters order alike than opposite, corrected for ties.
 *
 * Easier to read than Spearman's rho, and with many ties on a short scale better behaved. It is blind to bias.
 *
 * @param table two raters, at least ordinal; an item that one of them did not score is left out.
 * @returns `estimate` without unit, -1 to 1; `details` counts concordant minus discordant pairs; Bonett and Wright's interval from five
 *   items on; undefined with fewer than two items, or if one rater gave every item the same score.
 * @throws RangeError if the table has not two raters.
 * @source Kendall (1945), Biometrika 33(3), 239-251. doi:10.1093/biomet/33.3.239
 * @source Kendall & Gibbons (1990), Rank Correlation Methods, 5th ed., ch. 4 (variance with ties).
 * @source Bonett & Wright (2000), Psychometrika 65(1), 23-28. doi:10.1007/BF02294183 (interval)
 * @checked data/reference/rank_corr.json
 * @example kendallTauB(ratingTable({ raters: ['A', 'B'], level: 'interval', rows: [[1, 1], [2, 3], [3, 2]] })).estimate // 0.3333333333333333
 */
export function kendallTauB(table: RaterTable, options: Pick<Options, 'confidence'> = {}): Result {
  needTwoRaters(table.raters, 'kendall-tau-b')
  const confidence = confidenceOf(options)
  const { n, first, second, dropped } = pairedScores(table)
  const setting: Setting = { measure: 'kendall-tau-b', options: { confidence }, raters: table.raters, n, dropped }
  if (n < 2) return undetermined(setting, 'too-few-items', 'Fewer than two items were scored by both raters.')
  const found = concordance(first, second)
  const [untiedFirst, untiedSecond] = found.untied
  if (untiedFirst === 0 || untiedSecond === 0) {
    return undetermined(setting, 'no-variation', 'A rater gave every item the same score, so there is no order.')
  }
  const estimate =
    untiedFirst === untiedSecond
      ? found.difference / untiedFirst
      : found.difference / Math.sqrt(untiedFirst) / Math.sqrt(untiedSecond)
  return estimated(setting, {
    estimate,
    interval: n > 4 ? arctanhInterval(estimate, 0.437 / (n - 4), confidence) : undefined,
    test: n > 2 ? zTest(found.difference, Math.sqrt(nullVariance(found, n)), 'tau = 0') : undefined,
    details: { concordantMinusDiscordant: found.difference },
  })
}

/** Variance of concordant minus discordant pairs if the raters are independent, given the ties. */
function nullVariance({ groups }: Concordance, n: number): number {
  const [t, u] = groups
  const over = (sizes: readonly number[], term: (size: number) => number): number =>
    sizes.reduce((total, size) => total + term(size), 0)
  const steep = (size: number): number => size * (size - 1) * (2 * size + 5)
  const triples = (size: number): number => size * (size - 1) * (size - 2)
  const pairs = (size: number): number => size * (size - 1)
  return (
    (steep(n) - over(t, steep) - over(u, steep)) / 18 +
    (over(t, triples) * over(u, triples)) / (9 * triples(n)) +
    (over(t, pairs) * over(u, pairs)) / (2 * pairs(n))
  )
}

export const kendallTauBMeasure = defineMeasure({
  id: 'kendall-tau-b',
  title: "Kendall's tau-b",
  family: 'scales',
  levels: ['ordinal', 'interval', 'ratio'],
  raters: 2,
  tables: ['scores', 'codes'],
  missing: ['pairwise'],
  weights: [],
  options: [],
  source: 'Kendall 1945; Bonett & Wright 2000 (interval)',
  estimate: kendallTauB,
})
