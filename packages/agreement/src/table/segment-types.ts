import type { RatingTable } from './types.ts'

/** What the three kinds of segments and events have in common: categories without order. */
interface SegmentBase {
  readonly level: 'nominal'
  readonly raters: readonly string[]
}

/** The continua (documents, sessions, texts) that a table was joined from, with their names. */
export interface Joined<Table> {
  readonly parts: readonly Table[]
  readonly items: readonly string[]
}

/** Where the continuum begins and how long it is. */
export interface Extent {
  readonly begin: number
  readonly length: number
}

/**
 * Units on a continuum, half-open: [start, end). The units of rater r stand from `offsets[r]` to before `offsets[r + 1]`,
 * ordered by start, end and category.
 */
export interface UnitTable extends SegmentBase {
  readonly kind: 'units'
  /** Absent: one continuum. Present: coefficients add up the parts, and nothing reaches from one into the next. */
  readonly joined?: Joined<UnitTable>
  readonly categories: readonly string[]
  /** `null`: not declared; coefficients that count the gaps refuse such a table. */
  readonly extent: Extent | null
  readonly starts: Float64Array
  readonly ends: Float64Array
  /** Positions in `categories`. */
  readonly codes: Int16Array
  readonly offsets: Int32Array
}

/** One text cut into segments by each rater; `masses[r]` are the lengths of the segments, in order. */
export interface SegmentationTable extends SegmentBase {
  readonly kind: 'segmentation'
  readonly joined?: Joined<SegmentationTable>
  readonly masses: readonly Int32Array[]
  /** Number of elements (sentences, turns) that every rater cut up. */
  readonly length: number
}

/** Moments with a code, ordered by time, laid out as in `UnitTable`. */
export interface EventTable extends SegmentBase {
  readonly kind: 'events'
  readonly joined?: Joined<EventTable>
  readonly categories: readonly string[]
  readonly times: Float64Array
  readonly codes: Int16Array
  readonly offsets: Int32Array
}

export type SegmentTable = UnitTable | SegmentationTable | EventTable

/** Everything that a coefficient of this library may be computed from. */
export type AnyTable = RatingTable | SegmentTable
