/** What Kendall's tau needs to know of two score columns. */
export interface Concordance {
  /** Concordant minus discordant pairs. */
  readonly difference: number
  /** Pairs not tied in the first, and in the second column. */
  readonly untied: readonly [number, number]
  /** Group sizes of equal values in each column. */
  readonly groups: readonly [readonly number[], readonly number[]]
}

/**
 * Counts concordant and discordant pairs by sorting, in O(n log n).
 *
 * @source Knight (1966), J. Am. Stat. Assoc. 61(314), 436-439. doi:10.1080/01621459.1966.10480879
 */
export function concordance(first: Float64Array, second: Float64Array): Concordance {
  const n = first.length
  const order = Uint32Array.from(first.keys()).sort((a, b) => first[a]! - first[b]! || second[a]! - second[b]!)
  const byFirst = Float64Array.from(order, (item) => first[item]!)
  const secondByFirst = Float64Array.from(order, (item) => second[item]!)
  const both = groupSizes(n, (a, b) => byFirst[a] === byFirst[b] && secondByFirst[a] === secondByFirst[b])
  const inFirst = groupSizes(n, (a, b) => byFirst[a] === byFirst[b])
  const discordant = countInversions(secondByFirst) // sorts the column
  const inSecond = groupSizes(n, (a, b) => secondByFirst[a] === secondByFirst[b])
  const all = (n * (n - 1)) / 2
  const [tiedFirst, tiedSecond, tiedBoth] = [pairs(inFirst), pairs(inSecond), pairs(both)]
  const difference = all - tiedFirst - tiedSecond + tiedBoth - 2 * discordant
  return { difference, untied: [all - tiedFirst, all - tiedSecond], groups: [inFirst, inSecond] }
}

function pairs(groups: readonly number[]): number {
  return groups.reduce((total, size) => total + (size * (size - 1)) / 2, 0)
}

/** Lengths of runs of equal neighbours. */
function groupSizes(n: number, equal: (a: number, b: number) => boolean): number[] {
  const sizes: number[] = []
  for (let start = 0; start < n; ) {
    let end = start + 1
    while (end < n && equal(end, start)) end++
    sizes.push(end - start)
    start = end
  }
  return sizes
}

/** Sorts the values by merging and counts how many pairs stood in the wrong order. */
function countInversions(values: Float64Array): number {
  let from = Float64Array.from(values)
  let to = new Float64Array(values.length)
  let inversions = 0
  for (let width = 1; width < values.length; width *= 2) {
    for (let start = 0; start < values.length; start += 2 * width) inversions += merge(from, to, start, width)
    ;[from, to] = [to, from]
  }
  values.set(from)
  return inversions
}

function merge(from: Float64Array, to: Float64Array, start: number, width: number): number {
  const middle = Math.min(start + width, from.length)
  const end = Math.min(start + 2 * width, from.length)
  let left = start
  let right = middle
  let inversions = 0
  for (let next = start; next < end; next++) {
    if (left < middle && (right >= end || from[left]! <= from[right]!)) to[next] = from[left++]!
    else {
      inversions += middle - left
      to[next] = from[right++]!
    }
  }
  return inversions
}
