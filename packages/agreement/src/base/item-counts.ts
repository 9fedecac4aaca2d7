import type { MissingRule } from '../options.ts'
import type { Dropped, Warning } from '../result.ts'
import { type CodeTable, type CountTable, MISSING } from '../table/types.ts'
import { drops } from './report.ts'

/** How many raters put each item into each category: all that coefficients without named raters need. */
export interface ItemCounts {
  /** Items with at least one rating. */
  readonly n: number
  /** Number of categories. */
  readonly q: number
  /** `counts[item * q + category]`, only for the n items. */
  readonly counts: Int32Array
  /** Ratings of each item. */
  readonly ratings: Int32Array
  /** Items with at least two ratings: only these can agree. */
  readonly paired: number
  readonly dropped: readonly Dropped[]
}

/**
 * Counts the raters of each item and category.
 *
 * @param rule `available` keeps every item somebody coded, `listwise` only those that every rater coded.
 */
export function itemCounts(table: CodeTable | CountTable, rule: MissingRule): ItemCounts {
  return table.kind === 'codes' ? fromCodes(table, rule === 'listwise') : fromCounts(table)
}

function fromCodes(table: CodeTable, complete: boolean): ItemCounts {
  const q = table.categories.length
  const m = table.raters.length
  const { codes, size } = table
  const counts = new Int32Array(size * q)
  const ratings = new Int32Array(size)
  let n = 0
  let paired = 0
  let missing = 0
  for (let item = 0; item < size; item++) {
    const start = n * q
    let rated = 0
    let worst = 0
    for (let index = item * m; index < (item + 1) * m; index++) {
      const code = codes[index]!
      if (code >= 0) {
        counts[start + code] = counts[start + code]! + 1
        rated++
      } else if (code < worst) worst = code
    }
    if (rated === 0 || (complete && rated < m)) {
      counts.fill(0, start, start + q)
      if (worst === MISSING) missing++
    } else {
      if (rated > 1) paired++
      ratings[n++] = rated
    }
  }
  const dropped = drops({ missing, 'not-codable': size - n - missing })
  return { n, q, counts: counts.subarray(0, n * q), ratings: ratings.subarray(0, n), paired, dropped }
}

function fromCounts({ size, counts: given, categories }: CountTable): ItemCounts {
  const q = categories.length
  const counts = new Int32Array(size * q)
  const ratings = new Int32Array(size)
  let n = 0
  let paired = 0
  for (let item = 0; item < size; item++) {
    const row = given.subarray(item * q, (item + 1) * q)
    const rated = row.reduce((total, count) => total + count, 0)
    if (rated > 1) paired++
    if (rated > 0) {
      counts.set(row, n * q)
      ratings[n++] = rated
    }
  }
  const dropped = drops({ missing: size - n })
  return { n, q, counts: counts.subarray(0, n * q), ratings: ratings.subarray(0, n), paired, dropped }
}

/** Raters of the table who rated nothing: they do not enter, and the reader has to know. */
export function silentRaters(table: CodeTable | CountTable): Warning[] {
  if (table.kind === 'counts') return []
  const m = table.raters.length
  const seen = new Uint8Array(m)
  let left = m
  for (let index = 0; index < table.codes.length && left > 0; index++) {
    const rater = index % m
    if (table.codes[index]! >= 0 && seen[rater] === 0) {
      seen[rater] = 1
      left--
    }
  }
  return table.raters.flatMap((rater, column) => {
    const message = `Rater ${rater} coded no item and is left out.`
    return seen[column] === 0 ? [{ code: 'rater-without-ratings', message }] : []
  })
}
