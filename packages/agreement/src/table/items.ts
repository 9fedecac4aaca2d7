import { joinParts } from './join.ts'
import type { SegmentTable } from './segment-types.ts'
import { isSegmentTable, pickItems, type RaterTable } from './select.ts'

export { isSegmentTable } from './select.ts'

/** A table of things that can be drawn or left out: rows of ratings, or the parts of a joined table. */
export type ItemTable = RaterTable | SegmentTable

/** Number of items; a continuum that was not joined is one. */
export function itemCount(table: ItemTable): number {
  return isSegmentTable(table) ? (table.joined?.parts.length ?? 1) : table.size
}

/** The name of an item, or its number counted from 1. */
export function nameOfItem(table: ItemTable, item: number): string {
  const names = isSegmentTable(table) ? table.joined?.items : table.items
  return names?.[item] ?? String(item + 1)
}

/** The same raters with only these items, in this order; an item may stand more than once, and none may be left. */
export function takeItems(table: ItemTable, items: readonly number[]): ItemTable {
  if (!isSegmentTable(table)) return pickItems(table, items)
  const parts: readonly SegmentTable[] = table.joined?.parts ?? [table]
  return joinParts(
    items.map((item) => parts[item]!),
    items.map((item) => nameOfItem(table, item)),
  )
}
