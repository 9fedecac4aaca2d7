/** What arithmetic the values allow; `nominal` allows none, `ratio` has a true zero. */
export type Level = 'nominal' | 'ordinal' | 'interval' | 'ratio'

/** A category as the caller writes it. `2` and `'2'` are the same category. */
export type Category = string | number

/** One cell of a table of ratings; `null` means that no rating was made. */
export type Cell = Category | null

/** In `codes` and `state`: no rating was made. */
export const MISSING = -1
/** In `codes` and `state`: the rater looked and said that no value can be given. */
export const NOT_CODABLE = -2

/** Where the scores of the categories come from, so that a result can say so. */
export type Scoring = 'declared' | 'numeric-categories' | 'positions'

/** What the three kinds of table have in common. */
interface TableBase {
  readonly level: Level
  readonly raters: readonly string[]
  /** Names of the items, or `null` when they are only numbered. */
  readonly items: readonly string[] | null
  /** Number of items (rows). */
  readonly size: number
}

/** The declared categories, in order, each with its score. */
export interface Scale {
  readonly categories: readonly string[]
  readonly scores: Float64Array
  readonly scoring: Scoring
}

/** Ratings from a declared list of categories. `codes[item * raters + rater]` is a position in `categories`, or negative. */
export interface CodeTable extends TableBase, Scale {
  readonly kind: 'codes'
  readonly codes: Int8Array | Int16Array
}

/** Ratings that are any number. `values` is meaningful only where `state` is 0. */
export interface ScoreTable extends TableBase {
  readonly kind: 'scores'
  readonly level: 'interval' | 'ratio'
  readonly values: Float64Array
  readonly state: Int8Array
}

/** Items x categories: how many raters chose each category; who they were is not known. */
export interface CountTable extends TableBase, Scale {
  readonly kind: 'counts'
  /** `counts[item * categories + category]` */
  readonly counts: Int32Array
}

export type RatingTable = CodeTable | ScoreTable | CountTable
