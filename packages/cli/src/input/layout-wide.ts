import { collectWide } from './collect-wide.ts'
import { groupsBy } from './groups-by.ts'
import { itemsIn } from './items.ts'
import { knownRows } from './known-rows.ts'
import type { Layout, Reading } from './layout.ts'
import { type Columns, rowsAbout, type Source } from './source.ts'
import type { Values } from './values.ts'

/** A row an item, a column a rater. @throws Refusal if a column is missing. */
export function wideLayout(
  source: Source,
  reading: Reading,
  columns: Columns,
  values: Values,
  onColumn: (name: string) => void,
): Layout {
  const item = reading.item ?? (columns.has('item') ? 'item' : undefined)
  const itemPlace = item === undefined ? null : columns.indexOf(item, 'item')
  if (reading.cluster !== undefined) columns.indexOf(reading.cluster, 'cluster')
  const aside = new Set([item, reading.cluster, ...reading.by])
  const raters = reading.raters ?? columns.names.filter((name) => !aside.has(name))
  const places = raters.map((rater) => columns.indexOf(rater, 'raters'))
  // Without raters no row holds a rating, and so no item.
  const isRated = raters.length > 0
  const expected = rowsAbout(source)
  const items = itemPlace === null || !isRated ? null : itemsIn(source, itemPlace, expected)
  const groups = groupsBy(source.bytes, columns, reading, (by) =>
    collectWide(by, { raters, places }, items, values, onColumn, reading.by.length === 0 ? expected : null),
  )
  let rows = 0
  const isOneGroup = isRated && reading.by.length === 0
  const known = { delimiter: source.delimiter, width: columns.names.length, places, itemPlace, items, values }
  const keep = (found: Int32Array, count: number) => {
    rows += count
    groups.latest()?.addNew(found, count)
  }
  return {
    takeWhole: isOneGroup ? knownRows(known, keep) : null,
    take: (row) => {
      const group = groups.of(row)
      if (!isRated) return
      rows++
      group.add(row, items === null ? null : items.idOf(row))
    },
    collectors: groups.all,
    items: () => items?.count() ?? rows,
    raters: () => (rows > 0 ? raters : []),
  }
}
