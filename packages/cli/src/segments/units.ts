import { eventTable, type SegmentTable, unitTable } from '@attune/agreement'
import { place, Refusal } from '../refusal.ts'
import type { SegmentReading, SegmentSet } from './reading.ts'
import { type Document, type Documents, numberAt, type Row } from './rows.ts'

/** A stretch or a moment that a rater marked; `end` is null for a moment. */
interface Mark {
  readonly rater: string
  readonly line: number
  readonly start: number
  readonly end: number | null
  readonly category: string
}

/** Units or events of one document. @throws Refusal naming line and column of a row that cannot be one. */
export function markSet(
  document: Document,
  file: Documents,
  reading: SegmentReading,
  categories: readonly string[],
): SegmentSet {
  const marks = document.rows.flatMap((row) => markOf(row, document, file, reading) ?? [])
  const present = new Set(document.rows.map(({ rater }) => rater))
  const raters = reading.raters?.filter((rater) => present.has(rater)) ?? [...present]
  return {
    name: document.name,
    cluster: document.cluster,
    by: document.by,
    raters,
    kinds: reading.layout === 'units' ? ['units'] : ['events', 'units'],
    marked: {
      begin: document.length === null ? document.begin : (document.begin ?? 0),
      length: document.length,
      marks,
    },
    table: (kind, chosen) => tableOf(kind, chosen, marks, document, file, categories),
  }
}

/** Who worked on a document and marked nothing has a row without start, end and category. */
function markOf(row: Row, { begin, length }: Document, file: Documents, reading: SegmentReading): Mark | null {
  const { source, columns } = file
  const { rater, line, value } = row
  if (row.start === '' && row.end === '' && value === '') return null
  const start = numberAt(source, row.start, line, columns.start)
  const isMoment = row.end === '' && reading.layout === 'events'
  const end = isMoment ? null : numberAt(source, row.end, line, columns.end)
  if (value === '') {
    const where = place(source.file, line, columns.value)
    throw new Refusal(`${where}: the cell is empty.`, 'A row with a place needs a category.')
  }
  if (reading.categories !== undefined && !reading.categories.includes(value)) {
    const where = place(source.file, line, columns.value)
    const remedy = 'Correct it, or add it to --categories.'
    throw new Refusal(`${where}: "${value}" is not among ${reading.categories.join(', ')}.`, remedy)
  }
  const isMeant = end === null || end > start || (end === start && reading.layout === 'events')
  if (!isMeant) {
    const where = place(source.file, line, columns.end)
    throw new Refusal(`${where}: the end ${end} is not after the start ${start}.`, 'An end is greater than its start.')
  }
  checkWithin(start, end ?? start, begin ?? 0, length, place(source.file, line))
  return { rater, line, start, end: end === start ? null : end, category: value }
}

function checkWithin(start: number, end: number, begin: number, length: number | null, where: string): void {
  if (length === null || (start >= begin && end <= begin + length)) return
  throw new Refusal(
    `${where}: ${start} to ${end} is not within ${begin} to ${begin + length}.`,
    'Correct the row, or --begin and --length.',
  )
}

function tableOf(
  kind: SegmentTable['kind'],
  raters: readonly string[],
  marks: readonly Mark[],
  { begin, length }: Document,
  { source, columns }: Documents,
  categories: readonly string[],
): SegmentTable {
  const own = marks.filter(({ rater }) => raters.includes(rater))
  if (kind === 'events') {
    const events = raters.map((name) =>
      own.filter(({ rater }) => rater === name).map(({ start, category }) => [start, category] as const),
    )
    return eventTable({ raters, categories, events })
  }
  const units = own.map(({ rater, line, start, end, category }) => {
    if (end !== null) return { rater, start, length: end - start, category }
    const where = place(source.file, line, columns.end === '' ? undefined : columns.end)
    throw new Refusal(`${where}: this is a moment without an end.`, 'A coefficient of units needs the end of each.')
  })
  return unitTable({ raters, categories, ...(length !== null && { begin: begin ?? 0, length }), units })
}
