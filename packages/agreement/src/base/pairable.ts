import type { Dropped } from '../result.ts'
import { type CodeTable, type CountTable, MISSING, type RatingTable, type ScoreTable } from '../table/types.ts'
import { type ItemCounts, itemCounts } from './item-counts.ts'
import { packs } from './item-keys.ts'
import { orderedValues } from './ordered-values.ts'
import { remember } from './remember.ts'
import { drops } from './report.ts'

/** Ratings that can be paired: those of items with two or more, as positions in a list of distinct values. */
export interface Pairable {
  /** Items with two or more ratings. */
  readonly n: number
  /** Ratings that can be paired. */
  readonly size: number
  /** Ratings of an item of row u stand from `starts[u]` up to `starts[u + 1]`. */
  readonly starts: Int32Array
  readonly codes: Int32Array
  /** Items of each row: those with the same ratings, in whatever order, share one. */
  readonly times: Float64Array
  /** The distinct values, rising. */
  readonly scores: Float64Array
  /** How often each occurs among the pairable ratings. */
  readonly totals: Float64Array
  readonly dropped: readonly Dropped[]
}

/** Takes the pairable ratings out of any kind of table. */
export const pairable = remember((table: RatingTable): Pairable => {
  if (table.kind === 'scores') return fromScores(table)
  // Many categories are never counted item by item: such a list would be as long as items times categories.
  return table.kind === 'codes' && !packs(table) ? fromCodes(table) : fromCounts(itemCounts(table, 'available'), table)
})

function fromCounts(
  { n, rows, q, counts, ratings, times, paired, dropped }: ItemCounts,
  table: CodeTable | CountTable,
): Pairable {
  const list = emptyList(rows, ratings)
  const totals = new Float64Array(q)
  let kept = 0
  let next = 0
  for (let row = 0; row < rows; row++) {
    if (ratings[row]! < 2) continue
    const items = times[row]!
    for (let k = 0, cell = row * q; k < q; k++, cell++) {
      const count = counts[cell]!
      totals[k] = totals[k]! + count * items
      for (const end = next + count; next < end; next++) list.codes[next] = k
    }
    list.times[kept++] = items
    list.starts[kept] = next
  }
  return {
    ...cut(list, kept, next),
    n: paired,
    size: totals.reduce((sum, total) => sum + total, 0),
    scores: table.scores,
    totals,
    dropped: [...dropped, ...drops({ 'single-rating': n - paired })],
  }
}

type List = Pick<Pairable, 'starts' | 'codes' | 'times'>

/** Room for so many rows with so many ratings. */
function emptyList(rows: number, ratings: Int32Array): List {
  let length = 0
  for (let row = 0; row < rows; row++) length += ratings[row]!
  return { starts: new Int32Array(rows + 1), codes: new Int32Array(length), times: new Float64Array(rows) }
}

function cut({ starts, codes, times }: List, rows: number, size: number): List {
  return { starts: starts.subarray(0, rows + 1), codes: codes.subarray(0, size), times: times.subarray(0, rows) }
}

function fromCodes({ codes, raters, scores }: CodeTable): Pairable {
  return fromPositions(codes, raters.length, scores)
}

function fromScores({ values, state, raters }: ScoreTable): Pairable {
  const { positions, distinct } = orderedValues(values, state)
  return fromPositions(positions, raters.length, distinct)
}

/** From positions in a list of values, item after item; negative where no rating was made. */
function fromPositions(positions: CodeTable['codes'] | Int32Array, m: number, scores: Float64Array): Pairable {
  const size = positions.length / m
  const starts = new Int32Array(size + 1)
  const codes = new Int32Array(positions.length)
  const totals = new Float64Array(scores.length)
  const lost = { missing: 0, 'not-codable': 0, 'single-rating': 0 }
  let n = 0
  let next = 0
  for (let item = 0, index = 0; item < size; item++) {
    const start = next
    let worst = 0
    for (const end = index + m; index < end; index++) {
      const position = positions[index]!
      if (position >= 0) codes[next++] = position
      else if (position < worst) worst = position
    }
    if (next - start >= 2) {
      for (let at = start; at < next; at++) totals[codes[at]!]!++
      starts[++n] = next
    } else {
      lost[next > start ? 'single-rating' : worst < MISSING ? 'not-codable' : 'missing']++
      next = start
    }
  }
  const times = new Float64Array(n).fill(1)
  return { ...cut({ starts, codes, times }, n, next), n, size: next, scores, totals, dropped: drops(lost) }
}
