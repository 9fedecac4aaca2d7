import { linear, ticks } from './scale.ts'

/** What a line of a forest plot shows; an end of the interval that is null is open, no interval is null as a whole. */
export interface ForestEntry {
  readonly estimate: number | null
  readonly interval: { readonly lower: number | null; readonly upper: number | null } | null
}

export interface ForestFrame {
  readonly width: number
  /** Coefficients that end at 1; else differences in points, whose axis holds all of them. */
  readonly bounded: boolean
  readonly criterion: number | null
  /** Room beside the lines for their names and for their figures; a narrow plot writes both above each line. */
  readonly names: number
  readonly figures: number
}

/** Where everything in a forest plot stands, in pixels. */
export interface Forest {
  readonly width: number
  readonly height: number
  readonly isNarrow: boolean
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
  readonly ticks: readonly { readonly value: number; readonly x: number }[]
  readonly zero: number
  readonly criterion: number | null
  readonly rows: readonly ForestRow[]
}

export interface ForestRow {
  readonly y: number
  readonly labelY: number
  /** Null where there is no estimate. */
  readonly x: number | null
  readonly line: ForestLine | null
}

export interface ForestLine {
  readonly from: number
  readonly to: number
  /** The interval goes on beyond the axis on that side. */
  readonly opensLeft: boolean
  readonly opensRight: boolean
}

const narrowBelow = 620
const margin = 8

/** Lays a forest plot out for a width. On a narrow screen name and figures stand above their line. */
export function layForest(entries: readonly ForestEntry[], frame: ForestFrame): Forest {
  const isNarrow = frame.width < narrowBelow
  const [left, right] = isNarrow ? [margin, frame.width - margin] : [frame.names, frame.width - frame.figures]
  const [low, high] = frame.bounded ? [lowestBounded(entries), 1] : rangeOfPoints(entries)
  const x = linear(low, high, left, right)
  const rowHeight = isNarrow ? 46 : 26
  const top = frame.criterion === null ? 6 : 26
  const bottom = top + entries.length * rowHeight + 4
  return {
    width: frame.width,
    height: bottom + 24,
    isNarrow,
    left,
    right,
    top,
    bottom,
    ticks: ticks(low, high, isNarrow ? 5 : 6).map((value) => ({ value, x: x(value) })),
    zero: x(0),
    criterion: frame.criterion === null ? null : x(frame.criterion),
    rows: entries.map((entry, index) => {
      const y = top + index * rowHeight + (isNarrow ? rowHeight - 13 : rowHeight / 2)
      return { y, labelY: isNarrow ? y - 17 : y, ...mark(entry, x, low, high) }
    }),
  }
}

const valuesOf = (entries: readonly ForestEntry[]) =>
  entries.flatMap(({ estimate, interval }) =>
    estimate === null ? [] : [estimate, interval?.lower ?? 0, interval?.upper ?? 0],
  )

/** Below -.4 an interval only says "anything"; the axis stays readable and an arrow says that it goes on. */
const lowestBounded = (entries: readonly ForestEntry[]) =>
  Math.max(-0.4, Math.floor(Math.min(0, ...valuesOf(entries)) * 5) / 5)

function rangeOfPoints(entries: readonly ForestEntry[]): [number, number] {
  const values = valuesOf(entries)
  const [low, high] = [Math.min(0, ...values), Math.max(0, ...values)]
  const room = (high - low || 1) * 0.05
  return [low - room, high + room]
}

function mark({ estimate, interval }: ForestEntry, x: (value: number) => number, low: number, high: number) {
  if (estimate === null) return { x: null, line: null }
  const place = (value: number) => x(Math.min(high, Math.max(low, value)))
  if (interval === null) return { x: place(estimate), line: null }
  const lower = interval.lower ?? Number.NEGATIVE_INFINITY
  const upper = interval.upper ?? Number.POSITIVE_INFINITY
  return {
    x: place(estimate),
    line: { from: place(lower), to: place(upper), opensLeft: lower < low, opensRight: upper > high },
  }
}
