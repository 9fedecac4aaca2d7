import type { ObservationRecord } from '@attune/contract'
import { lanesOf } from '../lanes.ts'
import type { EventAnnotation } from '../turns.ts'

/** The stretch of time that is shown: everything recorded or coded, from whole to whole minute. */
export function spanOf(record: ObservationRecord, coded: readonly EventAnnotation[]): { from: number; to: number } {
  const times = [
    ...record.episodes.flatMap((episode) => [episode.onset, episode.offset]),
    ...record.events.flatMap((event) => [event.onset, event.offset ?? event.onset]),
    ...coded.flatMap((event) => [event.onset, event.offset ?? event.onset]),
  ]
  if (times.length === 0) return { from: 0, to: 60 }
  const from = Math.floor(Math.min(0, ...times) / 60) * 60
  const to = Math.ceil(Math.max(...times) / 60) * 60
  return { from, to: Math.max(to, from + 60) }
}

export type LaneRow<Item> = { item: Item; lane: number }

/** Events in lanes so that none covers another. A point takes the room its mark needs. */
export function inLanes<Item extends { onset: number; offset: number | null }>(
  items: readonly Item[],
  markSeconds: number,
): { rows: LaneRow<Item>[]; count: number } {
  const ordered = items.toSorted((one, other) => one.onset - other.onset)
  const lanes = lanesOf(
    ordered.map((item) => ({ start: item.onset, end: Math.max(item.offset ?? item.onset, item.onset + markSeconds) })),
  )
  const rows = ordered.map((item, index) => ({ item, lane: lanes[index] ?? 0 }))
  return { rows, count: Math.max(0, ...lanes.map((lane) => lane + 1)) }
}

export type SubjectLanes<Item> = { subject: string | null; rows: LaneRow<Item>[]; first: number; count: number }

/** Events by whose they are, one group of lanes under the other; subjects without any are left out. */
export function bySubject<Item extends { onset: number; offset: number | null; subject: string | null }>(
  items: readonly Item[],
  subjects: readonly (string | null)[],
  markSeconds: number,
): SubjectLanes<Item>[] {
  let first = 0
  return subjects.flatMap((subject) => {
    const mine = items.filter((item) => item.subject === subject)
    if (mine.length === 0) return []
    const { rows, count } = inLanes(mine, markSeconds)
    const group = { subject, rows, first, count }
    first += count
    return [group]
  })
}

/** The episode that a time lies in; of two that meet there, the one that begins. */
export function episodeAt(record: ObservationRecord, seconds: number): string | null {
  return record.episodes.findLast((episode) => episode.onset <= seconds && seconds < episode.offset)?.episode ?? null
}

/** A tick every minute, or every five or fifteen when there are many. */
export function ticksOf({ from, to }: { from: number; to: number }): number[] {
  const minutes = (to - from) / 60
  const step = minutes <= 30 ? 60 : minutes <= 120 ? 300 : 900
  return Array.from({ length: Math.floor((to - from) / step) + 1 }, (_, index) => from + index * step)
}
