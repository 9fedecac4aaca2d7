import type { Options, UsedOptions } from '../options.ts'
import type { Result } from '../result.ts'
import type { CodeTable } from '../table/types.ts'
import { normalInterval, noSpread, zTest } from './intervals.ts'
import { kappaOfPairs, MANY, occurringPairs } from './many-categories.ts'
import { noDifference } from './no-difference.ts'
import { needTwoRaters, type PairCounts, pairCounts } from './pair-counts.ts'
import { estimated, type Setting, undetermined } from './report.ts'
import { weightMatrix } from './weights.ts'

/** Kappa of two raters under any weights, with its interval and test: Cohen's is the one with identity weights. */
export function twoRaterKappa(
  measure: string,
  table: CodeTable,
  weights: NonNullable<Options['weights']>,
  options: UsedOptions,
): Result {
  needTwoRaters(table.raters, measure)
  const isSparse = weights === 'identity' && table.categories.length > MANY
  const { n, dropped, parts } = isSparse ? sparseParts(table) : denseParts(table, weights, options)
  const setting: Setting = { measure, options, raters: table.raters, n, dropped }
  if (parts === null) return undetermined(setting, 'no-items', 'No item was coded by both raters.')
  const { observed, expected, kappa, se } = parts
  if (kappa === null) {
    const ofOne = 'Both raters used one and the same category only, so agreement by chance is 1.'
    const message = isSparse ? ofOne : noDifference(usedByEither(table), ofOne)
    return undetermined(setting, 'no-variation', message, { observed, expected })
  }
  const level = options.confidence ?? 0.95
  return estimated(
    { ...setting, warnings: noSpread(se) },
    {
      estimate: kappa,
      observed,
      expected,
      se,
      interval: normalInterval(kappa, se, level, 'Fleiss-Cohen-Everitt, normal'),
      test: zTest(kappa, parts.nullSe, 'kappa = 0'),
    },
  )
}

function usedByEither(table: CodeTable): Float64Array {
  const { rows, columns } = pairCounts(table)
  return rows.map((count, category) => count + columns[category]!)
}

function sparseParts(table: CodeTable) {
  const pairs = occurringPairs(table)
  return { n: pairs.n, dropped: pairs.dropped, parts: pairs.n === 0 ? null : kappaOfPairs(pairs) }
}

function denseParts(table: CodeTable, weights: NonNullable<Options['weights']>, options: Options) {
  const matrix = weightMatrix(weights, table, table.level, options)
  const pairs = pairCounts(table)
  const { n, dropped } = pairs
  if (n === 0) return { n, dropped, parts: null }
  const { observed, expected, kappa } = kappaValue(pairs, matrix)
  if (kappa === null) return { n, dropped, parts: { observed, expected, kappa, se: 0, nullSe: 0 } }
  const means = meanWeights(pairs, matrix)
  const se = kappaError(pairs, matrix, observed, expected, means)
  return { n, dropped, parts: { observed, expected, kappa, se, nullSe: nullError(pairs, matrix, expected, means) } }
}

/** Kappa and its parts. Works on counts of disagreement, which are 0 exactly when nothing disagrees. */
export function kappaValue({ k, counts, n, rows, columns }: PairCounts, weights: Float64Array) {
  let apart = 0
  let apartByChance = 0
  for (let i = 0; i < k; i++) {
    for (let j = 0; j < k; j++) {
      const cost = 1 - weights[i * k + j]!
      apart += cost * counts[i * k + j]!
      apartByChance += cost * rows[i]! * columns[j]!
    }
  }
  const kappa = apartByChance === 0 ? null : 1 - (n * apart) / apartByChance
  return { observed: 1 - apart / n, expected: 1 - apartByChance / (n * n), kappa }
}

/** Room for the mean weights of one kappa; the next one writes over it, so that thousands of kappas ask for no memory. */
let room = { ofRow: new Float64Array(), ofColumn: new Float64Array() }

/** Mean weight each category would get from the other rater's shares: rows first, then columns. */
function meanWeights({ k, n, rows, columns }: PairCounts, weights: Float64Array) {
  if (room.ofRow.length !== k) room = { ofRow: new Float64Array(k), ofColumn: new Float64Array(k) }
  const { ofRow, ofColumn } = room
  ofRow.fill(0)
  ofColumn.fill(0)
  for (let i = 0; i < k; i++) {
    for (let j = 0; j < k; j++) {
      ofRow[i] = ofRow[i]! + (weights[i * k + j]! * columns[j]!) / n
      ofColumn[j] = ofColumn[j]! + (weights[i * k + j]! * rows[i]!) / n
    }
  }
  return { ofRow, ofColumn }
}

/** Standard error for any kappa: the spread of one item's share in it (Fleiss, Cohen & Everitt 1969, eq. 13). */
export function kappaError(
  pairs: PairCounts,
  weights: Float64Array,
  observed: number,
  expected: number,
  { ofRow, ofColumn } = meanWeights(pairs, weights),
): number {
  const { k, counts, n } = pairs
  const beyond = 1 - expected
  const centre = observed * beyond - 2 * expected * (1 - observed)
  let spread = 0
  for (let i = 0; i < k; i++) {
    for (let j = 0; j < k; j++) {
      const share = weights[i * k + j]! * beyond - (ofRow[i]! + ofColumn[j]!) * (1 - observed)
      spread += (counts[i * k + j]! / n) * (share - centre) ** 2
    }
  }
  return Math.sqrt(spread / n) / beyond ** 2
}

/** Standard error if the raters were independent (Fleiss, Cohen & Everitt 1969, eq. 9). */
function nullError(
  { k, n, rows, columns }: PairCounts,
  weights: Float64Array,
  expected: number,
  { ofRow, ofColumn }: ReturnType<typeof meanWeights>,
): number {
  let spread = 0
  for (let i = 0; i < k; i++) {
    for (let j = 0; j < k; j++) {
      const share = weights[i * k + j]! - ofRow[i]! - ofColumn[j]!
      spread += ((rows[i]! * columns[j]!) / (n * n)) * (share + expected) ** 2
    }
  }
  return Math.sqrt(spread / n) / (1 - expected)
}
