import { type CsvCell, writeCsv } from './csv-write.ts'

/** A category, a number, the mark for "no value can be given", or null: nothing was coded. */
export type ComparedCell = string | number | null

/** One case of one attempt: what every row says of it. */
export interface ComparisonPlace {
  readonly set: { readonly id: string; readonly name: string }
  /** Login. */
  readonly trainee: string
  readonly attempt: number
  /** Place of the case in the attempt, from 1. */
  readonly order: number
  readonly case: string
  /** Points of a scale that count as agreement. */
  readonly tolerance: number
  /** Segments match from this intersection over union on, events within so many seconds. */
  readonly overlap: number
  readonly seconds: number
}

/** One rating beside the masters'. A classification has one row for each collapse, `as-coded` among them. */
export interface ComparedRatingRow {
  readonly kind: 'scale' | 'classification' | 'presence' | 'count' | 'duration'
  readonly variable: string
  readonly label: string
  readonly target: string | null
  readonly episode: string | null
  /** null where there is nothing to collapse. */
  readonly collapse: string | null
  /** All that could be given, in order; null where values are any numbers. */
  readonly outcomes: readonly (string | number)[] | null
  readonly own: ComparedCell
  /** The master codings that count, the main one first. */
  readonly masters: readonly ComparedCell[]
  /** Other coders of the same case, where the rule asks about them. */
  readonly coders: readonly ComparedCell[]
}

/**
 * One annotation, set by one or by both. A row without code says of a case whether borders were given (`given`) and whether it was handed in (`own`); one with start and end
 * is such a border.
 */
export interface ComparedUnitRow {
  readonly kind: 'segment' | 'event'
  readonly code: string | null
  readonly label: string
  /** Characters of the text, or seconds. */
  readonly start: number | null
  readonly end: number | null
  readonly given: boolean
  readonly own: boolean
  readonly master: boolean
}

export type ComparisonRow = { readonly place: ComparisonPlace; readonly item: ComparedRatingRow | ComparedUnitRow }

type Column = readonly [name: string, cell: (row: ComparisonRow) => CsvCell]

const ofRating = (cell: (item: ComparedRatingRow) => CsvCell) => (row: ComparisonRow) =>
  'variable' in row.item ? cell(row.item) : null
const ofUnit = (cell: (item: ComparedUnitRow) => CsvCell) => (row: ComparisonRow) =>
  'variable' in row.item ? null : cell(row.item)

/** Parts cells in one cell; no id holds it. */
export const PARTED = '; '
const listed = (cells: readonly ComparedCell[]): string => cells.map((cell) => cell ?? '').join(PARTED)
const mark = (isThere: boolean): string => (isThere ? 'present' : '')

const COLUMNS: readonly Column[] = [
  ['set', ({ place }) => place.set.id],
  ['set_name', ({ place }) => place.set.name],
  ['trainee', ({ place }) => place.trainee],
  ['attempt', ({ place }) => place.attempt],
  ['order', ({ place }) => place.order],
  ['case', ({ place }) => place.case],
  ['kind', ({ item }) => item.kind],
  ['variable', ({ item }) => ('variable' in item ? item.variable : item.code)],
  ['label', ({ item }) => item.label],
  ['target', ofRating(({ target }) => target)],
  ['episode', ofRating(({ episode }) => episode)],
  ['collapse', ofRating(({ collapse }) => collapse)],
  ['start', ofUnit(({ start }) => start)],
  ['end', ofUnit(({ end }) => end)],
  ['given', ofUnit(({ given }) => (given ? 'yes' : 'no'))],
  ['own', ({ item }) => ('variable' in item ? item.own : mark(item.own))],
  ['master', ({ item }) => ('variable' in item ? (item.masters[0] ?? null) : mark(item.master))],
  ['further_masters', ofRating(({ masters }) => listed(masters.slice(1)))],
  ['coders', ofRating(({ coders }) => listed(coders))],
  ['outcomes', ofRating(({ outcomes }) => listed(outcomes ?? []))],
  ['tolerance', ({ place }) => place.tolerance],
  ['overlap', ({ place }) => place.overlap],
  ['seconds', ({ place }) => place.seconds],
]

/**
 * Everything that attempts were scored by, one row an item: with it every figure can be computed again (`attune criterion`). Empty cells
 * are missing; `(no value)` says that no value could be given. Lists are parted by semicolons.
 */
export function comparisonsCsv(rows: Iterable<ComparisonRow>): string {
  return writeCsv(
    COLUMNS.map(([name]) => name),
    [...rows].map((row) => COLUMNS.map(([, cell]) => cell(row))),
  )
}
