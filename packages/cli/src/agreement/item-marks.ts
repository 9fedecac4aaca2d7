import type { Reading } from '../input/layout.ts'
import { type Columns, cellText, checkWidth, eachRow, readColumns, type Source } from '../input/source.ts'
import { place, Refusal } from '../refusal.ts'

/** What a file says of its items besides their ratings, item by item in the order of the tables. */
export interface Marks {
  readonly names: readonly string[]
  /** What each item belongs to; null if no column was named for it. */
  readonly clusters: readonly string[] | null
}

interface Seen {
  readonly cluster: string
  readonly line: number
}

/**
 * Names and clusters of the items of each group.
 *
 * @throws Refusal naming line and column if the cluster of an item is empty, or differs between its rows.
 */
export function readMarks(source: Source, reading: Reading): (by: Readonly<Record<string, string>>) => Marks {
  const { cluster } = reading
  const groups = new Map<string, Map<string, Seen>>()
  let columns: Columns | null = null
  eachRow(source, (cells, line) => {
    if (columns === null) {
      columns = readColumns(source, cells, line)
      return
    }
    checkWidth(source, columns, cells, line)
    const cellOf = cellsIn(columns, cells)
    const rater = cellOf(reading.rater ?? 'rater', 'rater')
    if (reading.layout === 'long' && reading.raters !== undefined && !reading.raters.includes(rater)) return
    const key = keyOf(reading.by.map((name) => cellOf(name, 'by')))
    const items = groups.get(key) ?? new Map<string, Seen>()
    groups.set(key, items)
    const item = nameOf(reading, columns, cellOf, line)
    const found = cluster === undefined ? '' : cellOf(cluster, 'cluster')
    if (cluster !== undefined) checkCluster(source, cluster, item, { cluster: found, line }, items.get(item))
    if (!items.has(item)) items.set(item, { cluster: found, line })
  })
  return (by) => {
    const items = groups.get(keyOf(reading.by.map((name) => by[name] ?? ''))) ?? new Map<string, Seen>()
    const clusters = [...items.values()].map((seen) => seen.cluster)
    return { names: [...items.keys()], clusters: cluster === undefined ? null : clusters }
  }
}

const keyOf = (values: readonly string[]) => JSON.stringify(values)

type CellOf = (column: string, option: string) => string

function cellsIn(columns: Columns, cells: readonly string[]): CellOf {
  return (column, option) => (columns.has(column) ? cellText(cells[columns.indexOf(column, option)] ?? '') : '')
}

/** As the tables number items: by their column, or else by their line. */
function nameOf({ layout, item }: Reading, columns: Columns, cellOf: CellOf, line: number): string {
  if (layout === 'long') return cellOf(item ?? 'item', 'item')
  const column = item ?? (columns.has('item') ? 'item' : undefined)
  return column === undefined ? String(line) : cellOf(column, 'item')
}

function checkCluster(source: Source, column: string, item: string, now: Seen, before: Seen | undefined): void {
  const where = place(source.file, now.line, column)
  if (now.cluster === '') {
    throw new Refusal(`${where}: the cell is empty.`, 'Each item needs the name of what it belongs to.')
  }
  if (before === undefined || before.cluster === now.cluster) return
  throw new Refusal(
    `${where}: item ${item} belongs to "${now.cluster}" here, and to "${before.cluster}" on line ${before.line}.`,
    'An item belongs to one cluster; correct one of the lines.',
  )
}
