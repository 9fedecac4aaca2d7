import {
  addCodebook,
  assignCodings,
  type Change,
  exportEpisodes,
  exportEvents,
  exportIntervals,
  importMaterials,
  listCases,
  listMyCodings,
  openCoding,
  readCodingHistory,
  saveChange,
  submitCoding,
} from '@attune/contract'
import { sql } from 'kysely'
import { beforeAll, expect, it } from 'vitest'
import { forEachEngine } from '../support/lab.ts'
import { newOperation, openStudy, type TestStudy } from '../support/study.ts'

/** Two episodes, one behaviour that is asked for every 10 seconds, and one with something to say more closely. */
const codebook = {
  format: 'attune-codebook/1',
  id: 'watch',
  version: '1.0.0',
  title: 'Watch',
  description: 'For tests.',
  citation: ['None.'],
  notice: 'For tests.',
  material: 'observation',
  targets: [],
  episodes: [
    { id: '1', label: 'Play' },
    { id: '2', label: 'Reunion' },
  ],
  subjects: [{ id: 'infant', label: 'Infant' }],
  sections: [],
  sampling: [
    {
      id: 'crying',
      label: 'Crying',
      method: 'partial',
      seconds: 10,
      codes: ['cry'],
      subjects: ['infant'],
      episodes: ['2'],
      required: true,
    },
  ],
  variables: [],
  codes: [
    {
      id: 'cry',
      label: 'Cry',
      unit: 'event',
      event: 'state',
      colour: 1,
      modifiers: [{ id: 'how', label: 'How', choose: 'one', values: [{ id: 'loud', label: 'Loud' }] }],
    },
    { id: 'smile', label: 'Smile', unit: 'event', event: 'point', colour: 2 },
  ],
}
const record = 'episode,onset,offset,subject,behaviour,note\n1,0,30,,episode,\n2,30,55,,episode,\n1,3,,infant,smile,\n'

