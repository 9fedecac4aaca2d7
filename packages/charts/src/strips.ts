import { linear, round, ticks } from './scale.ts'

/** What one rater marked of one kind: stretches, and moments, whose end is null. */
export interface StripRow {
  readonly name: string
  readonly marks: readonly { readonly start: number; readonly end: number | null }[]
}

/** One kind of thing with a row for each rater, so that what is to be compared lies side by side. */
export interface StripLane {
  readonly name: string
  readonly rows: readonly StripRow[]
}

export interface StripsFrame {
  readonly width: number
  /** Room before the rows for their names. */
  readonly names: number
  /** First and last place of the axis. */
  readonly from: number
  readonly to: number
}

/** Where everything in a picture of what raters marked stands, in pixels. */
export interface Strips {
  readonly height: number
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
  readonly ticks: readonly { readonly value: number; readonly x: number }[]
  readonly lanes: readonly PlacedLane[]
}

export interface PlacedLane {
  readonly name: string
  readonly y: number
  readonly rows: readonly {
    readonly name: string
    readonly y: number
    /** A moment has no width. */
    readonly marks: readonly { readonly x: number; readonly width: number | null }[]
  }[]
}

const heading = 24
const rowHeight = 18
const margin = 8

/** Lays out what raters marked along one axis, lane below lane. */
export function layStrips(lanes: readonly StripLane[], { width, names, from, to }: StripsFrame): Strips {
  const [left, right] = [names, width - margin]
  const x = linear(from, to, left, right)
  const top = 4
  let y = top
  const placed = lanes.map(({ name, rows }) => {
    const own = y + heading / 2
    y += heading
    const lines = rows.map((row) => {
      const line = y + rowHeight / 2
      y += rowHeight
      return { name: row.name, y: line, marks: row.marks.map(({ start, end }) => placeOf(start, end, x)) }
    })
    return { name, y: own, rows: lines }
  })
  const bottom = y + 4
  const axis = ticks(from, to, width < 620 ? 5 : 8).map((value) => ({ value, x: x(value) }))
  return { height: bottom + 24, left, right, top, bottom, ticks: axis, lanes: placed }
}

/** A stretch too short to be seen is drawn as wide as a stroke. */
function placeOf(start: number, end: number | null, x: (value: number) => number) {
  return { x: x(start), width: end === null ? null : Math.max(1.5, round(x(end) - x(start))) }
}
