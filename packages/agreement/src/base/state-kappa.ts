import type { UnitTable } from '../table/segment-types.ts'

/** Agreement and chance of a square table of counts or durations; rows first, columns second rater. */
export function shares(matrix: Float64Array, k: number): { observed: number; expected: number; whole: number } {
  const rows = new Float64Array(k)
  const columns = new Float64Array(k)
  let [whole, alike] = [0, 0]
  for (let row = 0; row < k; row++) {
    for (let column = 0; column < k; column++) {
      const cell = matrix[row * k + column]!
      rows[row]! += cell
      columns[column]! += cell
      whole += cell
      if (row === column) alike += cell
    }
  }
  const products = rows.reduce((sum, row, code) => sum + row * columns[code]!, 0)
  return { observed: alike / whole, expected: products / whole ** 2, whole }
}

/** Whether more than one row or column of the table is in use: without that chance alone agrees fully. */
export function varies(matrix: Float64Array, k: number): boolean {
  const used = new Set<number>()
  for (const [index, cell] of matrix.entries()) if (cell > 0) used.add(Math.floor(index / k)).add(index % k)
  return used.size > 1
}

/** The stretches of one rater without a break, gaps with the code after the last category. */
export function statesOf(table: UnitTable, rater: number, begin: number, end: number) {
  const ends: number[] = []
  const codes: number[] = []
  let place = begin
  const add = (until: number, code: number): void => {
    if (until <= place) return
    ends.push(until)
    codes.push(code)
    place = until
  }
  for (let unit = table.offsets[rater]!; unit < table.offsets[rater + 1]!; unit++) {
    add(table.starts[unit]!, table.categories.length)
    add(table.ends[unit]!, table.codes[unit]!)
  }
  add(end, table.categories.length)
  return { ends, codes }
}
