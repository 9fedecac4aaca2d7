import { type CsvRow, escapeFormula } from '@attune/exchange'
import { Refusal } from '../refusal.ts'
import type { Output, World } from '../world.ts'
import { rewrite } from './clean.ts'
import type { Conversion } from './conversion.ts'
import type { CsvOutput } from './csv-output.ts'

/** A row for each cell of a rater: item, what it is rated on, rater, value. */
export async function longFile(world: World, conversion: Conversion, open: () => Output): Promise<void> {
  await rewrite(world, conversion, open, (columns, first, out) => {
    const { by, rater, value } = conversion
    const item = conversion.item ?? (columns.has('item') ? 'item' : undefined)
    const aside = new Set([item, ...by])
    const raters = conversion.raters ?? columns.names.filter((name) => !aside.has(name))
    const clash = [item ?? 'item', ...by].find((name) => name === rater || name === value)
    if (clash !== undefined)
      throw new Refusal(`There would be two columns "${clash}".`, 'Choose other names with --rater and --value.')
    const kept = by.map((name) => columns.indexOf(name, 'by'))
    const itemPlace = item === undefined ? null : columns.indexOf(item, 'item')
    const headings = cellsAt(
      first,
      raters.map((name) => columns.indexOf(name, 'raters')),
    )
    for (const name of [item ?? 'item', ...by, rater, value]) out.text(escapeFormula(name))
    out.endRow()
    const longRows = (row: CsvRow) => {
      for (const { bytes, kind, place } of headings) {
        if (itemPlace === null) out.text(String(row.line))
        else writeCell(out, row, itemPlace)
        for (const column of kept) writeCell(out, row, column)
        out.cell(bytes, 0, bytes.length, kind)
        writeCell(out, row, place)
        out.endRow()
      }
    }
    return { row: longRows }
  })
}

function writeCell(out: CsvOutput, row: CsvRow, place: number): void {
  out.cell(row.bytes, row.starts[place]!, row.ends[place]!, row.kinds[place]!)
}

/** Copies of cells that outlive their row. */
function cellsAt(row: CsvRow, places: readonly number[]) {
  return places.map((place) => ({
    place,
    kind: row.kinds[place]!,
    bytes: row.bytes.slice(row.starts[place], row.ends[place]),
  }))
}
