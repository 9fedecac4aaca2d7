import type { CrossedSums, SizeSums } from './crossed-sums.ts'
import { dot, invert, solve, times } from './positive-matrix.ts'

/** Variances of items and of raters, both in units of the residual variance. */
export interface Ratios {
  readonly items: number
  readonly raters: number
}

/** Restricted deviance (-2 log likelihood, up to a constant) with its slopes in the two ratios. */
export interface Deviance {
  readonly value: number
  readonly ofItems: number
  readonly ofRaters: number
  readonly residualVariance: number
  /** Estimated mean, around the mean of all scores. */
  readonly mean: number
}

/** Rater equations after the items are eliminated: I/ratio + matrix on the left, right hand side, and what is left of the squares. */
function eliminated(sums: CrossedSums, weight: (size: number) => number) {
  const { raters, counts } = sums
  const matrix = new Float64Array(raters * raters)
  const right = Float64Array.from(sums.raterTotals)
  let squares = sums.squares
  for (const { size, together, totals, squares: own } of sums.bySize) {
    const w = weight(size)
    for (let cell = 0; cell < matrix.length; cell++) matrix[cell] = matrix[cell]! - w * together[cell]!
    for (let rater = 0; rater < raters; rater++) right[rater] = right[rater]! - w * totals[rater]!
    squares -= w * own
  }
  for (let rater = 0; rater < raters; rater++)
    matrix[rater * (raters + 1)] = matrix[rater * (raters + 1)]! + counts[rater]!
  return { matrix, right, squares }
}

/** Sum of squares that neither items nor raters explain, both as fixed effects. */
export function additiveResidual(sums: CrossedSums): number {
  const { matrix, right, squares } = eliminated(sums, (size) => 1 / size)
  return squares - dot(right, solve(matrix, right))
}

/**
 * Restricted likelihood of score = mean + item + rater + error, all random, for any pattern of missing cells.
 *
 * Items of one size have the same weight c = r / (1 + size r), so eliminating them leaves a dense raters x raters system whose cost
 * does not depend on the number of items. Slopes follow from the penalised least squares form (the best effects do not move).
 *
 * @source Patterson & Thompson (1971), Biometrika 58(3), 545-554. doi:10.1093/biomet/58.3.545
 * @source Bates, Mächler, Bolker & Walker (2015), J. Stat. Softw. 67(1), eq. 41. doi:10.18637/jss.v067.i01
 */
export function restrictedDeviance(sums: CrossedSums, ratios: Ratios): Deviance {
  const { raters: m, ratings, bySize } = sums
  const { matrix, right, squares } = eliminated(sums, (size) => ratios.items / (1 + size * ratios.items))
  const { inverse, logDeterminant } = invert(onePlus(matrix, ratios.raters, m), m)
  const mass = times(matrix, new Float64Array(m).fill(1))
  const [solvedMass, solvedRight] = [times(inverse, mass), times(inverse, right)]
  const information = total(solvedMass)
  const mean = total(solvedRight) / information
  const residual = squares - ratios.raters * dot(right, solvedRight) - mean ** 2 * information
  const df = ratings - 1
  const raterScore = new Float64Array(m)
  const fitted = new Float64Array(m)
  const unexplained = new Float64Array(m)
  for (let rater = 0; rater < m; rater++) {
    raterScore[rater] = solvedRight[rater]! - mean * solvedMass[rater]!
    fitted[rater] = mean + ratios.raters * raterScore[rater]!
    unexplained[rater] = 1 - ratios.raters * solvedMass[rater]!
  }
  let [logItems, ofItems] = [0, 0]
  for (const group of bySize) {
    logItems += group.items * Math.log1p(group.size * ratios.items)
    ofItems += (group.items * group.size) / (1 + group.size * ratios.items)
    const lighter = 1 / (1 + group.size * ratios.items) ** 2
    const share =
      ratios.raters * dot(inverse, group.together) +
      dot(unexplained, times(group.together, unexplained)) / information +
      (df * itemSquares(group, fitted)) / residual
    ofItems -= lighter * share
  }
  const ofRaters =
    dot(inverse, matrix) - dot(solvedMass, solvedMass) / information - (df * dot(raterScore, raterScore)) / residual
  const value = logItems + logDeterminant + Math.log(information) + df * Math.log(residual)
  return { value, ofItems, ofRaters, residualVariance: residual / df, mean }
}

/** I + ratio x matrix. */
function onePlus(matrix: Float64Array, ratio: number, size: number): Float64Array {
  const system = new Float64Array(matrix.length)
  for (let cell = 0; cell < matrix.length; cell++) system[cell] = ratio * matrix[cell]!
  for (let unit = 0; unit < size; unit++) system[unit * (size + 1)] = system[unit * (size + 1)]! + 1
  return system
}

/** Squared item totals after raters' effects are taken off. */
function itemSquares({ squares, totals, together }: SizeSums, fitted: Float64Array): number {
  return squares - 2 * dot(totals, fitted) + dot(fitted, times(together, fitted))
}

function total(values: Float64Array): number {
  let all = 0
  for (let index = 0; index < values.length; index++) all += values[index]!
  return all
}
