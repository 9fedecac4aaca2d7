import { type GwetOptions, gwetCoefficient } from './base/gwet.ts'
import { defineGwetMeasure } from './base/gwet-measure.ts'
import type { Result } from './result.ts'
import type { CodeTable, CountTable } from './table/types.ts'

/**
 * Percent agreement: the mean over items of the share of rater pairs that agree; from 0 to 1, never in hundred.
 *
 * Every item with two or more ratings counts the same, whoever rated it. `percent-agreement-pairs` lets every *pair* count the
 * same instead; the two differ when ratings are missing.
 *
 * @returns `estimate` from 0 to 1; undefined if no item has two ratings.
 * @throws RangeError if the weights do not fit the scale.
 * @source Gwet (2014), Handbook of Inter-Rater Reliability, 4th ed., ch. 2 and 5.
 * @checked data/reference/percent.json
 * @example percentAgreement(ratingTable({ raters: ['A', 'B', 'C'], level: 'nominal', categories: ['x', 'y'], rows: [['x', 'x', 'y'], ['y', 'y', 'y']] })).estimate // 0.6666666666666667
 */
export function percentAgreement(table: CodeTable | CountTable, options: GwetOptions = {}): Result {
  return gwetCoefficient(
    {
      measure: 'percent-agreement',
      chance: () => ({ beyond: 1, perRating: null }),
      pairsOnly: true,
      tested: false,
      noVariation: '',
    },
    table,
    options,
  )
}

export const percentAgreementMeasure = defineGwetMeasure(
  'percent-agreement',
  'Percent agreement (mean over items)',
  'Gwet 2014 ch. 2; Fleiss 1971',
  percentAgreement,
)
