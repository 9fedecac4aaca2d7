const namespace = 'http://www.w3.org/2000/svg'
const row = 40

type Place = { readonly x: number; readonly y: number; readonly width: number }

/** A table of cells of one hue as a picture: each cell a box in the colour it has on the page, with its text. */
export function tableSvg(table: HTMLTableElement, title: string): string {
  const lines = [...table.rows].map((line) => [...line.cells])
  const widths = columnWidths(lines)
  const width = widths.reduce((sum, one) => sum + one, 0)
  const chart = document.createElementNS(namespace, 'svg')
  chart.setAttribute('xmlns', namespace)
  chart.setAttribute('viewBox', `0 0 ${width} ${(lines.length + 1) * row}`)
  chart.setAttribute('width', String(width))
  chart.setAttribute('height', String((lines.length + 1) * row))
  chart.append(text(title, 8, row * 0.6, 'start', 'currentColor'))
  for (const [index, line] of lines.entries()) {
    let x = 0
    for (const [column, cell] of line.entries()) {
      const cellWidth = widths[column] ?? 0
      chart.append(...drawCell(cell, { x, y: (index + 1) * row, width: cellWidth }))
      x += cellWidth
    }
  }
  return new XMLSerializer().serializeToString(chart)
}

/** The lines of a cell: what is small stands below. */
function linesOf(cell: HTMLTableCellElement | undefined): string[] {
  const small = [...(cell?.querySelectorAll('small') ?? [])].map((part) => part.textContent ?? '')
  const all = cell?.textContent ?? ''
  const first = all.slice(0, all.length - small.join('').length)
  return [first, ...small].map((part) => part.trim()).filter((part) => part !== '')
}

function columnWidths(lines: readonly (readonly HTMLTableCellElement[])[]): number[] {
  const widest = (column: number) =>
    Math.max(0, ...lines.flatMap((line) => linesOf(line[column])).map((part) => part.length))
  return (lines[0] ?? []).map((_, column) => Math.max(48, 16 + 7 * widest(column)))
}

function drawCell(cell: HTMLTableCellElement, { x, y, width }: Place): SVGElement[] {
  const style = getComputedStyle(cell)
  const box = document.createElementNS(namespace, 'rect')
  for (const [name, value] of Object.entries({ x: x + 1, y: y + 1, width: width - 2, height: row - 2 }))
    box.setAttribute(name, String(value))
  box.setAttribute('fill', cell.tagName === 'TD' ? style.backgroundColor : 'none')
  const parts = linesOf(cell)
  const first = y + row / 2 + 4 - (parts.length - 1) * 6
  return [box, ...parts.map((part, index) => text(part, x + width / 2, first + index * 12, 'middle', style.color))]
}

function text(words: string, x: number, y: number, anchor: string, colour: string): SVGElement {
  const element = document.createElementNS(namespace, 'text')
  const given = {
    x,
    y,
    'text-anchor': anchor,
    fill: colour,
    'font-size': 12,
    'font-family': 'Inter, system-ui, sans-serif',
  }
  for (const [name, value] of Object.entries(given)) element.setAttribute(name, String(value))
  element.textContent = words
  return element
}
