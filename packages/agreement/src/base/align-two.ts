import { bestAssignment } from './assignment.ts'
import { type Alignment, type Continuum, type Dissimilarity, dissimilarityOf, longestOf } from './continuum.ts'

/**
 * Best alignment of two raters, exact. Only pairs that cost less than two units without counterpart are looked at; on the continuum
 * those are few neighbours of each unit.
 */
export function alignTwo(continuum: Continuum, weights: Dissimilarity): Alignment {
  const { starts, ends, codes, offsets } = continuum
  const { alpha, beta, deltaEmpty } = weights
  const [first, all] = [offsets[1]!, offsets[2]!]
  // With alpha x (apart / lengths)^2 of 2 or more a pair costs as much as two units alone.
  const share = Math.sqrt(2 / alpha)
  const longest = longestOf(continuum, 1)
  const reach = share * (longestOf(continuum, 0) + longest)
  const edges = new Int32Array(first + 1)
  let targets = new Int32Array(4 * all)
  let gains = new Float64Array(4 * all)
  let count = 0
  let low = first
  for (let unit = 0; unit < first; unit++) {
    const [start, end, code] = [starts[unit]!, ends[unit]!, codes[unit]!]
    const last = start + share * (end - start + longest)
    while (low < all && starts[low]! < start - reach) low++
    for (let other = low; other < all && starts[other]! <= last; other++) {
      const lengths = end - start + ends[other]! - starts[other]!
      const apart = Math.abs(starts[other]! - start) + Math.abs(ends[other]! - end)
      if (apart >= share * lengths) continue
      const far = apart / lengths
      const gain = (2 - alpha * far * far - (codes[other] === code ? 0 : beta)) * deltaEmpty
      if (gain <= 0) continue
      if (count === targets.length) {
        targets = doubled(targets, new Int32Array(2 * count))
        gains = doubled(gains, new Float64Array(2 * count))
      }
      targets[count] = other - first
      gains[count++] = gain
    }
    edges[unit + 1] = count
  }
  const joined = bestAssignment({ rows: first, columns: all - first, offsets: edges, targets, gains })
  return collect(continuum, joined, weights)
}

function doubled<List extends Int32Array | Float64Array>(list: List, empty: List): List {
  empty.set(list)
  return empty
}

function collect(continuum: Continuum, joined: Int32Array, weights: Dissimilarity): Alignment {
  const [first, all] = [continuum.offsets[1]!, continuum.offsets[2]!]
  const groupOf = new Int32Array(all)
  for (let unit = 0; unit < all; unit++) groupOf[unit] = unit
  let disorder = all * weights.deltaEmpty
  for (let unit = 0; unit < first; unit++) {
    const column = joined[unit]!
    if (column < 0) continue
    groupOf[first + column] = unit
    disorder += dissimilarityOf(continuum, unit, first + column, weights) - 2 * weights.deltaEmpty
  }
  return { disorder, groupOf }
}
