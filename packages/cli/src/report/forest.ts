import type { Result } from '@attune/agreement'
import { type Html, html } from './html.ts'
import { bounds, shown } from './numbers.ts'
import { linear, round, shortened, ticks } from './svg.ts'

export interface ForestRow {
  readonly label: string
  readonly result: Result
}

interface Axis {
  readonly low: number
  readonly high: number
  /** Coefficients that end at 1 are written without the zero before the point. */
  readonly bounded: boolean
  readonly criterion: number | null
}

/** A forest plot for a wide and one for a narrow screen; the style sheet shows the one that fits. */
export function forest(title: string, rows: readonly ForestRow[], bounded: boolean, criterion: number | null): Html {
  const axis = axisOf(rows, bounded, criterion)
  return html`<figure class="forest"><figcaption>${title}</figcaption>
${drawing(title, rows, axis, 720)}${drawing(title, rows, axis, 350)}</figure>
`
}

function axisOf(rows: readonly ForestRow[], bounded: boolean, criterion: number | null): Axis {
  const values = rows.flatMap(({ result }) =>
    result.estimate === null ? [] : [result.estimate, result.interval?.lower ?? 0, result.interval?.upper ?? 0],
  )
  if (bounded) {
    // Below -.4 an interval only says "anything"; the axis stays readable and an arrow says that it goes on.
    const low = Math.max(-0.4, Math.floor(Math.min(0, ...values) * 5) / 5)
    return { low, high: 1, bounded, criterion }
  }
  const [low, high] = [Math.min(0, ...values), Math.max(0, ...values)]
  const room = (high - low || 1) * 0.05
  return { low: low - room, high: high + room, bounded, criterion: null }
}

function drawing(title: string, rows: readonly ForestRow[], axis: Axis, width: 720 | 350): Html {
  const isWide = width === 720
  const [left, right] = isWide ? [270, 550] : [8, width - 8]
  const rowHeight = isWide ? 26 : 44
  const top = axis.criterion === null ? 6 : 22
  const bottom = top + rows.length * rowHeight + 4
  const x = linear(axis.low, axis.high, left, right)
  const grid = ticks(axis.low, axis.high, isWide ? 6 : 5).map(
    (
      value,
    ) => html`<path class="grid" d="M${x(value)} ${top}V${bottom}"/><text class="axis" x="${x(value)}" y="${bottom + 16}" text-anchor="middle">${shown(value, axis.bounded)}</text>
`,
  )
  const lines = rows.map((row, index) => {
    const y = top + index * rowHeight + (isWide ? rowHeight / 2 : rowHeight - 12)
    return html`${label(row, y, axis.bounded, isWide, width)}${mark(row.result, y, x, axis)}`
  })
  const place = axis.criterion === null ? 0 : x(axis.criterion)
  const criterion =
    axis.criterion === null
      ? null
      : html`<path class="criterion" d="M${place} ${top - 4}V${bottom}"/><text class="criterion-name" x="${place}" y="${top - 8}" text-anchor="${place > right - 40 ? 'end' : 'middle'}">criterion ${shown(axis.criterion, true)}</text>
`
  return html`<svg class="${isWide ? 'wide' : 'narrow'}" viewBox="0 0 ${width} ${bottom + 24}" role="img" aria-label="${title}">
${grid}<path class="zero" d="M${x(0)} ${top}V${bottom}"/>
${criterion}${lines}</svg>
`
}

function label({ label: text, result }: ForestRow, y: number, bounded: boolean, isWide: boolean, width: number): Html {
  const value =
    result.estimate === null
      ? 'undefined'
      : `${shown(result.estimate, bounded)}${result.interval === undefined ? '' : ` ${bounds(result.interval, bounded)}`}`
  if (isWide) {
    return html`<text x="0" y="${y + 4}">${shortened(text, 37)}</text><text class="value" x="${width}" y="${y + 4}" text-anchor="end">${value}</text>
`
  }
  return html`<text x="0" y="${y - 14}">${shortened(text, 29)}</text><text class="value" x="${width}" y="${y - 14}" text-anchor="end">${value}</text>
`
}

function mark(result: Result, y: number, x: (value: number) => number, axis: Axis): Html {
  if (result.estimate === null) return html``
  const within = (value: number) => Math.min(axis.high, Math.max(axis.low, value))
  const { interval } = result
  const centre = x(within(result.estimate))
  const dot = html`<path class="dot" d="M${round(centre - 5)} ${y}L${centre} ${y - 5}L${round(centre + 5)} ${y}L${centre} ${y + 5}Z"/>
`
  if (interval === undefined) return dot
  const [lower, upper] = [interval.lower ?? Number.NEGATIVE_INFINITY, interval.upper ?? Number.POSITIVE_INFINITY]
  return html`<path class="interval" d="M${x(within(lower))} ${y}H${x(within(upper))}"/>${end(x(within(lower)), y, lower < axis.low, -1)}${end(x(within(upper)), y, upper > axis.high, 1)}${dot}`
}

/** A stroke where the interval ends, an arrow where it goes on beyond the axis. */
function end(x: number, y: number, goesOn: boolean, side: -1 | 1): Html {
  if (!goesOn) return html`<path class="interval" d="M${x} ${y - 4}V${y + 4}"/>`
  return html`<path class="interval" d="M${round(x - side * 5)} ${y - 4}L${x} ${y}L${round(x - side * 5)} ${y + 4}"/>`
}
