/** A table of text. Columns named in `right` are set to the right. */
export interface Grid {
  readonly columns: readonly string[]
  readonly rows: readonly (readonly string[])[]
  readonly right: ReadonlySet<string>
}

/** Columns wide enough for their longest cell, two blanks in between. */
export function alignedGrid(grid: Grid, bold: (text: string) => string): string {
  const widths = widthsOf(grid)
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, index) => padded(cell, widths[index] ?? 0, grid.right.has(grid.columns[index] ?? '')))
      .join('  ')
      .trimEnd()
  return [bold(line(grid.columns)), ...grid.rows.map(line)].map((text) => `${text}\n`).join('')
}

export function markdownGrid(grid: Grid): string {
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replace(/([\\|*_<`])/g, '\\$1')).join(' | ')} |\n`
  const rule = `| ${grid.columns.map((column) => (grid.right.has(column) ? '---:' : '---')).join(' | ')} |\n`
  return line(grid.columns) + rule + grid.rows.map(line).join('')
}

function widthsOf(grid: Grid): number[] {
  return grid.columns.map((name, index) =>
    grid.rows.reduce((widest, row) => Math.max(widest, length(row[index] ?? '')), length(name)),
  )
}

const length = (text: string) => [...text.normalize('NFC')].length

function padded(text: string, width: number, right: boolean): string {
  const blanks = ' '.repeat(Math.max(0, width - length(text)))
  return right ? blanks + text : text + blanks
}
