import type { CsvRow } from '@attune/exchange'
import { place, Refusal } from '../refusal.ts'
import { collectLong } from './collect-long.ts'
import { groupsBy } from './groups-by.ts'
import type { Layout, Reading } from './layout.ts'
import { namesIn } from './names.ts'
import type { Columns, Source } from './source.ts'
import type { Values } from './values.ts'

/** A row a rating. @throws Refusal if a column is missing. */
export function longLayout(
  source: Source,
  reading: Reading,
  columns: Columns,
  values: Values,
  onColumn: (name: string) => void,
): Layout {
  const { item = 'item', rater = 'rater', value = 'value' } = reading
  const itemPlace = columns.indexOf(item, 'item')
  const raterPlace = columns.indexOf(rater, 'rater')
  const valuePlace = columns.indexOf(value, 'value')
  if (reading.cluster !== undefined) columns.indexOf(reading.cluster, 'cluster')
  const [items, raters] = [namesIn(source.bytes, 0), namesIn(source.bytes, 0)]
  const wanted = reading.raters === undefined ? null : new Set(reading.raters)
  const groups = groupsBy(source.bytes, columns, reading, (by) => collectLong(by, items, raters, reading.raters ?? []))
  const refuseEmpty = (row: CsvRow, column: string) => {
    const message = `${place(source.file, row.line, column)}: the cell is empty.`
    throw new Refusal(message, 'Each rating needs an item and a rater.')
  }
  return {
    takeWhole: null,
    take: (row) => {
      const group = groups.of(row)
      if (items.isEmpty(row, itemPlace)) refuseEmpty(row, item)
      if (raters.isEmpty(row, raterPlace)) refuseEmpty(row, rater)
      const raterId = raters.idOf(row, raterPlace)
      if (wanted !== null && !wanted.has(raters.nameOf(raterId))) return
      onColumn(value)
      group.add(items.idOf(row, itemPlace), raterId, values.idOf(row, valuePlace), row.line)
    },
    collectors: groups.all,
    items: items.count,
    raters: () => Array.from({ length: raters.count() }, (_, id) => raters.nameOf(id)),
  }
}
