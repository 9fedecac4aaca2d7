import type { Result } from '@attune/agreement'
import { type Forest, layForest, type ForestRow as Place, round } from '@attune/charts'
import { type Html, html } from './html.ts'
import { bounds, shown } from './numbers.ts'
import { shortened } from './svg.ts'

export interface ForestRow {
  readonly label: string
  readonly result: Result
}

/** A forest plot for a wide and one for a narrow screen; the style sheet shows the one that fits. */
export function forest(title: string, rows: readonly ForestRow[], bounded: boolean, criterion: number | null): Html {
  const limit = bounded ? criterion : null
  return html`<figure class="forest"><figcaption>${title}</figcaption>
${drawing(title, rows, bounded, limit, 720)}${drawing(title, rows, bounded, limit, 350)}</figure>
`
}

function drawing(
  title: string,
  rows: readonly ForestRow[],
  bounded: boolean,
  limit: number | null,
  width: number,
): Html {
  const entries = rows.map(({ result }) => ({
    estimate: result.estimate,
    interval: result.estimate === null ? null : (result.interval ?? null),
  }))
  const plot = layForest(entries, { width, bounded, criterion: limit, names: 270, figures: 170 })
  const { top, bottom, right } = plot
  const grid = plot.ticks.map(
    ({ value, x }) =>
      html`<path class="grid" d="M${x} ${top}V${bottom}"/><text class="axis" x="${x}" y="${bottom + 16}" text-anchor="middle">${shown(value, bounded)}</text>
`,
  )
  const lines = plot.rows.map((place, index) => {
    const row = rows[index]
    return row === undefined ? html`` : html`${label(row, place, plot, bounded)}${mark(place)}`
  })
  const place = plot.criterion ?? 0
  const criterion =
    limit === null
      ? null
      : html`<path class="criterion" d="M${place} ${top - 4}V${bottom}"/><text class="criterion-name" x="${place}" y="${top - 8}" text-anchor="${place > right - 40 ? 'end' : 'middle'}">criterion ${shown(limit, true)}</text>
`
  return html`<svg class="${plot.isNarrow ? 'narrow' : 'wide'}" viewBox="0 0 ${width} ${plot.height}" role="img" aria-label="${title}">
${grid}<path class="zero" d="M${plot.zero} ${top}V${bottom}"/>
${criterion}${lines}</svg>
`
}

function label({ label: text, result }: ForestRow, { labelY }: Place, plot: Forest, bounded: boolean): Html {
  const value =
    result.estimate === null
      ? 'undefined'
      : `${shown(result.estimate, bounded)}${result.interval === undefined ? '' : ` ${bounds(result.interval, bounded)}`}`
  return html`<text x="0" y="${labelY + 4}">${shortened(text, plot.isNarrow ? 29 : 37)}</text><text class="value" x="${plot.width}" y="${labelY + 4}" text-anchor="end">${value}</text>
`
}

function mark({ x, y, line }: Place): Html {
  if (x === null) return html``
  const dot = html`<path class="dot" d="M${round(x - 5)} ${y}L${x} ${y - 5}L${round(x + 5)} ${y}L${x} ${y + 5}Z"/>
`
  if (line === null) return dot
  return html`<path class="interval" d="M${line.from} ${y}H${line.to}"/>${end(line.from, y, line.opensLeft, -1)}${end(line.to, y, line.opensRight, 1)}${dot}`
}

/** A stroke where the interval ends, an arrow where it goes on beyond the axis. */
function end(x: number, y: number, goesOn: boolean, side: -1 | 1): Html {
  if (!goesOn) return html`<path class="interval" d="M${x} ${y - 4}V${y + 4}"/>`
  return html`<path class="interval" d="M${round(x - side * 5)} ${y - 4}L${x} ${y}L${round(x - side * 5)} ${y + 4}"/>`
}
