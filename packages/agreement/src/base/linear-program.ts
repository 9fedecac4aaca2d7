/** Maximise `gain` x where `rows` x = `right` and no x is negative. */
export interface LinearProgram {
  readonly gain: readonly number[]
  readonly rows: readonly (readonly number[])[]
  /** Not negative. */
  readonly right: readonly number[]
}

const TINY = 1e-11

/**
 * Largest value of a small linear program, by the simplex method in two phases with Bland's rule, which never runs in circles.
 *
 * @returns `null` if no x fits the equations.
 * @source Bland (1977), Math. Oper. Res. 2(2), 103-107. doi:10.1287/moor.2.2.103
 */
export function maximise({ gain, rows, right }: LinearProgram): number | null {
  const size = gain.length
  // One artificial variable a row starts the search; the last column is the right hand side.
  const table = rows.map((row, index) => [...row, ...rows.map((_, other) => (other === index ? 1 : 0)), right[index]!])
  const basis = rows.map((_, index) => size + index)
  const artificial = (column: number): number => (column < size ? 0 : -1)
  const missing = pivotToBest(table, basis, artificial, size + rows.length)
  if (missing < -TINY) return null
  return pivotToBest(table, basis, (column) => (column < size ? gain[column]! : -1e6), size)
}

/** Improves until no column does; columns from `allowed` on never enter. */
function pivotToBest(table: number[][], basis: number[], gain: (column: number) => number, allowed: number): number {
  const last = (table[0]?.length ?? 1) - 1
  for (;;) {
    const reduced = (column: number): number =>
      gain(column) - table.reduce((total, row, index) => total + gain(basis[index]!) * row[column]!, 0)
    let entering = 0
    while (entering < allowed && reduced(entering) <= TINY) entering++
    const leaving = entering < allowed ? blandRow(table, basis, entering, last) : -1
    if (leaving < 0) return table.reduce((total, row, index) => total + gain(basis[index]!) * row[last]!, 0)
    pivot(table, leaving, entering)
    basis[leaving] = entering
  }
}

function blandRow(table: number[][], basis: number[], column: number, last: number): number {
  let best = -1
  let least = Number.POSITIVE_INFINITY
  for (const [index, row] of table.entries()) {
    if (row[column]! <= TINY) continue
    const ratio = row[last]! / row[column]!
    const closer = ratio < least - TINY || (ratio <= least + TINY && basis[index]! < basis[best]!)
    if (best < 0 || closer) [best, least] = [index, Math.min(ratio, least)]
  }
  return best
}

function pivot(table: number[][], leaving: number, entering: number): void {
  const chosen = table[leaving]!
  const factor = chosen[entering]!
  for (const column of chosen.keys()) chosen[column] = chosen[column]! / factor
  for (const [index, row] of table.entries()) {
    const share = row[entering]!
    if (index === leaving || share === 0) continue
    for (const column of row.keys()) row[column] = row[column]! - share * chosen[column]!
  }
}
