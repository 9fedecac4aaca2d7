import type { Dropped } from '../result.ts'
import { type CodeTable, NOT_CODABLE } from '../table/types.ts'
import { drops } from './report.ts'

/** The k x k table of two raters, and what did not enter it. */
export interface PairCounts {
  /** Number of categories. */
  readonly k: number
  /** `counts[first * k + second]` */
  readonly counts: Float64Array
  /** Items both raters coded. */
  readonly n: number
  readonly rows: Float64Array
  readonly columns: Float64Array
  readonly dropped: readonly Dropped[]
}

/** @throws RangeError if the table has not exactly two raters. */
export function needTwoRaters(raters: readonly string[], measure: string): void {
  if (raters.length !== 2) throw new RangeError(`${measure} compares two raters; the table has ${raters.length}.`)
}

/** Counts how often the first rater's category i met the second rater's category j. */
export function pairCounts(table: CodeTable): PairCounts {
  const { codes } = table
  const k = table.categories.length
  const counts = new Float64Array(k * k)
  let notCodable = 0
  let n = 0
  for (let index = 0; index < codes.length; index += 2) {
    const first = codes[index]!
    const second = codes[index + 1]!
    if (first >= 0 && second >= 0) {
      const cell = first * k + second
      counts[cell] = counts[cell]! + 1
      n++
    } else if (first === NOT_CODABLE || second === NOT_CODABLE) notCodable++
  }
  const dropped = drops({ missing: table.size - n - notCodable, 'not-codable': notCodable })
  return { k, counts, n, ...margins(counts, k), dropped }
}

function margins(counts: Float64Array, k: number): Pick<PairCounts, 'rows' | 'columns'> {
  const rows = new Float64Array(k)
  const columns = new Float64Array(k)
  for (let i = 0; i < k; i++) {
    for (let j = 0; j < k; j++) {
      rows[i] = rows[i]! + counts[i * k + j]!
      columns[j] = columns[j]! + counts[i * k + j]!
    }
  }
  return { rows, columns }
}
