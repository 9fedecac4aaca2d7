import { segmentationTable } from '@attune/agreement'
import { place, Refusal } from '../refusal.ts'
import type { SegmentReading, SegmentSet } from './reading.ts'
import { type Document, type Documents, numberAt, type Row } from './rows.ts'

/** A text as its raters cut it into segments. @throws Refusal naming line and column of what cannot be a segment. */
export function segmentationSet(document: Document, file: Documents, reading: SegmentReading): SegmentSet {
  const present = new Set(document.rows.map(({ rater }) => rater))
  const raters = reading.raters?.filter((rater) => present.has(rater)) ?? [...present]
  const rowsOf = (rater: string) => document.rows.filter((row) => row.rater === rater)
  const masses = new Map(
    raters.map((rater) => [
      rater,
      reading.layout === 'segments'
        ? rowsOf(rater).map((row) => wholeAt(row, file))
        : massesBetween(rowsOf(rater), document, file),
    ]),
  )
  if (reading.layout === 'segments') checkSums(document, file, masses)
  return {
    name: document.name,
    cluster: document.cluster,
    by: document.by,
    raters,
    kinds: ['segmentation'],
    marked: { begin: 0, length: total([...masses.values()][0] ?? []), marks: [...masses].flatMap(boundariesOf) },
    table: (_, chosen) => segmentationTable({ raters: chosen, masses: chosen.map((rater) => masses.get(rater) ?? []) }),
  }
}

/** The number of elements in a segment, or before a boundary. */
function wholeAt({ line, value }: Row, { source, columns }: Documents): number {
  const number = numberAt(source, value, line, columns.value)
  if (Number.isSafeInteger(number) && number > 0) return number
  throw new Refusal(
    `${place(source.file, line, columns.value)}: ${number} is not a whole number above 0.`,
    'Count sentences or turns: 1, 2, 3 ...',
  )
}

/** Who saw no boundary has one row with an empty position. */
function massesBetween(rows: readonly Row[], { length }: Document, file: Documents): number[] {
  const { source, columns } = file
  if (length === null) {
    throw new Refusal('Boundaries need the length of the text.', 'Add --length with a number or a column.')
  }
  const positions = rows
    .filter(({ value }) => value !== '')
    .map((row) => ({ line: row.line, at: wholeAt(row, file) }))
    .toSorted((first, second) => first.at - second.at)
  for (const [index, { at, line }] of positions.entries()) {
    const where = place(source.file, line, columns.value)
    if (at >= length) {
      throw new Refusal(`${where}: ${at} is not within a text of ${length}.`, 'A boundary has elements on both sides.')
    }
    if (positions[index - 1]?.at === at) {
      throw new Refusal(`${where}: this rater has a boundary at ${at} already.`, 'Delete one of the rows.')
    }
  }
  const bounds = [0, ...positions.map(({ at }) => at), length]
  return bounds.slice(1).map((bound, index) => bound - (bounds[index] ?? 0))
}

/** Where one segment ends and the next begins. */
function boundariesOf([rater, masses]: readonly [string, readonly number[]]) {
  return masses.slice(1).map((_, index) => ({
    rater,
    start: total(masses.slice(0, index + 1)),
    end: null,
    category: 'boundary',
  }))
}

const total = (masses: readonly number[]) => masses.reduce((sum, mass) => sum + mass, 0)

function checkSums(document: Document, { source, columns }: Documents, masses: ReadonlyMap<string, readonly number[]>) {
  const sums = [...masses].map(([rater, list]) => ({ rater, sum: total(list) }))
  const [first] = sums
  const other = sums.find(({ sum }) => sum !== first?.sum)
  if (first === undefined || other === undefined) return
  const line = document.rows.findLast(({ rater }) => rater === other.rater)?.line ?? 0
  throw new Refusal(
    `${place(source.file, line, columns.value)}: the segments of ${other.rater} have ${other.sum} elements, those of ${first.rater} ${first.sum}.`,
    'All raters cut the same text; correct the lengths, or name the text with --item.',
  )
}
