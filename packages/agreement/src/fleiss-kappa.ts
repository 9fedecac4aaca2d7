import { type Chance, type GwetOptions, gwetCoefficient, total } from './base/gwet.ts'
import { defineGwetMeasure } from './base/gwet-measure.ts'
import type { Result } from './result.ts'
import type { CodeTable, CountTable } from './table/types.ts'

/** Two ratings drawn from the shares that all raters together gave each category. */
function fleissChance(shares: Float64Array, weights: Float64Array): Chance {
  const q = shares.length
  const perRating = shares.map((_, k) => shares.reduce((sum, share, l) => sum + weights[k * q + l]! * share, 0))
  const apart = shares.map((own, k) =>
    shares.reduce((sum, share, l) => sum + (1 - weights[k * q + l]!) * own * share, 0),
  )
  return { beyond: total(apart), perRating }
}

/**
 * Fleiss' kappa: agreement of any number of raters, not necessarily the same for each item, corrected for chance.
 *
 * Chance is the square of the shares all raters together gave each code, so it generalises Scott's pi and not Cohen's kappa. The
 * interval comes from Gwet's linearised error; the error under no agreement is for the test of `fleiss-kappa-null` only.
 *
 * @returns `estimate` at most 1; undefined if no item has two ratings or all ratings are one and the same code.
 * @throws RangeError if the weights do not fit the scale.
 * @source Fleiss (1971), Psychol. Bull. 76(5), 378-382. doi:10.1037/h0031619
 * @source Gwet (2008), Br. J. Math. Stat. Psychol. 61(1), 29-48. doi:10.1348/000711006X126600
 * @checked data/reference/multirater_kappa.json
 * @example fleissKappa(ratingTable({ raters: ['A', 'B', 'C'], level: 'nominal', categories: ['x', 'y'], rows: [['x', 'x', 'x'], ['y', 'y', 'y'], ['x', 'y', 'y']] })).estimate // 0.55
 */
export function fleissKappa(table: CodeTable | CountTable, options: GwetOptions = {}): Result {
  return gwetCoefficient(
    {
      measure: 'fleiss-kappa',
      chance: fleissChance,
      noVariation: 'All ratings are one and the same category, so agreement by chance is 1.',
    },
    table,
    options,
  )
}

export const fleissKappaMeasure = defineGwetMeasure(
  'fleiss-kappa',
  "Fleiss' kappa",
  'Fleiss 1971; Gwet 2008',
  fleissKappa,
)
