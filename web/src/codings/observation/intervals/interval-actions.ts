import { findCode, type Sampling, type Series } from '@attune/codebooks'
import { t } from '../../../messages/index.ts'
import type { Desk } from '../../desk.ts'
import type { DraftInterval } from '../../draft.ts'
import { type IntervalPlace, intervalKey } from '../../edits.ts'

/** One interval of a series. */
export const placeOf = (sampling: Sampling, series: Series, interval: number): IntervalPlace => ({
  sampling: sampling.id,
  ...series,
  interval,
})

export const markOf = (desk: Desk, place: IntervalPlace): DraftInterval | undefined =>
  desk.draft().intervals.get(intervalKey(place))

/** A behaviour seen in an interval, or no longer. */
export function toggleSeen(desk: Desk, place: IntervalPlace, code: string): void {
  const present = markOf(desk, place)?.present ?? []
  const isSeen = present.includes(code)
  const next = isSeen ? present.filter((one) => one !== code) : [...present, code]
  const label = findCode(desk.codebook, code)?.label ?? code
  const words = isSeen ? t().intervals.notSeen(label, place.interval) : t().intervals.seen(label, place.interval)
  put(desk, { ...place, present: next, isUnscorable: false }, words)
}

/** Out of view says nothing about behaviour, so nothing stays seen. */
export function toggleOutOfView(desk: Desk, place: IntervalPlace): void {
  const isUnscorable = !(markOf(desk, place)?.isUnscorable ?? false)
  const { interval } = place
  put(
    desk,
    { ...place, present: [], isUnscorable },
    isUnscorable ? t().intervals.outOfViewAt(interval) : t().intervals.inViewAt(interval),
  )
}

/** Going on from an interval says that nothing else was seen in it. */
export function settle(desk: Desk, place: IntervalPlace): void {
  if (markOf(desk, place)) return
  put(desk, { ...place, present: [], isUnscorable: false }, t().intervals.nothingSeen(place.interval))
}

export function takeBack(desk: Desk, place: IntervalPlace): void {
  if (!markOf(desk, place)) return
  desk.edit({ type: 'remove-interval', ...place }, { label: t().intervals.takenBack(place.interval) })
}

const put = (desk: Desk, mark: DraftInterval, label: string): void =>
  desk.edit({ type: 'put-interval', mark }, { label })

/** The first interval of a series that is not scored, counted from 1; null if all are. */
export function firstUnscored(desk: Desk, sampling: Sampling, series: Series, count: number): number | null {
  for (let interval = 1; interval <= count; interval += 1) {
    if (!markOf(desk, placeOf(sampling, series, interval))) return interval
  }
  return null
}
