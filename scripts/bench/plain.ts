/**
 * The same coefficients as plain loops over plain arrays: no checks, no missing values, no interval. They are what a
 * careful person would write for one analysis, and the measure for what our care costs.
 */

/** Cohen's kappa of codes 0 to k - 1, two raters in turn: first, second, first, second ... */
export function plainKappa(codes: Int8Array, k: number): number {
  const first = new Float64Array(k)
  const second = new Float64Array(k)
  let same = 0
  for (let at = 0; at < codes.length; at += 2) {
    const one = codes[at] ?? 0
    const other = codes[at + 1] ?? 0
    first[one] = (first[one] ?? 0) + 1
    second[other] = (second[other] ?? 0) + 1
    if (one === other) same++
  }
  const n = codes.length / 2
  const chance = first.reduce((sum, count, code) => sum + (count / n) * ((second[code] ?? 0) / n), 0)
  return (same / n - chance) / (1 - chance)
}

/** ICC(A,1) after McGraw and Wong (1996) from the mean squares of a complete table. */
export function plainIcc(values: Float64Array, raters: number): number {
  const items = values.length / raters
  const grand = mean(values)
  const columns = new Float64Array(raters)
  let rowSquares = 0
  let total = 0
  for (let item = 0; item < items; item++) {
    let row = 0
    for (let rater = 0; rater < raters; rater++) {
      const value = values[item * raters + rater] ?? 0
      row += value
      columns[rater] = (columns[rater] ?? 0) + value
      total += (value - grand) ** 2
    }
    rowSquares += raters * (row / raters - grand) ** 2
  }
  const columnSquares = columns.reduce((sum, column) => sum + items * (column / items - grand) ** 2, 0)
  const msr = rowSquares / (items - 1)
  const msc = columnSquares / (raters - 1)
  const mse = (total - rowSquares - columnSquares) / ((items - 1) * (raters - 1))
  return (msr - mse) / (msr + (raters - 1) * mse + (raters / items) * (msc - mse))
}

function mean(values: Float64Array): number {
  let sum = 0
  for (const value of values) sum += value
  return sum / values.length
}
