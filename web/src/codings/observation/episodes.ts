import type { Desk } from '../desk.ts'

export const episodeLabel = (desk: Desk, id: string | null): string =>
  id === null ? '' : (desk.codebook.episodes.find((episode) => episode.id === id)?.label ?? id)
