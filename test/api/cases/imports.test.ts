import { createCase, importMaterials, listCases, readCase, readMaterial, saveObservationRecord } from '@attune/contract'
import { beforeAll, expect, it } from 'vitest'
import { forEachEngine } from '../support/lab.ts'
import { openStudy, type TestStudy } from '../support/study.ts'

const base64 = (bytes: Uint8Array | string) => Buffer.from(bytes).toString('base64')
const record =
  'episode,onset,offset,subject,behaviour,note\n5,0,180,,episode,\n5,3.5,,infant,reach,\n5,4,9.25,infant,cry,"loud, long"\n'

forEachEngine('importing materials', (lab) => {
  let study: TestStudy
  const transcript = (caseId: string, source: object) => ({
    name: `${caseId}.txt`,
    case: caseId,
    kind: 'transcript',
    source,
  })
  const send = (items: readonly object[], dryRun = false) =>
    study.trainer.browser.call(importMaterials, { params: { study: study.id }, body: { dryRun, items } as never })
  const count = async () => (await study.pi.browser.call(listCases, { params: { study: study.id }, query: {} })).total
  beforeAll(async () => {
    study = await openStudy(lab())
  })

  it('reports without storing anything in a dry run', async () => {
    const before = await count()
    const report = await send([transcript('D-1', { text: 'I: Hello.\nP: Well -- (3 sec) yes.\n' })], true)
    expect(report).toMatchObject({ stored: false, items: [{ isNewCase: true, faults: [], words: expect.any(Number) }] })
    expect(report.items[0]?.speakers.map(({ speaker, role }) => [speaker, role])).toEqual([
      ['I', 'interviewer'],
      ['P', 'speaker'],
    ])
    expect(await count()).toBe(before)
  })

  it('keeps the raw text to the letter, line ends and all', async () => {
    const text = 'I: One\r\n\r\nP: Two 🌊 café\r\n'
    await send([transcript('D-2', { base64: base64(text) })])
    const { cases } = await study.pi.browser.call(listCases, { params: { study: study.id }, query: { search: 'D-2' } })
    const material = await study.pi.browser.call(readMaterial, {
      params: { study: study.id, case: cases[0]?.id ?? '' },
    })
    expect(material).toMatchObject({ kind: 'transcript', text })
  })

  it('stores nothing at all when one of several files has a fault', async () => {
    const before = await count()
    const report = await send([
      transcript('E-1', { text: 'I: Fine.\nP: Fine.\n' }),
      transcript('E-2', { base64: base64(Uint8Array.of(0x49, 0x3a, 0x20, 0xff, 0xfe, 0xfd)) }),
      transcript('E-1', { text: 'I: Same id.\n' }),
    ])
    expect(report.stored).toBe(false)
    expect(report.items.map((item) => item.faults.length > 0)).toEqual([false, true, true])
    expect(await count()).toBe(before)
  })

  it('names line and remedy of what cannot be read', async () => {
    const broken: Uint8Array[] = [
      new TextEncoder().encode('I: a\nP: b\0c\n'),
      Uint8Array.of(0x49, 0x3a, 0x0a, 0xc3, 0x28),
      new Uint8Array(),
      Uint8Array.of(0x50, 0x4b, 0x03, 0x04, 0, 0, 0, 0),
    ]
    for (const bytes of broken) {
      const report = await send([transcript('E-3', { base64: base64(bytes) })], true)
      const [fault] = report.items[0]?.faults ?? []
      expect(fault?.message).not.toBe('')
      expect(fault?.remedy).not.toBe('')
    }
  })

  it('refuses half a surrogate pair in pasted text instead of replacing it', async () => {
    const report = await send([transcript('E-4', { text: 'I: Fine.\nP: Broken \ud83c here.\n' })], true)
    expect(report.items[0]?.faults[0]).toMatchObject({ line: 2 })
  })

  it('never replaces a material', async () => {
    const report = await send([transcript('C-1', { text: 'I: Other.\nP: Text.\n' })])
    expect(report.stored).toBe(false)
    expect(report.items[0]?.faults[0]?.message).toContain('already has a material')
  })

  it('reads observation records with episodes and timed events', async () => {
    const report = await send([{ name: 'S-1.csv', case: 'S-1', kind: 'observation', source: { text: record } }])
    expect(report.items[0]).toMatchObject({ episodes: 1, events: 2, faults: [] })
    const { cases } = await study.pi.browser.call(listCases, { params: { study: study.id }, query: { search: 'S-1' } })
    const material = await study.pi.browser.call(readMaterial, {
      params: { study: study.id, case: cases[0]?.id ?? '' },
    })
    expect(material).toMatchObject({
      kind: 'observation',
      episodes: [{ episode: '5', onset: 0, offset: 180 }],
      events: [
        { onset: 3.5, offset: null, subject: 'infant', behaviour: 'reach' },
        { onset: 4, offset: 9.25, behaviour: 'cry', note: 'loud, long' },
      ],
    })
  })

  it('writes a record by hand, sorted, with a version against lost changes', async () => {
    const made = await study.pi.browser.call(createCase, { params: { study: study.id }, body: { case: 'S-2' } })
    const place = { study: study.id, case: made.id }
    const events = [
      { onset: 9, offset: 12, subject: 'infant', behaviour: 'cry', note: '' },
      { onset: 2, offset: null, subject: null, behaviour: 'reach', note: '' },
    ]
    const body = { base: 0, episodes: [{ episode: '5', onset: 0, offset: 30 }], events }
    const saved = await study.trainer.browser.call(saveObservationRecord, { params: place, body })
    expect(saved.events.map((event) => event.onset)).toEqual([2, 9])
    expect((await study.pi.browser.refused(saveObservationRecord, { params: place, body })).code).toBe('stale')
    const late = { ...body, base: 1, events: [{ ...events[0], offset: 1 }] }
    const answer = await study.pi.browser.refused(saveObservationRecord, { params: place, body: late as never })
    expect(answer.faults[0]?.path).toBe('events.0.offset')
    expect((await study.pi.browser.call(readCase, { params: place })).material).toMatchObject({
      episodes: 1,
      events: 2,
    })
  })
})
