import type { EpisodeMark, IntervalMark } from '@attune/contract'
import type { Db, Trx } from '../base/database/database.ts'
import type { Flag, Row } from '../base/database/schema.ts'
import { type At, type Effect, refuseStale } from './items.ts'

type IntervalPlace = Pick<IntervalMark, 'sampling' | 'subject' | 'episode' | 'interval'>

const columnsOfInterval = ({ sampling, subject, episode, interval }: IntervalPlace) => ({
  sampling,
  subject: subject ?? '',
  episode: episode ?? '',
  interval,
})

function intervalOf(row: Row<'interval_mark'>): IntervalMark | null {
  if (row.present === null) return null
  const { sampling, interval, version } = row
  return {
    sampling,
    subject: row.subject || null,
    episode: row.episode || null,
    interval,
    present: JSON.parse(row.present),
    isUnscorable: row.is_unscorable === 1,
    version,
  }
}

export async function intervalsOf(db: Db, coding: string): Promise<IntervalMark[]> {
  const rows = await db
    .selectFrom('interval_mark')
    .selectAll()
    .where('coding', '=', coding)
    .orderBy('sampling')
    .orderBy('subject')
    .orderBy('episode')
    .orderBy('interval')
    .execute()
  return rows.flatMap((row) => intervalOf(row) ?? [])
}

/** Scores an interval, or with `mark` null takes its score back. */
async function writeInterval(
  trx: Trx,
  { coding, now, base }: { coding: string; now: string; base: number },
  place: IntervalPlace,
  mark: Pick<IntervalMark, 'present' | 'isUnscorable'> | null,
): Promise<Effect> {
  const key = columnsOfInterval(place)
  const row = await trx
    .selectFrom('interval_mark')
    .selectAll()
    .where('coding', '=', coding)
    .where('sampling', '=', key.sampling)
    .where('subject', '=', key.subject)
    .where('episode', '=', key.episode)
    .where('interval', '=', key.interval)
    .executeTakeFirst()
  const old = row === undefined ? null : intervalOf(row)
  refuseStale(base, row?.version ?? 0, old)
  const version = base + 1
  const isUnscorable: Flag = mark?.isUnscorable ? 1 : 0
  const values = {
    present: mark === null ? null : JSON.stringify(mark.present),
    is_unscorable: isUnscorable,
    version,
    changed_at: now,
  }
  await trx
    .insertInto('interval_mark')
    .values({ coding, ...key, ...values })
    .onConflict((conflict) =>
      conflict.columns(['coding', 'sampling', 'subject', 'episode', 'interval']).doUpdateSet(values),
    )
    .execute()
  const item = `interval ${[key.sampling, key.subject, key.episode, key.interval].join('/')}`
  return { action: mark === null ? 'interval taken back' : 'interval scored', item, old, new: mark, version }
}

export function putInterval(trx: Trx, { coding, now, change }: At<'put-interval'>): Promise<Effect> {
  const { present, isUnscorable } = change.mark
  return writeInterval(trx, { coding, now, base: change.base }, change.mark, { present, isUnscorable })
}

export function removeInterval(trx: Trx, { coding, now, change }: At<'remove-interval'>): Promise<Effect> {
  return writeInterval(trx, { coding, now, base: change.base }, change, null)
}

function episodeOf(row: Row<'episode_mark'>): EpisodeMark | null {
  const { episode, onset, version } = row
  return onset === null ? null : { episode, onset, offset: row.offset_at, version }
}

export async function episodesOf(db: Db, coding: string): Promise<EpisodeMark[]> {
  const rows = await db
    .selectFrom('episode_mark')
    .selectAll()
    .where('coding', '=', coding)
    .orderBy('onset')
    .orderBy('episode')
    .execute()
  return rows.flatMap((row) => episodeOf(row) ?? [])
}

/** Says where an episode lies, or with `mark` null leaves it to the record again. */
async function writeEpisode(
  trx: Trx,
  { coding, now, base }: { coding: string; now: string; base: number },
  episode: string,
  mark: Pick<EpisodeMark, 'onset' | 'offset'> | null,
): Promise<Effect> {
  const row = await trx
    .selectFrom('episode_mark')
    .selectAll()
    .where('coding', '=', coding)
    .where('episode', '=', episode)
    .executeTakeFirst()
  const old = row === undefined ? null : episodeOf(row)
  refuseStale(base, row?.version ?? 0, old)
  const version = base + 1
  const values = { onset: mark?.onset ?? null, offset_at: mark?.offset ?? null, version, changed_at: now }
  await trx
    .insertInto('episode_mark')
    .values({ coding, episode, ...values })
    .onConflict((conflict) => conflict.columns(['coding', 'episode']).doUpdateSet(values))
    .execute()
  return { action: 'episode changed', item: `episode ${episode}`, old, new: mark, version }
}

export function putEpisode(trx: Trx, { coding, now, change }: At<'put-episode'>): Promise<Effect> {
  const { episode, onset, offset } = change.mark
  return writeEpisode(trx, { coding, now, base: change.base }, episode, { onset, offset })
}

export function removeEpisode(trx: Trx, { coding, now, change }: At<'remove-episode'>): Promise<Effect> {
  return writeEpisode(trx, { coding, now, base: change.base }, change.episode, null)
}
