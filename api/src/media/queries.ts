import type { CaseMedia, MediaTrack } from '@attune/contract'
import type { Db } from '../base/database/database.ts'
import type { Row } from '../base/database/schema.ts'
import type { MediaFolder } from '../base/media-folder.ts'
import { notFound } from '../base/refusal.ts'

export type MediaRow = Row<'media'>

export function trackOf(row: MediaRow): MediaTrack {
  const { id, label, kind, place, offset_at: offset, sha256, size, duration, type } = row
  return { id, label, kind, place, offset, sha256, size, duration, type }
}

export async function caseMediaOf(folder: MediaFolder, row: MediaRow): Promise<CaseMedia> {
  const received = row.place === 'local' ? 0 : row.is_ready === 1 ? row.size : await folder.size(row.id)
  const { added_at: addedAt, version } = row
  return { ...trackOf(row), received, isReady: row.is_ready === 1, addedAt, version }
}

/** In the order in which they were added: the first one leads the clock. */
export function mediaOfCase(db: Db, study: string, studyCase: string): Promise<MediaRow[]> {
  return db
    .selectFrom('media')
    .innerJoin('study_case', 'study_case.id', 'media.study_case')
    .selectAll('media')
    .where('study_case.study', '=', study)
    .where('media.study_case', '=', studyCase)
    .orderBy('media.added_at')
    .orderBy('media.id')
    .execute()
}

export async function findMedia(db: Db, study: string, studyCase: string, id: string): Promise<MediaRow> {
  const found = (await mediaOfCase(db, study, studyCase)).find((row) => row.id === id)
  if (found === undefined) throw notFound()
  return found
}

/** What can be played of the case that a coding is about. */
export async function mediaOfCoding(db: Db, study: string, coding: string): Promise<MediaRow[]> {
  const found = await db
    .selectFrom('coding')
    .select('study_case')
    .where('id', '=', coding)
    .where('study', '=', study)
    .executeTakeFirst()
  if (found === undefined) throw notFound()
  return (await mediaOfCase(db, study, found.study_case)).filter((row) => row.is_ready === 1)
}

/** Bytes that are promised to uploads which are still on their way. */
export async function unfinished(db: Db): Promise<{ id: string; size: number }[]> {
  return db.selectFrom('media').select(['id', 'size']).where('place', '=', 'lab').where('is_ready', '=', 0).execute()
}

/** Whether somebody was noted to have opened a recording since then. */
export async function wasNoted(db: Db, person: string, subject: string, since: string): Promise<boolean> {
  const found = await db
    .selectFrom('history')
    .select('sequence')
    .where('subject', '=', subject)
    .where('person', '=', person)
    .where('action', '=', 'recording opened')
    .where('at', '>', since)
    .executeTakeFirst()
  return found !== undefined
}

/** Takes away the files of recordings that are no more, however they went: alone, with their case, with their study. */
export async function sweepMedia(db: Db, folder: MediaFolder): Promise<void> {
  // The files first: one that comes meanwhile has its row already.
  const files = await folder.ids()
  if (files.length === 0) return
  const rows = await db.selectFrom('media').select('id').execute()
  const known = new Set(rows.map((row) => row.id))
  for (const file of files) if (!known.has(file)) await folder.remove(file)
}
