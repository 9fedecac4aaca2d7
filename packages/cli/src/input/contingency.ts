import { tableFromContingency } from '@attune/agreement'
import { orRefuse, place, Refusal } from '../refusal.ts'
import { cellText, eachRow, type Source } from './source.ts'
import type { Declared, Ready } from './tables.ts'
import { numberIn } from './values.ts'

/** A k x k table of counts with a header row (second rater) and a header column (first rater). */
interface Grid {
  readonly raters: readonly [string, string]
  readonly columns: readonly string[]
  readonly rows: ReadonlyMap<string, readonly number[]>
}

/** @throws Refusal if the table is not square, rows and columns differ, or a cell is not a count. */
export function readContingency(source: Source, declared: Declared): { ready: Ready; items: number } {
  const grid = readGrid(source)
  const names = declared.categories ?? grid.columns
  for (const name of [...grid.columns, ...grid.rows.keys()]) {
    if (names.includes(name)) continue
    const message = `${place(source.file, 0)}: "${name}" is not a row, a column and a category.`
    throw new Refusal(message, `Rows and columns have to be the same categories: ${names.join(', ')}.`)
  }
  const numbers = names.map((name) => numberIn(name, false))
  const numeric = numbers.flatMap((number) => (number === null ? [] : [number]))
  const isNumeric = numeric.length === names.length
  const level = declared.level ?? (isNumeric ? 'interval' : 'nominal')
  const counts = names.map((row) => {
    const cells = grid.rows.get(row)
    return names.map((column) => cells?.[grid.columns.indexOf(column)] ?? 0)
  })
  const categories = isNumeric ? numeric : names
  const table = orRefuse(`${place(source.file, 0)}: `, 'Check the counts and the names of the categories.', () =>
    tableFromContingency({ raters: grid.raters, level, categories, counts }),
  )
  const ready: Ready = {
    by: {},
    raters: grid.raters,
    level,
    categories: names,
    codes: () => table,
    scores: () => null,
    shared: () => null,
  }
  return { ready, items: table.size }
}

function readGrid(source: Source): Grid {
  let columns: readonly string[] = []
  let raters: readonly [string, string] | null = null
  const rows = new Map<string, readonly number[]>()
  eachRow(source, (cells, line) => {
    const [head = '', ...rest] = cells.map(cellText)
    if (raters === null) {
      raters = ratersIn(head)
      columns = checkedHeader(source, rest, line)
      return
    }
    if (rest.length !== columns.length) {
      const message = `${place(source.file, line)}: ${rest.length} counts for ${columns.length} columns.`
      throw new Refusal(message, 'The table has a header row, a header column and as many rows as columns.')
    }
    if (rows.has(head))
      throw new Refusal(`${place(source.file, line)}: a second row "${head}".`, 'Delete or rename one.')
    rows.set(
      head,
      rest.map((cell, index) => countIn(source, cell, line, columns[index] ?? '')),
    )
  })
  if (raters === null)
    throw new Refusal(`${place(source.file, 0)}: there are no rows.`, 'The first row names the columns.')
  return { raters, columns, rows }
}

function checkedHeader(source: Source, names: readonly string[], line: number): readonly string[] {
  if (names.length > 0 && !names.includes('') && new Set(names).size === names.length) return names
  const message = `${place(source.file, line)}: the columns are not named, each by another category.`
  throw new Refusal(message, 'The first row holds an empty cell (or "first \\ second" rater) and the categories.')
}

function countIn(source: Source, cell: string, line: number, column: string): number {
  const count = cell === '' ? 0 : numberIn(cell, false)
  if (count !== null && Number.isSafeInteger(count) && count >= 0) return count
  throw new Refusal(
    `${place(source.file, line, column)}: "${cell}" is not a count.`,
    'Write how many items there are: 0, 1, 2 ...',
  )
}

/** The corner cell of our own export names both raters: `Anna \ master`. */
function ratersIn(corner: string): [string, string] {
  const [first = '', second = '', ...more] = corner.split('\\').map((part) => part.trim())
  const isPair = more.length === 0 && first !== '' && second !== '' && first !== second
  return isPair ? [first, second] : ['rows', 'columns']
}
