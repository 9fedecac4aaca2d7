import type { ObservationRecord } from '@attune/contract'
import { lanesOf } from '../../lanes.ts'
import type { EventAnnotation } from '../../turns.ts'
import type { EpisodePlace } from '../episodes/episodes.ts'

export type Span = { from: number; to: number }

/** The stretch of time that there is: everything recorded or coded, from whole to whole minute. */
export function spanOf(
  record: Pick<ObservationRecord, 'events'>,
  episodes: readonly EpisodePlace[],
  coded: readonly EventAnnotation[],
): Span {
  let [first, last] = [0, 0]
  for (const { onset, offset } of [...episodes, ...record.events, ...coded]) {
    first = Math.min(first, onset)
    last = Math.max(last, offset ?? onset)
  }
  const from = Math.floor(first / 60) * 60
  return { from, to: Math.max(Math.ceil(last / 60) * 60, from + 60) }
}

export type LaneRow<Item> = { item: Item; lane: number }
type Timed = { onset: number; offset: number | null }

/** Events in lanes so that none covers another. A point takes the room its mark needs. */
export function inLanes<Item extends Timed>(
  items: readonly Item[],
  markSeconds: number,
): { rows: LaneRow<Item>[]; count: number } {
  const ordered = items.toSorted((one, other) => one.onset - other.onset)
  const lanes = lanesOf(
    ordered.map((item) => ({ start: item.onset, end: Math.max(item.offset ?? item.onset, item.onset + markSeconds) })),
  )
  const rows = ordered.map((item, index) => ({ item, lane: lanes[index] ?? 0 }))
  return { rows, count: lanes.reduce((most, lane) => Math.max(most, lane + 1), 0) }
}

export type LaneGroup<Item> = { key: string | null; rows: LaneRow<Item>[]; first: number; count: number }

/**
 * One group of lanes under the other, in the order of `keys`; a group without anything is left out.
 *
 * @param most lanes a group may have; what needs more room shares the last one.
 */
export function grouped<Item extends Timed>(
  items: readonly Item[],
  keys: readonly (string | null)[],
  keyOf: (item: Item) => string | null,
  { markSeconds, most }: { markSeconds: number; most: number },
): LaneGroup<Item>[] {
  const byKey = new Map<string | null, Item[]>()
  for (const item of items) {
    const key = keyOf(item)
    const there = byKey.get(key)
    if (there) there.push(item)
    else byKey.set(key, [item])
  }
  let first = 0
  return keys.flatMap((key) => {
    const mine = byKey.get(key)
    if (!mine) return []
    const { rows, count } = inLanes(mine, markSeconds)
    const shown = Math.min(count, most)
    const group = {
      key,
      rows: rows.map((row) => ({ ...row, lane: Math.min(row.lane, most - 1) })),
      first,
      count: shown,
    }
    first += shown
    return [group]
  })
}

/**
 * What is worth drawing of a lane: what lies in the view, and of marks that would cover each other only the first, so that
 * thousands of events cost no more than the screen is wide.
 *
 * @param apart pixels that a mark needs to be told from the one before it.
 */
export function worthDrawing<Item extends Timed>(
  rows: readonly LaneRow<Item>[],
  view: Span,
  pixels: number,
  apart: number,
): LaneRow<Item>[] {
  const perPixel = (view.to - view.from) / Math.max(1, pixels)
  const drawn = new Map<number, number>()
  return rows.filter(({ item, lane }) => {
    const end = item.offset ?? item.onset
    if (end < view.from || item.onset > view.to) return false
    if (end <= (drawn.get(lane) ?? Number.NEGATIVE_INFINITY)) return false
    drawn.set(lane, Math.max(end, item.onset + apart * perPixel))
    return true
  })
}

const STEPS = [0.1, 0.2, 0.5, 1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200]

/** Ticks at round times, as many as there is room for. */
export function ticksOf({ from, to }: Span, pixels: number): number[] {
  const least = ((to - from) / Math.max(1, pixels)) * 70
  const step = STEPS.find((one) => one >= least) ?? 14_400
  const first = Math.ceil(from / step)
  const count = Math.max(0, Math.floor(to / step) - first + 1)
  return Array.from({ length: count }, (_, index) => Math.round((first + index) * step * 10) / 10)
}
