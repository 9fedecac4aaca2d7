import { type Chance, categoryShares, type GwetOptions, gwetCoefficient, total } from './base/gwet.ts'
import { defineGwetMeasure } from './base/gwet-measure.ts'
import { tInterval, zTest } from './base/intervals.ts'
import { type ItemCounts, itemCounts } from './base/item-counts.ts'
import { type CategoryValue, categoryDetails } from './base/one-category.ts'
import { confidenceOf } from './base/report.ts'
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
 * interval comes from Gwet's linearised error. If every item has the same number of ratings and there are no weights, the
 * test is Fleiss, Nee and Landis' z, whose error holds only if there is no agreement; else it is Gwet's t.
 *
 * @returns `estimate` at most 1; `details.categories` gives the kappa of each category against all others, with its interval. Undefined if no item
 *   has two ratings or all ratings are one and the same code.
 * @throws RangeError if the weights do not fit the scale.
 * @source Fleiss (1971), Psychol. Bull. 76(5), 378-382. doi:10.1037/h0031619
 * @source Fleiss, Nee & Landis (1979), Psychol. Bull. 86(5), 974-977. doi:10.1037/0033-2909.86.5.974
 * @source Gwet (2008), Br. J. Math. Stat. Psychol. 61(1), 29-48. doi:10.1348/000711006X126600
 * @checked data/reference/multirater_kappa.json
 * @example fleissKappa(ratingTable({ raters: ['A', 'B', 'C'], level: 'nominal', categories: ['x', 'y'], rows: [['x', 'x', 'x'], ['y', 'y', 'y'], ['x', 'y', 'y']] })).estimate // 0.55
 */
export function fleissKappa(table: CodeTable | CountTable, options: GwetOptions = {}): Result {
  const result = gwetCoefficient(
    {
      measure: 'fleiss-kappa',
      chance: fleissChance,
      noVariation: 'All ratings are one and the same category, so agreement by chance is 1.',
    },
    table,
    options,
  )
  if (result.estimate === null || (options.weights ?? 'identity') !== 'identity') return result
  const counts = itemCounts(table, options.missing ?? 'available')
  const m = counts.ratings[0]!
  const categories = categoryDetails(kappaOfEach(counts, table.categories, confidenceOf(options)))
  if (counts.ratings.some((rated) => rated !== m)) return { ...result, details: { categories } }
  const test = zTest(result.estimate, nullError(counts, m), 'kappa = 0')
  const categorySe0 = Math.sqrt(2 / (counts.n * m * (m - 1)))
  return { ...result, ...(test !== undefined && { test }), details: { categories, categorySe0 } }
}

/** Error of kappa if the raters do not agree at all, for m ratings of each item. */
function nullError(counts: ItemCounts, m: number): number {
  const shares = categoryShares(counts)
  const variance = total(shares.map((share) => share * (1 - share)))
  const skew = total(shares.map((share) => share * (1 - share) * (1 - 2 * share)))
  return Math.sqrt((2 / (counts.n * m * (m - 1))) * (variance ** 2 - skew)) / variance
}

/** Kappa of each category after all others are put together, with Gwet's linearised error; `null` if nobody, or everybody, used it. */
function kappaOfEach(counts: ItemCounts, categories: readonly string[], level: number): CategoryValue[] {
  const shares = categoryShares(counts)
  const most = counts.ratings.reduce((highest, rated) => Math.max(highest, rated), 0)
  return categories.map((category, k) => {
    const share = shares[k]!
    const beyond = 2 * share * (1 - share)
    if (beyond === 0) return { category, estimate: null }
    const kinds = kindsOf(counts, k, most, share)
    const estimate = 1 - kinds.reduce((sum, { items, apart }) => sum + items * apart, 0) / counts.paired / beyond
    const { n, paired } = counts
    if (n < 2) return { category, estimate }
    const squares = kinds.reduce((sum, { items, rated, apart, chance }) => {
      const own = rated > 1 ? (n / paired) * (1 - apart / beyond) : 0
      return sum + items * (own - (2 * (1 - estimate) * (chance - (1 - beyond))) / beyond - estimate) ** 2
    }, 0)
    const se = Math.sqrt(squares / (n * (n - 1)))
    return { category, estimate, se, interval: tInterval(estimate, se, n - 1, level, 'Gwet linearised, t') }
  })
}

/** Items that are alike in one category: with so many ratings, so many of them in it. */
interface Kind {
  readonly items: number
  readonly rated: number
  readonly apart: number
  readonly chance: number
}

function kindsOf({ rows, q, counts, ratings, times }: ItemCounts, k: number, most: number, share: number): Kind[] {
  const kind = (items: number, rated: number, here: number): Kind => {
    const apart = rated > 1 ? (2 * here * (rated - here)) / (rated * (rated - 1)) : 0
    return { items, rated, apart, chance: (share * here + (1 - share) * (rated - here)) / rated }
  }
  const width = most + 1
  // Hundreds of raters make more kinds than there are rows.
  if (width * width > rows) return Array.from(times, (items, row) => kind(items, ratings[row]!, counts[row * q + k]!))
  const items = new Float64Array(width * width)
  for (let row = 0; row < rows; row++) {
    const at = ratings[row]! * width + counts[row * q + k]!
    items[at] = items[at]! + times[row]!
  }
  const kinds: Kind[] = []
  for (let at = 0; at < items.length; at++) {
    if (items[at] !== 0) kinds.push(kind(items[at]!, Math.floor(at / width), at % width))
  }
  return kinds
}

export const fleissKappaMeasure = defineGwetMeasure(
  'fleiss-kappa',
  "Fleiss' kappa",
  'Fleiss 1971; Fleiss, Nee & Landis 1979; Gwet 2008',
  fleissKappa,
)
