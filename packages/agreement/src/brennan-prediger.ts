import { type GwetOptions, gwetCoefficient, total } from './base/gwet.ts'
import { defineGwetMeasure } from './base/gwet-measure.ts'
import type { Result } from './result.ts'
import type { CodeTable, CountTable } from './table/types.ts'

/**
 * Brennan and Prediger's coefficient (also Bennett's S, PABAK for two categories, Randolph's free-marginal kappa): chance is an even
 * spread over the *declared* categories, whatever the raters used.
 *
 * @returns `estimate` from -1 / (q - 1) for two raters to 1; undefined if no item has two ratings, or only one category is declared.
 * @throws RangeError if the weights do not fit the scale.
 * @source Brennan & Prediger (1981), Educ. Psychol. Meas. 41(3), 687-699. doi:10.1177/001316448104100307
 * @source Gwet (2014), Handbook of Inter-Rater Reliability, 4th ed., ch. 4-5.
 * @checked data/reference/pi_s_bp.json
 * @example brennanPrediger(ratingTable({ raters: ['A', 'B'], level: 'nominal', categories: ['x', 'y'], rows: [['x', 'x'], ['x', 'x'], ['x', 'x'], ['x', 'y']] })).estimate // 0.5
 */
export function brennanPrediger(table: CodeTable | CountTable, options: GwetOptions = {}): Result {
  return gwetCoefficient(
    {
      measure: 'brennan-prediger',
      chance: (_, weights) => ({
        beyond: total(weights.map((weight) => 1 - weight)) / weights.length,
        perRating: null,
      }),
      pairsOnly: true,
      noVariation: 'No two of the declared categories differ, so agreement by chance is 1.',
    },
    table,
    options,
  )
}

export const brennanPredigerMeasure = defineGwetMeasure(
  'brennan-prediger',
  'Brennan-Prediger coefficient (S, free-marginal kappa)',
  'Brennan & Prediger 1981; Gwet 2014',
  brennanPrediger,
)
