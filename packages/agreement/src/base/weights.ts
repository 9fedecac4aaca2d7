import type { Options, WeightName, Weights } from '../options.ts'
import type { Level, Scale } from '../table/types.ts'
import { checkChoice } from './choice.ts'
import { remember } from './remember.ts'

/** How far apart two categories are, before division by the largest such value. */
type Distance = (i: number, j: number, scores: Float64Array, period: number) => number

const distances: Record<WeightName, Distance> = {
  identity: () => 1,
  linear: (i, j, x) => Math.abs(x[i]! - x[j]!),
  quadratic: (i, j, x) => (x[i]! - x[j]!) ** 2,
  radical: (i, j, x) => Math.sqrt(Math.abs(x[i]! - x[j]!)),
  ordinal: (i, j) => ((Math.abs(i - j) + 1) * Math.abs(i - j)) / 2,
  ratio: (i, j, x) => ((x[i]! - x[j]!) / (x[i]! + x[j]!)) ** 2,
  circular: (i, j, x, period) => Math.sin((Math.PI * (x[i]! - x[j]!)) / period) ** 2,
  bipolar: (i, j, x) => {
    const both = x[i]! + x[j]!
    const { low, high } = ends(x)
    return (x[i]! - x[j]!) ** 2 / ((both - 2 * low) * (2 * high - both))
  },
}

/** The ends of a scale. */
export function ends(scores: Float64Array): { readonly low: number; readonly high: number } {
  let low = scores[0]!
  let high = low
  for (const score of scores) {
    if (score < low) low = score
    if (score > high) high = score
  }
  return { low, high }
}

/** Families that are only meaningful when the categories have an order or a score. */
const needsOrder = (name: WeightName): boolean => name !== 'identity' && name !== 'circular'

function checkScale(name: WeightName, scale: Scale, level: Level): void {
  if (needsOrder(name) && level === 'nominal') {
    throw new RangeError(`${name} weights need categories in order; the table is declared nominal.`)
  }
  if (name === 'ratio' && scale.scores.some((score) => score < 0)) {
    throw new RangeError('ratio weights need scores of 0 or more.')
  }
}

/**
 * The k x k matrix of agreement weights, row by row: 1 on the diagonal, 0 for the farthest pair of *declared* categories.
 *
 * @throws RangeError if the weights do not fit the declared scale.
 * @source Gwet (2014), Handbook of Inter-Rater Reliability, 4th ed., ch. 3.
 */
export function weightMatrix(weights: Weights, scale: Scale, level: Level, options: Options = {}): Float64Array {
  if (typeof weights !== 'string') return ownWeights(weights, scale.categories.length)
  checkChoice('weights', weights, allWeights)
  checkScale(weights, scale, level)
  const kept = matricesOf(scale.scores)
  const key = options.period === undefined ? weights : `${weights} ${options.period}`
  const known = kept.get(key)
  if (known !== undefined) return known
  const matrix = namedWeights(weights, scale.scores, options.period)
  kept.set(key, matrix)
  return matrix
}

/** Matrices made for a scale: every pair of raters and every cell of an export asks for the same one. */
const matricesOf = remember((_: Float64Array) => new Map<string, Float64Array>())

function namedWeights(weights: WeightName, scores: Float64Array, circle: number | undefined): Float64Array {
  const k = scores.length
  const { low, high } = ends(scores)
  const period = circle ?? high - low + 1
  if (!(period > 0)) throw new RangeError(`A circle of length ${period} is not possible.`)
  const matrix = new Float64Array(k * k)
  const distance = distances[weights]
  let farthest = 0
  for (let i = 0; i < k; i++) {
    for (let j = 0; j < k; j++) {
      if (i === j) continue
      const apart = distance(i, j, scores, period)
      matrix[i * k + j] = apart
      if (apart > farthest) farthest = apart
    }
  }
  if (farthest === 0) return matrix.fill(1)
  for (let cell = 0; cell < matrix.length; cell++) matrix[cell] = 1 - matrix[cell]! / farthest
  return matrix
}

function ownWeights(rows: readonly (readonly number[])[], k: number): Float64Array {
  if (!Array.isArray(rows) || rows.length !== k || rows.some((row) => row.length !== k)) {
    throw new RangeError(`The weights are not a ${k} x ${k} matrix, one row and column for each category.`)
  }
  const matrix = Float64Array.from(rows.flat())
  for (let i = 0; i < k; i++) {
    for (let j = 0; j < k; j++) {
      const weight = matrix[i * k + j]!
      if (!(weight >= 0 && weight <= 1)) throw new RangeError(`Weight ${weight} is not between 0 and 1.`)
      if (i === j && weight !== 1)
        throw new RangeError(`The weight of a category with itself is ${weight}; it has to be 1.`)
      if (weight !== matrix[j * k + i]) throw new RangeError(`The weights are not symmetric at ${i + 1}, ${j + 1}.`)
    }
  }
  return matrix
}

/** All families, in the order of Gwet's book. */
export const allWeights: readonly [WeightName, ...WeightName[]] = [
  'identity',
  'linear',
  'quadratic',
  'ordinal',
  'radical',
  'ratio',
  'circular',
  'bipolar',
]
