import type { MissingRule } from '../options.ts'
import type { Dropped } from '../result.ts'
import { checkCodes } from '../table/known-codes.ts'
import { type CodeTable, type CountTable, MISSING, NOT_CODABLE } from '../table/types.ts'
import { type ByteTable, itemKinds, packs } from './item-keys.ts'
import { remember } from './remember.ts'
import { drops } from './report.ts'

/**
 * How many raters put each item into each category: all that coefficients without named raters need. Items with the same counts may
 * share a row; `times` says how many they are.
 */
export interface ItemCounts {
  /** Items with at least one rating. */
  readonly n: number
  /** Number of categories. */
  readonly q: number
  /** Rows of `counts`. */
  readonly rows: number
  /** `counts[row * q + category]` */
  readonly counts: Int32Array
  /** Ratings of an item of each row. */
  readonly ratings: Int32Array
  /** Items of each row. */
  readonly times: Float64Array
  /** Items with at least two ratings: only these can agree. */
  readonly paired: number
  readonly dropped: readonly Dropped[]
}

const available = remember((table: CodeTable | CountTable) => counted(table, false, true))
const listwise = remember((table: CodeTable | CountTable) => counted(table, true, true))

/**
 * Counts the raters of each item and category, items with the same counts together.
 *
 * @param rule `available` keeps every item somebody coded, `listwise` only those that every rater coded.
 */
export function itemCounts(table: CodeTable | CountTable, rule: MissingRule): ItemCounts {
  return rule === 'listwise' ? listwise(table) : available(table)
}

/** The same with one row an item, in their order. */
export function countsOfEachItem(table: CodeTable): ItemCounts {
  return counted(table, false, false)
}

function counted(table: CodeTable | CountTable, complete: boolean, together: boolean): ItemCounts {
  if (table.kind === 'counts') return fromCounts(table)
  return together && !complete && packs(table) ? byKind(table) : oneByOne(table, complete)
}

function byKind(table: ByteTable): ItemCounts {
  const { counts, times, empty, strange } = itemKinds(table)
  if (strange > 0) checkCodes(table)
  return summary(
    table.categories.length,
    counts,
    times,
    empty === 0 ? {} : emptyItems(table.codes, table.raters.length),
  )
}

/** Why items have no rating at all. */
function emptyItems(codes: Int8Array, m: number) {
  const lost = { missing: 0, 'not-codable': 0 }
  for (let start = 0; start < codes.length; start += m) {
    let best = NOT_CODABLE
    let worst = 0
    for (let index = start; index < start + m; index++) {
      best = Math.max(best, codes[index]!)
      worst = Math.min(worst, codes[index]!)
    }
    if (best < 0) lost[worst === MISSING ? 'missing' : 'not-codable']++
  }
  return lost
}

function oneByOne({ codes, raters, categories, size }: CodeTable, complete: boolean): ItemCounts {
  const q = categories.length
  const m = raters.length
  const counts = new Int32Array(size * q)
  const lost = { missing: 0, 'not-codable': 0 }
  let rows = 0
  for (let item = 0, index = 0; item < size; item++) {
    const start = rows * q
    let rated = 0
    let worst = 0
    for (const end = index + m; index < end; index++) {
      const code = codes[index]!
      if (code >= 0) {
        counts[start + code] = counts[start + code]! + 1
        rated++
      } else if (code < worst) worst = code
    }
    if (worst === 0 || (rated > 0 && !complete)) rows++
    else {
      counts.fill(0, start, start + q)
      lost[worst === MISSING ? 'missing' : 'not-codable']++
    }
  }
  return summary(q, counts.subarray(0, rows * q), new Float64Array(rows).fill(1), lost)
}

function fromCounts({ size, counts: given, categories }: CountTable): ItemCounts {
  const q = categories.length
  const rated = Array.from({ length: size }, (_, item) => given.subarray(item * q, (item + 1) * q)).filter((row) =>
    row.some((count) => count > 0),
  )
  const counts = new Int32Array(rated.length * q)
  for (const [row, cells] of rated.entries()) counts.set(cells, row * q)
  return summary(q, counts, new Float64Array(rated.length).fill(1), { missing: size - rated.length })
}

function summary(q: number, counts: Int32Array, times: Float64Array, lost: Parameters<typeof drops>[0]): ItemCounts {
  const rows = times.length
  const ratings = new Int32Array(rows)
  let n = 0
  let paired = 0
  for (let row = 0; row < rows; row++) {
    let rated = 0
    for (let k = 0; k < q; k++) rated += counts[row * q + k]!
    ratings[row] = rated
    n += times[row]!
    if (rated > 1) paired += times[row]!
  }
  return { n, q, rows, counts, ratings, times, paired, dropped: drops(lost) }
}
