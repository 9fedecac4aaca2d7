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
  const { starts, ends, codes } = table
  const size = starts.length
  const bounds = Float64Array.from({ length: 2 * size }, (_, index) =>
    index < size ? starts[index]! : ends[index - size]!,
  )
  const order = Uint32Array.from({ length: 2 * size }, (_, index) => index).sort((a, b) => bounds[a]! - bounds[b]!)
  const counts = new Int32Array(gap + 1)
  counts[gap] = table.raters.length
  let pairs = counts[gap]! * (counts[gap]! - 1)
  const move = (from: number, to: number): void => {
    pairs -= 2 * (counts[from]! - 1)
    counts[from]!--
    pairs += 2 * counts[to]!
    counts[to]!++
  }
  let total = 0
  let place = begin
  for (const index of order) {
    const bound = bounds[index]!
    total += (bound - place) * pairs
    place = bound
    if (index < size) move(gap, valueFor(codes[index]!))
    else move(valueFor(codes[index - size]!), gap)
  }
  return total + (begin + length - place) * pairs
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
