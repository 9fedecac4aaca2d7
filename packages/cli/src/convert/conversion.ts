import type { Delimiter } from '@attune/exchange'

/** What is to be converted, and how its columns are called. */
export interface Conversion {
  readonly file: string
  readonly delimiter: Delimiter | null
  readonly item: string | undefined
  readonly rater: string
  readonly value: string
  readonly raters: readonly string[] | undefined
  readonly by: readonly string[]
}
