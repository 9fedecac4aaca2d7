import { askedCategory, usedCategory } from './base/one-category.ts'
import { confidenceOf, estimated, type Setting, undetermined } from './base/report.ts'
import { sum } from './base/sum.ts'
import { type Disagreement, disagreement } from './base/unit-disagreement.ts'
import { needExtent, refuseOverlaps, stretchesOf } from './base/units.ts'
import { defineMeasure } from './define-measure.ts'
import type { AnyOptions } from './options.ts'
import type { Result } from './result.ts'
import { partsOf } from './table/join.ts'
import type { Extent, UnitTable } from './table/segment-types.ts'

/**
 * Krippendorff's alpha for units on a continuum, in its first form: do raters mark the same stretches, category by category?
 *
 * Each category is looked at by itself, so units of different categories may overlap. Squared differences of begins and ends count, so
 * one long unit that the others lack weighs more than many short ones. It counts in whole smallest units of the continuum
 * (characters, frames): another unit of measurement gives a slightly different value. `u-alpha-2016` replaces it in newer texts.
 *
 * @param table two or more raters, begin and length declared; `n` counts the units. `category` looks at one category only.
 * @returns `estimate` without unit, at most 1, 0 as by chance; `observed` and `expected` are means over the categories in use, and
 *   `details.categories` has each. Undefined without units (`no-items`), for one rater (`too-few-raters`), or if chance allows no
 *   disagreement (`no-disagreement`).
 * @throws RangeError if the extent is not declared, units of one rater and category overlap, or a bound is not a whole number.
 * @source Krippendorff (1995), Sociol. Methodol. 25, 47-76. doi:10.2307/271061
 * @source Krippendorff (2004), Content Analysis, 2nd ed., 251-256
 * @checked data/reference/unitizing.json
 * @example uAlpha1995(unitTable({ raters: ['A', 'B'], categories: ['x'], begin: 0, length: 10, units: [{ rater: 'A', start: 2, length: 3, category: 'x' }, { rater: 'B', start: 2, length: 3, category: 'x' }] })).estimate // 1
 */
export function uAlpha1995(table: UnitTable, options: Pick<AnyOptions, 'confidence' | 'category'> = {}): Result {
  const confidence = confidenceOf(options)
  const extent = needExtent(table, 'u-alpha-1995')
  refuseOverlaps(table, 'u-alpha-1995', 'units of one category')
  refuseFractions(table, extent)
  const asked = askedCategory(table, options)
  const chosen = asked === undefined ? [...table.categories.keys()] : [asked.position]
  const edges = partEnds(table)
  const parts = new Map<string, Disagreement>()
  for (const position of table.raters.length < 2 ? [] : chosen) {
    const part = disagreement(
      table.raters.map((_, rater) => stretchesOf(table, rater, position)),
      extent,
      edges,
    )
    if (part.units > 0) parts.set(table.categories[position]!, part)
  }
  const list = [...parts.values()]
  const setting: Setting = {
    measure: 'u-alpha-1995',
    options: { confidence, ...usedCategory(asked) },
    raters: table.raters,
    n: list.reduce((total, { units }) => total + units, 0),
    dropped: [],
  }
  if (table.raters.length < 2) return undetermined(setting, 'too-few-raters', 'Only one rater marked units.')
  if (list.length === 0) return undetermined(setting, 'no-items', 'No rater marked a unit.')
  const observed = sum(list.map((part) => part.observed)) / list.length
  const expected = sum(list.map((part) => part.expected)) / list.length
  const details = { categories: Object.fromEntries([...parts].map(([name, part]) => [name, ofCategory(part)])) }
  if (expected === 0) {
    const message = 'Wherever the units might lie, they could not disagree.'
    return undetermined(setting, 'no-disagreement', message, { observed, expected, details })
  }
  return estimated(setting, { estimate: 1 - observed / expected, observed, expected, details })
}

/** Where one document of several ends and the next begins. */
function partEnds(table: UnitTable): number[] {
  let end = 0
  return table.joined === undefined ? [] : partsOf(table).map((part) => (end += part.extent?.length ?? 0))
}

function ofCategory({ observed, expected, units }: Disagreement) {
  return { estimate: expected === 0 ? null : 1 - observed / expected, observed, expected, units }
}

function refuseFractions({ starts, ends }: UnitTable, { begin, length }: Extent): void {
  for (const bounds of [[begin, length], starts, ends]) {
    for (let index = 0; index < bounds.length; index++) {
      if (Number.isInteger(bounds[index])) continue
      const advice = 'give the places in characters, frames or milliseconds'
      throw new RangeError(`u-alpha-1995 counts whole smallest units, and ${bounds[index]} is not one; ${advice}.`)
    }
  }
}

export const uAlpha1995Measure = defineMeasure({
  id: 'u-alpha-1995',
  title: 'Alpha of units on a continuum (1995)',
  family: 'segments',
  levels: ['nominal'],
  raters: 'many',
  tables: ['units'],
  missing: ['available'],
  weights: [],
  options: ['category'],
  source: 'Krippendorff 1995, 2004',
  estimate: uAlpha1995,
})
