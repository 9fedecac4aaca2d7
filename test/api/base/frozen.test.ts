import { endpoints, markMaster, openCoding, reopenCoding, saveChange, submitCoding } from '@attune/contract'
import { sql } from 'kysely'
import { beforeAll, expect, it } from 'vitest'
import type { Db } from '../../../api/src/base/database/database.ts'
import { forEachEngine } from '../support/lab.ts'
import type { Someone } from '../support/people.ts'
import { addCase, buildStudy, code, type SmallStudy, submit, submitted } from '../support/small-study.ts'

const frozenTables = ['coding', 'rating', 'annotation', 'history', 'material', 'codebook_version'] as const

/** Everything that must never change, as text. */
async function picture(db: Db, coding: string, chain: string): Promise<string> {
  const rows = await Promise.all([
    db.selectFrom('coding').selectAll().where('id', '=', coding).execute(),
    db.selectFrom('rating').selectAll().where('coding', '=', coding).orderBy('variable').execute(),
    db.selectFrom('annotation').selectAll().where('coding', '=', coding).orderBy('id').execute(),
    db.selectFrom('history').selectAll().where('chain', '=', chain).orderBy('number').execute(),
    db.selectFrom('material').selectAll().orderBy('id').execute(),
    db.selectFrom('codebook_version').selectAll().orderBy('id').execute(),
  ])
  return JSON.stringify(rows)
}

forEachEngine('a submitted coding', (lab) => {
  let study: SmallStudy
  let coder: Someone
  let studyCase: string
  let coding: string
  beforeAll(async () => {
    study = await buildStudy(lab())
    coder = await study.add('coder', 'kim')
    studyCase = await addCase(study.pi.browser, study.id, 'C-1')
    coding = await submitted(lab(), study, coder, studyCase, { rationale: 'why', memo: 'all', note: 'here' })
  })
  const now = () => picture(lab().ground.db, coding, study.id)
  const place = () => ({ study: study.id, coding })

  it('takes no change, no second submission and no withdrawal', async () => {
    const before = await now()
    const slot = { variable: 'coherence', target: null, episode: null }
    const rest = { confidence: null, rationale: '', base: 1 }
    const changes = [
      { type: 'put-rating', slot, value: { kind: 'score', score: 1 }, ...rest },
      { type: 'put-rating', slot, value: null, ...rest },
      { type: 'put-memo', text: 'other', base: 1 },
      { type: 'remove-annotation', id: lab().ports.id(), base: 1 },
    ] as const
    for (const change of changes) {
      const body = { operation: lab().ports.id(), change }
      expect((await coder.browser.refused(saveChange, { params: place(), body })).code).toBe('already-submitted')
    }
    const again = { operation: lab().ports.id(), revision: 4 }
    expect((await coder.browser.refused(submitCoding, { params: place(), body: again })).code).toBe('already-submitted')
    expect(await now()).toBe(before)
  })

  it('survives every write of the API that can name it, by whoever', async () => {
    const before = await now()
    const params: Readonly<Record<string, string>> = {
      study: study.id,
      coding,
      case: studyCase,
      version: study.codebook,
    }
    const writes = [...endpoints.values()].filter(
      ({ method, path }) => method !== 'GET' && /:coding|:case/.test(path) && !/reopening|master/.test(path),
    )
    expect(writes.length).toBeGreaterThan(4)
    for (const { method, path } of writes) {
      const url = path.replaceAll(/:(\w+)/g, (_, name: string) => params[name] ?? '')
      for (const { browser } of [coder, study.pi]) {
        for (const body of [{}, { base: 1, episodes: [], events: [] }, { case: 'C-9', base: 1, targets: ['father'] }]) {
          const { status } = await browser.send(method, url, body)
          expect(status, `${method} ${path}`).toBeGreaterThanOrEqual(400)
        }
      }
    }
    expect(await now()).toBe(before)
  })

  it.each([
    'update coding set memo = memo where id = :coding',
    `update coding set state = 'draft' where id = :coding`,
    'update coding set coder = coder',
    'delete from coding where id = :coding',
    `update rating set value = '{"kind":"score","score":1}' where coding = :coding`,
    `update rating set rationale = '' where coding = :coding`,
    'delete from rating where coding = :coding',
    `insert into rating select coding, 'other', target, episode, value, confidence, rationale, version, changed_at from rating`,
    'delete from rating',
    `update annotation set memo = '' where coding = :coding`,
    'delete from annotation where coding = :coding',
    'delete from study_case',
    'delete from study where id = :study',
    `update material set raw = 'other'`,
    'delete from material',
    `update codebook_version set content = '{}' where study = :study`,
    'delete from codebook_version where study = :study',
    `update history set detail = '{}'`,
    'update history set detail = null',
    `update history set action = 'nothing'`,
    'update history set hash = previous_hash',
    'update history set person = null',
    'delete from history',
    'delete from history where number = (select max(number) from history)',
    'insert into history select * from history where number = 1',
  ])('is out of reach of SQL: %s', async (statement) => {
    const before = await now()
    const filled = statement.replaceAll(':coding', `'${coding}'`).replaceAll(':study', `'${study.id}'`)
    await expect(lab().ground.write((trx) => sql.raw(filled).execute(trx))).rejects.toThrow()
    expect(await now()).toBe(before)
  })

  it('is not replaced by "insert or replace", and its table is not emptied at once', async () => {
    const before = await now()
    const statements =
      lab().engine === 'sqlite'
        ? frozenTables.map((table) => `insert or replace into ${table} select * from ${table}`)
        : frozenTables.map((table) => `truncate ${table} cascade`)
    for (const statement of statements) {
      await expect(
        lab().ground.write((trx) => sql.raw(statement).execute(trx)),
        statement,
      ).rejects.toThrow()
    }
    expect(await now()).toBe(before)
  })

  it('is reopened only by a supervisor and with a reason, as a new version beside it', async () => {
    const before = await picture(lab().ground.db, coding, 'none')
    const reopen = (browser: typeof coder.browser, reason: string) =>
      browser.send('POST', `/studies/${study.id}/codings/${coding}/reopening`, { reason })
    expect((await reopen(study.pi.browser, '  ')).status).toBe(400)
    expect((await reopen(coder.browser, 'I want to change it.')).status).toBe(404)
    const body = { reason: 'The last page was missing.' }
    const { coding: next } = await study.pi.browser.call(reopenCoding, { params: place(), body })
    await code(lab(), coder.browser, study.id, next, { score: 2 })
    await submit(lab(), coder.browser, study.id, next)
    expect(await picture(lab().ground.db, coding, 'none')).toBe(before)
    const opened = await coder.browser.call(openCoding, { params: { study: study.id, coding: next } })
    expect(opened.versions.map(({ version, state, reason }) => [version, state, reason])).toEqual([
      [1, 'submitted', ''],
      [2, 'submitted', body.reason],
    ])
  })

  it('stays as it is when it becomes the master', async () => {
    const before = await picture(lab().ground.db, coding, 'none')
    const body = { rationale: 'Read by both trainers.' }
    await study.pi.browser.call(markMaster, { params: place(), body })
    expect(await picture(lab().ground.db, coding, 'none')).toBe(before)
  })
})
