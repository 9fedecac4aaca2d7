import { linear, round } from './scale.ts'

/** How often a coder of a given true agreement passes; `lower` and `upper` are null where the chance is exact. */
export interface CurvePoint {
  readonly quality: number
  readonly chance: number
  readonly lower: number | null
  readonly upper: number | null
}

export interface CurveFrame {
  readonly width: number
  /** Qualities that get their figure written beside them. */
  readonly labelled: readonly number[]
  /** A chance that is marked with a line, such as how often a wrong pass may happen; null: none. */
  readonly marked: number | null
}

/** Where everything of an operating characteristic curve stands, in pixels. */
export interface OperatingCurve {
  readonly width: number
  readonly height: number
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
  readonly xTicks: readonly { readonly value: number; readonly x: number }[]
  readonly yTicks: readonly { readonly value: number; readonly y: number }[]
  /** Through all points, from low to high quality; empty with fewer than two. */
  readonly path: string
  readonly marked: number | null
  readonly points: readonly PlacedChance[]
}

export interface PlacedChance {
  readonly point: CurvePoint
  readonly x: number
  readonly y: number
  readonly interval: { readonly from: number; readonly to: number } | null
  /** Where its figure is written; null where none is. */
  readonly label: { readonly x: number; readonly y: number; readonly anchor: 'middle' | 'end' } | null
}

const narrowBelow = 460
const labelHeight = 12
const axis = { left: 46, right: 18, top: 12, bottom: 44 }

/**
 * Lays out the chance to pass against the true agreement. Quality runs from the lowest tenth at or below .4 to 1, so that
 * the axis does not move while points are still arriving.
 */
export function layOperatingCurve(points: readonly CurvePoint[], frame: CurveFrame): OperatingCurve {
  const isNarrow = frame.width < narrowBelow
  const height = isNarrow ? 260 : 320
  const [left, right] = [axis.left, frame.width - axis.right]
  const [top, bottom] = [axis.top, height - axis.bottom]
  const lowest = Math.floor(Math.min(0.4, ...points.map(({ quality }) => quality)) * 10 + 1e-9) / 10
  const x = linear(lowest, 1, left, right)
  const y = linear(0, 1, bottom, top)
  const inOrder = points.toSorted((one, other) => one.quality - other.quality)
  const step = isNarrow ? 2 : 1
  const tenths = Math.round((1 - lowest) * 10)
  return {
    width: frame.width,
    height,
    left,
    right,
    top,
    bottom,
    xTicks: Array.from({ length: Math.floor(tenths / step) + 1 }, (_, index) => 1 - (index * step) / 10)
      .map((value) => Number(value.toFixed(1)))
      .toReversed()
      .map((value) => ({ value, x: x(value) })),
    yTicks: [0, 0.25, 0.5, 0.75, 1].map((value) => ({ value, y: y(value) })),
    path: inOrder.length < 2 ? '' : `M${inOrder.map((point) => `${x(point.quality)},${y(point.chance)}`).join('L')}`,
    marked: frame.marked === null ? null : y(frame.marked),
    points: inOrder.map((point) => place(point, x, y, frame, left)),
  }
}

function place(
  point: CurvePoint,
  x: (value: number) => number,
  y: (value: number) => number,
  { labelled, marked }: CurveFrame,
  left: number,
): PlacedChance {
  const [px, py] = [x(point.quality), y(point.chance)]
  const { lower, upper } = point
  const isLabelled = labelled.some((quality) => Math.abs(quality - point.quality) < 1e-9)
  // A curve rises to the right, so above it to the left there is room; not beyond the axis.
  const isAtAxis = px - left < 40
  const above = py - 8
  const line = marked === null ? null : y(marked)
  const isStruck = line !== null && above > line - 5 && above - labelHeight < line
  return {
    point,
    x: px,
    y: py,
    interval: lower === null || upper === null ? null : { from: y(lower), to: y(upper) },
    label: isLabelled
      ? { x: isAtAxis ? px : round(px - 7), y: round(isStruck ? line - 5 : above), anchor: isAtAxis ? 'middle' : 'end' }
      : null,
  }
}
