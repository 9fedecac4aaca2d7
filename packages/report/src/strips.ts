import { extent, layStrips, round, type StripLane } from '@attune/charts'
import { type Html, html } from './html.ts'
import type { MarkedSet } from './marked-content.ts'
import { shortened } from './svg.ts'

/** More than this is not read any more, and makes the page large. */
const MOST_ROWS = 80
const MOST_MARKS = 2000

/** What raters marked in one document, kind by kind and rater below rater; or why it is not drawn. */
export function strips(set: MarkedSet, title: string): Html {
  const { marks, raters, begin, length } = set
  const kinds = [...new Set(marks.map(({ category }) => category))].toSorted()
  if (marks.length === 0)
    return html`<p class="remark">Nobody marked anything.</p>
`
  if (kinds.length * raters.length > MOST_ROWS || marks.length > MOST_MARKS)
    return html`<p class="remark">${marks.length} marks in ${kinds.length * raters.length} rows are too many for a picture.</p>
`
  const lanes = kinds.map(
    (name): StripLane => ({
      name,
      rows: raters.map((rater) => ({
        name: rater,
        marks: marks.filter((mark) => mark.rater === rater && mark.category === name),
      })),
    }),
  )
  const [first, last] = extent(marks.flatMap(({ start, end }) => [start, end ?? start]))
  const from = begin ?? first
  const to = length === null ? last : from + length
  return html`<figure><figcaption>${title}</figcaption>
${drawing(title, lanes, from, to, 720)}${drawing(title, lanes, from, to, 350)}</figure>
`
}

function drawing(title: string, lanes: readonly StripLane[], from: number, to: number, width: 720 | 350): Html {
  const isWide = width === 720
  const plot = layStrips(lanes, { width, names: isWide ? 130 : 80, from, to })
  const grid = plot.ticks.map(
    ({ value, x }) =>
      html`<path class="grid" d="M${x} ${plot.top}V${plot.bottom}"/><text class="axis" x="${x}" y="${plot.bottom + 16}" text-anchor="middle">${value}</text>
`,
  )
  const drawn = plot.lanes.map(
    ({ name, y, rows }) => html`<text class="lane" x="0" y="${y + 5}">${shortened(name, isWide ? 60 : 40)}</text>
${rows.map(
  (
    row,
  ) => html`<text class="value" x="0" y="${row.y + 4}">${shortened(row.name, isWide ? 17 : 10)}</text>${row.marks.map((mark) => shape(mark, row.y))}
`,
)}`,
  )
  return html`<svg class="${isWide ? 'wide' : 'narrow'}" viewBox="0 0 ${width} ${plot.height}" role="img" aria-label="${title}">
${grid}${drawn}</svg>
`
}

/** A stretch is a bar, a moment a diamond. */
function shape({ x, width }: { readonly x: number; readonly width: number | null }, y: number): Html {
  if (width === null)
    return html`<path class="dot" d="M${round(x - 5)} ${y}L${x} ${y - 5}L${round(x + 5)} ${y}L${x} ${y + 5}Z"/>`
  return html`<rect class="unit" x="${x}" y="${y - 5}" width="${width}" height="10"/>`
}
