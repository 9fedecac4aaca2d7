import type { PairCounts } from './pair-counts.ts'

/** Stuart and Maxwell's statistic and its degrees of freedom. */
export interface Homogeneity {
  readonly statistic: number
  readonly df: number
}

/**
 * Quadratic form of the differences of the two margins in the inverse of their covariance.
 *
 * The covariance is the Laplacian of the graph in which confused categories are neighbours: each connected group of categories holds one
 * degree of freedom less than it has members. A category nobody confused is a group of its own and drops out; one whose margins
 * are equal although its cells disagree stays in.
 */
export function marginalHomogeneity({ k, counts, rows, columns }: PairCounts): Homogeneity {
  const confused = (i: number, j: number): number => counts[i * k + j]! + counts[j * k + i]!
  let statistic = 0
  let df = 0
  for (const group of groups(k, confused)) {
    const kept = group.slice(1)
    const differences = kept.map((i) => rows[i]! - columns[i]!)
    const covariance = kept.map((i) =>
      kept.map((j) => (i === j ? rows[i]! + columns[i]! - 2 * counts[i * k + i]! : -confused(i, j))),
    )
    const solved = solve(covariance, differences)
    statistic += solved.reduce((sum, value, index) => sum + value * differences[index]!, 0)
    df += kept.length
  }
  return { statistic, df }
}

/** The connected groups of categories. */
function groups(k: number, confused: (i: number, j: number) => number): number[][] {
  const left = new Set(Array.from({ length: k }, (_, category) => category))
  const found: number[][] = []
  for (const start of left) {
    const group = [start]
    left.delete(start)
    for (const member of group) {
      for (const other of left) {
        if (confused(member, other) > 0) {
          left.delete(other)
          group.push(other)
        }
      }
    }
    found.push(group)
  }
  return found
}

/** Gaussian elimination of a small positive definite system. */
function solve(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const rows = matrix.map((row, index) => [...row, right[index]!])
  const size = rows.length
  for (let pivot = 0; pivot < size; pivot++) {
    for (let row = pivot + 1; row < size; row++) {
      const factor = rows[row]![pivot]! / rows[pivot]![pivot]!
      for (let column = pivot; column <= size; column++) rows[row]![column]! -= factor * rows[pivot]![column]!
    }
  }
  const solution = new Array<number>(size).fill(0)
  for (let row = size - 1; row >= 0; row--) {
    const known = solution.reduce((sum, value, column) => (column > row ? sum + rows[row]![column]! * value : sum), 0)
    solution[row] = (rows[row]![size]! - known) / rows[row]![row]!
  }
  return solution
}
