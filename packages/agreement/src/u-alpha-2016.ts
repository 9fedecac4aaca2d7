import { checkChoice } from './base/choice.ts'
import { askedCategory, usedCategory } from './base/one-category.ts'
import { confidenceOf, estimated, type Setting, undetermined } from './base/report.ts'
import { overlapsOfTwo, sharedLengths } from './base/unit-coincidences.ts'
import { needExtent, refuseOverlaps } from './base/units.ts'
import { defineMeasure } from './define-measure.ts'
import type { AnyOptions } from './options.ts'
import type { Detail, Result, Warning } from './result.ts'
import type { Extent, UnitTable } from './table/segment-types.ts'

/**
 * Krippendorff's family of alphas for units on a continuum, from the lengths on which raters coincide.
 *
 * `u` (default) asks for the same categories and gaps at the same places, `|u` only whether there is a unit or a gap. `cu` looks at the
 * categories where units of both raters overlap and `(k)u` at one `category` there: both ignore gaps, so report `details.coverage`,
 * the share of the continuum they rest on. They are given for two raters only: how a unit is kept from being paired with itself among
 * three or more is not settled, and implementations differ. `u` and `|u` take gaps as made of smallest units, so their last
 * digits depend on the unit of measurement; `cu` and `(k)u` do not.
 *
 * @param table begin and length declared; `n` counts the units.
 * @returns `estimate` without unit, at most 1, 0 as by chance. Undefined without units (`no-items`; for `cu` and `(k)u`: without
 *   overlapping units), for one rater (`too-few-raters`), or if only one value occurs (`no-variation`).
 * @throws RangeError if the extent is not declared, units of one rater overlap, `(k)u` comes without `category` (or another variant with
 *   one), or `cu` and `(k)u` have not two raters.
 * @source Krippendorff, Mathet, Bouvry & Widloecher (2016), Qual. Quant. 50(6), 2347-2364. doi:10.1007/s11135-015-0266-1
 * @checked data/reference/unitizing.json
 * @example uAlpha2016(unitTable({ raters: ['A', 'B'], categories: ['x'], begin: 0, length: 10, units: [{ rater: 'A', start: 2, length: 3, category: 'x' }, { rater: 'B', start: 2, length: 3, category: 'x' }] })).estimate // 1
 */
export function uAlpha2016(
  table: UnitTable,
  options: Pick<AnyOptions, 'confidence' | 'variant' | 'category'> = {},
): Result {
  const confidence = confidenceOf(options)
  const { variant = 'u' } = options
  checkChoice('variant', variant, ['u', '|u', 'cu', '(k)u'])
  const extent = needExtent(table, 'u-alpha-2016')
  refuseOverlaps(table, 'u-alpha-2016', 'all units')
  if ((variant === '(k)u') !== (options.category !== undefined)) {
    throw new RangeError('The variant (k)u needs the option category, and no other variant takes it.')
  }
  const asked = askedCategory(table, options)
  const m = table.raters.length
  const setting: Setting = {
    measure: 'u-alpha-2016',
    options: { confidence, variant, ...usedCategory(asked) },
    raters: table.raters,
    n: table.starts.length,
    dropped: [],
  }
  if (m < 2) return undetermined(setting, 'too-few-raters', 'Only one rater marked units.')
  if (variant === 'u' || variant === '|u') {
    return withGaps({ ...setting, warnings: fractions(table) }, table, extent, variant === '|u')
  }
  if (m > 2) {
    const why = 'among more, sources differ on how a unit is kept from being paired with itself'
    throw new RangeError(`The variant ${variant} is defined here for two raters, not ${m}: ${why}.`)
  }
  return overlapping(setting, table, extent, asked?.position ?? null)
}

function fractions({ starts, ends }: UnitTable): Warning[] {
  if (starts.every(Number.isInteger) && ends.every(Number.isInteger)) return []
  const message = 'Gaps count as made of smallest units, but some bounds are not whole numbers of them.'
  return [{ code: 'fractional-bounds', message }]
}

