import { lightness } from './scale.ts'

export interface HeatCell {
  readonly count: number
  /** Step of lightness, 1 to 6. */
  readonly step: number
  readonly isSame: boolean
}

/** A confusion matrix with what its reader wants to know first. */
export interface HeatMap {
  readonly rows: readonly (readonly HeatCell[])[]
  readonly rowTotals: readonly number[]
  readonly columnTotals: readonly number[]
  readonly total: number
  /** Items on the diagonal. */
  readonly same: number
  /** The most frequent confusion; null where there is none. */
  readonly worst: { readonly row: number; readonly column: number; readonly count: number } | null
}

const sum = (values: readonly number[]) => values.reduce((all, value) => all + value, 0)

/** `counts[first][second]`: how often the first rater's category met the second rater's. */
export function layHeatMap(counts: readonly (readonly number[])[]): HeatMap {
  const largest = Math.max(1, ...counts.flat())
  const apart = counts
    .flatMap((row, from) => row.map((count, column) => ({ row: from, column, count })))
    .filter(({ row, column }) => row !== column)
  return {
    rows: counts.map((row, at) =>
      row.map((count, column) => ({ count, step: lightness(count / largest), isSame: at === column })),
    ),
    rowTotals: counts.map(sum),
    columnTotals: counts.map((_, column) => sum(counts.map((row) => row[column] ?? 0))),
    total: sum(counts.flat()),
    same: sum(counts.map((row, index) => row[index] ?? 0)),
    worst: apart.reduce<HeatMap['worst']>((most, cell) => (cell.count > (most?.count ?? 0) ? cell : most), null),
  }
}
