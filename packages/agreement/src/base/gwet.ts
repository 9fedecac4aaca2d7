import type { Options } from '../options.ts'
import type { Result, Warning } from '../result.ts'
import type { CodeTable, CountTable } from '../table/types.ts'
import { noSpread, tInterval, tTest } from './intervals.ts'
import { type ItemCounts, itemCounts } from './item-counts.ts'
import { noDifference } from './no-difference.ts'
import { remember } from './remember.ts'
import { confidenceOf, drops, estimated, type Setting, undetermined } from './report.ts'
import { silentRaters } from './silent-raters.ts'
import { weightMatrix } from './weights.ts'

/** Agreement by chance, as one coefficient defines it. */
export interface Chance {
  /** 1 - pe, computed from disagreement so that it is exactly 0 where nothing could differ. */
  readonly beyond: number
  /** What a rating of category k adds to an item's chance agreement; `null` where chance does not depend on the data. */
  readonly perRating: Float64Array | null
}

export interface GwetCoefficient {
  readonly measure: string
  /** `shares`: the mean share of each category; `weights`: the agreement weights, row by row. */
  readonly chance: (shares: Float64Array, weights: Float64Array) => Chance
  readonly noVariation: string
  /** Chance does not look at category shares, so that an item with a single rating does not enter. */
  readonly pairsOnly?: boolean
  /** Whether 0 is a hypothesis worth a test; default yes. */
  readonly tested?: boolean
}

export type GwetOptions = Pick<Options, 'confidence' | 'weights' | 'period' | 'missing'>

/**
 * Gwet's frame for any number of raters, categories, weights and missing ratings: agreement is the mean over items with two or
 * more ratings, category shares are means over all rated items, and the standard error is that of the linearised coefficient
 * with n/(n - 1) and t with n - 1 degrees of freedom.
 *
 * @source Gwet (2008), Br. J. Math. Stat. Psychol. 61(1), 29-48. doi:10.1348/000711006X126600
 * @source Gwet (2014), Handbook of Inter-Rater Reliability, 4th ed., ch. 2-5.
 */
export function gwetCoefficient(spec: GwetCoefficient, table: CodeTable | CountTable, options: GwetOptions): Result {
  const { weights = 'identity', missing = 'available' } = options
  const confidence = confidenceOf(options)
  const counts = itemCounts(table, missing)
  const setting: Setting = {
    measure: spec.measure,
    options: { ...options, confidence, weights, missing },
    raters: table.raters,
    n: spec.pairsOnly ? counts.paired : counts.n,
    dropped: spec.pairsOnly
      ? [...counts.dropped, ...drops({ 'single-rating': counts.n - counts.paired })]
      : counts.dropped,
    warnings: silentRaters(table),
  }
  if (table.kind === 'codes' && table.raters.length < 2) {
    return undetermined(setting, 'too-few-raters', 'One rater alone has no one to agree with.')
  }
  if (counts.paired === 0) return undetermined(setting, 'no-items', 'No item was coded by two raters.')
  const matrix = weightMatrix(weights, table, table.level, options)
  const perItem = itemDisagreement(counts, weights === 'identity' ? null : matrix)
  const apart = weightedTotal(perItem, counts.times) / counts.paired
  const chance = spec.chance(categoryShares(counts), matrix)
  const known = { observed: 1 - apart, expected: 1 - chance.beyond }
  if (!(chance.beyond > 0)) {
    return undetermined(setting, 'no-variation', noDifference(categoryShares(counts), spec.noVariation), known)
  }
  const estimate = 1 - apart / chance.beyond
  const se = linearisedError(counts, perItem, estimate, chance)
  // Gwet counts the degrees of freedom over all rated items, also those with a single rating.
  return finish(setting, { estimate, ...known }, se, confidence, counts.n - 1, spec.tested)
}

