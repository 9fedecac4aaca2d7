import { checkAsked } from '../input/asked-raters.ts'
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
  /** Its name; null where no column names it. */
  readonly name: string | null
  readonly by: Readonly<Record<string, string>>
  readonly rows: Row[]
  /** As declared for it, or in its first row. */
  readonly begin: number | null
  readonly length: number | null
  /** What it belongs to; null if no column was named for it. */
  readonly cluster: string | null
}

/** A file as documents, with what its messages need. */
export interface Documents {
  readonly documents: readonly Document[]
  readonly source: Source
  /** The column that each meaning has in this file. */
  readonly columns: Readonly<Record<Meaning, string>>
  /** The column that names the documents, if there is one. */
  readonly item: string | null
}

/** @throws Refusal naming file, line and column of the first thing that is wrong. */
export async function readDocuments(world: World, reading: SegmentReading): Promise<Documents> {
  const source = await openSource(world, reading.file)
  const documents = new Map<string, Document>()
  const met = new Set<string>()
  let take: ((cells: readonly string[], line: number) => void) | null = null
  let item: string | null = null
  let named: Readonly<Record<Meaning, string>> = { rater: '', value: '', start: '', end: '' }
  eachRow(source, (cells, line) => {
    if (take === null) {
      const columns = readColumns(source, cells, line)
      named = meaningsOf(source, columns, reading, line)
      item = reading.item ?? USUAL[reading.layout].item.find((name) => columns.has(name)) ?? null
      take = rowTaker(source, columns, named, { ...reading, item }, documents, met)
      return
    }
    take(cells, line)
  })
  if (take === null)
    throw new Refusal(`${place(source.file, 0)}: there are no rows.`, 'The first row names the columns.')
  checkAsked(source.file, reading.raters, named.rater, met)
  return { documents: [...documents.values()], source, columns: named, item }
}

function rowTaker(
  source: Source,
  columns: Columns,
  named: Readonly<Record<Meaning, string>>,
  reading: Omit<SegmentReading, 'item'> & Pick<Documents, 'item'>,
  documents: Map<string, Document>,
  met: Set<string>,
): (cells: readonly string[], line: number) => void {
  const { item, cluster } = reading
  const keys = [...(item === null ? [] : [item]), ...reading.by.filter((name) => name !== item)]
  checkColumns(columns, reading)
  const places = new Map(columns.names.map((name, index) => [name, index]))
  const cellOf = (cells: readonly string[], column: string) => cellText(cells[places.get(column) ?? -1] ?? '')
  const textOf = (cells: readonly string[], column: string): string => {
    if (column === '') return ''
    const text = cellOf(cells, column)
    return reading.noValue.has(text) ? '' : text
  }
  return (cells, line) => {
    checkWidth(source, columns, cells, line)
    const rater = textOf(cells, named.rater)
    if (rater === '') {
      const where = place(source.file, line, named.rater)
      throw new Refusal(`${where}: the cell is empty.`, 'Each row needs the name of a rater.')
    }
    met.add(rater)
    if (reading.raters !== undefined && !reading.raters.includes(rater)) return
    const by = Object.fromEntries(keys.map((name) => [name, cellOf(cells, name)]))
    const key = JSON.stringify(keys.map((name) => by[name]))
    const [begin, length] = [reading.begin, reading.length].map((extent) =>
      extentIn(source, extent, (name) => textOf(cells, name), line),
    )
    const document = documents.get(key) ?? {
      name: item === null ? null : (by[item] ?? ''),
      by,
      rows: [],
      begin: begin ?? null,
      length: length ?? null,
      cluster: cluster === undefined ? null : textOf(cells, cluster),
    }
    documents.set(key, document)
    if (cluster !== undefined) checkCluster(source, cluster, document, textOf(cells, cluster), line)
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

/** @throws Refusal naming the option of a column that is not there. */
function checkColumns(
  columns: Columns,
  { item, by, cluster, begin, length }: Omit<SegmentReading, 'item'> & Pick<Documents, 'item'>,
): void {
  if (item !== null) columns.indexOf(item, 'item')
  for (const name of by) columns.indexOf(name, 'by')
  if (cluster !== undefined) columns.indexOf(cluster, 'cluster')
  for (const [option, extent] of Object.entries({ begin, length })) {
    if (extent !== null && 'column' in extent) columns.indexOf(extent.column, option)
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

function checkCluster(source: Source, column: string, document: Document, cluster: string, line: number): void {
  const where = place(source.file, line, column)
  if (cluster === '') {
    throw new Refusal(`${where}: the cell is empty.`, 'Each document needs the name of what it belongs to.')
  }
  if (document.cluster === cluster) return
  throw new Refusal(
    `${where}: the document belongs to "${cluster}" here, and to "${document.cluster}" in an earlier row.`,
    'A document belongs to one cluster; correct one of the rows.',
  )
}

/** A cell as a number. @throws Refusal if it is none. */
export function numberAt(source: Source, text: string, line: number, column: string): number {
  const number = numberIn(text, source.delimiter !== ',')
  if (number !== null) return number
  const what = text === '' ? 'the cell is empty' : `"${text}" is not a number`
  throw new Refusal(`${place(source.file, line, column)}: ${what}.`, 'Write a number, such as 12.5.')
}
