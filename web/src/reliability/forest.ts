import { scaleLinear } from 'd3-scale'
import type { Finding } from './findings.ts'

/** Where everything in a forest plot stands, in pixels. */
export type Forest = {
  readonly width: number
  readonly height: number
  readonly isNarrow: boolean
  readonly plotLeft: number
  readonly plotRight: number
  readonly top: number
  readonly bottom: number
  readonly ticks: readonly { readonly value: number; readonly x: number }[]
  readonly criterion: number
  readonly rows: readonly ForestRow[]
}

export type ForestRow = {
  readonly finding: Finding
  readonly y: number
  readonly labelY: number
  readonly x: number | null
  readonly from: number
  readonly to: number
  /** The interval goes on beyond the axis on that side. */
  readonly opensLeft: boolean
  readonly opensRight: boolean
}

const narrowBelow = 620
const padding = { top: 26, bottom: 34 }

function lowestValue(findings: readonly Finding[]): number {
  const values = findings.flatMap(({ main }) => [main?.estimate ?? 0, main?.interval?.lower ?? 0])
  // Below -.4 an interval only says "anything"; the axis stays readable and an arrow says that it goes on.
  return Math.max(-0.4, Math.floor(Math.min(0, ...values) * 5) / 5)
}

function rowAt(
  finding: Finding,
  index: number,
  place: { rowHeight: number; isNarrow: boolean },
  x: (value: number) => number,
  low: number,
): ForestRow {
  const middle = padding.top + index * place.rowHeight + (place.isNarrow ? place.rowHeight - 14 : place.rowHeight / 2)
  const estimate = finding.main?.estimate ?? null
  const lower = finding.main?.interval?.lower ?? null
  const upper = finding.main?.interval?.upper ?? null
  const hasInterval = finding.main?.interval != null
  const from = lower ?? (hasInterval ? low : (estimate ?? low))
  const to = upper ?? (hasInterval ? 1 : (estimate ?? low))
  const clamp = (value: number) => Math.min(1, Math.max(low, value))
  return {
    finding,
    y: middle,
    labelY: place.isNarrow ? middle - 16 : middle,
    x: estimate === null ? null : x(clamp(estimate)),
    from: x(clamp(from)),
    to: x(clamp(to)),
    opensLeft: hasInterval && (lower === null || lower < low),
    opensRight: hasInterval && upper === null,
  }
}

/** Lays a forest plot out for a width. On a narrow screen the label stands above its line. */
export function layForest(findings: readonly Finding[], criterion: number, width: number): Forest {
  const isNarrow = width < narrowBelow
  const plotLeft = isNarrow ? 12 : Math.min(280, width * 0.32)
  const plotRight = width - (isNarrow ? 12 : 190)
  const low = lowestValue(findings)
  const scale = scaleLinear().domain([low, 1]).range([plotLeft, plotRight])
  const x = (value: number) => scale(value)
  const rowHeight = isNarrow ? 46 : 26
  const place = { rowHeight, isNarrow }
  const bottom = padding.top + findings.length * rowHeight
  return {
    width,
    height: bottom + padding.bottom,
    isNarrow,
    plotLeft,
    plotRight,
    top: padding.top,
    bottom,
    ticks: scale.ticks(isNarrow ? 4 : 6).map((value) => ({ value, x: x(value) })),
    criterion: x(criterion),
    rows: findings.map((finding, index) => rowAt(finding, index, place, x, low)),
  }
}
