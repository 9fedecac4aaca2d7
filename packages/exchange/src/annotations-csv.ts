import { type Slot, slotKey } from '@attune/codebooks'
import type { Annotation } from '@attune/contract'
import { type CsvCell, writeCsv } from './csv-write.ts'

/** One annotation of one coder with the ratings it is evidence for and against. The master coding is the rater `master`. */
export interface AnnotationRow {
  readonly case: string
  readonly rater: string
  readonly role: string
  readonly codingVersion: number
  /** Id and version, such as `iwm 1.0.0`. */
  readonly codebook: string
  readonly submittedAt: string
  readonly annotation: Annotation
  /** First and last turn that a passage touches; `null` for an event. */
  readonly turns: readonly [first: number, last: number] | null
  /** The words of a passage; `null` for an event. */
  readonly quote: string | null
}

type Column = readonly [name: string, cell: (row: AnnotationRow) => CsvCell]
type Segment = Extract<Annotation, { unit: 'segment' }>
type Event = Extract<Annotation, { unit: 'event' }>

const ofSegment = (cell: (annotation: Segment) => CsvCell) => (row: AnnotationRow) =>
  row.annotation.unit === 'segment' ? cell(row.annotation) : null
const ofEvent = (cell: (annotation: Event) => CsvCell) => (row: AnnotationRow) =>
  row.annotation.unit === 'event' ? cell(row.annotation) : null

/** Ids hold no white space, so a space parts them. */
const keys = (slots: readonly Slot[]) => slots.map(slotKey).toSorted().join(' ')

/** `loudness=loud hand=left,right`, by name. */
const modifierText = ({ modifiers }: Event) =>
  Object.entries(modifiers)
    .map(([id, values]) => `${id}=${values.toSorted().join(',')}`)
    .toSorted()
    .join(' ')

const COLUMNS: readonly Column[] = [
  ['case', (row) => row.case],
  ['rater', (row) => row.rater],
  ['role', (row) => row.role],
  ['coding_version', (row) => row.codingVersion],
  ['codebook', (row) => row.codebook],
  ['annotation', (row) => row.annotation.id],
  ['code', (row) => row.annotation.code],
  ['unit', (row) => row.annotation.unit],
  ['start', ofSegment(({ start }) => start)],
  ['end', ofSegment(({ end }) => end)],
  ['turn_first', (row) => row.turns?.[0] ?? null],
  ['turn_last', (row) => row.turns?.[1] ?? null],
  ['onset', ofEvent(({ onset }) => onset)],
  ['offset', ofEvent(({ offset }) => offset)],
  ['subject', ofEvent(({ subject }) => subject)],
  ['modifiers', ofEvent(modifierText)],
  ['value', (row) => row.annotation.value],
  ['confidence', (row) => row.annotation.confidence],
  ['evidence_for', (row) => keys(row.annotation.evidence)],
  ['evidence_against', (row) => keys(row.annotation.contradicts)],
  ['quote', (row) => row.quote],
  ['memo', (row) => row.annotation.memo],
  ['submitted_at', (row) => row.submittedAt],
]

/**
 * Annotations with their evidence, one row an annotation. `evidence_for` and `evidence_against` hold the ratings as
 * `variable`, `variable@target` or `variable#episode`, parted by spaces; times are seconds, `start` and `end` UTF-16 code
 * units of the text.
 */
export function annotationsCsv(rows: readonly AnnotationRow[]): string {
  return writeCsv(
    COLUMNS.map(([name]) => name),
    rows.map((row) => COLUMNS.map(([, cell]) => cell(row))),
  )
}
