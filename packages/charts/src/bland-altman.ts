import { extent, linear, round, ticks } from './scale.ts'

/** Items at the same place, as one point: their mean, their difference, how many they are. */
export interface DifferencePoint {
  readonly mean: number
  readonly difference: number
  readonly count: number
}

export interface Band {
  readonly lower: number
  readonly upper: number
}

export interface Differences {
  readonly points: readonly DifferencePoint[]
  readonly bias: number
  readonly limits: Band
  /** The interval of each limit of agreement. */
  readonly lowerInterval: Band
  readonly upperInterval: Band
}

/** Where everything in a Bland-Altman plot stands, in pixels. */
export interface BlandAltman {
  readonly width: number
  readonly height: number
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
  readonly across: readonly { readonly value: number; readonly x: number }[]
  readonly up: readonly { readonly value: number; readonly y: number }[]
  readonly zero: number
  readonly rules: readonly { readonly name: 'upper' | 'bias' | 'lower'; readonly value: number; readonly y: number }[]
  readonly bands: readonly { readonly y: number; readonly height: number }[]
  /** `index`: position among the points that were given. */
  readonly points: readonly { readonly index: number; readonly x: number; readonly y: number; readonly r: number }[]
  /** Only every so many-th point is drawn; 1: all. */
  readonly every: number
}

/** Room at the right for the names of the rules and their values. */
const namesOfRules = 78

/** More points than this make a drawing large and no picture clearer. */
const mostPoints = 2000

/** Items with the same two scores are one point: integer scores would otherwise hide how many lie on one another. */
export function gatherPoints(pairs: Iterable<readonly [first: number, second: number]>): DifferencePoint[] {
  const points = new Map<string, DifferencePoint>()
  for (const [first, second] of pairs) {
    const key = `${first} ${second}`
    const count = (points.get(key)?.count ?? 0) + 1
    points.set(key, { mean: (first + second) / 2, difference: first - second, count })
  }
  return [...points.values()]
}

/** Lays differences against means out for a width; the names of the rules stand at the right. */
export function layBlandAltman(differences: Differences, width: number): BlandAltman {
  const { points, bias, limits, lowerInterval, upperInterval } = differences
  const [left, right, top, bottom] = [44, width - namesOfRules, 24, 236]
  const intervals = [lowerInterval, upperInterval]
  const [lowest, highest] = extent(points.map(({ mean }) => mean))
  const room = (highest - lowest || 1) * 0.06
  const x = linear(lowest - room, highest + room, left, right)
  const [low, high] = extent([
    0,
    bias,
    limits.lower,
    limits.upper,
    ...intervals.flatMap(({ lower, upper }) => [lower, upper]),
    ...extent(points.map(({ difference }) => difference)).filter(Number.isFinite),
  ])
  const y = linear(low, high, bottom - 6, top + 6)
  const every = Math.max(1, Math.ceil(points.length / mostPoints))
  return {
    width,
    height: 286,
    left,
    right,
    top,
    bottom,
    across: ticks(lowest - room, highest + room, 6).map((value) => ({ value, x: x(value) })),
    up: ticks(low, high, 6).map((value) => ({ value, y: y(value) })),
    zero: y(0),
    rules: [
      { name: 'upper', value: limits.upper, y: y(limits.upper) },
      { name: 'bias', value: bias, y: y(bias) },
      { name: 'lower', value: limits.lower, y: y(limits.lower) },
    ],
    bands: intervals.map(({ lower, upper }) => ({ y: y(upper), height: round(Math.abs(y(lower) - y(upper))) })),
    points: points
      .map(({ mean, difference, count }, index) => ({ index, x: x(mean), y: y(difference), r: radius(count) }))
      .filter(({ index }) => index % every === 0),
    every,
  }
}

/** The area grows with the number of items, up to what still leaves its neighbours visible. */
const radius = (count: number) => Math.min(9, round(2.2 + Math.sqrt(count)))
