import { isUtf8 } from 'node:buffer'
import {
  type CsvRow,
  cellsOf,
  csvScanner,
  type Delimiter,
  decodeText,
  detectDelimiter,
  newCsvRow,
  readHeader,
  type TakeWholeRows,
  unescapeFormula,
} from '@attune/exchange'
import { place, Refusal } from '../refusal.ts'
import type { World } from '../world.ts'

/** Larger files are better split before anybody waits for them. */
const LARGEST_INPUT = 400 * 1024 * 1024

/** The beginning of a file says what it is and which delimiter it has. */
const HEAD = 64 * 1024

const LINE_FEED = 0x0a

/** A text file with cells; it can be read more than once. */
export interface Source {
  readonly file: string
  /** UTF-8 without byte order mark, whatever the file is. */
  readonly bytes: Uint8Array
  readonly delimiter: Delimiter
  readonly progress: World['progress']
}

/** @throws Refusal if the file cannot be read or is not text. */
export async function openSource(world: World, file: string): Promise<Source> {
  const bytes = textBytes(await world.read(file), file)
  const head = new TextDecoder().decode(bytes.subarray(0, HEAD))
  return { file, bytes, delimiter: detectDelimiter(head), progress: world.progress }
}

/**
 * A text as UTF-8. Most files are that already, and then only the beginning is decoded: the whole of a million rows goes
 * through the decoder, which knows what is wrong and where, only if something is.
 */
function textBytes(bytes: Uint8Array, file: string): Uint8Array {
  const head = decodeText(bytes.subarray(0, characterStart(bytes, HEAD)))
  const isPlain = head.ok && head.encoding === 'utf-8' && bytes.length <= LARGEST_INPUT
  if (isPlain && isUtf8(bytes) && !bytes.includes(0)) return head.bom ? bytes.subarray(3) : bytes
  const decoded = decodeText(bytes, LARGEST_INPUT)
  if (decoded.ok) return new TextEncoder().encode(decoded.text)
  const [fault] = decoded.faults
  throw new Refusal(`${place(file, fault?.line ?? 0)}: ${fault?.message}`, fault?.remedy ?? '')
}

/** Where the character at an offset begins. */
export function characterStart(bytes: Uint8Array, offset: number): number {
  let at = offset
  while (at > 0 && at < bytes.length && (bytes[at]! & 0xc0) === 0x80) at--
  return at
}

const LINES_LOOKED_AT = 64

/** How many rows a file has, judged by its first lines: good enough to make room for them. */
export function rowsAbout({ bytes }: Source): number {
  let lines = 0
  let end = 0
  for (let at = 0; at >= 0 && lines < LINES_LOOKED_AT; at = bytes.indexOf(LINE_FEED, at + 1)) {
    lines++
    end = at + 1
  }
  return Math.ceil((1.1 * lines * bytes.length) / end)
}

/** Asking what time it is after each row would cost more than the row. */
const ROWS_UNTOLD = 100_000

/**
 * Every row that is not blank, as bytes.
 *
 * @param takeWhole is asked first whether it takes rows as they are.
 * @throws Refusal for broken quotes.
 */
export function eachByteRow(source: Source, onRow: (row: CsvRow) => void, takeWhole?: TakeWholeRows): void {
  let told = 0
  const tell = ({ line }: CsvRow) => {
    if (line - told < ROWS_UNTOLD) return
    told = line - (line % ROWS_UNTOLD)
    source.progress(`${source.file}: ${told} rows read`)
  }
  const take = (row: CsvRow) => {
    onRow(row)
    tell(row)
    return true
  }
  const takeWholeAndTell: TakeWholeRows = (bytes, at, length, row) => {
    const next = takeWhole?.(bytes, at, length, row) ?? at
    tell(row)
    return next
  }
  const scan = csvScanner(source.delimiter, newCsvRow(), take, takeWhole && takeWholeAndTell)
  const { brokenQuotes } = scan(source.bytes, source.bytes.length, true)
  if (brokenQuotes !== null) {
    throw new Refusal(`${place(source.file, brokenQuotes.line)}: ${brokenQuotes.message}`, brokenQuotes.remedy)
  }
}

/** Cells of every row that is not blank, with the line on which it begins. @throws Refusal for broken quotes. */
export function eachRow(source: Source, onRow: (cells: readonly string[], line: number) => void): void {
  eachByteRow(source, (row) => onRow(cellsOf(row), row.line))
}

/** A cell without surrounding blanks and without the apostrophe that keeps spreadsheets from calculating. */
export function cellText(cell: string): string {
  return unescapeFormula(cell.trim())
}

/** The columns of a file by name. */
export interface Columns {
  readonly names: readonly string[]
  /** @throws Refusal if there is no such column. */
  readonly indexOf: (name: string, option: string) => number
  readonly has: (name: string) => boolean
}

/** @throws Refusal if a column has no name, or the name of another one. */
export function readColumns(source: Pick<Source, 'file'>, cells: readonly string[], line: number): Columns {
  if (line === 1 && /^sep=.?$/i.test(cells.join(''))) {
    throw new Refusal(
      `${place(source.file, line)}: this line tells Excel the delimiter, and is not the names of the columns.`,
      'Delete it.',
    )
  }
  const header = readHeader(cells.map(cellText), line)
  if ('faults' in header) {
    const [fault] = header.faults
    throw new Refusal(`${place(source.file, line)}: ${fault?.message}`, fault?.remedy ?? '')
  }
  const { columns } = header
  const names = [...columns.keys()]
  return {
    names,
    has: (name) => columns.has(name),
    indexOf: (name, option) => {
      const index = columns.get(name)
      if (index !== undefined) return index
      const message = `${place(source.file, line)}: there is no column "${name}" for --${option}.`
      throw new Refusal(message, `The file has the columns ${names.join(', ')}.`)
    },
  }
}

/** @throws Refusal if a row has not one cell for each column. */
export function checkWidth(
  source: Pick<Source, 'file'>,
  columns: Columns,
  cells: { readonly length: number },
  line: number,
): void {
  if (cells.length === columns.names.length) return
  const message = `${place(source.file, line)}: the row has ${cells.length} cells, the header ${columns.names.length}.`
  throw new Refusal(
    message,
    'Leave empty cells in place, and put quotation marks around cells that hold the delimiter.',
  )
}
