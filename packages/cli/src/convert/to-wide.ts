import { type CsvRow, cellsOf, escapeFormula } from '@attune/exchange'
import { checkAsked } from '../input/asked-raters.ts'
import { growingNumbers } from '../input/growing.ts'
import { namesIn } from '../input/names.ts'
import { type Columns, checkWidth, eachByteRow, openSource, readColumns, type Source } from '../input/source.ts'
import { place, Refusal } from '../refusal.ts'
import type { Output, World } from '../world.ts'
import type { Conversion } from './conversion.ts'
import { csvOutput } from './csv-output.ts'

/** Cells of a file by where they stand in it. */
function cellList() {
  const [starts, ends, kinds] = [growingNumbers(), growingNumbers(), growingNumbers()]
  return {
    add: (row: CsvRow, cell: number): number => {
      starts.push(row.starts[cell]!)
      ends.push(row.ends[cell]!)
      kinds.push(row.kinds[cell]!)
      return starts.count() - 1
    },
    at: (index: number) => [starts.at(index), ends.at(index), kinds.at(index)] as const,
  }
}

/** A row for each item, with a column for each rater; the whole file has to be read before the first row is known. */
export async function wideFile(world: World, conversion: Conversion, open: () => Output): Promise<void> {
  const found = await openSource(world, conversion.file)
  const source: Source = { ...found, delimiter: conversion.delimiter ?? found.delimiter }
  const { heads, rows, raters, cells } = collect(source, conversion)
  const output = open()
  try {
    const out = csvOutput(output, source.delimiter !== ',')
    for (const name of [...heads, ...raters]) out.text(escapeFormula(name))
    out.endRow()
    for (const { subject, ratings } of rows) {
      for (const cell of subject) out.cell(source.bytes, ...cells.at(cell))
      for (const rater of raters.keys()) {
        const rating = ratings[rater]
        if (rating === undefined) out.text('')
        else out.cell(source.bytes, ...cells.at(rating.cell))
      }
      out.endRow()
    }
    out.finish()
  } catch (error) {
    output.abandon()
    throw error
  }
}

interface WideRow {
  /** Cells of the item and of what it is rated on. */
  readonly subject: readonly number[]
  /** By the position of the rater. */
  readonly ratings: ({ readonly cell: number; readonly line: number } | undefined)[]
}

function collect(source: Source, conversion: Conversion) {
  const { by, rater, value, item = 'item' } = conversion
  const heads = [item, ...by]
  const cells = cellList()
  const rows = new Map<string, WideRow>()
  const raterNames = namesIn(source.bytes, 0)
  const met = new Set<string>()
  const places = new Map(conversion.raters?.map((name, index) => [name, index]))
  let columns: Columns | null = null
  let take: (row: CsvRow) => void = () => {}
  eachByteRow(source, (row) => {
    if (columns !== null) {
      if (row.count !== columns.names.length) checkWidth(source, columns, { length: row.count }, row.line)
      return take(row)
    }
    columns = readColumns(source, cellsOf(row), row.line)
    const { indexOf } = columns
    const subject = [indexOf(item, 'item'), ...by.map((name) => indexOf(name, 'by'))].map((column) => ({
      column,
      names: namesIn(source.bytes, 0),
    }))
    const [raterPlace, valuePlace] = [indexOf(rater, 'rater'), indexOf(value, 'value')]
    take = (next) => {
      for (const [column, name] of [[subject[0]!.column, item] as const, [raterPlace, rater] as const]) {
        if (!raterNames.isEmpty(next, column)) continue
        const message = `${place(source.file, next.line, name)}: the cell is empty.`
        throw new Refusal(message, 'Each rating needs an item and a rater.')
      }
      const who = raterNames.nameOf(raterNames.idOf(next, raterPlace))
      met.add(who)
      if (conversion.raters !== undefined && !places.has(who)) return
      const position = places.get(who) ?? places.size
      places.set(who, position)
      const key = subject.map(({ column, names }) => names.idOf(next, column)).join(' ')
      const known = rows.get(key)
      const wide = known ?? { subject: subject.map(({ column }) => cells.add(next, column)), ratings: [] }
      if (known === undefined) rows.set(key, wide)
      refuseTwin(source, wide.ratings[position]?.line, next.line, who)
      wide.ratings[position] = { cell: cells.add(next, valuePlace), line: next.line }
    }
  })
  if (columns === null)
    throw new Refusal(`${place(source.file, 0)}: there are no rows.`, 'The first row names the columns.')
  const raters = [...places.keys()]
  checkAsked(source.file, conversion.raters, rater, met)
  const clash = raters.find((name) => heads.includes(name))
  if (clash !== undefined)
    throw new Refusal(
      `${place(source.file, 0)}: a rater and a column are both called "${clash}".`,
      'Rename one of them.',
    )
  return { heads, rows: rows.values(), raters, cells }
}

function refuseTwin(source: Source, before: number | undefined, line: number, rater: string): void {
  if (before === undefined) return
  throw new Refusal(
    `${place(source.file, line)}: a second rating of the same item by ${rater}; the first is on line ${before}.`,
    'Delete one of them, or separate them with --by.',
  )
}
