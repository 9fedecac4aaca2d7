import type { ImportFault } from '@attune/contract'
import { cellsOf, csvScanner, type Delimiter, newCsvRow } from './csv-scan.ts'

/** Node, browsers and every other engine have it, but the types of the language itself do not name it. */
declare const TextEncoder: new () => { readonly encode: (text: string) => Uint8Array }

/** The most frequent of tab, semicolon and comma outside quotes on the first line that is not blank. */
export function detectDelimiter(text: string): Delimiter {
  const start = text.search(/[^\s\uFEFF]/)
  const from = Math.max(0, text.lastIndexOf('\n', start) + 1)
  const counts = { '\t': 0, ';': 0, ',': 0 }
  let quoted = false
  for (let at = from; at < text.length && at < from + 100_000; at++) {
    const character = text[at]
    if (character === '"') quoted = !quoted
    if (quoted) continue
    if ((character === '\n' || character === '\r') && at > start) break
    if (character === '\t' || character === ';' || character === ',') counts[character]++
  }
  const [tabs, semicolons, commas] = [counts['\t'], counts[';'], counts[',']]
  if (tabs > 0 && tabs >= semicolons && tabs >= commas) return '\t'
  return semicolons > commas ? ';' : ','
}

/** Called with the cells of each row that is not blank and the line on which it begins; `false` stops the reading. */
export type OnRow = (cells: readonly string[], line: number) => boolean | undefined

/**
 * Reads CSV row by row, without ever building objects from a header: a column may be called `__proto__`.
 * Line numbers stay right behind cells that hold line breaks.
 *
 * @returns the fault that stopped it, or null.
 */
export function eachCsvRow(text: string, delimiter: Delimiter, onRow: OnRow): ImportFault | null {
  const bytes = new TextEncoder().encode(text.replace(/^\uFEFF/, ''))
  const scan = csvScanner(delimiter, newCsvRow(), (row) => onRow(cellsOf(row), row.line))
  const { brokenQuotes } = scan(bytes, bytes.length, true)
  return brokenQuotes
}

const BUILT_IN_NAMES = new Set([...Object.getOwnPropertyNames(Object.prototype), 'prototype'])

/** Columns by name, or what is wrong with the header. */
export type Header = { readonly columns: ReadonlyMap<string, number> } | { readonly faults: ImportFault[] }

/** The header row: every column has a name of its own. */
export function readHeader(cells: readonly string[], line: number): Header {
  const columns = new Map<string, number>()
  const faults: ImportFault[] = []
  for (const [index, cell] of cells.entries()) {
    const name = cell.replace(/^\uFEFF/, '').trim()
    const where = `Column ${index + 1}`
    if (name === '') faults.push({ line, message: `${where} has no name.`, remedy: 'Name it, or delete the column.' })
    else if (BUILT_IN_NAMES.has(name)) {
      faults.push({ line, message: `${where}: the name "${name}" is reserved.`, remedy: 'Rename the column.' })
    } else if (columns.has(name)) {
      faults.push({ line, message: `${where}: there are two columns "${name}".`, remedy: 'Rename or delete one.' })
    }
    columns.set(name, index)
  }
  return faults.length > 0 ? { faults } : { columns }
}
