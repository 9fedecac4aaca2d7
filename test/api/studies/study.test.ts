import {
  changeStudy,
  createStudy,
  deleteStudy,
  markMaster,
  readHistory,
  readProgress,
  readStudy,
} from '@attune/contract'
import { beforeAll, expect, it } from 'vitest'
import { forEachEngine } from '../support/lab.ts'
import { addPerson } from '../support/people.ts'
import { addCase, assignTo, buildStudy, type SmallStudy, submitted } from '../support/small-study.ts'

forEachEngine('a study', (lab) => {
  let study: SmallStudy
  beforeAll(async () => {
    study = await buildStudy(lab())
  })

  it('is created by the owner of the lab, who becomes its pi', async () => {
    const body = { name: '  Winter study ', description: 'A wave.' }
    const made = await study.owner.browser.call(createStudy, { body })
    expect(made).toMatchObject({ name: 'Winter study', description: 'A wave.', role: 'pi', isDemo: false })
    expect(await study.owner.browser.call(readStudy, { params: { study: made.id } })).toEqual(made)
  })

  it('cannot be created by anybody else', async () => {
    const refusal = await study.pi.browser.refused(createStudy, { body: { name: 'Mine' } })
    expect(refusal).toMatchObject({ status: 404, code: 'not-found' })
  })

  it('is changed by its pi, field by field', async () => {
    const params = { study: study.id }
    const changed = await study.pi.browser.call(changeStudy, { params, body: { criteria: { kappa: 0.61, icc: 0.5 } } })
    expect(changed).toMatchObject({ name: 'study', criteria: { kappa: 0.61, icc: 0.5 } })
    const trainer = await study.add('trainer', 'change-trainer')
    expect((await trainer.browser.refused(changeStudy, { params, body: { name: 'Other' } })).status).toBe(404)
  })

  it('shows who has which case, a page of cases at a time, with masters', async () => {
    const coder = await study.add('coder', 'progress-coder')
    const first = await addCase(study.pi.browser, study.id, 'P-1')
    const second = await addCase(study.pi.browser, study.id, 'P-2')
    const coding = await submitted(lab(), study, coder, first)
    const open = await assignTo(study, coder, second)
    const rationale = { rationale: 'This is the reading of the trainers.' }
    await study.pi.browser.call(markMaster, { params: { study: study.id, coding }, body: rationale })
    const page = await study.pi.browser.call(readProgress, { params: { study: study.id }, query: { limit: 1 } })
    expect(page.cases).toMatchObject([{ id: first, case: 'P-1', material: 'transcript', masters: [study.codebook] }])
    expect(page.codings).toMatchObject([
      { coding, coder: coder.id, state: 'submitted', rated: 2, required: 2, isMaster: true },
    ])
    expect(page.people.map((one) => one.name)).toContain('Name of progress-coder')
    expect(page.next).toBe('P-1')
    const rest = await study.pi.browser.call(readProgress, { params: { study: study.id }, query: { after: 'P-1' } })
    expect(rest.cases).toMatchObject([{ case: 'P-2', masters: [] }])
    expect(rest.codings).toMatchObject([{ coding: open, state: 'not-started', isMaster: false }])
    expect(rest.next).toBeNull()
  })

  it('tells who did what, newest first, by page, person, action and subject', async () => {
    const all = await study.pi.browser.call(readHistory, { params: { study: study.id } })
    const numbers = all.entries.map((entry) => entry.sequence)
    expect(numbers).toEqual([...numbers].sort((one, other) => other - one))
    expect(numbers.at(-1)).toBe(1)
    expect(all.chain).toEqual({ intact: true, entries: numbers.length, brokenAt: null })
    const page = await study.pi.browser.call(readHistory, { params: { study: study.id }, query: { limit: 2 } })
    expect(page.entries).toEqual(all.entries.slice(0, 2))
    const query = { limit: 2, after: page.next ?? '' }
    const next = await study.pi.browser.call(readHistory, { params: { study: study.id }, query })
    expect(next.entries).toEqual(all.entries.slice(2, 4))
    const marked = await study.pi.browser.call(readHistory, {
      params: { study: study.id },
      query: { action: 'master marked', person: study.pi.id },
    })
    expect(marked.entries).toMatchObject([{ person: study.pi.name, action: 'master marked' }])
    const subject = marked.entries[0]?.subject ?? ''
    const about = await study.pi.browser.call(readHistory, { params: { study: study.id }, query: { subject } })
    expect(new Set(about.entries.map((entry) => entry.subject))).toEqual(new Set([subject]))
  })

  it('numbers its history by itself, so that it says nothing of other studies', async () => {
    const other = await buildStudy(lab(), 'quiet')
    const before = await other.pi.browser.call(readHistory, { params: { study: other.id } })
    await addCase(study.pi.browser, study.id, 'P-3')
    expect(await other.pi.browser.call(readHistory, { params: { study: other.id } })).toEqual(before)
  })

  it('is deleted with everything in it once its name is repeated, and keeps only an empty chain of deeds', async () => {
    const doomed = await buildStudy(lab(), 'doomed')
    const coder = await doomed.add('coder', 'doomed-coder')
    const studyCase = await addCase(doomed.pi.browser, doomed.id, 'D-1', 'Erase-me said so.')
    await submitted(lab(), doomed, coder, studyCase, { rationale: 'Erase-me', memo: 'Erase-me', note: 'Erase-me' })
    const params = { study: doomed.id }
    const wrong = await doomed.pi.browser.refused(deleteStudy, { params, body: { name: 'dooomed' } })
    expect(wrong.faults).toMatchObject([{ path: 'body.name' }])
    await doomed.pi.browser.call(deleteStudy, { params, body: { name: 'doomed' } })
    expect((await doomed.pi.browser.refused(readStudy, { params })).status).toBe(404)
    expect(await rowsHolding(lab().ground.db, 'Erase-me')).toEqual([])
    const left = await lab().ground.db.selectFrom('history').selectAll().where('study', '=', doomed.id).execute()
    expect(left.at(-1)).toMatchObject({ action: 'study deleted' })
    expect(left.slice(0, -1).every((entry) => entry.detail === null)).toBe(true)
    expect(await lab().ground.db.selectFrom('erasure').selectAll().execute()).toEqual([])
  })

  it('stays closed to the owner of the lab who is no member', async () => {
    const stranger = await addPerson(lab(), { login: 'second-owner', isOwner: true })
    expect((await stranger.browser.refused(readStudy, { params: { study: study.id } })).status).toBe(404)
  })
})

const textTables = [
  'rating',
  'annotation',
  'coding',
  'material',
  'study_case',
  'operation',
  'history',
  'master',
] as const

/** Tables that hold a word anywhere. */
async function rowsHolding(
  db: import('../../../api/src/base/database/database.ts').Db,
  word: string,
): Promise<string[]> {
  const found: string[] = []
  for (const table of textTables) {
    const rows = await db.selectFrom(table).selectAll().execute()
    if (JSON.stringify(rows).includes(word)) found.push(table)
  }
  return found
}
