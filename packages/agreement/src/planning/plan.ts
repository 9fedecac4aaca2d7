import { normalQuantile, normalTails } from '../distributions/distributions.ts'

/** How many items a study needs. */
export interface SampleSize {
  /** Whole items. */
  readonly items: number
  /** Before rounding up. */
  readonly exact: number
}

/** Risks that the study accepts. */
export interface Risks {
  /** Probability of rejecting a true null hypothesis, default 0.05. */
  readonly alpha?: number
  /** 1 or 2 sides of the test. */
  readonly tails?: 1 | 2
}

export interface Power extends Risks {
  /** Probability of rejecting the null hypothesis if the alternative is true, default 0.8. */
  readonly power?: number
}

export function sampleSize(exact: number): SampleSize {
  return { items: Math.ceil(exact - 1e-9), exact }
}

/** @throws RangeError if the value is not within the bounds, which are themselves excluded. */
export function between(value: number, low: number, high: number, name: string): number {
  if (!(value > low && value < high)) throw new RangeError(`${name} ${value} is not between ${low} and ${high}.`)
  return value
}

/** @throws RangeError if there are fewer than two raters, or not a whole number of them. */
export function checkRaters(raters: number): number {
  if (!(Number.isInteger(raters) && raters >= 2))
    throw new RangeError(`${raters} raters are not possible; two are needed.`)
  return raters
}

/** Normal deviate that the test statistic has to exceed. */
export function criticalDeviate({ alpha = 0.05 }: Risks, tails: 1 | 2): number {
  return normalQuantile(1 - between(alpha, 0, 1, 'Alpha') / tails)
}

export function powerDeviate({ power = 0.8 }: Power): number {
  return normalQuantile(between(power, 0, 1, 'Power'))
}

export function probabilityBelow(deviate: number): number {
  return normalTails(deviate).lower
}
