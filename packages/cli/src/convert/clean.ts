import { type CsvRow, cellsOf, type Delimiter } from '@attune/exchange'
import { type Columns, checkWidth, readColumns } from '../input/source.ts'
import { streamRows } from '../input/stream.ts'
import { place, Refusal } from '../refusal.ts'
import type { Output, World } from '../world.ts'
import type { Conversion } from './command.ts'
import { type CsvOutput, csvOutput } from './csv-output.ts'

/** Takes the rows below a header; made from the header. */
type Below = (row: CsvRow) => void

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
    return (row: CsvRow) => {
      if (below === null || columns === null) {
        columns = readColumns({ file }, cellsOf(row), row.line)
        opened.output = open()
        opened.out = csvOutput(opened.output, found !== ',')
        below = header(columns, row, opened.out)
      } else {
        if (row.count !== columns.names.length) checkWidth({ file }, columns, { length: row.count }, row.line)
        below(row)
      }
      return true
    }
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
  await rewrite(world, conversion, open, (_, first, out) => {
    out.row(first)
    return out.row
  })
}
