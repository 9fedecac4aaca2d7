import { type CsvRow, cellsOf, type Delimiter, type TakeWholeRows } from '@attune/exchange'
import { type Columns, checkWidth, readColumns } from '../input/source.ts'
import { streamRows } from '../input/stream.ts'
import { place, Refusal } from '../refusal.ts'
import type { Output, World } from '../world.ts'
import type { Conversion } from './conversion.ts'
import { type CsvOutput, csvOutput } from './csv-output.ts'

/** Takes the rows below a header; made from the header. */
interface Below {
  readonly row: (row: CsvRow) => void
  /** Takes a row without looking at its cells, if that suffices; gives where the next one begins. */
  readonly whole?: (bytes: Uint8Array, at: number, length: number) => number
}

/**
 * Reads a file with a header row by row and writes another one. Where something is refused, no file is left behind.
 *
 * @param open opens what is written, once the header is read.
 * @param header what becomes of the header, and of each row below it.
 */
export async function rewrite(
  world: World,
  { file, delimiter }: Pick<Conversion, 'file' | 'delimiter'>,
  open: () => Output,
  header: (columns: Columns, row: CsvRow, out: CsvOutput) => Below,
): Promise<void> {
  const opened: { output: Output | null; out: CsvOutput | null } = { output: null, out: null }
  const start = (found: Delimiter) => {
    let below: Below | null = null
    let columns: Columns | null = null
    const take = (row: CsvRow) => {
      if (below === null || columns === null) {
        columns = readColumns({ file }, cellsOf(row), row.line)
        opened.output = open()
        opened.out = csvOutput(opened.output, found !== ',')
        below = header(columns, row, opened.out)
      } else {
        if (row.count !== columns.names.length) checkWidth({ file }, columns, { length: row.count }, row.line)
        below.row(row)
      }
      return true
    }
    const whole: TakeWholeRows = (bytes, at, length, row) => {
      const next = below?.whole?.(bytes, at, length) ?? at
      if (next > at) row.line++
      return next
    }
    return { row: take, whole }
  }
  try {
    await streamRows(world, file, delimiter, start)
    if (opened.out === null)
      throw new Refusal(`${place(file, 0)}: there are no rows.`, 'The first row names the columns.')
    opened.out.finish()
  } catch (error) {
    opened.output?.abandon()
    throw error
  }
}

/** The same rows and cells as plain CSV. */
export async function cleanFile(world: World, conversion: Conversion, open: () => Output): Promise<void> {
  await rewrite(world, conversion, open, ({ names }, first, out) => {
    out.row(first)
    return { row: out.row, whole: (bytes, at, length) => out.wholeRow(bytes, at, length, names.length) }
  })
}
