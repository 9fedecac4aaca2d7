import type { ObservationRecord } from '@attune/contract'
import { clock } from '../../../base/clock.ts'
import { t } from '../../../messages/index.ts'
import type { Desk } from '../../desk.ts'
import type { Edit } from '../../edits.ts'
import { episodeLabel, episodesIn } from './episodes.ts'

/** Says where an episode lies. */
export function placeEpisode(desk: Desk, mark: { episode: string; onset: number; offset: number | null }): void {
  const label = episodeLabel(desk, mark.episode)
  const words =
    mark.offset === null
      ? t().episodes.begins(label, clock(mark.onset))
      : t().episodes.lies(label, clock(mark.onset), clock(mark.offset))
  desk.edit({ type: 'put-episode', mark }, { label: words })
}

/** Begins an episode; the one that goes on ends with that, for one follows the other. */
export function beginEpisode(desk: Desk, episode: string, onset: number): void {
  const going = goingOn(desk)
  const ends: Edit[] =
    going && going.episode !== episode && going.onset <= onset
      ? [{ type: 'put-episode', mark: { ...going, offset: onset } }]
      : []
  desk.editTogether([...ends, { type: 'put-episode', mark: { episode, onset, offset: null } }], {
    label: t().episodes.begins(episodeLabel(desk, episode), clock(onset)),
  })
}

/** The key for it: begins the next episode of the codebook that the coder has not begun. Says so when there is none. */
export function beginNextEpisode(desk: Desk, onset: number): string | null {
  const next = desk.codebook.episodes.find(({ id }) => !desk.draft().episodes.has(id))
  if (!next) return t().episodes.allBegun
  beginEpisode(desk, next.id, onset)
  return null
}

const goingOn = (desk: Desk) => [...desk.draft().episodes.values()].find(({ offset }) => offset === null)

/** Takes the coder's own times back; those of the record, if it has any, hold again. */
export function leaveToRecord(desk: Desk, episode: string): void {
  const label = t().episodes.takenBack(episodeLabel(desk, episode))
  desk.edit({ type: 'remove-episode', episode }, { label })
}

/** How long an episode was, if it has an end. */
export function lengthOf(desk: Desk, record: ObservationRecord, episode: string): number | null {
  const place = episodesIn(desk, record).find((one) => one.episode === episode)
  return place?.offset == null ? null : place.offset - place.onset
}
