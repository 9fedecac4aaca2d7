import { LARGEST_SCORE } from '@attune/agreement'
import { type CsvRow, cellsOf, type TakeWholeRows } from '@attune/exchange'
import { place, Refusal } from '../refusal.ts'
import { checkAsked } from './asked-raters.ts'
import type { Collector, Group } from './group.ts'
import type { Cells } from './growing.ts'
import { refuseItemsAsRater } from './item-column.ts'
import type { Layout, Reading } from './layout.ts'
import { longLayout } from './layout-long.ts'
import { wideLayout } from './layout-wide.ts'
import { type Columns, checkWidth, eachByteRow, readColumns, type Source } from './source.ts'
import { ABSENT, distinctValues, EMPTY, isTooLarge, numberIn } from './values.ts'

/** The ratings of a file, group by group. */
export interface Ratings {
  readonly groups: readonly Group[]
  /** Distinct values; the cells of the groups are positions in it. */
  readonly texts: readonly string[]
  readonly raters: readonly string[]
  readonly items: number
  readonly missing: number
}

const LONGEST_SHOWN = 40

/** @throws Refusal naming file, line and column of the first thing that is wrong. */
export function readRatings(source: Source, reading: Reading): Ratings {
  const at = { line: 0, column: '' }
  const values = distinctValues(source.bytes, new Set(reading.noValue), (text) => {
    const fault = valueFault(text, reading, source.delimiter !== ',')
    if (fault !== null) throw new Refusal(`${place(source.file, at.line, at.column)}: ${fault[0]}`, fault[1])
  })
  const onColumn = (column: string) => {
    at.column = column
  }
  let header = 0
  let columns: Columns | null = null
  let layout: Layout | null = null
  let takeWhole: TakeWholeRows | null = null
  const readRow = (row: CsvRow) => {
    at.line = row.line
    if (columns === null || layout === null) {
      columns = readColumns(source, cellsOf(row), row.line)
      header = row.line
      const layoutOf = reading.layout === 'wide' ? wideLayout : longLayout
      checkSeveral(source, columns, row.line)
      layout = layoutOf(source, reading, columns, values, onColumn)
      takeWhole = layout.takeWhole
      return
    }
    if (row.count !== columns.names.length) checkWidth(source, columns, { length: row.count }, row.line)
    layout.take(row)
  }
  eachByteRow(source, readRow, (bytes, from, length, row) => takeWhole?.(bytes, from, length, row) ?? from)
  if (layout === null)
    throw new Refusal(`${place(source.file, 0)}: there are no rows.`, 'The first row names the columns.')
  if (header === at.line)
    throw new Refusal(
      `${place(source.file, header)}: there are no rows below the names of the columns.`,
      'Add the ratings, a row each or a row for each item.',
    )
  const read: Layout = layout
  const ratings = finished(source, read.collectors(), values.texts, read.items())
  checkAsked(source.file, reading.raters, reading.rater ?? 'rater', new Set(read.raters()))
  refuseItemsAsRater(source, reading, ratings.groups[0], ratings.texts)
  return ratings
}

/** @throws Refusal for a file whose cells are separated by something else, and for one that is no table. */
function checkSeveral(source: Source, { names }: Columns, line: number): void {
  const [only, ...more] = names
  if (only === undefined || more.length > 0) return
  const shown = only.length > LONGEST_SHOWN ? `${only.slice(0, LONGEST_SHOWN)} ...` : only
  throw new Refusal(
    `${place(source.file, line)}: there is only one column, "${shown}".`,
    'The first row names the columns; separate them by commas, semicolons or tabs.',
  )
}

/** What is wrong with a value, and the remedy. */
function valueFault(text: string, reading: Reading, decimalComma: boolean): [string, string] | null {
  const { categories } = reading
  if (categories !== undefined && !categories.includes(text)) {
    const number = numberIn(text, decimalComma)
    const isSameNumber = number !== null && categories.some((category) => numberIn(category, false) === number)
    if (!isSameNumber)
      return [`"${text}" is not among ${categories.join(', ')}.`, 'Correct it, or add it to --categories or --na.']
  }
  const isScore = reading.values !== 'codes' && categories === undefined
  const fault = isScore ? scoreFault(text, reading.values === 'numbers', decimalComma) : null
  if (fault === null) return null
  return [`"${text}" ${fault}.`, 'Correct it, name it with --na, or choose --level nominal or ordinal.']
}

function scoreFault(text: string, isNumber: boolean, decimalComma: boolean): string | null {
  if (isTooLarge(text, decimalComma)) return `is too large for a score; at most ${LARGEST_SCORE} is possible`
  return isNumber && numberIn(text, decimalComma) === null ? 'is not a number' : null
}

function finished(source: Source, collectors: readonly Collector[], texts: readonly string[], items: number): Ratings {
  const groups: Group[] = []
  for (const collector of collectors) {
    const group = collector.finish()
    if ('lines' in group) {
      const message = `${place(source.file, group.lines[1])}: a second rating of item ${group.item} by ${group.rater}`
      const remedy = 'Delete one of them, or separate them with --by.'
      throw new Refusal(`${message}; the first is on line ${group.lines[0]}.`, remedy)
    }
    groups.push(group)
  }
  const missing = groups.reduce((sum, { cells }) => sum + missingAmong(cells), 0)
  return { groups, texts, items, missing, raters: [...new Set(groups.flatMap(({ raters }) => raters))] }
}

function missingAmong(cells: Cells): number {
  // Where none is missing, which is common, a search is several times sooner than a count.
  if (!cells.includes(EMPTY) && !cells.includes(ABSENT)) return 0
  let missing = 0
  for (let index = 0; index < cells.length; index++) if (cells[index]! < 0) missing++
  return missing
}
