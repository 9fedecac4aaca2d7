import { finish, type GwetOptions, itemDisagreement, weightedTotal } from './base/gwet.ts'
import { defineGwetMeasure } from './base/gwet-measure.ts'
import { type ItemCounts, itemCounts } from './base/item-counts.ts'
import { noDifference } from './base/no-difference.ts'
import { confidenceOf, drops, type Setting, undetermined } from './base/report.ts'
import { silentRaters } from './base/silent-raters.ts'
import { weightMatrix } from './base/weights.ts'
import type { Result } from './result.ts'
import type { CodeTable, CountTable } from './table/types.ts'

/**
 * Krippendorff's alpha in Gwet's weighted form, with a linearised standard error.
 *
 * With identity or quadratic weights the value is that of `krippendorff-alpha` with the nominal or interval metric. Its ordinal weights are
 * *not* Krippendorff's ordinal metric.
 *
 * @returns `estimate` at most 1; `observed` is agreement with the small-sample term of alpha. Undefined if no item has two ratings, or
 *   all codes are one and the same.
 * @throws RangeError if the weights do not fit the scale.
 * @source Gwet (2014), Handbook of Inter-Rater Reliability, 4th ed., ch. 2 and 5.
 * @checked data/reference/krippendorff.json
 * @example krippendorffAlphaWeighted(ratingTable({ raters: ['A', 'B'], level: 'nominal', categories: ['x', 'y'], rows: [['x', 'x'], ['x', 'y'], ['y', 'y'], ['y', null]] })).estimate // 0.4444444444444444
 */
export function krippendorffAlphaWeighted(table: CodeTable | CountTable, options: GwetOptions = {}): Result {
  const { weights = 'identity', missing = 'available' } = options
  const confidence = confidenceOf(options)
  const all = itemCounts(table, missing)
  const counts = onlyPaired(all)
  const setting: Setting = {
    measure: 'krippendorff-alpha-weighted',
    options: { ...options, confidence, weights, missing },
    raters: table.raters,
    n: counts.n,
    dropped: [...all.dropped, ...drops({ 'single-rating': all.n - counts.n })],
    warnings: silentRaters(table),
  }
  if (counts.n === 0) return undetermined(setting, 'no-items', 'No item was coded by two raters.')
  const matrix = weightMatrix(weights, table, table.level, options)
  const { times } = counts
  const ratings = weightedTotal(Float64Array.from(counts.ratings), times)
  const perItem = itemDisagreement(counts, weights === 'identity' ? null : matrix)
  const apart =
    weightedTotal(
      perItem.map((share, row) => share * counts.ratings[row]!),
      times,
    ) / ratings
  const shares = pooledShares(counts, ratings)
  const chance = shares.map((_, k) => shares.reduce((sum, share, l) => sum + matrix[k * counts.q + l]! * share, 0))
  const beyond = shares.reduce(
    (sum, own, k) => sum + own * shares.reduce((part, share, l) => part + (1 - matrix[k * counts.q + l]!) * share, 0),
    0,
  )
  const known = { observed: 1 - apart * (1 - 1 / ratings), expected: 1 - beyond }
  if (beyond === 0) {
    const ofOne = 'All codes are one and the same, so agreement by chance is 1.'
    return undetermined(setting, 'no-variation', noDifference(shares, ofOne), known)
  }
  const estimate = 1 - (apart * (1 - 1 / ratings)) / beyond
  const se = linearisedError(counts, perItem, chance, { apart, beyond, mean: ratings / counts.n })
  // Gwet counts the degrees of freedom over all rated items, also those with a single rating.
  return finish(setting, { estimate, ...known }, se, confidence, all.n - 1)
}

/** Items with one rating leave the marginals too: alpha knows only ratings that can be paired. */
function onlyPaired(all: ItemCounts): ItemCounts {
  const { q } = all
  const kept = [...all.ratings.keys()].filter((row) => all.ratings[row]! > 1)
  const counts = new Int32Array(kept.length * q)
  for (const [index, row] of kept.entries()) counts.set(all.counts.subarray(row * q, (row + 1) * q), index * q)
  const ratings = Int32Array.from(kept, (row) => all.ratings[row]!)
  const times = Float64Array.from(kept, (row) => all.times[row]!)
  return { ...all, n: all.paired, rows: kept.length, counts, ratings, times }
}

function pooledShares({ rows, q, counts, times }: ItemCounts, ratings: number): Float64Array {
  const shares = new Float64Array(q)
  for (let cell = 0; cell < rows * q; cell++) {
    shares[cell % q] = shares[cell % q]! + (counts[cell]! * times[Math.floor(cell / q)]!) / ratings
  }
  return shares
}

/** Gwet's linearised error; items weigh by their number of ratings. */
function linearisedError(
  { n, rows, q, counts, ratings, times }: ItemCounts,
  perItem: Float64Array,
  chance: Float64Array,
  { apart, beyond, mean }: { readonly apart: number; readonly beyond: number; readonly mean: number },
): number | undefined {
  if (n < 2) return undefined
  const estimate = 1 - apart / beyond
  let squares = 0
  for (let item = 0; item < rows; item++) {
    const weight = ratings[item]! / mean
    // Agreement of the item, less what its number of ratings alone would bring.
    const own = weight * (1 - perItem[item]!) - (1 - apart) * (weight - 1)
    let byChance = 0
    for (let k = 0; k < q; k++) byChance += (counts[item * q + k]! * chance[k]!) / mean
    const off = byChance - (1 - beyond) * (weight - 1) - (1 - beyond)
    squares += times[item]! * ((own - (1 - beyond)) / beyond - (2 * (1 - estimate) * off) / beyond - estimate) ** 2
  }
  return Math.sqrt(squares / (n * (n - 1)))
}

export const krippendorffAlphaWeightedMeasure = defineGwetMeasure(
  'krippendorff-alpha-weighted',
  "Krippendorff's alpha (Gwet's weighted form)",
  'Gwet 2014',
  krippendorffAlphaWeighted,
)