/** Adds interval and test of the linearised coefficient, which need two items. */
export function finish(
  setting: Setting,
  found: { estimate: number; observed: number; expected: number },
  se: number | undefined,
  level: number,
  df = setting.n - 1,
  tested = true,
): Result {
  if (se === undefined) {
    const warning: Warning = { code: 'single-item', message: 'A single item shows no spread, so there is no interval.' }
    return estimated({ ...setting, warnings: [...(setting.warnings ?? []), warning] }, found)
  }
  const warnings = [...(setting.warnings ?? []), ...noSpread(se)]
  const interval = tInterval(found.estimate, se, df, level, 'Gwet linearised, t')
  const test = tested ? tTest(found.estimate, se, df, 'coefficient = 0') : undefined
  return estimated({ ...setting, warnings }, { ...found, se, interval, test })
}

/** Mean disagreement of the pairs of ratings of an item of each row; 0 where there is no pair. `weights` null: identity. */
export function itemDisagreement(counts: ItemCounts, weights: Float64Array | null): Float64Array {
  return weights === null ? plainDisagreement(counts) : weightedDisagreement(counts, weights)
}

const plainDisagreement = remember(({ rows, q, counts, ratings }: ItemCounts): Float64Array => {
  const apart = new Float64Array(rows)
  for (let row = 0; row < rows; row++) {
    const rated = ratings[row]!
    if (rated < 2) continue
    let alike = 0
    for (let cell = row * q; cell < (row + 1) * q; cell++) alike += counts[cell]! * counts[cell]!
    apart[row] = (rated * rated - alike) / (rated * (rated - 1))
  }
  return apart
})

function weightedDisagreement({ rows, q, counts, ratings }: ItemCounts, weights: Float64Array): Float64Array {
  const costs = weights.map((weight) => 2 * (1 - weight)) // weights are symmetric, so each pair is looked at once
  const apart = new Float64Array(rows)
  for (let row = 0; row < rows; row++) {
    const rated = ratings[row]!
    if (rated < 2) continue
    const start = row * q
    let pairs = 0
    for (let k = 1; k < q; k++) {
      const here = counts[start + k]!
      if (here === 0) continue
      let others = 0
      for (let l = 0; l < k; l++) others += counts[start + l]! * costs[k * q + l]!
      pairs += here * others
    }
    apart[row] = pairs / (rated * (rated - 1))
  }
  return apart
}

/** Mean over items of the share of raters who chose each category. */
export const categoryShares = remember(({ n, rows, q, counts, ratings, times }: ItemCounts): Float64Array => {
  const shares = new Float64Array(q)
  for (let row = 0; row < rows; row++) {
    const part = times[row]! / ratings[row]!
    for (let k = 0; k < q; k++) shares[k] = shares[k]! + counts[row * q + k]! * part
  }
  return shares.map((share) => share / n)
})

/** Sum over items of a value that each row of items shares. */
export function weightedTotal(values: Float64Array, times: Float64Array): number {
  let all = 0
  for (let row = 0; row < values.length; row++) all += values[row]! * times[row]!
  return all
}

export function total(values: Float64Array): number {
  let all = 0
  for (let index = 0; index < values.length; index++) all += values[index]!
  return all
}

/** Spread of the items' shares in the coefficient (Gwet 2014, eq. 5.3.x): agreement part minus twice the chance part. */
function linearisedError(counts: ItemCounts, apart: Float64Array, estimate: number, { beyond, perRating }: Chance) {
  const { n, rows, q, ratings, times, paired } = counts
  if (n < 2) return undefined
  let squares = 0
  for (let row = 0; row < rows; row++) {
    const own = ratings[row]! > 1 ? (n / paired) * (1 - apart[row]! / beyond) : 0
    let chance = 0
    if (perRating !== null) {
      for (let k = 0; k < q; k++) chance += counts.counts[row * q + k]! * perRating[k]!
      chance = (2 * (1 - estimate) * (chance / ratings[row]! - (1 - beyond))) / beyond
    }
    squares += times[row]! * (own - chance - estimate) ** 2
  }
  return Math.sqrt(squares / (n * (n - 1)))
}
