import { type Columns, cellText, checkWidth, eachRow, openSource, readColumns, type Source } from '../input/source.ts'
import { numberIn } from '../input/values.ts'
import { place, Refusal } from '../refusal.ts'
import type { World } from '../world.ts'
import { type Meaning, meaningsOf, USUAL } from './meanings.ts'
import type { Extent, SegmentReading } from './reading.ts'

/** One row of a file: who, where in the file, and its cells by their meaning. */
export interface Row {
  readonly rater: string
  readonly line: number
  readonly value: string
  readonly start: string
  readonly end: string
}

/** The rows about one document, in the order of the file. */
export interface Document {
  readonly by: Readonly<Record<string, string>>
  readonly rows: Row[]
  /** As declared for it, or in its first row. */
  readonly begin: number | null
  readonly length: number | null
}

/** A file as documents, with what its messages need. */
export interface Documents {
  readonly documents: readonly Document[]
  readonly source: Source
  /** The column that each meaning has in this file. */
  readonly columns: Readonly<Record<Meaning, string>>
}

/** @throws Refusal naming file, line and column of the first thing that is wrong. */
export async function readDocuments(world: World, reading: SegmentReading): Promise<Documents> {
  const source = await openSource(world, reading.file)
  const documents = new Map<string, Document>()
  let take: ((cells: readonly string[], line: number) => void) | null = null
  let named: Readonly<Record<Meaning, string>> = { rater: '', value: '', start: '', end: '' }
  eachRow(source, (cells, line) => {
    if (take === null) {
      const columns = readColumns(source, cells, line)
      named = meaningsOf(source, columns, reading, line)
      take = rowTaker(source, columns, named, reading, documents)
      return
    }
    take(cells, line)
  })
  if (take === null)
    throw new Refusal(`${place(source.file, 0)}: there are no rows.`, 'The first row names the columns.')
  return { documents: [...documents.values()], source, columns: named }
}

function rowTaker(
  source: Source,
  columns: Columns,
  named: Readonly<Record<Meaning, string>>,
  reading: SegmentReading,
  documents: Map<string, Document>,
): (cells: readonly string[], line: number) => void {
  const item = reading.item ?? USUAL[reading.layout].item.find((name) => columns.has(name))
  const keys = [...(item === undefined ? [] : [item]), ...reading.by.filter((name) => name !== item)]
  for (const key of keys) columns.indexOf(key, key === item ? 'item' : 'by')
  const textOf = (cells: readonly string[], column: string): string => {
    if (column === '') return ''
    const text = cellText(cells[columns.indexOf(column, 'length')] ?? '')
    return reading.noValue.has(text) ? '' : text
  }
  return (cells, line) => {
    checkWidth(source, columns, cells, line)
    const rater = textOf(cells, named.rater)
    if (rater === '') {
      const where = place(source.file, line, named.rater)
      throw new Refusal(`${where}: the cell is empty.`, 'Each row needs the name of a rater.')
    }
    if (reading.raters !== undefined && !reading.raters.includes(rater)) return
    const by = Object.fromEntries(keys.map((name) => [name, cellText(cells[columns.indexOf(name, 'by')] ?? '')]))
    const key = JSON.stringify(keys.map((name) => by[name]))
    const [begin, length] = [reading.begin, reading.length].map((extent) =>
      extentIn(source, extent, (name) => textOf(cells, name), line),
    )
    const document = documents.get(key) ?? { by, rows: [], begin: begin ?? null, length: length ?? null }
    documents.set(key, document)
    checkSame(source, document, begin ?? null, length ?? null, line)
    document.rows.push({
      rater,
      line,
      value: textOf(cells, named.value),
      start: textOf(cells, named.start),
      end: textOf(cells, named.end),
    })
  }
}

function extentIn(source: Source, extent: Extent, cell: (column: string) => string, line: number): number | null {
  if (extent === null) return null
  if ('number' in extent) return extent.number
  return numberAt(source, cell(extent.column), line, extent.column)
}

function checkSame(source: Source, document: Document, begin: number | null, length: number | null, line: number) {
  if (document.begin === begin && document.length === length) return
  const [now, before] = document.length === length ? [begin, document.begin] : [length, document.length]
  throw new Refusal(
    `${place(source.file, line)}: begin or length is ${now} here and was ${before} in an earlier row of the same document.`,
    'Write the same in every row of a document.',
  )
}

/** A cell as a number. @throws Refusal if it is none. */
export function numberAt(source: Source, text: string, line: number, column: string): number {
  const number = numberIn(text, source.delimiter !== ',')
  if (number !== null) return number
  const what = text === '' ? 'the cell is empty' : `"${text}" is not a number`
  throw new Refusal(`${place(source.file, line, column)}: ${what}.`, 'Write a number, such as 12.5.')
}
