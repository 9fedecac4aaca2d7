import type { Finding, Group } from './findings.ts'

/** What raters marked in one document, film or session. */
export interface MarkedSet {
  readonly by: Finding['by']
  readonly raters: readonly string[]
  /** Where the continuum begins and how long it is; null where that was not declared. */
  readonly begin: number | null
  readonly length: number | null
  /** A moment has no end. */
  readonly marks: readonly {
    readonly rater: string
    readonly start: number
    readonly end: number | null
    readonly category: string
  }[]
}

/** All that a report on segments and events is made of. */
export interface MarkedContent {
  readonly source: string
  readonly version: string
  readonly sets: readonly MarkedSet[]
  /** Documents taken as one, which have no picture of their own. */
  readonly together: readonly Group[]
  /** What a mark is, in the plural: units, events or boundaries. */
  readonly noun: string
  readonly findings: readonly Finding[]
  readonly remarks: readonly string[]
  readonly criterion: number | null
}
