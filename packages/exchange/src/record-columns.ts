import type { ImportFault } from '@attune/contract'
import { readHeader } from './csv-read.ts'

const COLUMNS = ['episode', 'onset', 'offset', 'subject', 'behaviour', 'note'] as const
export type RecordColumn = (typeof COLUMNS)[number]
const MOST_COLUMNS = 200

const isRecordColumn = (name: string): name is RecordColumn => COLUMNS.some((column) => column === name)

/** Where each column of an observation record stands, and what is wrong with its header. */
export function columnsOf(cells: readonly string[], line: number) {
  const columns = new Map<RecordColumn, number>()
  const faults: ImportFault[] = []
  if (cells.length > MOST_COLUMNS) {
    const message = `The header has ${cells.length} columns; at most ${MOST_COLUMNS} are read.`
    return { columns, faults: [{ line, message, remedy: `Keep only ${COLUMNS.join(', ')}.` }] }
  }
  const header = readHeader(
    cells.map((cell) => cell.trim().toLowerCase().replace('behavior', 'behaviour')),
    line,
  )
  if ('faults' in header) return { columns, faults: header.faults }
  for (const [name, index] of header.columns) {
    if (isRecordColumn(name)) columns.set(name, index)
    else {
      const remedy = `Rename or delete it. Known are ${COLUMNS.join(', ')}.`
      faults.push({ line, message: `The column "${name}" is not known.`, remedy })
    }
  }
  for (const name of ['onset', 'behaviour'] as const) {
    if (columns.has(name)) continue
    const remedy = `The first line names the columns, such as ${COLUMNS.join(',')}.`
    faults.push({ line, message: `The column "${name}" is missing.`, remedy })
  }
  return { columns, faults }
}
