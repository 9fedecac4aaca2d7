import { everyPairCounts } from './base/every-pair-counts.ts'
import { confidenceOf, drops, estimated, type Setting, undetermined } from './base/report.ts'
import { kappaValue } from './base/two-rater-kappa.ts'
import { allWeights, weightMatrix } from './base/weights.ts'
import { defineMeasure } from './define-measure.ts'
import type { Options } from './options.ts'
import type { Result, Warning } from './result.ts'
import { raterPairs } from './table/select.ts'
import { type CodeTable, NOT_CODABLE } from './table/types.ts'

/**
 * Light's kappa: the mean of Cohen's kappas of all pairs of raters, each on the items that both coded.
 *
 * Pairs whose kappa is undefined are left out with a warning. There is no sound analytic interval or test for three and more raters:
 * take one by resampling items.
 *
 * @returns `estimate` with the kappa of each pair in `details.pairs`; undefined if no pair has a kappa.
 * @throws RangeError if the weights do not fit the scale.
 * @source Light (1971), Psychol. Bull. 76(5), 365-377. doi:10.1037/h0031643
 * @checked data/reference/multirater_kappa.json
 * @example lightKappa(ratingTable({ raters: ['A', 'B'], level: 'nominal', categories: ['F', 'Ds'], rows: [['F', 'F'], ['F', 'Ds'], ['Ds', 'Ds'], ['Ds', 'Ds']] })).estimate // 0.5
 */
export function lightKappa(table: CodeTable, options: Pick<Options, 'confidence' | 'weights' | 'period'> = {}): Result {
  const { weights = 'identity' } = options
  const matrix = weightMatrix(weights, table, table.level, options)
  const tables = everyPairCounts(table)
  const pairs = raterPairs(table).map((pair, index) => {
    const counts = tables[index]!
    return { pair, n: counts.n, kappa: counts.n === 0 ? null : kappaValue(counts, matrix).kappa }
  })
  const m = table.raters.length
  const rated = ratedItems(table)
  const setting: Setting = {
    measure: 'light-kappa',
    options: { ...options, confidence: confidenceOf(options), weights, missing: 'pairwise' },
    raters: table.raters,
    n: rated.n,
    dropped: rated.dropped,
    warnings: cautions(pairs),
  }
  if (m < 2) return undetermined(setting, 'too-few-raters', 'One rater alone has no one to agree with.')
  const kappas = pairs.flatMap(({ kappa }) => (kappa === null ? [] : [kappa]))
  const details = { pairs: pairs.map(({ pair, n, kappa }) => ({ raters: pair, n, kappa })) }
  if (kappas.length === 0) return undetermined(setting, 'not-determined', 'No pair of raters has a kappa.', { details })
  return estimated(setting, { estimate: kappas.reduce((sum, kappa) => sum + kappa, 0) / kappas.length, details })
}

function cautions(pairs: readonly { readonly pair: readonly string[]; readonly kappa: number | null }[]): Warning[] {
  const left = pairs.filter(({ kappa }) => kappa === null).map(({ pair }) => pair.join(' and '))
  if (left.length === 0) return []
  return [{ code: 'pairs-without-kappa', message: `Left out, because their kappa is undefined: ${left.join('; ')}.` }]
}

/** Items that at least one pair shares. */
function ratedItems({ codes, raters, size }: CodeTable) {
  const m = raters.length
  const left = { missing: 0, 'not-codable': 0, 'single-rating': 0 }
  let n = 0
  for (let item = 0; item < size; item++) {
    let rated = 0
    let worst = 0
    for (let index = item * m; index < (item + 1) * m; index++) {
      if (codes[index]! >= 0) rated++
      else worst = Math.min(worst, codes[index]!)
    }
    if (rated > 1) n++
    else left[rated === 1 ? 'single-rating' : worst === NOT_CODABLE ? 'not-codable' : 'missing']++
  }
  return { n, dropped: drops(left) }
}

export const lightKappaMeasure = defineMeasure({
  id: 'light-kappa',
  title: "Light's kappa (mean over pairs)",
  family: 'categories',
  levels: ['nominal', 'ordinal', 'interval', 'ratio'],
  raters: 'many',
  tables: ['codes'],
  missing: ['pairwise'],
  weights: allWeights,
  options: ['weights', 'period', 'missing'],
  source: 'Light 1971',
  estimate: lightKappa,
})