forEachEngine('marks of an observation', (lab) => {
  let study: TestStudy
  let params: { study: string; coding: string }
  const open = () => study.coder.browser.call(openCoding, { params })
  const body = (change: Change) => ({ params, body: { operation: newOperation(), change } })
  const save = (change: Change) => study.coder.browser.call(saveChange, body(change))
  const refused = (change: Change) => study.coder.browser.refused(saveChange, body(change))
  const place = (interval: number) => ({ sampling: 'crying', subject: 'infant', episode: '2', interval })
  const score = (interval: number, present: string[], base = 0): Change => ({
    type: 'put-interval',
    mark: { ...place(interval), present, isUnscorable: false },
    base,
  })
  const event = (change: object): Change => ({
    type: 'put-annotation',
    annotation: {
      unit: 'event',
      id: lab().ports.id(),
      code: 'cry',
      value: null,
      memo: '',
      confidence: null,
      evidence: [],
      contradicts: [],
      onset: 31,
      offset: null,
      subject: 'infant',
      modifiers: {},
      ...change,
    },
    base: 0,
  })
  const submit = async () => {
    const { revision } = await open()
    return { params, body: { operation: newOperation(), revision } }
  }
  beforeAll(async () => {
    study = await openStudy(lab())
    const at = { study: study.id }
    const { browser } = study.pi
    const file = { dryRun: false, name: 'watch.json', source: JSON.stringify(codebook) }
    const { version } = await browser.call(addCodebook, { params: at, body: file })
    const item = { name: 'O-1.csv', case: 'O-1', kind: 'observation' as const, source: { text: record } }
    await browser.call(importMaterials, { params: at, body: { dryRun: false, items: [item] } })
    const { cases } = await browser.call(listCases, { params: at, query: {} })
    const watched = cases.find((one) => one.case === 'O-1')?.id ?? ''
    const give = { cases: [watched], people: [study.coder.id], codebookVersion: version?.id ?? '' }
    await browser.call(assignCodings, { params: at, body: give })
    const { codings } = await study.coder.browser.call(listMyCodings, { params: at })
    params = { study: study.id, coding: codings.find((one) => one.case.id === watched)?.id ?? '' }
  })

  it('keep an interval, change it, and take it back; versions go on counting', async () => {
    expect((await save(score(1, ['cry']))).version).toBe(1)
    expect((await save(score(1, [], 1))).version).toBe(2)
    expect((await open()).intervals).toEqual([{ ...place(1), present: [], isUnscorable: false, version: 2 }])
    await save({ type: 'remove-interval', ...place(1), base: 2 })
    expect((await open()).intervals).toEqual([])
    expect((await save(score(1, ['cry'], 3))).version).toBe(4)
  })

  it('refuse what another window changed meanwhile, with what is there now', async () => {
    const answer = await refused(score(1, [], 1))
    expect(answer).toMatchObject({ status: 409, code: 'stale', current: { version: 4, item: { present: ['cry'] } } })
  })

  it('refuse a behaviour, subject or episode that the sampling does not ask for', async () => {
    expect((await refused(score(2, ['smile']))).faults[0]?.message).toBe('Crying does not ask for smile.')
    const elsewhere = { ...place(2), present: [], isUnscorable: false }
    for (const [field, value] of [
      ['subject', null],
      ['episode', '1'],
      ['sampling', 'smiling'],
    ]) {
      const change = { type: 'put-interval', mark: { ...elsewhere, [String(field)]: value }, base: 0 } as Change
      expect((await refused(change)).faults.map(({ path }) => path)).toEqual([`body.change.mark.${field}`])
    }
  })

  it('keep where an episode lies, going on or ended, and leave it to the record again', async () => {
    await save({ type: 'put-episode', mark: { episode: '2', onset: 28.5, offset: null }, base: 0 })
    expect((await open()).episodes).toEqual([{ episode: '2', onset: 28.5, offset: null, version: 1 }])
    const backwards = await refused({ type: 'put-episode', mark: { episode: '2', onset: 28, offset: 27 }, base: 1 })
    expect(backwards.faults[0]?.message).toBe('The episode ends before it begins.')
    const stranger = await refused({ type: 'put-episode', mark: { episode: '9', onset: 1, offset: 2 }, base: 0 })
    expect(stranger.faults[0]?.message).toBe('The codebook has no episode 9.')
  })

  it('refuse to submit while required intervals are missing, or an episode they need has no end', async () => {
    const noEnd = await study.coder.browser.refused(submitCoding, await submit())
    expect(noEnd).toMatchObject({ status: 422, code: 'incomplete' })
    expect(noEnd.faults).toEqual([
      {
        path: 'sampling.crying.infant.2',
        message: 'Crying (Infant, Reunion) has no length yet: say when it begins and ends.',
      },
    ])
    await save({ type: 'remove-episode', episode: '2', base: 1 })
    const oneLeft = await study.coder.browser.refused(submitCoding, await submit())
    expect(oneLeft.faults[0]?.message).toBe('Crying (Infant, Reunion): 1 of 2 intervals are not scored yet.')
  })

  it('keep how an event was, and refuse what the codebook does not know of it', async () => {
    await save(event({ modifiers: { how: ['loud'] }, offset: 40 }))
    expect((await refused(event({ modifiers: { how: ['soft'] } }))).faults[0]?.path).toContain('modifiers.how')
    expect((await refused(event({ code: 'smile', modifiers: { how: ['loud'] } }))).faults[0]?.path).toContain(
      'modifiers',
    )
  })

  it('are submitted with a state that nobody ended, and frozen with the coding', async () => {
    await save(event({ onset: 50 }))
    await save({ type: 'put-interval', mark: { ...place(2), present: [], isUnscorable: true }, base: 0 })
    await study.coder.browser.call(submitCoding, await submit())
    const { annotations, intervals } = await open()
    expect(annotations.map((one) => (one.unit === 'event' ? one.offset : one.id))).toEqual([40, null])
    expect(intervals.map(({ present, isUnscorable }) => [present, isUnscorable])).toEqual([
      [['cry'], false],
      [[], true],
    ])
    expect((await refused(score(2, ['cry'], 1))).code).toBe('already-submitted')
    for (const table of ['interval_mark', 'episode_mark']) {
      const statement = sql`update ${sql.table(table)} set version = 99 where coding = ${params.coding}`
      await expect(lab().ground.write((trx) => statement.execute(trx))).rejects.toThrow(/frozen/)
    }
  })

  it('are files for supervisors once they are submitted', async () => {
    const { codings } = await study.coder.browser.call(listMyCodings, { params: { study: study.id } })
    const version = codings.find(({ id }) => id === params.coding)?.codebook.version ?? ''
    const given = { params: { study: study.id }, query: { codebookVersion: version } }
    const workspace = await open()
    const rowsOf = async (endpoint: typeof exportEvents | typeof exportIntervals | typeof exportEpisodes) =>
      (await study.pi.browser.call(endpoint, given)).trimEnd().split('\r\n').slice(1)
    expect(await rowsOf(exportEvents)).toHaveLength(workspace.annotations.length)
    expect((await rowsOf(exportEvents)).every((row) => row.includes(study.coder.login))).toBe(true)
    expect(await rowsOf(exportIntervals)).toHaveLength(workspace.intervals.length)
    expect(await rowsOf(exportEpisodes)).toHaveLength(workspace.episodes.length)
    for (const endpoint of [exportEvents, exportIntervals, exportEpisodes]) {
      expect((await study.coder.browser.refused(endpoint, given)).status).toBe(404)
    }
  })

  it('are in the history: what was there, and what came', async () => {
    const { entries } = await study.coder.browser.call(readCodingHistory, { params })
    const items = entries.map(({ item }) => item)
    expect(items.filter((item) => item === 'interval crying/infant/2/1')).toHaveLength(4)
    expect(items).toContain('episode 2')
  })
})
