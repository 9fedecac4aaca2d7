import { type Delimiter, decodeText, detectDelimiter, eachCsvRow, readHeader, unescapeFormula } from '@attune/exchange'
import { place, Refusal } from '../refusal.ts'
import type { World } from '../world.ts'

/** Decoding makes text of the whole file, and an engine's text ends at half a gigabyte. */
const LARGEST_INPUT = 400 * 1024 * 1024

/** A text file with cells. */
export interface Source {
  readonly file: string
  readonly text: string
  readonly delimiter: Delimiter
}

/** @throws Refusal if the file cannot be read or is not text. */
export async function openSource(world: World, file: string): Promise<Source> {
  const decoded = decodeText(await world.read(file), LARGEST_INPUT)
  if (decoded.ok) return { file, text: decoded.text, delimiter: detectDelimiter(decoded.text) }
  const [fault] = decoded.faults
  throw new Refusal(`${place(file, fault?.line ?? 0)}: ${fault?.message}`, fault?.remedy ?? '')
}

/** Cells of every row that is not blank, with the line on which it begins. @throws Refusal for broken quotes. */
export function eachRow(source: Source, onRow: (cells: readonly string[], line: number) => void): void {
  const fault = eachCsvRow(source.text, source.delimiter, (cells, line) => {
    onRow(cells, line)
    return true
  })
  if (fault !== null) throw new Refusal(`${place(source.file, fault.line)}: ${fault.message}`, fault.remedy)
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
export function readColumns(source: Source, cells: readonly string[], line: number): Columns {
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
export function checkWidth(source: Source, columns: Columns, cells: readonly string[], line: number): void {
  if (cells.length === columns.names.length) return
  const message = `${place(source.file, line)}: the row has ${cells.length} cells, the header ${columns.names.length}.`
  throw new Refusal(
    message,
    'Leave empty cells in place, and put quotation marks around cells that hold the delimiter.',
  )
}
