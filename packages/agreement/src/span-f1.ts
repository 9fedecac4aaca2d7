import { needTwoRaters } from './base/boundaries.ts'
import { joinSpans, overlapOf } from './base/joined-spans.ts'
import { askedCategory, usedCategory } from './base/one-category.ts'
import { confidenceOf, estimated, type Setting, undetermined } from './base/report.ts'
import { type Stretches, stretchesOf } from './base/units.ts'
import { defineMeasure } from './define-measure.ts'
import type { AnyOptions } from './options.ts'
import type { Result } from './result.ts'
import type { UnitTable } from './table/segment-types.ts'

/**
 * Span F1: share of spans that both raters marked with one category, matched one to one by their overlap.
 *
 * Two spans match if their intersection is at least `overlap` of their union; 1 asks for the same bounds. Of all matchings the one with
 * most matches is taken, among those the one with most overlap, so neither order nor overlapping spans matter. Not corrected for
 * chance.
 *
 * @param table two raters; the first is the one that precision and recall refer to. `category` looks at one category only.
 * @param options `overlap`: above 0 to 1, default 0.5.
 * @returns `estimate` from 0 to 1: spans in a match / all spans of both (F1, and Dice's coefficient). `details`: `matches`, `precision` and
 *   `recall` of the second rater (`null` without spans), `meanOverlap` of the matches, and each category; `n` counts the spans.
 *   Undefined if neither rater marked a span (`no-items`).
 * @throws RangeError if there are not two raters, the category is not declared, or overlap is not above 0 and at most 1.
 * @source Hripcsak & Rothschild (2005), J. Am. Med. Inform. Assoc. 12(3), 296-298. doi:10.1197/jamia.M1733 (F as agreement)
 * @source Jaccard (1912), New Phytol. 11(2), 37-50. doi:10.1111/j.1469-8137.1912.tb05611.x (intersection over union)
 * @checked data/reference/span_f1.json
 * @example spanF1(unitTableFromSpans({ raters: ['A', 'B'], categories: ['a'], spans: [[[0, 10, 'a'], [20, 30, 'a']], [[2, 10, 'a']]] })).estimate // 2 / 3
 */
export function spanF1(
  table: UnitTable,
  options: Pick<AnyOptions, 'confidence' | 'overlap' | 'category'> = {},
): Result {
  const confidence = confidenceOf(options)
  const { overlap = 0.5 } = options
  needTwoRaters(table, 'span-f1')
  if (!(overlap > 0 && overlap <= 1)) throw new RangeError(`The overlap ${overlap} is not above 0 and at most 1.`)
  const asked = askedCategory(table, options)
  const chosen = asked === undefined ? [...table.categories.keys()] : [asked.position]
  const parts = chosen.map((code) => {
    const [first, second] = [stretchesOf(table, 0, code), stretchesOf(table, 1, code)]
    const { matches, shared } = matchSpans(first, second, overlap)
    return { name: table.categories[code]!, matches, shared, first: first.starts.length, second: second.starts.length }
  })
  const total = (of: (part: (typeof parts)[number]) => number): number => parts.reduce((sum, part) => sum + of(part), 0)
  const [matches, first, second] = [
    total((part) => part.matches),
    total((part) => part.first),
    total((part) => part.second),
  ]
  const setting: Setting = {
    measure: 'span-f1',
    options: { confidence, overlap, ...usedCategory(asked) },
    raters: table.raters,
    n: first + second,
    dropped: [],
  }
  if (setting.n === 0) return undetermined(setting, 'no-items', 'Neither rater marked a span.')
  return estimated(setting, {
    estimate: (2 * matches) / setting.n,
    details: {
      matches,
      precision: second > 0 ? matches / second : null,
      recall: first > 0 ? matches / first : null,
      meanOverlap: matches > 0 ? total((part) => part.shared) / matches : null,
      categories: Object.fromEntries(
        parts.map((part) => [part.name, { matches: part.matches, first: part.first, second: part.second }]),
      ),
    },
  })
}

/** How many of one category match, and how much they have in common together. */
function matchSpans(first: Stretches, second: Stretches, least: number): { matches: number; shared: number } {
  let [matches, shared] = [0, 0]
  for (const [row, column] of joinSpans(first, second, least).entries()) {
    if (column < 0) continue
    matches++
    shared += overlapOf(first, row, second, column)
  }
  return { matches, shared }
}

export const spanF1Measure = defineMeasure({
  id: 'span-f1',
  title: 'F1 of spans matched by overlap',
  family: 'segments',
  levels: ['nominal'],
  raters: 2,
  tables: ['units'],
  missing: ['available'],
  weights: [],
  options: ['overlap', 'category'],
  source: 'Hripcsak & Rothschild 2005; Jaccard 1912',
  estimate: spanF1,
})
