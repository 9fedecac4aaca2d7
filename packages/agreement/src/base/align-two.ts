import { bestAssignment } from './assignment.ts'
import { type Alignment, type Continuum, type Dissimilarity, dissimilarityOf, longestOf } from './continuum.ts'

/**
 * Best alignment of two raters, exact. Only pairs that cost less than two units without counterpart are looked at; on the continuum
 * those are few neighbours of each unit.
 */
export function alignTwo(continuum: Continuum, weights: Dissimilarity): Alignment {
  const { starts, offsets } = continuum
  const [first, second] = [offsets[1]!, offsets[2]! - offsets[1]!]
  const apart = 2 * weights.deltaEmpty
  const reach = Math.sqrt(2 / weights.alpha) * (longestOf(continuum, 0) + longestOf(continuum, 1))
  const edges = new Int32Array(first + 1)
  let targets = new Int32Array(4 * (first + second))
  let gains = new Float64Array(4 * (first + second))
  let count = 0
  let low = first
  for (let unit = 0; unit < first; unit++) {
    while (low < first + second && starts[low]! < starts[unit]! - reach) low++
    for (let other = low; other < first + second && starts[other]! <= starts[unit]! + reach; other++) {
      const gain = apart - dissimilarityOf(continuum, unit, other, weights)
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
  const joined = bestAssignment({ rows: first, columns: second, offsets: edges, targets, gains })
  return collect(continuum, joined, weights)
}

function doubled<List extends Int32Array | Float64Array>(list: List, empty: List): List {
  empty.set(list)
  return empty
}

function collect(continuum: Continuum, joined: Int32Array, weights: Dissimilarity): Alignment {
  const [first, all] = [continuum.offsets[1]!, continuum.offsets[2]!]
  const groupOf = Int32Array.from({ length: all }, (_, unit) => unit)
  let disorder = all * weights.deltaEmpty
  for (const [unit, column] of joined.entries()) {
    if (column < 0) continue
    groupOf[first + column] = unit
    disorder += dissimilarityOf(continuum, unit, first + column, weights) - 2 * weights.deltaEmpty
  }
  return { disorder, groupOf }
}
