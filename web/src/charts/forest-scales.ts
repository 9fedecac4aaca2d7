import { formatCoefficient, formatSigned } from '../base/numbers.ts'

/** What the axis of a forest plot holds, and how much room its lines leave for their words. */
export type ForestScale = {
  /** Ends at 1. */
  readonly isBounded: boolean
  readonly tick: (value: number) => string
  /** Whether zero is what the lines are held against. */
  readonly hasZeroLine: boolean
  /** Pixels for the names: a share of the width, no more than the most. */
  readonly names: { readonly share: number; readonly most: number }
  /** Pixels for what stands at the end of a line. */
  readonly figures: number
  /** Letters of a name beyond which it is cut. */
  readonly letters: { readonly narrow: number; readonly wide: number }
}

/** Coefficients of agreement, with room for `.71 [.55, .87], n = 38`. */
export const coefficients: ForestScale = {
  isBounded: true,
  tick: (value) => (value === 0 ? '0' : formatCoefficient(value, 1)),
  hasZeroLine: false,
  names: { share: 0.33, most: 290 },
  figures: 190,
  letters: { narrow: 28, wide: 40 },
}

/** Differences in points on both sides of none, with room for `−0.42, 95 % CI [−0.80, −0.04], n = 12`. */
export const differences: ForestScale = {
  isBounded: false,
  tick: (value) => formatSigned(value).replace(/\.?0+$/, ''),
  hasZeroLine: true,
  names: { share: 0.28, most: 240 },
  figures: 250,
  letters: { narrow: 18, wide: 34 },
}
