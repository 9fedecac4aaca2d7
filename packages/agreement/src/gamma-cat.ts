import { type Aligned, chanceAlignments, type GammaOptions, gammaSettings, gaveUp } from './base/chance-alignments.ts'
import { positionalGap } from './base/continuum.ts'
import { askedCategory, usedCategory } from './base/one-category.ts'
import { confidenceOf, estimated, type Setting, undetermined } from './base/report.ts'
import { mean } from './base/sum.ts'
import { defineMeasure } from './define-measure.ts'
import type { AnyOptions } from './options.ts'
import type { Result } from './result.ts'
import type { UnitTable } from './table/segment-types.ts'

/**
 * Gamma-cat: agreement on the categories of units that were aligned, corrected for chance.
 *
 * Takes the alignments of `gamma`. Each pair of aligned units counts by how well their positions fit, and units aligned with many do not
 * count more often. Units without counterpart do not count: report `gamma` beside it.
 *
 * @param table two or more raters; `n` counts the units. @param options as in `gamma`; with `category` it is gamma-k of that category: only
 *   pairs count of which at least one unit has it, in the data and by chance.
 * @returns `estimate` at most 1 (1 full agreement, 0 as by chance), `observed` and `expected` share of unlike categories. Undefined without
 *   units (`no-items`), for one rater (`too-few-raters`), if no such units are aligned or the search gave up (`not-determined`), or if chance
 *   has no unlike categories (`no-disagreement`).
 * @throws RangeError if an option is out of its range or the category is not declared.
 * @source Mathet (2017), Comput. Linguist. 43(3), 661-681. doi:10.1162/COLI_a_00296
 * @checked data/reference/gamma_cat.json
 * @example gammaCat(unitTableFromSpans({ raters: ['A', 'B'], categories: ['a', 'b'], spans: [[[1, 5, 'a'], [9, 12, 'b']], [[1, 5, 'a'], [9, 12, 'b']]] }), { seed: 7 }).estimate // 1
 */
export function gammaCat(table: UnitTable, options: GammaOptions & Pick<AnyOptions, 'category'> = {}): Result {
  const confidence = confidenceOf(options)
  const settings = gammaSettings(options)
  const asked = askedCategory(table, options)
  const rule: Rule = { alpha: settings.alpha, code: asked?.position ?? null }
  const setting: Setting = {
    measure: 'gamma-cat',
    options: { confidence, ...settings, ...usedCategory(asked) },
    raters: table.raters,
    n: table.starts.length,
    dropped: [],
  }
  if (table.raters.length < 2) return undetermined(setting, 'too-few-raters', 'Only one rater marked units.')
  if (setting.n === 0) return undetermined(setting, 'no-items', 'No rater marked a unit.')
  const found = chanceAlignments(table, settings)
  if (found === null) return undetermined(setting, 'not-determined', gaveUp(settings.effort))
  const observed = unlike(found.real, rule)
  if (observed === null) {
    const which = asked === undefined ? 'No units of different raters are' : `No unit of "${asked.category}" is`
    return undetermined(setting, 'not-determined', `${which} aligned with one of another rater.`)
  }
  const drawn = found.chance.flatMap((sample) => unlike(sample, rule) ?? [])
  const expected = drawn.length === 0 ? 0 : mean(drawn)
  if (expected <= 0) {
    const message = 'Units that chance aligns have one category, or none are aligned.'
    return undetermined(setting, 'no-disagreement', message, { observed, expected })
  }
  return estimated(setting, { estimate: 1 - observed / expected, observed, expected })
}

/** Which aligned pairs count: those with a unit of this code, or all. */
interface Rule {
  readonly alpha: number
  readonly code: number | null
}

/** Share of unlike categories among aligned pairs, each weighted by fit of position and by 1 / (units in the group - 1). */
function unlike(aligned: readonly Aligned[], rule: Rule): number | null {
  const parts = aligned.map((one) => weightsOf(one, rule))
  const total = parts.reduce((sum, part) => sum + part.total, 0)
  return total > 0 ? parts.reduce((sum, part) => sum + part.differing, 0) / total : null
}

function weightsOf({ continuum, alignment: { groupOf } }: Aligned, { alpha, code }: Rule) {
  const { codes } = continuum
  const groups = new Map<number, number[]>()
  for (const [unit, group] of groupOf.entries()) {
    const list = groups.get(group)
    if (list === undefined) groups.set(group, [unit])
    else list.push(unit)
  }
  let [differing, total] = [0, 0]
  for (const units of groups.values()) {
    for (const [index, unit] of units.entries()) {
      for (const other of units.slice(index + 1)) {
        if (code !== null && codes[unit] !== code && codes[other] !== code) continue
        const weight = Math.max(0, 1 - alpha * positionalGap(continuum, unit, other)) / (units.length - 1)
        total += weight
        if (codes[unit] !== codes[other]) differing += weight
      }
    }
  }
  return { differing, total }
}

export const gammaCatMeasure = defineMeasure({
  id: 'gamma-cat',
  title: 'Gamma-cat and gamma-k: categories of aligned units',
  family: 'segments',
  levels: ['nominal'],
  raters: 'many',
  tables: ['units'],
  missing: ['available'],
  weights: [],
  options: ['category', 'alpha', 'beta', 'deltaEmpty', 'seed', 'samples', 'effort'],
  source: 'Mathet 2017',
  estimate: gammaCat,
})
