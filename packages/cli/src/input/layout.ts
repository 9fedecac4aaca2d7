import type { CsvRow, TakeWholeRows } from '@attune/exchange'
import type { Collector } from './group.ts'

/** How the columns of a file are to be read. */
export interface Reading {
  readonly layout: 'wide' | 'long'
  readonly item: string | undefined
  readonly rater: string | undefined
  readonly value: string | undefined
  readonly raters: readonly string[] | undefined
  readonly by: readonly string[]
  /** The one of these columns that `--pooled` names. */
  readonly pooled: string | undefined
  /** Column of what items belong together in; in a wide file it is no rater. */
  readonly cluster: string | undefined
  readonly noValue: readonly string[]
  /** All values allowed; undefined: whatever is found. */
  readonly categories: readonly string[] | undefined
  /** What the level that was asked for makes of every value; either: what is found decides. */
  readonly values: 'numbers' | 'codes' | 'either'
}

/** Reads the rows of a file below its header, and gives the groups in the order of the file. */
export interface Layout {
  readonly take: (row: CsvRow) => void
  /** Takes rows in which nothing is new as they stand; null if there is no such way. */
  readonly takeWhole: TakeWholeRows | null
  readonly collectors: () => readonly Collector[]
  readonly items: () => number
  /** Everybody whom the file names as a rater, wanted or not. */
  readonly raters: () => readonly string[]
}
