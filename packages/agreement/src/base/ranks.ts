/** Ranks from 1 up; equal values share the mean of their ranks. `ties` is the sum of t^3 - t over groups of t equal values. */
export function ranksOf(values: Float64Array): { readonly ranks: Float64Array; readonly ties: number } {
  const n = values.length
  const order = Uint32Array.from(values.keys()).sort((a, b) => values[a]! - values[b]!)
  const ranks = new Float64Array(n)
  let ties = 0
  for (let start = 0; start < n; ) {
    let end = start + 1
    while (end < n && values[order[end]!] === values[order[start]!]) end++
    const size = end - start
    for (let index = start; index < end; index++) ranks[order[index]!] = (start + 1 + end) / 2
    ties += size ** 3 - size
    start = end
  }
  return { ranks, ties }
}
