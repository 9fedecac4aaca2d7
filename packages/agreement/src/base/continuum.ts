/** Units of several raters, as in `UnitTable`: those of rater r from `offsets[r]` to before `offsets[r + 1]`, ordered by start. */
export interface Continuum {
  readonly starts: Float64Array
  readonly ends: Float64Array
  readonly codes: Int16Array
  readonly offsets: Int32Array
}

/** How unlike two units are: weights of position and category, and the cost of having no counterpart. */
export interface Dissimilarity {
  readonly alpha: number
  readonly beta: number
  readonly deltaEmpty: number
}

/**
 * Which units belong together: units with the same number in `groupOf`. `disorder` is the sum over groups of the mean
 * dissimilarity of all pairs of raters, a rater without a unit there counting `deltaEmpty` against everyone.
 */
export interface Alignment {
  readonly disorder: number
  readonly groupOf: Int32Array
}

/** How far two units are apart, relative to their lengths, squared; 0 for the same stretch. */
export function positionalGap({ starts, ends }: Continuum, a: number, b: number): number {
  const apart = Math.abs(starts[a]! - starts[b]!) + Math.abs(ends[a]! - ends[b]!)
  const share = apart / (ends[a]! - starts[a]! + ends[b]! - starts[b]!)
  return share * share
}

export function dissimilarityOf(continuum: Continuum, a: number, b: number, weights: Dissimilarity): number {
  const { alpha, beta, deltaEmpty } = weights
  const differ = continuum.codes[a] === continuum.codes[b] ? 0 : beta
  return (alpha * positionalGap(continuum, a, b) + differ) * deltaEmpty
}

/** Longest unit of a rater. */
export function longestOf({ starts, ends, offsets }: Continuum, rater: number): number {
  let longest = 0
  for (let unit = offsets[rater]!; unit < offsets[rater + 1]!; unit++) {
    longest = Math.max(longest, ends[unit]! - starts[unit]!)
  }
  return longest
}
