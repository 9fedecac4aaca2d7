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

/** @throws RangeError if there would have to be more items than can be counted. */
export function sampleSize(exact: number): SampleSize {
  if (!(exact <= Number.MAX_SAFE_INTEGER)) throw new RangeError('More items would be needed than can be counted.')
  return { items: Math.ceil(exact - 1e-9), exact }
}

/** @throws RangeError if the value is missing or no number. */
export function given(value: number | undefined, name: string): number {
  if (value === undefined) throw new RangeError(`${name} is missing.`)
  if (!Number.isFinite(value)) throw new RangeError(`${name} ${value} is not a number.`)
  return value
}

/** @throws RangeError if the value is missing or not above 0. */
export function above0(value: number | undefined, name: string): number {
  const number = given(value, name)
  if (!(number > 0)) throw new RangeError(`${name} ${number} is not above 0.`)
  return number
}

/** @throws RangeError if the number of items is missing or below the least that is possible. */
export function checkItems(items: number | undefined, least: 0 | 2): number {
  const number = given(items, 'The number of items')
  if (least === 2 && number < 2) throw new RangeError(`${number} items are too few; two are needed.`)
  if (number <= 0) throw new RangeError(`${number} items are too few.`)
  return number
}

/** @throws RangeError if the value is missing or not within the bounds, which are themselves excluded. */
export function between(value: number | undefined, low: number, high: number, name: string): number {
  if (value === undefined) throw new RangeError(`${name} is missing; it lies between ${low} and ${high}.`)
  if (!(value > low && value < high)) throw new RangeError(`${name} ${value} is not between ${low} and ${high}.`)
  return value
}

/** @throws RangeError if there are fewer than two raters, or not a whole number of them. */
export function checkRaters(raters: number | undefined): number {
  if (raters === undefined) throw new RangeError('The number of raters is missing.')
  if (!(Number.isInteger(raters) && raters >= 2))
    throw new RangeError(`${raters} raters are not possible; two are needed.`)
  return raters
}

/** Normal deviate that the test statistic has to exceed. */
export function criticalDeviate({ alpha = 0.05 }: Risks, tails: 1 | 2): number {
  if (tails !== 1 && tails !== 2) throw new RangeError(`A test has 1 or 2 tails, not ${tails}.`)
  return normalQuantile(1 - between(alpha, 0, 1, 'Alpha') / tails)
}

export function powerDeviate({ power = 0.8 }: Power): number {
  return normalQuantile(between(power, 0, 1, 'Power'))
}

export function probabilityBelow(deviate: number): number {
  return normalTails(deviate).lower
}
