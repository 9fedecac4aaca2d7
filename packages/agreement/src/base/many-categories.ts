import type { Dropped } from '../result.ts'
import { type CodeTable, NOT_CODABLE } from '../table/types.ts'
import { drops } from './report.ts'

/** From so many categories on, a table of each with each would be larger than most lists of items. */
export const MANY = 1000

/** How often the pairs of categories occur that do occur. */
export interface OccurringPairs {
  readonly n: number
  readonly rows: Float64Array
  readonly columns: Float64Array
  /** By `first * categories + second`. */
  readonly cells: ReadonlyMap<number, number>
  readonly dropped: readonly Dropped[]
}

export function occurringPairs({ codes, categories, size }: CodeTable): OccurringPairs {
  const k = categories.length
  const rows = new Float64Array(k)
  const columns = new Float64Array(k)
  const cells = new Map<number, number>()
  let n = 0
  let notCodable = 0
  for (let item = 0; item < size; item++) {
    const first = codes[2 * item]!
    const second = codes[2 * item + 1]!
    if (first >= 0 && second >= 0) {
      n++
      rows[first] = rows[first]! + 1
      columns[second] = columns[second]! + 1
      cells.set(first * k + second, (cells.get(first * k + second) ?? 0) + 1)
    } else if (first === NOT_CODABLE || second === NOT_CODABLE) notCodable++
  }
  return { n, rows, columns, cells, dropped: drops({ missing: size - n - notCodable, 'not-codable': notCodable }) }
}

/**
 * Kappa with identity weights and its two standard errors from the pairs that occur. What Fleiss, Cohen & Everitt (1969) sum over all pairs
 * of categories falls apart into sums over categories, because a weight is 0 wherever they differ.
 */
export function kappaOfPairs({ n, rows, columns, cells }: OccurringPairs) {
  const k = rows.length
  let together = 0
  let chance = 0
  for (let code = 0; code < k; code++) {
    together += cells.get(code * k + code) ?? 0
    chance += rows[code]! * columns[code]!
  }
  const observed = together / n
  const expected = chance / (n * n)
  if (chance === n * n) return { observed, expected, kappa: null, se: 0, nullSe: 0 }
  const beyond = 1 - expected
  const centre = observed * beyond - 2 * expected * (1 - observed)
  let spread = 0
  for (const [cell, count] of cells) {
    const [i, j] = [Math.floor(cell / k), cell % k]
    const share = (i === j ? beyond : 0) - ((columns[i]! + rows[j]!) / n) * (1 - observed)
    spread += (count / n) * (share - centre) ** 2
  }
  const kappa = 1 - (n * (n - together)) / (n * n - chance)
  const nullSe = Math.sqrt(nullSpread(rows, columns, n, expected) / n) / beyond
  return { observed, expected, kappa, se: Math.sqrt(spread / n) / beyond ** 2, nullSe }
}

/** The squares of w - c_i - r_j + e, weighted by r_i c_j, where w is 1 for i = j and 0 otherwise; all in shares of n. */
function nullSpread(rows: Float64Array, columns: Float64Array, n: number, expected: number): number {
  let [ofRows, squaresOfRows, ofColumns, squaresOfColumns, alike] = [0, 0, 0, 0, 0]
  for (let code = 0; code < rows.length; code++) {
    const row = rows[code]! / n
    const column = columns[code]! / n
    const off = expected - column
    ofRows += row * off
    squaresOfRows += row * off * off
    ofColumns += column * row
    squaresOfColumns += column * row * row
    alike += row * column * (1 + 2 * (off - row))
  }
  return Math.max(0, squaresOfRows - 2 * ofRows * ofColumns + squaresOfColumns + alike)
}
