/** Which column each row is joined with, and what that gains; edges of row r stand from `offsets[r]` to before `offsets[r + 1]`. */
export interface Edges {
  readonly rows: number
  readonly columns: number
  readonly offsets: Int32Array
  readonly targets: Int32Array
  /** Above 0; whatever stays alone gains 0. */
  readonly gains: Float64Array
}

/**
 * Joins rows with columns, each at most once, so that the gains are together as high as possible: exact, by shortest augmenting
 * paths over the edges that exist. A row may end alone, so a path may also end by setting a row free.
 *
 * @returns for each row its column, or -1.
 * @source Jonker & Volgenant (1987), Computing 38, 325-340. doi:10.1007/BF02278710
 */
export function bestAssignment({ rows, columns, offsets, targets, gains }: Edges): Int32Array {
  const columnOf = new Int32Array(rows).fill(-1)
  const rowOf = new Int32Array(columns).fill(-1)
  const rowPrice = new Float64Array(rows)
  const columnPrice = new Float64Array(columns)
  const distance = new Float64Array(columns).fill(Number.POSITIVE_INFINITY)
  const reachedFrom = new Int32Array(columns)
  const settled = new Uint8Array(columns)
  const touched = new Int32Array(columns)
  for (let row = 0; row < rows; row++) insert(row)
  return columnOf

  function insert(first: number): void {
    let lowest = 0
    for (let edge = offsets[first]!; edge < offsets[first + 1]!; edge++) {
      lowest = Math.min(lowest, -gains[edge]! - columnPrice[targets[edge]!]!)
    }
    rowPrice[first] = lowest
    let count = 0 // columns reached so far, in `touched`
    let [row, soFar] = [first, 0]
    let [end, endRow, total] = [-1, first, -rowPrice[first]!] // so far best: the path ends with a row alone
    for (;;) {
      for (let edge = offsets[row]!; edge < offsets[row + 1]!; edge++) {
        const column = targets[edge]!
        if (settled[column] === 1) continue
        const reach = soFar - gains[edge]! - rowPrice[row]! - columnPrice[column]!
        if (reach >= distance[column]! || reach >= total) continue
        if (distance[column] === Number.POSITIVE_INFINITY) touched[count++] = column
        distance[column] = reach
        reachedFrom[column] = row
      }
      const next = nearest(count)
      if (next < 0 || distance[next]! >= total) break
      settled[next] = 1
      soFar = distance[next]!
      row = rowOf[next]!
      if (row < 0) {
        ;[end, total] = [next, soFar]
        break
      }
      if (soFar - rowPrice[row]! < total) [end, endRow, total] = [-1, row, soFar - rowPrice[row]!]
    }
    reprice(first, total, count)
    augment(first, end, endRow)
  }

  function nearest(count: number): number {
    let found = -1
    for (let index = 0; index < count; index++) {
      const column = touched[index]!
      if (settled[column] === 0 && (found < 0 || distance[column]! < distance[found]!)) found = column
    }
    return found
  }

  function reprice(first: number, total: number, count: number): void {
    rowPrice[first]! += total
    for (let index = 0; index < count; index++) {
      const column = touched[index]!
      if (settled[column] === 1 && distance[column]! < total) {
        const change = total - distance[column]!
        columnPrice[column]! -= change
        if (rowOf[column]! >= 0) rowPrice[rowOf[column]!]! += change
      }
      distance[column] = Number.POSITIVE_INFINITY
      settled[column] = 0
    }
  }

  /** Moves the joins along the path; it ends at a free column, or at a row that is set free. */
  function augment(first: number, end: number, endRow: number): void {
    let column = end
    if (column < 0) {
      if (endRow === first) return
      column = columnOf[endRow]!
      columnOf[endRow] = -1
    }
    for (;;) {
      const row = reachedFrom[column]!
      const before = columnOf[row]!
      columnOf[row] = column
      rowOf[column] = row
      if (row === first) return
      column = before
    }
  }
}
