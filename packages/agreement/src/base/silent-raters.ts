import type { Warning } from '../result.ts'
import type { CodeTable, CountTable } from '../table/types.ts'

/** Raters of the table who rated nothing: they do not enter, and the reader has to know. */
export function silentRaters(table: CodeTable | CountTable): Warning[] {
  if (table.kind === 'counts') return []
  const m = table.raters.length
  const seen = new Uint8Array(m)
  let left = m
  for (let index = 0; index < table.codes.length && left > 0; index++) {
    const rater = index % m
    if (table.codes[index]! >= 0 && seen[rater] === 0) {
      seen[rater] = 1
      left--
    }
  }
  return table.raters.flatMap((rater, column) => {
    const message = `Rater ${rater} coded no item and is left out.`
    return seen[column] === 0 ? [{ code: 'rater-without-ratings', message }] : []
  })
}
