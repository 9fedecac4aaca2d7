import { confidenceOf, estimated, type Setting, undetermined } from './base/report.ts'
import { sum } from './base/sum.ts'
import { categoryPosition, needExtent, refuseOverlaps, type Stretches, stretchesOf } from './base/units.ts'
import { defineMeasure } from './define-measure.ts'
import type { AnyOptions } from './options.ts'
import type { Result } from './result.ts'
import type { Extent, UnitTable } from './table/segment-types.ts'

interface Disagreement {
  readonly observed: number
  readonly expected: number
  readonly units: number
}

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
  const { category } = options
  const extent = needExtent(table, 'u-alpha-1995')
  refuseOverlaps(table, 'u-alpha-1995', 'units of one category')
  refuseFractions(table, extent)
  const chosen = category === undefined ? [...table.categories.keys()] : [categoryPosition(table, category)]
  const parts = new Map<string, Disagreement>()
  for (const position of table.raters.length < 2 ? [] : chosen) {
    const part = disagreement(
      table.raters.map((_, rater) => stretchesOf(table, rater, position)),
      extent,
    )
    if (part.units > 0) parts.set(table.categories[position]!, part)
  }
  const list = [...parts.values()]
  const setting: Setting = {
    measure: 'u-alpha-1995',
    options: { confidence, ...(category !== undefined && { category }) },
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

function disagreement(raters: readonly Stretches[], extent: Extent): Disagreement {
  const m = raters.length
  const { length } = extent
  let observed = 0
  for (let first = 0; first < m; first++) {
    for (let second = first + 1; second < m; second++) observed += 2 * between(raters[first]!, raters[second]!)
  }
  const units = raters.reduce((total, { starts }) => total + starts.length, 0)
  return { observed: observed / (m * (m - 1) * length * length), expected: expectedOf(raters, extent, units), units }
}

/** Squared differences of units that overlap, squared lengths of units that meet only a gap; both lists are in order. */
function between(a: Stretches, b: Stretches): number {
  let total = 0
  let [i, j] = [0, 0]
  let [metI, metJ] = [false, false]
  while (i < a.starts.length || j < b.starts.length) {
    const [startA, endA] = i < a.starts.length ? [a.starts[i]!, a.ends[i]!] : [Infinity, Infinity]
    const [startB, endB] = j < b.starts.length ? [b.starts[j]!, b.ends[j]!] : [Infinity, Infinity]
    if (startA < endB && startB < endA) {
      total += (startA - startB) ** 2 + (endA - endB) ** 2
      metI = metJ = true
    }
    if (endA <= endB) {
      if (!metI) total += (endA - startA) ** 2
      metI = false
      i++
    } else {
      if (!metJ) total += (endB - startB) ** 2
      metJ = false
      j++
    }
  }
  return total
}

/** Every unit at every place of every rater: against all other units, and in each gap that is long enough for it. */
function expectedOf(raters: readonly Stretches[], extent: Extent, units: number): number {
  const whole = raters.length * extent.length
  const gaps = gapsOf(raters, extent).sort()
  const above = new Float64Array(gaps.length + 1) // sum of the gaps from this one on
  for (let index = gaps.length - 1; index >= 0; index--) above[index] = above[index + 1]! + gaps[index]!
  let total = 0
  let own = 0
  for (const { starts, ends } of raters) {
    for (let unit = 0; unit < starts.length; unit++) {
      const l = ends[unit]! - starts[unit]!
      const from = firstAtLeast(gaps, l)
      const places = above[from]! - (gaps.length - from) * (l - 1)
      total += ((units - 1) / 3) * (2 * l ** 3 - 3 * l ** 2 + l) + l ** 2 * places
      own += l * (l - 1)
    }
  }
  return ((2 / extent.length) * total) / (whole * (whole - 1) - own)
}

function gapsOf(raters: readonly Stretches[], { begin, length }: Extent): Float64Array {
  const most = raters.reduce((total, { starts }) => total + starts.length + 1, 0)
  const gaps = new Float64Array(most)
  let count = 0
  for (const { starts, ends } of raters) {
    let place = begin
    for (let unit = 0; unit < starts.length; unit++) {
      if (starts[unit]! > place) gaps[count++] = starts[unit]! - place
      place = ends[unit]!
    }
    if (begin + length > place) gaps[count++] = begin + length - place
  }
  return gaps.subarray(0, count)
}

function firstAtLeast(sorted: Float64Array, value: number): number {
  let [low, high] = [0, sorted.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (sorted[middle]! < value) low = middle + 1
    else high = middle
  }
  return low
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
