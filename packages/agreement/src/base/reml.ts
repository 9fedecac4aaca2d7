import { type CrossedSums, type ItemSums, itemSums, weighItems } from './crossed-sums.ts'
import { dot, invert, quadratic, solve, times } from './positive-matrix.ts'

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

export type DevianceAt = (ratios: Ratios) => Deviance

/** Rater equations after the items are eliminated: I/ratio + matrix on the left, right hand side, and what is left of the squares. */
function eliminate(sums: CrossedSums, weight: (size: number) => number, into: ItemSums): void {
  const { raters, counts, raterTotals } = sums
  weighItems(sums, (size) => -weight(size), into)
  for (let rater = 0; rater < raters; rater++) {
    into.together[rater * (raters + 1)]! += counts[rater]!
    into.totals[rater]! += raterTotals[rater]!
  }
  into.squares += sums.squares
}

/** Sum of squares that neither items nor raters explain, both as fixed effects. */
export function additiveResidual(sums: CrossedSums): number {
  const left = itemSums(sums.raters)
  eliminate(sums, (size) => 1 / size, left)
  return left.squares - dot(left.totals, solve(left.together, left.totals))
}

/**
 * Restricted likelihood of score = mean + item + rater + error, all random, for any pattern of missing cells.
 *
 * Items of one size have the same weight c = r / (1 + size r), so eliminating them leaves a dense raters x raters system whose cost
 * does not depend on the number of items. Slopes follow from the penalised least squares form (the best effects do not move).
 * A fit asks for it a few hundred times, so the arrays are made once and written over.
 *
 * @source Patterson & Thompson (1971), Biometrika 58(3), 545-554. doi:10.1093/biomet/58.3.545
 * @source Bates, Mächler, Bolker & Walker (2015), J. Stat. Softw. 67(1), eq. 41. doi:10.18637/jss.v067.i01
 */
export function restrictedDeviance(sums: CrossedSums): DevianceAt {
  const { raters: m, bySize } = sums
  const df = sums.ratings - 1
  const left = itemSums(m)
  const slopes = itemSums(m)
  const inverted = { inverse: new Float64Array(m * m), lower: new Float64Array(m * m) }
  const [mass, solvedMass, solvedRight] = [new Float64Array(m), new Float64Array(m), new Float64Array(m)]
  const [raterScore, fitted, unexplained] = [new Float64Array(m), new Float64Array(m), new Float64Array(m)]
  const ones = new Float64Array(m).fill(1)
  return (ratios) => {
    eliminate(sums, (size) => ratios.items / (1 + size * ratios.items), left)
    const { together: matrix, totals: right } = left
    const { inverse, lower } = inverted
    onePlus(matrix, ratios.raters, lower)
    const logDeterminant = invert(lower, inverse, m)
    times(matrix, ones, mass)
    times(inverse, mass, solvedMass)
    times(inverse, right, solvedRight)
    const information = dot(solvedMass, ones)
    const mean = dot(solvedRight, ones) / information
    const residual = left.squares - ratios.raters * dot(right, solvedRight) - mean ** 2 * information
    for (let rater = 0; rater < m; rater++) {
      raterScore[rater] = solvedRight[rater]! - mean * solvedMass[rater]!
      fitted[rater] = mean + ratios.raters * raterScore[rater]!
      unexplained[rater] = 1 - ratios.raters * solvedMass[rater]!
    }
    let logItems = 0
    let ofItems = 0
    for (const { size, items } of bySize) {
      logItems += items * Math.log1p(size * ratios.items)
      ofItems += (items * size) / (1 + size * ratios.items)
    }
    weighItems(sums, (size) => 1 / (1 + size * ratios.items) ** 2, slopes)
    const { together, totals, squares } = slopes
    // Squared item totals after raters' effects are taken off.
    const rest = squares - 2 * dot(totals, fitted) + quadratic(together, fitted)
    ofItems -=
      ratios.raters * dot(inverse, together) + quadratic(together, unexplained) / information + (df * rest) / residual
    const ofRaters =
      dot(inverse, matrix) - dot(solvedMass, solvedMass) / information - (df * dot(raterScore, raterScore)) / residual
    const value = logItems + logDeterminant + Math.log(information) + df * Math.log(residual)
    return { value, ofItems, ofRaters, residualVariance: residual / df, mean }
  }
}

/** I + ratio x matrix. */
function onePlus(matrix: Float64Array, ratio: number, system: Float64Array): void {
  const size = Math.sqrt(matrix.length)
  for (let cell = 0; cell < matrix.length; cell++) system[cell] = ratio * matrix[cell]!
  for (let unit = 0; unit < size; unit++) system[unit * (size + 1)]! += 1
}
