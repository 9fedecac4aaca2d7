import { extent, linear, round, ticks } from './scale.ts'

/** One case on a control chart; `null`: it had nothing to compare and has no point. */
export interface ControlPoint {
  /** What is held against the limits. */
  readonly shown: number | null
  /** What was observed in this case alone, where the chart shows an average. */
  readonly single: number | null
  readonly lower: number
  readonly upper: number
  readonly isSignal: boolean
  /** The chart begins again where this changes. */
  readonly phase: number
}

export interface ControlFrame {
  readonly width: number
  readonly height: number
  readonly centre: number
  /** Values cannot lie outside; a limit that lies there is no limit and is not drawn. */
  readonly within: readonly [low: number, high: number] | null
}

/** Where everything in a control chart stands, in pixels. */
export interface ControlChart {
  readonly width: number
  readonly height: number
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
  readonly values: readonly { readonly value: number; readonly y: number }[]
  readonly cases: readonly { readonly value: number; readonly x: number }[]
  readonly centre: number
  /** Limits as steps, one path a phase and side. */
  readonly limits: readonly string[]
  /** From point to point, one path a phase. */
  readonly lines: readonly string[]
  readonly points: readonly PlacedPoint[]
  /** Between two phases. */
  readonly restarts: readonly number[]
}

export interface PlacedPoint {
  readonly x: number
  readonly y: number | null
  readonly single: number | null
  readonly isSignal: boolean
}

/** Cases lie no further apart than this, so that a chart that has just begun is no line of a few far points. */
const widestStep = 64

/** Lays out a control chart: cases in order, limits of each, a gap where it begins again. */
export function layControlChart(points: readonly ControlPoint[], frame: ControlFrame): ControlChart {
  const { width, height, centre, within } = frame
  const [left, right, top, bottom] = [46, width - 10, 12, height - 42]
  const step = Math.min(widestStep, (right - left) / Math.max(1, points.length))
  const x = (index: number) => round(left + (index + 0.5) * step)
  const [low, high] = rangeOf(points, frame)
  const y = linear(low, high, bottom, top)
  const placed = points.map((point, index) => ({ ...point, index }))
  const phases = [...new Set(points.map(({ phase }) => phase))].map((phase) =>
    placed.filter((point) => point.phase === phase),
  )
  const isDrawn = (limit: number) => within === null || (limit > within[0] && limit < within[1])
  const steps = (own: typeof placed, side: 'lower' | 'upper') =>
    own
      .filter((point) => isDrawn(point[side]))
      .map((point) => `M${round(x(point.index) - step / 2)} ${y(point[side])}H${round(x(point.index) + step / 2)}`)
      .join('')
  const every = Math.max(1, Math.ceil(points.length / Math.max(1, Math.floor((right - left) / 28))))
  return {
    ...{ width, height, left, right, top, bottom },
    values: ticks(low, high, 5).map((value) => ({ value, y: y(value) })),
    cases: placed
      .filter(({ index }) => (index + 1) % every === 0 || points.length <= every)
      .map(({ index }) => ({ value: index + 1, x: x(index) })),
    centre: y(centre),
    limits: phases.flatMap((own) => [steps(own, 'lower'), steps(own, 'upper')]).filter((path) => path !== ''),
    lines: phases.map((own) => lineOf(own, x, y)).filter((path) => path.includes('L')),
    points: points.map(({ shown, single, isSignal }, index) => ({
      x: x(index),
      y: shown === null ? null : y(shown),
      single: single === null ? null : y(single),
      isSignal,
    })),
    restarts: phases.slice(1).flatMap(([first]) => (first ? [round(x(first.index) - step / 2)] : [])),
  }
}

function lineOf(
  own: readonly (ControlPoint & { readonly index: number })[],
  x: (index: number) => number,
  y: (value: number) => number,
): string {
  const places = own.flatMap(({ shown, index }) => (shown === null ? [] : [`${x(index)} ${y(shown)}`]))
  return places.length === 0 ? '' : `M${places.join('L')}`
}

/** Everything is in view, with a little room, and nothing outside of what can be. */
function rangeOf(points: readonly ControlPoint[], { centre, within }: ControlFrame): [number, number] {
  const values = points.flatMap(({ shown, single, lower, upper }) => [shown ?? centre, single ?? centre, lower, upper])
  const [low, high] = extent([centre, ...values])
  const room = (high - low || Math.abs(centre) || 1) * 0.08
  return within === null
    ? [low - room, high + room]
    : [Math.max(within[0], low - room), Math.min(within[1], high + room)]
}
