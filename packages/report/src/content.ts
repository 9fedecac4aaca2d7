import type { Options, Weights } from '@attune/agreement'
import type { Finding, RatingSet } from './findings.ts'

/** How the findings were computed, as far as a reader has to know it. */
export interface Plan {
  /** The rater whom all others are compared with. */
  readonly reference: string | undefined
  readonly pairs: boolean
  readonly options: Options
  readonly interval:
    | { readonly method: 'analytic' | 'jackknife' | 'none' }
    | { readonly method: 'bootstrap'; readonly resamples: number; readonly seed: number }
  /** Weights that were asked for: their name or file, and what they are for given categories. */
  readonly weights: { readonly name: string; readonly of: (categories: readonly string[]) => Weights } | null
}

/** All that a report is made of. */
export interface ReportContent {
  /** What the ratings come from: the name of a file or of a study. */
  readonly source: string
  /** Version of the program. */
  readonly version: string
  readonly plan: Plan
  readonly sets: readonly RatingSet[]
  readonly input: { readonly items: number; readonly raters: readonly string[]; readonly missing: number }
  readonly findings: readonly Finding[]
  readonly remarks: readonly string[]
  readonly criterion: number | null
}
