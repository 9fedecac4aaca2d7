import type { Dropped } from '../result.ts'
import { type CodeTable, type CountTable, MISSING, type RatingTable, type ScoreTable } from '../table/types.ts'
import { drops } from './report.ts'

/** Ratings that can be paired: those of items with two or more, as positions in a list of distinct values. */
export interface Pairable {
  /** Items with two or more ratings. */
  readonly n: number
  /** Ratings of item u stand from `starts[u]` up to `starts[u + 1]`. */
  readonly starts: Int32Array
  readonly codes: Int32Array
  /** The distinct values, rising. */
  readonly scores: Float64Array
  /** How often each occurs among the pairable ratings. */
  readonly totals: Float64Array
  readonly dropped: readonly Dropped[]
}

/** Takes the pairable ratings out of any kind of table. */
export function pairable(table: RatingTable): Pairable {
  if (table.kind === 'counts') return collect(fromCounts(table), table.scores)
  if (table.kind === 'codes') return collect(fromCodes(table), table.scores)
  const scores = distinct(table)
  return collect(fromScores(table, scores), scores)
}

function distinct({ values, state }: ScoreTable): Float64Array {
  return Float64Array.from(new Set(values.filter((_, index) => state[index] === 0))).sort()
}

/** One cell after another: a position, or below 0. `widths` says how many belong to each item. */
interface Cells {
  readonly cells: ArrayLike<number>
  readonly width: (item: number) => number
  readonly size: number
}

function fromCodes({ codes, raters, size }: CodeTable): Cells {
  return { cells: codes, width: () => raters.length, size }
}

function fromScores({ values, state, raters, size }: ScoreTable, scores: Float64Array): Cells {
  const positions = new Map(Array.from(scores, (score, index) => [score, index]))
  const cells = new Int32Array(values.length)
  for (let index = 0; index < values.length; index++) {
    cells[index] = state[index] === 0 ? positions.get(values[index]!)! : state[index]!
  }
  return { cells, width: () => raters.length, size }
}

function fromCounts({ counts, categories, size }: CountTable): Cells {
  const q = categories.length
  const widths = new Int32Array(size)
  for (let index = 0; index < counts.length; index++) {
    const item = Math.floor(index / q)
    widths[item] = widths[item]! + counts[index]!
  }
  const cells = new Int32Array(widths.reduce((sum, width) => sum + width, 0))
  let next = 0
  for (let index = 0; index < counts.length; index++) {
    cells.fill(index % q, next, next + counts[index]!)
    next += counts[index]!
  }
  return { cells, width: (item) => widths[item]!, size }
}

function collect({ cells, width, size }: Cells, scores: Float64Array): Pairable {
  const starts = new Int32Array(size + 1)
  const codes = new Int32Array(cells.length)
  const totals = new Float64Array(scores.length)
  const left = { missing: 0, 'not-codable': 0, 'single-rating': 0 }
  let n = 0
  let next = 0
  let index = 0
  for (let item = 0; item < size; item++) {
    const start = next
    let worst = 0
    for (const end = index + width(item); index < end; index++) {
      const code = cells[index]!
      if (code >= 0) codes[next++] = code
      else if (code < worst) worst = code
    }
    if (next - start >= 2) {
      for (let at = start; at < next; at++) totals[codes[at]!] = totals[codes[at]!]! + 1
      starts[++n] = next
    } else {
      left[next > start ? 'single-rating' : worst < MISSING ? 'not-codable' : 'missing']++
      next = start
    }
  }
  return { n, starts: starts.subarray(0, n + 1), codes: codes.subarray(0, next), scores, totals, dropped: drops(left) }
}
