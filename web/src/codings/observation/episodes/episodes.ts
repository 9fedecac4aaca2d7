import type { ObservationRecord } from '@attune/contract'
import type { Desk } from '../../desk.ts'

export const episodeLabel = (desk: Desk, id: string | null): string =>
  id === null ? '' : (desk.codebook.episodes.find((episode) => episode.id === id)?.label ?? id)

/** Where an episode lies. `offset` is null while it goes on; `source` tells whose word that is. */
export type EpisodePlace = { episode: string; onset: number; offset: number | null; source: 'coder' | 'record' }

/** The episodes in time: as the coder has them, and where the coder has said nothing, as the record does. */
export function episodesIn(
  desk: Pick<Desk, 'draft'>,
  record: Pick<ObservationRecord, 'episodes'>,
): readonly EpisodePlace[] {
  const own = desk.draft().episodes
  const recorded = record.episodes
    .filter(({ episode }) => !own.has(episode))
    .map((span): EpisodePlace => ({ ...span, source: 'record' }))
  const coded = [...own.values()].map((mark): EpisodePlace => ({ ...mark, source: 'coder' }))
  return [...recorded, ...coded].toSorted((one, other) => one.onset - other.onset)
}

/** The episode that a time lies in; of two that meet there, the one that begins. */
export function episodeAt(places: readonly EpisodePlace[], seconds: number): string | null {
  const there = places.findLast(({ onset, offset }) => onset <= seconds && (offset === null || seconds < offset))
  return there?.episode ?? null
}
