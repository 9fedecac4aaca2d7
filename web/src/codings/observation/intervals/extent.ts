import type { Extent } from '@attune/codebooks'
import type { ObservationRecord } from '@attune/contract'
import type { Desk } from '../../desk.ts'
import { episodesIn } from '../episodes/episodes.ts'

/** How long the observation was, as far as its record and its coder say. */
export function extentOf(desk: Pick<Desk, 'draft'>, record: ObservationRecord): Extent {
  const episodes = episodesIn(desk, record)
  const ends = [...episodes, ...record.events].map(({ onset, offset }) => offset ?? onset)
  return { end: ends.length === 0 ? null : Math.max(...ends), episodes }
}
