import type { Metric } from '../options.ts'
import type { Pairable } from './pairable.ts'

/** Squared differences summed over ordered pairs: within items (each pair divided by m - 1), and over all ratings. */
export interface Differences {
  readonly within: number
  readonly overall: number
}

export interface MetricSpace {
  readonly metric: Metric
  /** Length of the circle. */
  readonly period: number
  /** Ends of the bipolar scale. */
  readonly poles: readonly [number, number]
}

/** The two sums of Krippendorff's alpha, for any of his metrics. */
export function differences(data: Pairable, space: MetricSpace): Differences {
  switch (space.metric) {
    case 'nominal':
      return nominal(data)
    case 'interval':
      return euclidean(data, [shifted(data.scores)])
    case 'ordinal':
      return euclidean(data, [midRanks(data.totals)])
    case 'circular':
      return euclidean(data, onCircle(data.scores, space.period))
    case 'ratio':
      return pairByPair(data, (a, b) => (a === b ? 0 : ((a - b) / (a + b)) ** 2))
    case 'bipolar':
      return pairByPair(data, bipolar(space.poles))
  }
}

/** Positions from the first value, so that digits all values share do not cost accuracy. */
function shifted(scores: Float64Array): Float64Array {
  return scores.map((score) => score - scores[0]!)
}

/** Krippendorff's ordinal difference is that of the mean ranks which the pairable ratings give each value. */
function midRanks(totals: Float64Array): Float64Array {
  let below = 0
  return totals.map((total) => {
    below += total
    return below - total / 2
  })
}

/** sin² of half the angle is a quarter of the squared chord, so the circle is a plane with two coordinates. */
function onCircle(scores: Float64Array, period: number): Float64Array[] {
  const angle = (score: number): number => (2 * Math.PI * score) / period
  return [scores.map((score) => Math.cos(angle(score)) / 2), scores.map((score) => Math.sin(angle(score)) / 2)]
}

function bipolar([low, high]: readonly [number, number]) {
  return (a: number, b: number): number => (a === b ? 0 : (a - b) ** 2 / ((a + b - 2 * low) * (2 * high - a - b)))
}

function nominal({ starts, codes, times, totals, size }: Pairable): Differences {
  const seen = new Int32Array(totals.length)
  let within = 0
  for (let row = 0; row < times.length; row++) {
    const start = starts[row]!
    const end = starts[row + 1]!
    const m = end - start
    let alike = 0
    for (let at = start; at < end; at++) {
      const code = codes[at]!
      alike += seen[code]!
      seen[code] = seen[code]! + 1
    }
    for (let at = start; at < end; at++) seen[codes[at]!] = 0
    within += times[row]! * (m - (2 * alike) / (m - 1))
  }
  return { within, overall: totals.reduce((sum, total) => sum + total * (size - total), 0) }
}

/** Sum of squared distances of all ordered pairs = 2 m times the squares around the mean: linear in the ratings. */
function euclidean(data: Pairable, axes: readonly Float64Array[]): Differences {
  const { totals, size } = data
  let within = 0
  let overall = 0
  for (const axis of axes) {
    within += withinItems(data, axis)
    const centre = axis.reduce((sum, x, code) => sum + x * totals[code]!, 0) / size
    overall += 2 * size * axis.reduce((sum, x, code) => sum + totals[code]! * (x - centre) ** 2, 0)
  }
  return { within, overall }
}

function withinItems({ starts, codes, times }: Pairable, axis: Float64Array): number {
  let within = 0
  for (let row = 0; row < times.length; row++) {
    const start = starts[row]!
    const end = starts[row + 1]!
    const m = end - start
    let sum = 0
    for (let at = start; at < end; at++) sum += axis[codes[at]!]!
    const centre = sum / m
    let squares = 0
    for (let at = start; at < end; at++) squares += (axis[codes[at]!]! - centre) ** 2
    within += (times[row]! * 2 * m * squares) / (m - 1)
  }
  return within
}

/** For metrics that are no distance in a space; never stores the v x v matrix. */
function pairByPair(
  { starts, codes, times, scores, totals }: Pairable,
  apart: (a: number, b: number) => number,
): Differences {
  let within = 0
  for (let row = 0; row < times.length; row++) {
    const start = starts[row]!
    const end = starts[row + 1]!
    let sum = 0
    for (let i = start; i < end; i++) {
      for (let j = start; j < i; j++) sum += apart(scores[codes[i]!]!, scores[codes[j]!]!)
    }
    within += (times[row]! * 2 * sum) / (end - start - 1)
  }
  let overall = 0
  for (let i = 0; i < scores.length; i++) {
    if (totals[i] === 0) continue
    for (let j = 0; j < i; j++)
      if (totals[j] !== 0) overall += 2 * totals[i]! * totals[j]! * apart(scores[i]!, scores[j]!)
  }
  return { within, overall }
}
