import { type addMedia, type Body, containerOf } from '@attune/contract'
import type { StudyActor } from '../base/access.ts'
import type { Ground } from '../base/feature.ts'
import { record } from '../base/history.ts'
import { notFound, Refusal } from '../base/refusal.ts'
import { findCase } from '../cases/queries.ts'
import { findMedia, type MediaRow, mediaOfCase, unfinished } from './queries.ts'

/** Left free on the disk whatever is uploaded, so that codings can still be saved. */
const reserve = 1024 ** 3

/** Refuses before the first byte what would not fit; what is promised to other uploads counts as taken. */
async function refuseWithoutSpace({ db, media }: Ground, size: number): Promise<void> {
  const waiting = await unfinished(db)
  const arrived = await Promise.all(waiting.map(({ id }) => media.size(id)))
  const promised = waiting.reduce((sum, one, index) => sum + one.size - (arrived[index] ?? 0), 0)
  if ((await media.free()) - promised - reserve >= size) return
  throw new Refusal('storage-full', 'The disk of the server has no space for this recording.')
}

type Added = Body<typeof addMedia>

function refuseMisfit({ kind, type }: Added): void {
  if (kind === 'audio' || type.startsWith('video/')) return
  const message = 'This file holds sound only; add it as audio.'
  throw new Refusal('bad-request', message, { faults: [{ path: 'body.kind', message }] })
}

export async function insertMedia(
  ground: Ground,
  { study, person }: StudyActor,
  studyCase: string,
  body: Added,
): Promise<MediaRow> {
  refuseMisfit(body)
  if ((await findCase(ground.db, study, studyCase)) === undefined) throw notFound()
  if (body.place === 'lab') await refuseWithoutSpace(ground, body.size)
  const { offset, ...fields } = body
  const row: MediaRow = {
    id: ground.ports.id(),
    study_case: studyCase,
    ...fields,
    offset_at: offset,
    is_ready: body.place === 'local' ? 1 : 0,
    version: 1,
    added_by: person,
    added_at: ground.ports.now().toISOString(),
  }
  await ground.write(async (trx) => {
    const others = await mediaOfCase(trx, study, studyCase)
    if (others.some((one) => one.sha256 === body.sha256))
      throw new Refusal('already-exists', 'This very file is already a recording of this case.')
    await trx.insertInto('media').values(row).execute()
    const detail = { new: body }
    await record(trx, ground.ports, { person, study, action: 'recording added', subject: `case:${studyCase}`, detail })
  })
  return row
}

/** Uploads that take a part right now: two windows at once would write into each other. */
const busy = new Set<string>()

async function alone<Result>(id: string, work: () => Promise<Result>): Promise<Result> {
  if (busy.has(id)) throw new Refusal('not-ready', 'Another window is sending this recording. Try again in a moment.')
  busy.add(id)
  try {
    return await work()
  } finally {
    busy.delete(id)
  }
}

/** Stores the next part of an upload and says how much is there. A part that does not follow is answered with where to go on. */
export function storePart(
  { media, db }: Ground,
  study: string,
  row: MediaRow,
  at: number,
  bytes: ReadableStream<Uint8Array>,
): Promise<number> {
  if (row.place === 'local' || row.is_ready === 1) throw new Refusal('in-use', 'This recording takes no further parts.')
  return alone(row.id, async () => {
    const received = await media.size(row.id)
    if (received !== at)
      throw new Refusal('stale', `The upload goes on at byte ${received}.`, { current: { received } })
    await media.append(row.id, at, bytes)
    const now = await media.size(row.id)
    if (now > row.size) {
      await media.shorten(row.id, at)
      throw new Refusal('too-large', `More was sent than the ${row.size} bytes that were announced.`)
    }
    // Deleted while the part was on its way: nothing of it may stay behind.
    await findMedia(db, study, row.study_case, row.id).catch(async (gone) => {
      await media.remove(row.id)
      throw gone
    })
    return now
  })
}

/** The file as it lies here is what was announced: whole, of its kind, bit by bit. Otherwise it is thrown away. */
export function checkUpload(ground: Ground, { study, person }: StudyActor, row: MediaRow): Promise<MediaRow> {
  const { media, ports, write } = ground
  if (row.is_ready === 1) return Promise.resolve(row)
  return alone(row.id, async () => {
    const received = await media.size(row.id)
    if (received !== row.size) {
      throw new Refusal('incomplete', `${received} of ${row.size} bytes have arrived.`, { current: { received } })
    }
    const fault = await faultOf(ground, row)
    if (fault !== null) {
      await media.shorten(row.id, 0)
      throw new Refusal('unreadable-file', fault)
    }
    await write(async (trx) => {
      await trx.updateTable('media').set({ is_ready: 1 }).where('id', '=', row.id).execute()
      const detail = { label: row.label, sha256: row.sha256, size: row.size }
      const subject = `case:${row.study_case}`
      await record(trx, ports, { person, study, action: 'recording uploaded', subject, detail })
    })
    return { ...row, is_ready: 1 }
  })
}

async function faultOf({ media }: Ground, row: MediaRow): Promise<string | null> {
  const container = containerOf(await media.head(row.id))
  if (container === null) return 'This is no recording that browsers play. Use MP4, WebM, Ogg, MP3, WAV or M4A.'
  if (container !== row.type) return `The file is ${container} and was announced as ${row.type}. Add it again.`
  if ((await media.seal(row.id)) !== row.sha256) return 'The file arrived damaged: its SHA-256 differs. Send it again.'
  return null
}