function withGaps(setting: Setting, table: UnitTable, extent: Extent, binary: boolean): Result {
  if (setting.n === 0) return undetermined(setting, 'no-items', 'No rater marked a unit.')
  const m = table.raters.length
  const values = binary ? 1 : table.categories.length // the last value is the gap
  const valueFor = (code: number): number => (binary ? 0 : code)
  const whole = m * extent.length
  const lengths = new Float64Array(values + 1)
  const own = new Float64Array(values + 1)
  for (let unit = 0; unit < table.starts.length; unit++) {
    const length = table.ends[unit]! - table.starts[unit]!
    lengths[valueFor(table.codes[unit]!)]! += length
    own[valueFor(table.codes[unit]!)]! += length ** 2
  }
  const units = lengths.reduce((sum, length) => sum + length, 0)
  lengths[values] = own[values] = whole - units
  const observed = 1 - sharedLengths(table, extent, values, valueFor) / (m - 1) / whole
  const selves = own.reduce((sum, part) => sum + part, 0)
  const alike = lengths.reduce((sum, length, value) => sum + (length ** 2 - own[value]!), 0)
  const pairs = whole ** 2 - selves
  const expected = pairs > 0 ? 1 - alike / pairs : 0
  if (lengths.filter((length) => length > 0).length < 2 || expected <= 0) {
    const message = 'The whole continuum has one and the same value for every rater.'
    return undetermined(setting, 'no-variation', message, { observed })
  }
  return estimated(setting, { estimate: 1 - observed / expected, observed, expected })
}

function overlapping(setting: Setting, table: UnitTable, extent: Extent, category: number | null): Result {
  const { matrix, totals, own, whole } = overlapsOfTwo(table)
  const coverage = whole / 2 / extent.length
  const k = table.categories.length
  if (whole === 0) {
    return undetermined(setting, 'no-items', 'No units of the two raters overlap.', { details: { coverage } })
  }
  const ofCategory = (c: number): Detail => {
    const total = totals[c]!
    const observed = total > 0 ? (total - matrix[c * k + c]!) / total : 0
    const pairs = total * whole - own[c]!
    const expected = pairs > 0 ? (total * (whole - total)) / pairs : 0
    return expected > 0 ? 1 - observed / expected : null
  }
  const categories = Object.fromEntries(table.categories.map((name, c) => [name, ofCategory(c)]))
  const details = { coverage, categories }
  if (category !== null) {
    const value = ofCategory(category)
    if (typeof value === 'number') return estimated(setting, { estimate: value, details })
    const message = `No overlapping unit is "${table.categories[category]}", or all are.`
    return undetermined(setting, 'no-variation', message, { details })
  }
  let [agreed, alike, selves] = [0, 0, 0]
  for (let c = 0; c < k; c++) {
    agreed += matrix[c * k + c]!
    alike += totals[c]! ** 2 - own[c]!
    selves += own[c]!
  }
  const observed = 1 - agreed / whole
  const pairs = whole ** 2 - selves
  const expected = pairs > 0 ? 1 - alike / pairs : 0
  if (totals.filter((total) => total > 0).length < 2 || expected <= 0) {
    return undetermined(setting, 'no-variation', 'All overlapping units have the same category.', { observed, details })
  }
  return estimated(setting, { estimate: 1 - observed / expected, observed, expected, details })
}

export const uAlpha2016Measure = defineMeasure({
  id: 'u-alpha-2016',
  title: 'Alpha of units on a continuum (2016)',
  family: 'segments',
  levels: ['nominal'],
  raters: 'many',
  tables: ['units'],
  missing: ['available'],
  weights: [],
  options: ['variant', 'category'],
  source: 'Krippendorff, Mathet, Bouvry & Widloecher 2016',
  estimate: uAlpha2016,
})
