/** At how many places a unit of a length fits into the gaps. */
type Places = (length: number) => number

/** Lengths up to which there is a table of places: a minute of film in milliseconds. */
const LONGEST_TABLE = 60_000

/** Lengths are whole numbers, so short ones are looked up; where units are longer, gaps are sorted and searched. */
export function placesIn(gaps: Float64Array, longest: number): Places {
  return longest <= LONGEST_TABLE ? tabled(gaps, longest) : searched(gaps)
}

function tabled(gaps: Float64Array, longest: number): Places {
  const numbers = new Float64Array(longest + 2)
  const sums = new Float64Array(longest + 2)
  for (let index = 0; index < gaps.length; index++) {
    const gap = gaps[index]!
    const place = Math.min(gap, longest)
    numbers[place]! += 1
    sums[place]! += gap
  }
  for (let length = longest - 1; length > 0; length--) {
    numbers[length]! += numbers[length + 1]!
    sums[length]! += sums[length + 1]!
  }
  return (length) => sums[length]! - numbers[length]! * (length - 1)
}

function searched(gaps: Float64Array): Places {
  gaps.sort()
  const above = new Float64Array(gaps.length + 1) // sum of the gaps from this one on
  for (let index = gaps.length - 1; index >= 0; index--) above[index] = above[index + 1]! + gaps[index]!
  return (length) => {
    const from = firstAtLeast(gaps, length)
    return above[from]! - (gaps.length - from) * (length - 1)
  }
}

function firstAtLeast(sorted: Float64Array, value: number): number {
  let [low, high] = [0, sorted.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (sorted[middle]! < value) low = middle + 1
    else high = middle
  }
  return low
}
