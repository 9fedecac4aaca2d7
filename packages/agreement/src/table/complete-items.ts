import { pickItems } from './select.ts'
import type { CodeTable } from './types.ts'

/** Only the items that every rater coded. */
export function completeItems(table: CodeTable): CodeTable {
  const m = table.raters.length
  const rows = Array.from({ length: table.size }, (_, item) => item)
  return pickItems(
    table,
    rows.filter((item) => table.codes.subarray(item * m, (item + 1) * m).every((code) => code >= 0)),
  )
}
