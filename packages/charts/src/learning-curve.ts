import { linear, ticks } from './scale.ts'

/** One case in the order of coding: the share agreed in it, and over the last few cases together, with its interval. */
export interface LearningPoint {
  /** Null where nothing of the case could be compared. */
  readonly share: number | null
  readonly recent: { readonly share: number; readonly lower: number; readonly upper: number } | null
}

export interface LearningFrame {
  readonly width: number
  readonly height: number
  /** Share to reach; null: no line. */
  readonly line: number | null
}

/** Where everything in a learning curve stands, in pixels. */
export interface LearningCurve {
  readonly width: number
  readonly height: number
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
  readonly shares: readonly { readonly value: number; readonly y: number }[]
  /** Numbers of cases along the axis. */
  readonly cases: readonly { readonly value: number; readonly x: number }[]
  readonly line: number | null
  readonly points: readonly { readonly x: number; readonly y: number | null }[]
  /** The curve of the last few cases, and the band of its interval: one path for each stretch without a gap. */
  readonly curves: readonly string[]
  readonly bands: readonly string[]
  /** The last place of the curve, for its label. */
  readonly end: { readonly x: number; readonly y: number } | null
}

const [left, rightMargin, top, foot] = [44, 12, 12, 40]

/** Lays a learning curve out: shares from 0 to 1 upward, cases in the order of coding to the right. */
export function layLearningCurve(points: readonly LearningPoint[], frame: LearningFrame): LearningCurve {
  const [right, bottom] = [frame.width - rightMargin, frame.height - foot]
  const x = linear(1, Math.max(2, points.length), left + 8, right - 8)
  const y = linear(0, 1, bottom, top)
  const places = points.map(({ recent }, index) =>
    recent === null ? null : { x: x(index + 1), y: y(recent.share), lower: y(recent.lower), upper: y(recent.upper) },
  )
  const runs = runsOf(places)
  const last = places.findLast((place) => place !== null)
  return {
    width: frame.width,
    height: frame.height,
    left,
    right,
    top,
    bottom,
    shares: ticks(0, 1, 5).map((value) => ({ value, y: y(value) })),
    cases: caseTicks(points.length, frame.width).map((value) => ({ value, x: x(value) })),
    line: frame.line === null ? null : y(frame.line),
    points: points.map(({ share }, index) => ({ x: x(index + 1), y: share === null ? null : y(share) })),
    curves: runs.map((run) => pathOf(run)),
    bands: runs.map(
      (run) =>
        `${pathOf(run.map((place) => ({ x: place.x, y: place.upper })))}${pathOf(
          run.map((place) => ({ x: place.x, y: place.lower })).toReversed(),
        ).replace('M', 'L')}Z`,
    ),
    end: last ? { x: last.x, y: last.y } : null,
  }
}

/** Whole numbers of cases only, the first among them. */
function caseTicks(count: number, width: number): number[] {
  if (count === 0) return []
  const inner = ticks(1, Math.max(2, count), width < 620 ? 5 : 10).filter(
    (value) => Number.isInteger(value) && value <= count,
  )
  return inner[0] === 1 ? inner : [1, ...inner]
}

/** Stretches of places that follow one another without a gap. */
function runsOf<Place>(places: readonly (Place | null)[]): Place[][] {
  const runs: Place[][] = [[]]
  for (const place of places) {
    if (place === null) runs.push([])
    else runs.at(-1)?.push(place)
  }
  return runs.filter((run) => run.length > 0)
}

const pathOf = (places: readonly { x: number; y: number }[]): string =>
  places.map((place, index) => `${index === 0 ? 'M' : 'L'}${place.x} ${place.y}`).join('')
