import {
  addMedia,
  deleteCase,
  deleteMedia,
  deleteStudy,
  finishMedia,
  listCaseMedia,
  listCodingMedia,
  readHistory,
} from '@attune/contract'
import { beforeAll, expect, it } from 'vitest'
import { sha256 } from '../../../api/src/base/ports.ts'
import { forEachEngine } from '../support/lab.ts'
import { addCase, assignTo, buildStudy, type SmallStudy } from '../support/small-study.ts'
import { register, sendPart, silence, upload } from './recordings.ts'

forEachEngine('uploading a recording', (lab) => {
  let study: SmallStudy
  let place: { study: string; case: string }
  const newCase = async (name: string) => ({
    study: study.id,
    case: await addCase(study.pi.browser, study.id, name),
  })
  beforeAll(async () => {
    study = await buildStudy(lab(), 'recorded')
    place = await newCase('R-1')
  })

  it('goes on where it was interrupted, also for somebody else, and is checked at the end', async () => {
    const { browser } = study.pi
    const file = silence(5000)
    const track = await register(browser, place, file)
    expect(track).toMatchObject({ received: 0, isReady: false, place: 'lab' })
    expect((await sendPart(lab(), browser, place, track.id, 0, file.subarray(0, 2000))).text).toBe('{"received":2000}')
    const repeated = await sendPart(lab(), browser, place, track.id, 0, file.subarray(0, 2000))
    expect(repeated.status).toBe(409)
    expect(JSON.parse(repeated.text).error.current).toEqual({ received: 2000 })
    const early = await browser.refused(finishMedia, { params: { ...place, media: track.id } })
    expect(early).toMatchObject({ code: 'incomplete', message: '2000 of 5000 bytes have arrived.' })
    const trainer = await study.add('trainer', 'recorded-trainer')
    const { media } = await trainer.browser.call(listCaseMedia, { params: place })
    expect(media).toMatchObject([{ id: track.id, received: 2000 }])
    await sendPart(lab(), trainer.browser, place, track.id, 2000, file.subarray(2000))
    const ready = await trainer.browser.call(finishMedia, { params: { ...place, media: track.id } })
    expect(ready).toMatchObject({ isReady: true, received: 5000 })
    expect((await sendPart(lab(), browser, place, track.id, 5000, file)).status).toBe(409)
    const { entries } = await browser.call(readHistory, { params: { study: study.id } })
    expect(entries.map((entry) => entry.action)).toEqual(
      expect.arrayContaining(['recording added', 'recording uploaded']),
    )
  })

  it('throws away what arrives damaged, and what no browser should play', async () => {
    const { browser } = study.pi
    const file = silence(400)
    const damaged = await register(browser, place, file)
    const other = file.slice()
    other[100] = 1
    await sendPart(lab(), browser, place, damaged.id, 0, other)
    const params = { ...place, media: damaged.id }
    expect(await browser.refused(finishMedia, { params })).toMatchObject({ code: 'unreadable-file' })
    await sendPart(lab(), browser, place, damaged.id, 0, file)
    expect(await browser.call(finishMedia, { params })).toMatchObject({ isReady: true })

    const page = new TextEncoder().encode('<html><script>alert(1)</script></html>')
    const disguised = await register(browser, place, page)
    await sendPart(lab(), browser, place, disguised.id, 0, page)
    const refused = await browser.refused(finishMedia, { params: { ...place, media: disguised.id } })
    expect(refused.message).toContain('no recording that browsers play')
    expect(await lab().ground.media.size(disguised.id)).toBe(0)
  })

  it('takes no more than was announced, nothing twice, and no sound as video', async () => {
    const { browser } = study.pi
    const file = silence(300)
    const { id } = await register(browser, place, file)
    expect((await sendPart(lab(), browser, place, id, 0, silence(301))).status).toBe(413)
    const params = { params: place }
    const body = { label: 'Again', kind: 'audio', place: 'lab', sha256: sha256(file), size: 300 } as const
    expect((await browser.refused(addMedia, { ...params, body: { ...body, type: 'audio/wav' } })).status).toBe(409)
    const asVideo = { ...body, kind: 'video' as const, sha256: 'b'.repeat(64), type: 'audio/wav' as const }
    expect((await browser.refused(addMedia, { ...params, body: asVideo })).faults).toMatchObject([
      { path: 'body.kind' },
    ])
    const huge = { ...body, sha256: 'c'.repeat(64), size: 2 ** 52, type: 'audio/wav' as const }
    expect((await browser.refused(addMedia, { ...params, body: huge })).code).toBe('storage-full')
  })

  it('shows coders what is whole, and leaves no file behind when a recording, its case or its study goes', async () => {
    const { browser } = study.pi
    const there = await newCase('R-2')
    const coder = await study.add('coder', 'recorded-coder')
    const coding = await assignTo(study, coder, there.case)
    await register(browser, there, silence(100), 'On its way')
    const first = await upload(lab(), browser, there, silence(500))
    lab().ports.advance(1000)
    const second = await upload(lab(), browser, there, silence(600))
    const { media } = await coder.browser.call(listCodingMedia, { params: { study: study.id, coding } })
    expect(media.map((one) => one.id)).toEqual([first.id, second.id])
    const kept = lab().ground.media
    await browser.call(deleteMedia, { params: { ...there, media: first.id } })
    expect(await kept.size(first.id)).toBe(0)
    expect(await kept.size(second.id)).toBe(600)
    await browser.call(deleteCase, { params: there })
    expect(await kept.size(second.id)).toBe(0)
    const last = await upload(lab(), browser, place, silence(700))
    await browser.call(deleteStudy, { params: { study: study.id }, body: { name: 'recorded' } })
    expect(await kept.size(last.id)).toBe(0)
    expect(await kept.ids()).toEqual([])
  })
})
