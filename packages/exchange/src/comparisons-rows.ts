import type { ImportFault } from '@attune/contract'
import { PARTED } from './comparisons-csv.ts'
import { unescapeFormula } from './csv-formula.ts'
import { detectDelimiter, eachCsvRow, readHeader } from './csv-read.ts'

/** Stands for "seen, but no value can be given". */
export const NO_VALUE = '(no value)'

export type Kind = 'scale' | 'classification' | 'presence' | 'count' | 'duration'

/** A row of comparisons: cells by column, empty where there is no such column. */
export interface ComparisonCells {
  readonly line: number
  readonly of: (column: string) => string
}

export const kinds: readonly Kind[] = ['scale', 'classification', 'presence', 'count', 'duration']
const needed = ['trainee', 'attempt', 'order', 'case', 'kind', 'variable', 'own', 'master']

/** The rows of a file of comparisons, each with all that it needs; or what is wrong with it. */
export function readRows(text: string): {
  readonly rows: readonly ComparisonCells[]
  readonly faults: readonly ImportFault[]
} {
  const faults: ImportFault[] = []
  const rows: ComparisonCells[] = []
  let columns: ReadonlyMap<string, number> | null = null
  const broken = eachCsvRow(text, detectDelimiter(text), (cells, line) => {
    if (columns === null) {
      const header = readHeader(cells, line)
      const found = 'faults' in header ? header.faults : missingColumns(header.columns, line)
      faults.push(...found)
      if ('columns' in header) columns = header.columns
      return found.length === 0
    }
    const known = columns
    rows.push({ line, of: (column) => unescapeFormula(cells[known.get(column) ?? -1] ?? '') })
    return true
  })
  if (broken !== null) faults.push(broken)
  if (faults.length === 0 && rows.length === 0) {
    faults.push({ line: 1, message: 'The file has no rows.', remedy: 'Export the comparisons of a set once more.' })
  }
  faults.push(...(faults.length > 0 ? [] : rows.flatMap(rowFaults)))
  return { rows, faults }
}

function missingColumns(columns: ReadonlyMap<string, number>, line: number): ImportFault[] {
  const missing = needed.filter((name) => !columns.has(name))
  if (missing.length === 0) return []
  const remedy = 'Export the comparisons of a set, or name the columns as docs/cli.md does.'
  return [{ line, message: `There is no column ${missing.join(', ')}.`, remedy }]
}

const isNumber = (cell: string): boolean => cell.trim() !== '' && Number.isFinite(Number(cell))

function rowFaults({ line, of }: ComparisonCells): ImportFault[] {
  const faults: ImportFault[] = []
  const number = (column: string, cell = of(column)): void => {
    if (isNumber(cell)) return
    faults.push({
      line,
      message: `${column}: "${cell}" is not a number.`,
      remedy: 'Write digits with a decimal point.',
    })
  }
  number('attempt')
  number('order')
  for (const column of ['tolerance', 'overlap', 'seconds', 'start', 'end']) if (of(column) !== '') number(column)
  const kind = of('kind')
  if (kind === 'segment' || kind === 'event') return faults
  if (!isKind(kind)) {
    const remedy = `Write ${kinds.join(', ')}, segment or event.`
    return [...faults, { line, message: `kind: "${kind}" is not known.`, remedy }]
  }
  if (of('variable') === '') {
    faults.push({ line, message: 'variable: it is empty.', remedy: 'Write the id of the variable.' })
  }
  if (isNumeric(kind)) {
    const values = [of('own'), of('master'), ...parted(of('further_masters')), ...parted(of('coders'))]
    for (const value of [...values, ...parted(of('outcomes'))]) {
      if (value !== '' && value !== NO_VALUE) number('own and master', value)
    }
  }
  return faults
}

export const isKind = (kind: string): kind is Kind => kinds.some((one) => one === kind)
export const isNumeric = (kind: string): boolean => kind !== 'classification' && kind !== 'presence'
export const parted = (cell: string): string[] =>
  cell === '' ? [] : cell.split(PARTED.trim()).map((part) => part.trim())
