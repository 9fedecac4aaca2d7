import {
  type Aligned,
  align,
  chanceAlignments,
  type GammaOptions,
  gammaSettings,
  gaveUp,
} from './base/chance-alignments.ts'
import { confidenceOf, estimated, type Setting, undetermined } from './base/report.ts'
import { mean, squaredDeviations } from './base/sum.ts'
import { defineMeasure } from './define-measure.ts'
import { normalQuantile } from './distributions/distributions.ts'
import type { Result } from './result.ts'
import { partsOf } from './table/join.ts'
import type { UnitTable } from './table/segment-types.ts'

/** The best alignment of a continuum: which units of different raters belong together, and what that costs. */
export interface BestAlignment {
  /** Sum over groups of the mean dissimilarity of pairs of raters, per mean number of units of a rater. */
  readonly disorder: number
  /** For each unit of the table, in its order, the number of its group. */
  readonly groupOf: readonly number[]
}

/**
 * Joins units of different raters so that the disorder is as small as possible, exactly.
 *
 * @param options `alpha` weighs positions, `beta` categories (1 each); `deltaEmpty` (1) is the cost of a unit without counterpart.
 *   `effort` limits the search with three or more raters.
 * @returns `null` without units, or if the search gave up.
 * @throws RangeError if an option is out of its range.
 * @source Mathet, Widloecher & Metivier (2015), Comput. Linguist. 41(3), 437-479. doi:10.1162/COLI_a_00227
 * @checked data/reference/unitizing.json
 * @example bestAlignment(unitTableFromSpans({ raters: ['A', 'B'], categories: ['a'], spans: [[[1, 5, 'a']], [[2, 6, 'a']]] })).disorder // 0.0625
 */
export function bestAlignment(table: UnitTable, options: GammaOptions = {}): BestAlignment | null {
  const settings = gammaSettings(options)
  if (table.starts.length === 0) return null
  const parts = partsOf(table)
  const found = parts.flatMap((part) => align(part, settings, settings.effort) ?? [])
  if (found.length < parts.length) return null
  return {
    disorder: perUnit(parts.map((continuum, part) => ({ continuum, alignment: found[part]! }))),
    groupOf: groups(),
  }

  /** Groups of later documents are numbered on; in the table the units of a rater stand together, document after document. */
  function groups(): number[] {
    let used = 0
    const firsts = found.map(({ groupOf }) => {
      const first = used
      used = groupOf.reduce((most, group) => Math.max(most, group + 1 + first), used)
      return first
    })
    return table.raters.flatMap((_, rater) =>
      parts.flatMap(({ offsets }, part) =>
        [...found[part]!.groupOf.subarray(offsets[rater], offsets[rater + 1])].map((group) => group + firsts[part]!),
      ),
    )
  }
}

/**
 * Gamma: agreement on where units are and which category they have, both at once, corrected for chance.
 *
 * Units of different raters are joined into the best alignment; its disorder is compared with that of random continua made from the
 * raters' own units. Units may overlap. The value depends on the weights: say alpha, beta and deltaEmpty, and the seed.
 * `details.chanceRange` is what the random part alone leaves open at the confidence asked for; it is no interval for other material.
 *
 * @param table two or more raters; without a declared extent, from the first start to the last end. `n` counts the units.
 * @param options weights and `effort` as in `bestAlignment`; `samples` random continua (30) from `seed` (1).
 * @returns `estimate` at most 1 (1 full agreement, 0 as by chance); `observed` and `expected` disorder. Undefined without units
 *   (`no-items`), for one rater (`too-few-raters`), if chance has no disorder (`no-disagreement`), or if the search gave up
 *   (`not-determined`).
 * @throws RangeError if an option is out of its range.
 * @source Mathet, Widloecher & Metivier (2015), Comput. Linguist. 41(3), 437-479. doi:10.1162/COLI_a_00227
 * @checked data/reference/unitizing.json (best alignment, and gamma from given samples)
 * @checked data/reference/gamma_cat.json (chance by integration; a published text)
 * @example gamma(unitTableFromSpans({ raters: ['A', 'B'], categories: ['a', 'b'], spans: [[[1, 5, 'a'], [9, 12, 'b']], [[1, 5, 'a'], [9, 12, 'b']]] }), { seed: 7 }).estimate // 1
 */
export function gamma(table: UnitTable, options: GammaOptions = {}): Result {
  const confidence = confidenceOf(options)
  const settings = gammaSettings(options)
  const n = table.starts.length
  const setting: Setting = {
    measure: 'gamma',
    options: { confidence, ...settings },
    raters: table.raters,
    n,
    dropped: [],
  }
  if (table.raters.length < 2) return undetermined(setting, 'too-few-raters', 'Only one rater marked units.')
  if (n === 0) return undetermined(setting, 'no-items', 'No rater marked a unit.')
  const found = chanceAlignments(table, settings)
  if (found === null) return undetermined(setting, 'not-determined', gaveUp(settings.effort))
  const observed = perUnit(found.real)
  const disorders = found.chance.map(perUnit)
  const expected = mean(disorders)
  if (expected <= 0)
    return undetermined(setting, 'no-disagreement', 'Chance leaves no disorder.', { observed, expected })
  const deviation = Math.sqrt(squaredDeviations(disorders) / (disorders.length - 1))
  const precision = (normalQuantile((1 + confidence) / 2) * deviation) / Math.sqrt(disorders.length) / expected
  const chanceRange =
    precision < 1
      ? [gammaFrom(observed, expected * (1 - precision)), gammaFrom(observed, expected * (1 + precision))]
      : null
  const estimate = gammaFrom(observed, expected)
  return estimated(setting, { estimate, observed, expected, details: { precision, chanceRange } })
}

/** Disorder of all continua together, per mean number of units of a rater. */
function perUnit(aligned: readonly Aligned[]): number {
  let [disorder, units, raters] = [0, 0, 0]
  for (const { continuum, alignment } of aligned) {
    disorder += alignment.disorder
    units += continuum.starts.length
    raters = continuum.offsets.length - 1
  }
  return (disorder * raters) / units
}

export function gammaFrom(observed: number, expected: number): number {
  return 1 - observed / expected
}

export const gammaMeasure = defineMeasure({
  id: 'gamma',
  title: 'Gamma of units on a continuum',
  family: 'segments',
  levels: ['nominal'],
  raters: 'many',
  tables: ['units'],
  missing: ['available'],
  weights: [],
  options: ['alpha', 'beta', 'deltaEmpty', 'seed', 'samples', 'effort'],
  source: 'Mathet, Widloecher & Metivier 2015',
  estimate: gamma,
})
