import type { ItemCounts } from './item-counts.ts'
import type { Pairable } from './pairable.ts'

/** Rows that are the same fall together: the first row of each kind, and the items of all. */
function merged(
  times: Float64Array,
  look: (row: number) => Int32Array,
): { readonly first: number[]; readonly times: number[] } {
  const known = new Map<string, number>()
  const first: number[] = []
  const items: number[] = []
  for (const [row, count] of times.entries()) {
    const key = look(row).join()
    const pattern = known.get(key) ?? first.push(row) - 1
    known.set(key, pattern)
    items[pattern] = (items[pattern] ?? 0) + count
  }
  return { first, times: items }
}

/** The same counts with one row for each kind of item. */
export function mergedCounts(given: ItemCounts): ItemCounts {
  const { q, counts, ratings } = given
  const { first, times } = merged(given.times, (row) => counts.subarray(row * q, (row + 1) * q))
  const own = new Int32Array(first.length * q)
  for (const [pattern, row] of first.entries()) own.set(counts.subarray(row * q, (row + 1) * q), pattern * q)
  const rated = Int32Array.from(first, (row) => ratings[row]!)
  return { ...given, rows: first.length, counts: own, ratings: rated, times: Float64Array.from(times) }
}

/** The same pairable ratings with one row for each kind of item. */
export function mergedPairs(given: Pairable): Pairable {
  const { starts, codes } = given
  const look = (row: number): Int32Array => codes.subarray(starts[row]!, starts[row + 1]!)
  const { first, times } = merged(given.times, look)
  const own = new Int32Array(first.length + 1)
  for (const [pattern, row] of first.entries()) own[pattern + 1] = own[pattern]! + look(row).length
  const all = new Int32Array(own[first.length]!)
  for (const [pattern, row] of first.entries()) all.set(look(row), own[pattern]!)
  return { ...given, starts: own, codes: all, times: Float64Array.from(times) }
}
