import {
  addMedia,
  changeMedia,
  deleteMedia,
  finishMedia,
  listCaseMedia,
  listCodingMedia,
  playMedia,
  sendMediaPart,
} from '@attune/contract'
import type { Ground } from '../base/feature.ts'
import { record } from '../base/history.ts'
import { notFound, Refusal } from '../base/refusal.ts'
import { done, type Route, route } from '../base/route.ts'
import { findCase } from '../cases/queries.ts'
import { openNotes, playPiece } from './play.ts'
import { caseMediaOf, findMedia, mediaOfCase, mediaOfCoding, trackOf } from './queries.ts'
import { checkUpload, insertMedia, storePart } from './upload.ts'

export function mediaRoutes(ground: Ground): Route[] {
  const { db, write, ports, media } = ground
  const noted = openNotes(ground)
  return [
    route(listCaseMedia, async ({ actor, params }) => {
      if ((await findCase(db, actor.study, params.case)) === undefined) throw notFound()
      const rows = await mediaOfCase(db, actor.study, params.case)
      return { media: await Promise.all(rows.map((row) => caseMediaOf(media, row))) }
    }),
    route(addMedia, async ({ actor, params, body }) =>
      caseMediaOf(media, await insertMedia(ground, actor, params.case, body)),
    ),
    route(changeMedia, async ({ actor, params, body }) => {
      const changed = await write(async (trx) => {
        const there = await findMedia(trx, actor.study, params.case, params.media)
        if (there.version !== body.base) {
          const current = await caseMediaOf(media, there)
          throw new Refusal('stale', 'Somebody else changed this recording meanwhile.', { current })
        }
        const values = { label: body.label, offset_at: body.offset, version: there.version + 1 }
        await trx.updateTable('media').set(values).where('id', '=', there.id).execute()
        const detail = {
          old: { label: there.label, offset: there.offset_at },
          new: { label: body.label, offset: body.offset },
        }
        const { study, person } = actor
        const deed = { study, person, action: 'recording changed', subject: `case:${params.case}`, detail }
        await record(trx, ports, deed)
        return { ...there, ...values }
      })
      return caseMediaOf(media, changed)
    }),
    route(deleteMedia, async ({ actor, params }) => {
      await write(async (trx) => {
        const there = await findMedia(trx, actor.study, params.case, params.media)
        await trx.deleteFrom('media').where('id', '=', there.id).execute()
        const { study, person } = actor
        const detail = { old: { label: there.label, place: there.place, sha256: there.sha256 } }
        const deed = { study, person, action: 'recording deleted', subject: `case:${params.case}`, detail }
        await record(trx, ports, deed)
      })
      await ground.scrub()
      return done
    }),
    route(sendMediaPart, async ({ actor, params, query, content }) => {
      const row = await findMedia(db, actor.study, params.case, params.media)
      if (content === null) throw new Refusal('bad-request', 'Send the part as bytes (application/octet-stream).')
      return { received: await storePart(ground, actor.study, row, query.at, content) }
    }),
    route(finishMedia, async ({ actor, params }) => {
      const row = await findMedia(db, actor.study, params.case, params.media)
      return caseMediaOf(media, await checkUpload(ground, actor, row))
    }),
    route(listCodingMedia, async ({ actor, params }) => ({
      media: (await mediaOfCoding(db, actor.study, params.coding)).map(trackOf),
    })),
    route(playMedia, ({ actor, params, header }) =>
      playPiece(ground, noted, actor, { coding: params.coding, media: params.media, header }),
    ),
  ]
}
