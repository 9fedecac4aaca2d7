import { normalInterval, noSpread } from './base/intervals.ts'
import { needTwoRaters, pairCounts } from './base/pair-counts.ts'
import { confidenceOf, estimated, type Setting, undetermined } from './base/report.ts'
import { sum } from './base/sum.ts'
import { kappaValue } from './base/two-rater-kappa.ts'
import { weightMatrix } from './base/weights.ts'
import type { Options } from './options.ts'
import type { Result } from './result.ts'
import type { CodeTable } from './table/types.ts'

export interface PooledOptions extends Pick<Options, 'confidence' | 'weights' | 'period'> {
  /** Are the items of all tables the same (one table a code of a codebook), or has each table its own (sites)? Default `same`. */
  readonly items?: 'same' | 'own'
}

/**
 * Pooled kappa: one kappa for many codes, from the mean observed and the mean expected agreement of all of them.
 *
 * A mean of kappas breaks down where a rare code has none; pooling corrects for chance after adding up. Codes of the same interviews share
 * their errors, so the error adds up what an interview does to all codes before it is squared.
 *
 * @param tables two raters, one table a code; with `items: 'same'` item i of each table is the same interview, and an interview that
 *   lacks a code counts for the others.
 * @param options `weights` other than identity pool weighted kappas.
 * @returns `estimate` at most 1 with `details.codes`, each with observed, expected and kappa; `n` items. Undefined if a code has no item
 *   coded by both (`no-items`), or expected agreement is 1 for all (`no-variation`).
 * @throws RangeError if there is no table, one has not two raters, or the tables with the same items have not equally many.
 * @source De Vries, Elliott, Kanouse & Teleki (2008), Field Methods 20(3), 272-282. doi:10.1177/1525822X08317166
 * @source Fleiss, Cohen & Everitt (1969), Psychol. Bull. 72(5), 323-327. doi:10.1037/h0028106 (its error for one table)
 * @checked data/reference/pooled.json
 * @example pooledKappa([[[20, 5], [10, 15]], [[18, 2], [4, 16]]].map((counts) => tableFromContingency({ raters: ['A', 'B'], level: 'nominal', categories: ['x', 'y'], counts })), { items: 'own' }).estimate // 0.55
 */
export function pooledKappa(tables: readonly CodeTable[], options: PooledOptions = {}): Result {
  const confidence = confidenceOf(options)
  const { items = 'same', weights = 'identity' } = options
  if (tables.length === 0) throw new RangeError('No table is given.')
  for (const table of tables) needTwoRaters(table.raters, 'pooled-kappa')
  const size = tables[0]!.size
  const other = tables.findIndex((table) => table.size !== size)
  if (items === 'same' && other >= 0) {
    throw new RangeError(`Table ${other + 1} has ${tables[other]!.size} items, the first ${size}; are they the same?`)
  }
  const codes = tables.map((table) => {
    const matrix = weightMatrix(weights, table, table.level, options)
    const pairs = pairCounts(table)
    return {
      table,
      matrix,
      pairs,
      ...(pairs.n === 0 ? { observed: 0, expected: 0, kappa: null } : kappaValue(pairs, matrix)),
    }
  })
  const setting: Setting = {
    measure: 'pooled-kappa',
    options: { confidence, weights },
    raters: tables[0]!.raters,
    n: items === 'same' ? codedTogether(tables, size) : sum(codes.map(({ pairs }) => pairs.n)),
    dropped: [],
  }
  const details = {
    items,
    codes: codes.map(({ pairs, observed, expected, kappa }) => ({ n: pairs.n, observed, expected, kappa })),
  }
  const empty = codes.findIndex(({ pairs }) => pairs.n === 0)
  if (empty >= 0) return undetermined(setting, 'no-items', `Table ${empty + 1} has no item coded by both raters.`)
  const observed = sum(codes.map((code) => code.observed)) / codes.length
  const expected = sum(codes.map((code) => code.expected)) / codes.length
  if (codes.every(({ kappa }) => kappa === null)) {
    const message = 'In every table both raters used one and the same category only, so agreement by chance is 1.'
    return undetermined(setting, 'no-variation', message, { observed, expected, details })
  }
  const estimate = (observed - expected) / (1 - expected)
  const influence = codes.map((code) => influenceOf(code, estimate))
  const each = items === 'same' ? [...summed(influence, size)] : influence.flatMap((own) => [...own])
  const se = Math.sqrt(sum(each.map((value) => value ** 2))) / codes.length / (1 - expected)
  const interval = normalInterval(
    estimate,
    se,
    confidence,
    `delta method over ${items === 'same' ? 'shared' : 'all'} items, normal`,
  )
  return estimated({ ...setting, warnings: noSpread(se) }, { estimate, observed, expected, se, interval, details })
}

interface OneCode {
  readonly table: CodeTable
  readonly matrix: Float64Array
  readonly pairs: ReturnType<typeof pairCounts>
  readonly observed: number
  readonly expected: number
}

/** What each item adds to observed - (1 - kappa) x expected agreement of its table, around the mean; 0 where a code is missing. */
function influenceOf({ table, matrix, pairs, observed, expected }: OneCode, kappa: number): Float64Array {
  const { k, n, rows, columns } = pairs
  const chance = (first: number, second: number): number => {
    let both = 0
    for (let code = 0; code < k; code++) {
      both += (matrix[first * k + code]! * columns[code]! + matrix[code * k + second]! * rows[code]!) / n
    }
    return both
  }
  const influence = new Float64Array(table.size)
  for (let item = 0; item < table.size; item++) {
    const [first, second] = [table.codes[2 * item]!, table.codes[2 * item + 1]!]
    if (first < 0 || second < 0) continue
    const agreed = matrix[first * k + second]! - observed
    influence[item] = (agreed - (1 - kappa) * (chance(first, second) - 2 * expected)) / n
  }
  return influence
}

function summed(influence: readonly Float64Array[], size: number): Float64Array {
  const all = new Float64Array(size)
  for (const own of influence) for (let item = 0; item < size; item++) all[item]! += own[item]!
  return all
}

/** Items that both raters gave at least one of the codes. */
function codedTogether(tables: readonly CodeTable[], size: number): number {
  let n = 0
  for (let item = 0; item < size; item++) {
    if (tables.some(({ codes }) => codes[2 * item]! >= 0 && codes[2 * item + 1]! >= 0)) n++
  }
  return n
}
