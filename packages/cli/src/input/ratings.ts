import { place, Refusal } from '../refusal.ts'
import { type Collector, collectGroup, type Group } from './group.ts'
import { type Columns, cellText, checkWidth, eachRow, readColumns, type Source } from './source.ts'
import { distinctValues, numberIn } from './values.ts'

/** How the columns of a file are to be read. */
export interface Reading {
  readonly layout: 'wide' | 'long'
  readonly item: string | undefined
  readonly rater: string | undefined
  readonly value: string | undefined
  readonly raters: readonly string[] | undefined
  readonly by: readonly string[]
  readonly noValue: readonly string[]
  /** All values allowed; undefined: whatever is found. */
  readonly categories: readonly string[] | undefined
  /** Whether every value has to be a number. */
  readonly numeric: boolean
}

/** The ratings of a file, group by group. */
export interface Ratings {
  readonly groups: readonly Group[]
  /** Distinct values; the cells of the groups are positions in it. */
  readonly texts: readonly string[]
  readonly raters: readonly string[]
  readonly items: number
  readonly missing: number
}

/** Takes one row apart: calls `add` for each rating in it. */
type TakeRow = (cells: readonly string[], line: number, add: Add) => void
type Add = (item: string, rater: string, cell: string, column: string) => void

/** @throws Refusal naming file, line and column of the first thing that is wrong. */
export function readRatings(source: Source, reading: Reading): Ratings {
  const at = { line: 0, column: '' }
  const { idOf, texts } = distinctValues(new Set(reading.noValue), (text) => {
    const fault = valueFault(text, reading, source.delimiter !== ',')
    if (fault !== null) throw new Refusal(`${place(source.file, at.line, at.column)}: ${fault[0]}`, fault[1])
  })
  const groups = new Map<string, Collector>()
  const items = new Set<string>()
  let columns: Columns | null = null
  let take: TakeRow = () => {}
  let group: Collector | undefined
  const add: Add = (item, rater, cell, column) => {
    at.column = column
    items.add(item)
    group?.add(item, rater, idOf(cell), at.line)
  }
  eachRow(source, (cells, line) => {
    at.line = line
    if (columns === null) {
      columns = readColumns(source, cells, line)
      take = reading.layout === 'wide' ? wideRow(columns, reading) : longRow(columns, reading, source)
      for (const column of reading.by) columns.indexOf(column, 'by')
      return
    }
    checkWidth(source, columns, cells, line)
    group = collectorFor(groups, columns, cells, reading)
    take(cells, line, add)
  })
  if (columns === null)
    throw new Refusal(`${place(source.file, 0)}: there are no rows.`, 'The first row names the columns.')
  const ratings = finished(source, [...groups.values()], texts, items.size)
  checkRaters(source, reading, ratings.raters)
  return ratings
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
  if (reading.numeric && categories === undefined && numberIn(text, decimalComma) === null) {
    return [`"${text}" is not a number.`, 'Correct it, name it with --na, or choose --level nominal or ordinal.']
  }
  return null
}

function collectorFor(
  groups: Map<string, Collector>,
  columns: Columns,
  cells: readonly string[],
  reading: Reading,
): Collector {
  const parts = reading.by.map((name): [string, string] => [name, cellText(cells[columns.indexOf(name, 'by')] ?? '')])
  const key = JSON.stringify(parts)
  const known = groups.get(key)
  if (known !== undefined) return known
  const collector = collectGroup(Object.fromEntries(parts), reading.raters ?? [])
  groups.set(key, collector)
  return collector
}

function wideRow(columns: Columns, reading: Reading): TakeRow {
  const item = reading.item ?? (columns.has('item') ? 'item' : undefined)
  const itemIndex = item === undefined ? null : columns.indexOf(item, 'item')
  const aside = new Set([item, ...reading.by])
  const raters = reading.raters ?? columns.names.filter((name) => !aside.has(name))
  const places = raters.map((rater) => [rater, columns.indexOf(rater, 'raters')] as const)
  return (cells, line, add) => {
    const name = itemIndex === null ? String(line) : cellText(cells[itemIndex] ?? '')
    for (const [rater, index] of places) add(name, rater, cells[index] ?? '', rater)
  }
}

function longRow(columns: Columns, reading: Reading, source: Source): TakeRow {
  const { item = 'item', rater = 'rater', value = 'value' } = reading
  const indexes = [
    columns.indexOf(item, 'item'),
    columns.indexOf(rater, 'rater'),
    columns.indexOf(value, 'value'),
  ] as const
  const wanted = reading.raters === undefined ? null : new Set(reading.raters)
  return (cells, line, add) => {
    const [itemName, raterName] = [cellText(cells[indexes[0]] ?? ''), cellText(cells[indexes[1]] ?? '')]
    if (itemName === '' || raterName === '') {
      const column = itemName === '' ? item : rater
      throw new Refusal(
        `${place(source.file, line, column)}: the cell is empty.`,
        'Each rating needs an item and a rater.',
      )
    }
    if (wanted === null || wanted.has(raterName)) add(itemName, raterName, cells[indexes[2]] ?? '', value)
  }
}

/** A rater asked for who has no row is a slip of the pen. */
function checkRaters(source: Source, { raters = [] }: Reading, found: readonly string[]): void {
  const absent = raters.find((rater) => !found.includes(rater))
  if (absent === undefined || found.length === 0) return
  throw new Refusal(
    `${place(source.file, 0)}: there is no rater "${absent}".`,
    'Check --raters against the column of raters.',
  )
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
  let missing = 0
  for (const { cells } of groups) for (const cell of cells) if (cell < 0) missing++
  return { groups, texts, items, missing, raters: [...new Set(groups.flatMap(({ raters }) => raters))] }
}
