import type { StudyActor } from '../base/access.ts'
import type { Ground } from '../base/feature.ts'
import { record } from '../base/history.ts'
import { notFound } from '../base/refusal.ts'
import { Streamed } from '../base/streamed.ts'
import { type MediaRow, mediaOfCoding, wasNoted } from './queries.ts'
import { pieceFor } from './range.ts'

const hour = 60 * 60 * 1000

/** What the browser itself says of a request: that our own page asks, for a player or for the picture of its sound. */
const players = new Set(['video', 'audio', 'empty'])

type Asked = { readonly coding: string; readonly media: string; readonly header: (name: string) => string }

/**
 * A piece of a recording. Whether the person may have it was asked for this very request; an address that somebody passed on,
 * another site and a tab of its own get nothing.
 */
export async function playPiece(ground: Ground, noted: Noted, actor: StudyActor, asked: Asked): Promise<Streamed> {
  const { header } = asked
  if (header('sec-fetch-site') !== 'same-origin' || !players.has(header('sec-fetch-dest'))) throw notFound()
  const row = (await mediaOfCoding(ground.db, actor.study, asked.coding)).find((one) => one.id === asked.media)
  if (row === undefined || row.place !== 'lab') throw notFound()
  const piece = pieceFor(header('range'), row.size)
  await noted(actor, row, asked.coding)
  return new Streamed(
    { ...piece, type: row.type, size: row.size },
    await ground.media.read(row.id, piece.from, piece.to),
  )
}

export type Noted = (actor: StudyActor, row: MediaRow, coding: string) => Promise<void>

/** Writes down who opened which recording, once an hour and before the first byte: what cannot be noted is not shown. */
export function openNotes({ write, ports }: Ground): Noted {
  const last = new Map<string, number>()
  return async ({ person, study }, row, coding) => {
    const now = ports.now().getTime()
    const key = `${person} ${row.id}`
    if (now - (last.get(key) ?? Number.NEGATIVE_INFINITY) < hour) return
    const subject = `media:${row.id}`
    await write(async (trx) => {
      // Another process, or this one before it was started anew, may have noted it.
      if (await wasNoted(trx, person, subject, new Date(now - hour).toISOString())) return
      const detail = { label: row.label, case: row.study_case, coding }
      await record(trx, ports, { person, study, action: 'recording opened', subject, detail })
    })
    for (const [old, at] of last) if (now - at >= hour) last.delete(old)
    last.set(key, now)
  }
}
