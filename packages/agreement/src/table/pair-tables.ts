import { everyPairCounts } from '../base/every-pair-counts.ts'
import { pairCounts } from '../base/pair-counts.ts'
import { type RaterTable, raterPairs, selectRaters } from './select.ts'
import type { CodeTable } from './types.ts'

/**
 * Every pair of raters as a table of its own, in the order of `raterPairs`.
 *
 * Pairs of coded tables know their counts already, made for all pairs together; their codes are copied only if a coefficient needs
 * them item by item. For a hundred raters that is the difference between one walk through the table and five thousand.
 *
 * @example pairTables(ratingTable({ raters: ['A', 'B', 'C'], level: 'interval', rows: [[1, 2, 2], [4, 4, 5]] })).length // 3
 */
export function pairTables(table: RaterTable): RaterTable[] {
  const pairs = raterPairs(table)
  if (table.kind === 'scores') return pairs.map((pair) => selectRaters(table, pair))
  const counts = everyPairCounts(table)
  return pairs.map((pair, index) => {
    const own = lazyPair(table, pair)
    pairCounts.keep(own, counts[index]!)
    return own
  })
}

function lazyPair(table: CodeTable, raters: readonly [string, string]): CodeTable {
  const { kind, level, items, size, categories, scores, scoring } = table
  let codes: CodeTable['codes'] | undefined
  return {
    kind,
    level,
    raters,
    items,
    size,
    categories,
    scores,
    scoring,
    get codes() {
      codes ??= selectRaters(table, raters).codes
      return codes
    },
  }
}
