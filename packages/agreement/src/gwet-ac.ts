import { type Chance, type GwetOptions, gwetCoefficient, total } from './base/gwet.ts'
import { defineGwetMeasure } from './base/gwet-measure.ts'
import { defineMeasure } from './define-measure.ts'
import type { Options } from './options.ts'
import type { Result } from './result.ts'
import type { CodeTable, CountTable } from './table/types.ts'

/** Gwet's chance: of a rater who guesses, and guesses the more the more even the categories are. */
function gwetChance(shares: Float64Array, weights: Float64Array): Chance {
  const q = shares.length
  if (q === 1) return { beyond: 0, perRating: null }
  const even = total(weights) / (q * (q - 1))
  const perRating = shares.map((share) => even * (1 - share))
  return { beyond: 1 - total(perRating.map((chance, k) => chance * shares[k]!)), perRating }
}

const noVariation = 'Only one category is declared, so agreement by chance is not determined.'

/**
 * Gwet's AC1: agreement corrected for the chance of guessing, which stays stable when one code is very frequent.
 *
 * Chance is small when one category prevails, so AC1 is high where kappa falls to 0 although nearly all agree.
 *
 * @returns `estimate` at most 1; undefined if no item has two ratings or only one category is declared.
 * @throws RangeError if `confidence` is not between 0 and 1.
 * @source Gwet (2008), Br. J. Math. Stat. Psychol. 61(1), 29-48. doi:10.1348/000711006X126600
 * @checked data/reference/gwet_ac.json
 * @example gwetAc1(ratingTable({ raters: ['A', 'B'], level: 'nominal', categories: ['x', 'y'], rows: [['x', 'x'], ['y', 'y'], ['x', 'x'], ['y', 'x']] })).estimate // 0.5294117647058824
 */
export function gwetAc1(table: CodeTable | CountTable, options: Pick<Options, 'confidence' | 'missing'> = {}): Result {
  return gwetCoefficient({ measure: 'gwet-ac1', chance: gwetChance, noVariation }, table, options)
}

/**
 * Gwet's AC2: AC1 with weights for partial agreement, quadratic unless said otherwise.
 *
 * On a long scale quadratic weights count neighbours as nearly equal, so AC2 is high there; report the weights.
 *
 * @returns `estimate` at most 1; undefined if no item has two ratings or only one category is declared.
 * @throws RangeError if the weights do not fit the scale.
 * @source Gwet (2014), Handbook of Inter-Rater Reliability, 4th ed., ch. 4.
 * @checked data/reference/gwet_ac.json
 * @example gwetAc2(ratingTable({ raters: ['A', 'B'], level: 'ordinal', categories: [1, 2, 3], rows: [[1, 1], [2, 3], [3, 3]] }), { weights: 'identity' }).estimate // 0.52
 */
export function gwetAc2(table: CodeTable | CountTable, options: GwetOptions = {}): Result {
  const weights = options.weights ?? 'quadratic'
  return gwetCoefficient({ measure: 'gwet-ac2', chance: gwetChance, noVariation }, table, { ...options, weights })
}

export const gwetAc1Measure = defineMeasure({
  id: 'gwet-ac1',
  title: "Gwet's AC1",
  family: 'categories',
  levels: ['nominal', 'ordinal', 'interval', 'ratio'],
  raters: 'many',
  tables: ['codes', 'counts'],
  missing: ['available', 'listwise'],
  weights: [],
  options: ['missing'],
  source: 'Gwet 2008',
  estimate: gwetAc1,
})

export const gwetAc2Measure = defineGwetMeasure('gwet-ac2', "Gwet's AC2", 'Gwet 2014', gwetAc2, 'quadratic')
