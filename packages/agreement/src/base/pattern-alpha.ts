import type { Options } from '../options.ts'
import type { CodeTable } from '../table/types.ts'
import { differences, type MetricSpace } from './alpha-metrics.ts'
import { itemCounts } from './item-counts.ts'
import { mergedPairs } from './merged-items.ts'
import { type Pairable, pairable } from './pairable.ts'
import type { PatternStatistic } from './pattern-samples.ts'

/** Alpha: items with one rating are a pattern of their own, because a sample may draw them. */
export function alphaOfItems(table: CodeTable, options: Options): PatternStatistic | null {
  const metric = options.metric ?? table.level
  if (metric === 'circular' || metric === 'bipolar') return null // their ends come with the options of the coefficient
  const data = mergedPairs(pairable(table))
  const single = itemCounts(table, 'available').n - data.n
  const space: MetricSpace = { metric, period: 1, poles: [0, 1] }
  const times = Float64Array.from([...data.times, ...(single > 0 ? [single] : [])])
  // An ordinal difference depends on how often the values in between are used, so on the sample.
  return { times, value: metric === 'ordinal' ? ofSample(data, space) : ofFixedDifferences(data, space) }
}

/** The sums taken anew from the ratings of each pattern. */
function ofSample(data: Pairable, space: MetricSpace): PatternStatistic['value'] {
  const totals = new Float64Array(data.totals.length)
  const own = new Float64Array(data.times.length)
  const { starts, codes } = data
  return (times) => {
    totals.fill(0)
    let size = 0
    for (let row = 0; row < own.length; row++) {
      const count = times[row]!
      own[row] = count
      if (count === 0) continue
      const end = starts[row + 1]!
      size += count * (end - starts[row]!)
      for (let at = starts[row]!; at < end; at++) totals[codes[at]!] = totals[codes[at]!]! + count
    }
    const { within, overall } = differences({ ...data, times: own, totals, size }, space)
    return size === 0 || overall === 0 ? null : 1 - ((size - 1) * within) / overall
  }
}

/** Each pattern adds a fixed amount, each pair of values has a fixed difference. */
function ofFixedDifferences(data: Pairable, space: MetricSpace): PatternStatistic['value'] {
  const { starts, codes } = data
  const q = data.totals.length
  const rows = data.times.length
  const alone = (ratings: Int32Array): number =>
    differences(
      { ...data, starts: Int32Array.from([0, ratings.length]), codes: ratings, times: Float64Array.of(1) },
      space,
    ).within
  const ofRow = Float64Array.from({ length: rows }, (_, row) => alone(codes.subarray(starts[row]!, starts[row + 1]!)))
  const apart = Float64Array.from({ length: q * q }, (_, cell) => alone(Int32Array.of(Math.floor(cell / q), cell % q)))
  const counts = new Int32Array(rows * q)
  for (let row = 0; row < rows; row++)
    for (let at = starts[row]!; at < starts[row + 1]!; at++) counts[row * q + codes[at]!]!++
  const totals = new Float64Array(q)
  return (times) => {
    totals.fill(0)
    let [size, within, overall] = [0, 0, 0]
    for (let row = 0; row < rows; row++) {
      const count = times[row]!
      if (count === 0) continue
      within += count * ofRow[row]!
      for (let k = 0, cell = row * q; k < q; k++, cell++) totals[k] = totals[k]! + count * counts[cell]!
    }
    for (let a = 0; a < q; a++) {
      size += totals[a]!
      // The two orders of a pair of ratings: each item of two holds its difference twice.
      for (let b = 0; b < a; b++) overall += totals[a]! * totals[b]! * apart[a * q + b]!
    }
    return size === 0 || overall === 0 ? null : 1 - ((size - 1) * within) / overall
  }
}
