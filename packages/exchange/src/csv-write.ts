import { escapeFormula } from './csv-formula.ts'

/** Numbers and truth values are written as they are; text is quoted where needed and never becomes a formula. */
export type CsvCell = string | number | boolean | null

/**
 * A table as CSV (RFC 4180): comma, CRLF, a header row, no byte order mark; the same input gives the same bytes.
 * Numbers have the shortest digits that give back the same double. `null` and empty text are both empty cells.
 *
 * @throws RangeError if a row has not one cell a column, a column's name is empty or stands twice, or a number is not finite.
 * @example writeCsv(['case', 'score'], [['c1', -2], ['=c2', null]]) // "case,score\r\nc1,-2\r\n'=c2,\r\n"
 */
export function writeCsv(columns: readonly string[], rows: Iterable<readonly CsvCell[]>): string {
  if (columns.includes('')) throw new RangeError('A column has no name.')
  if (new Set(columns).size < columns.length) throw new RangeError(`A column stands twice: ${columns.join(', ')}.`)
  const lines = [lineOf(columns)]
  for (const row of rows) {
    if (row.length !== columns.length) {
      throw new RangeError(`Row ${lines.length} has ${row.length} cells for ${columns.length} columns.`)
    }
    lines.push(lineOf(row))
  }
  return lines.join('')
}

function lineOf(cells: readonly CsvCell[]): string {
  const line = cells.map(cellText).join(',')
  // A line with nothing on it would be skipped by readers.
  return `${line === '' ? '""' : line}\r\n`
}

function cellText(cell: CsvCell): string {
  if (cell === null) return ''
  if (typeof cell === 'number') {
    if (!Number.isFinite(cell)) throw new RangeError(`${cell} is not a number that a file can hold.`)
    return String(cell)
  }
  const text = typeof cell === 'boolean' ? String(cell) : escapeFormula(cell)
  return /[",;\t\r\n]/.test(text) || text.trim() !== text ? `"${text.replaceAll('"', '""')}"` : text
}
