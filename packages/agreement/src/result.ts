import type { UsedOptions } from './options.ts'

/** Items that did not enter, and why: `missing`, `not-codable`, or `single-rating` (fewer than two raters rated it). */
export interface Dropped {
  readonly code: 'missing' | 'not-codable' | 'single-rating'
  readonly count: number
}

/** Something a careful reader has to know before using the number. */
export interface Warning {
  readonly code: string
  readonly message: string
}

/** A bound is `null` where the method leaves that side open. */
export interface Interval {
  readonly lower: number | null
  readonly upper: number | null
  readonly level: number
  readonly method: string
}

/** `p` is two-sided for z and t, the upper tail for chi2 and F. `se` is the standard error under the hypothesis. */
export interface Test {
  readonly statistic: 'z' | 't' | 'F' | 'chi2' | 'binomial'
  readonly value: number
  readonly df1?: number
  readonly df2?: number
  readonly p: number
  readonly se?: number
  readonly hypothesis: string
}

/** Further figures of one coefficient, by name: mean squares, parts of a chance term, values for each category. */
export type Detail = number | string | boolean | null | readonly Detail[] | { readonly [name: string]: Detail }

/** What every result says, whether or not the data determine a value. */
interface ResultBase {
  readonly measure: string
  /** The options as they were used, defaults filled in. */
  readonly options: UsedOptions
  readonly raters: readonly string[]
  /** Items that entered. */
  readonly n: number
  readonly dropped: readonly Dropped[]
  readonly warnings: readonly Warning[]
}

export interface Estimated extends ResultBase {
  readonly estimate: number
  readonly observed?: number
  readonly expected?: number
  readonly se?: number
  readonly interval?: Interval
  readonly test?: Test
  readonly details?: { readonly [name: string]: Detail }
  readonly undefined?: never
}

/** Why the data do not determine a value. */
export interface Reason {
  readonly code: UndefinedCode
  readonly message: string
}

export type UndefinedCode =
  | 'no-items'
  | 'no-variation'
  | 'too-few-items'
  | 'too-few-raters'
  | 'no-disagreement'
  | 'not-determined'

export interface Undetermined extends ResultBase {
  readonly estimate: null
  readonly observed?: number
  readonly expected?: number
  readonly se?: never
  readonly interval?: never
  readonly test?: never
  readonly details?: { readonly [name: string]: Detail }
  readonly undefined: Reason
}

/** The answer of every coefficient: plain data without NaN or Infinity, fit for JSON. */
export type Result = Estimated | Undetermined
