import type { Extent, UnitTable } from '../table/segment-types.ts'

/**
 * Length on which pairs of raters have the same value, gaps included, summed over ordered pairs. One pass over all bounds: between two
 * of them every rater has one value, so counts of raters per value are enough.
 */
export function sharedLengths(
  table: UnitTable,
  { begin, length }: Extent,
  gap: number,
  valueFor: (code: number) => number,
): number {
  const { starts, ends, codes, offsets } = table
  const counts = new Int32Array(gap + 1)
  counts[gap] = table.raters.length
  let pairs = counts[gap]! * (counts[gap]! - 1)
  const move = (from: number, to: number): void => {
    pairs -= 2 * (counts[from]! - 1)
    counts[from]!--
    pairs += 2 * counts[to]!
    counts[to]!++
  }
  const m = table.raters.length
  const next = offsets.slice(0, m) // the unit of each rater that comes next, or in which it is
  const within = new Uint8Array(m)
  let total = 0
  let place = begin
  for (;;) {
    let [rater, bound] = [-1, Number.POSITIVE_INFINITY]
    for (let one = 0; one < m; one++) {
      const unit = next[one]!
      if (unit === offsets[one + 1]) continue
      const own = within[one] === 1 ? ends[unit]! : starts[unit]!
      if (own < bound) [rater, bound] = [one, own]
    }
    if (rater < 0) return total + (begin + length - place) * pairs
    total += (bound - place) * pairs
    place = bound
    const value = valueFor(codes[next[rater]!]!)
    if (within[rater] === 0) move(gap, value)
    else move(value, gap)
    if (within[rater] === 1) next[rater]!++
    within[rater]! ^= 1
  }
}

/** Where units of two raters overlap: lengths by pair of categories (both orders), their totals, and each unit's part with itself. */
export function overlapsOfTwo(table: UnitTable) {
  const { starts, ends, codes, offsets, categories } = table
  const k = categories.length
  const matrix = new Float64Array(k * k)
  const covered = new Float64Array(starts.length)
  let [i, j] = [offsets[0]!, offsets[1]!]
  while (i < offsets[1]! && j < offsets[2]!) {
    const shared = Math.min(ends[i]!, ends[j]!) - Math.max(starts[i]!, starts[j]!)
    if (shared > 0) {
      matrix[codes[i]! * k + codes[j]!]! += shared
      matrix[codes[j]! * k + codes[i]!]! += shared
      covered[i]! += shared
      covered[j]! += shared
    }
    if (ends[i]! <= ends[j]!) i++
    else j++
  }
  const totals = new Float64Array(k)
  const own = new Float64Array(k)
  for (const [unit, length] of covered.entries()) {
    totals[codes[unit]!]! += length
    own[codes[unit]!]! += length ** 2
  }
  return { matrix, totals, own, whole: totals.reduce((sum, total) => sum + total, 0) }
}
