import {
  listMasters,
  listMyCodings,
  markMaster,
  openCoding,
  readCodingHistory,
  reopenCoding,
  saveChange,
  submitCoding,
  unmarkMaster,
} from '@attune/contract'
import { sql } from 'kysely'
import { beforeAll, expect, it } from 'vitest'
import { codeCase, codingOf, put, rateAll, save, score, submitNow } from '../support/coding.ts'
import { forEachEngine } from '../support/lab.ts'
import { newOperation, openStudy, type TestStudy } from '../support/study.ts'

const rated = { coherence: 6, mother: 5, father: 4, pattern: ['U', 'F'] }

forEachEngine('submitting a coding', (lab) => {
  let study: TestStudy
  let coding: string
  const params = () => ({ study: study.id, coding })
  beforeAll(async () => {
    study = await openStudy(lab())
    coding = await codingOf(study, study.trainee)
  })

  it('says exactly what is missing and freezes nothing', async () => {
    await save(study, study.trainee, coding, put('coherence', score(6)))
    const answer = await study.trainee.browser.refused(submitCoding, {
      params: params(),
      body: { operation: newOperation(), revision: 1 },
    })
    expect(answer).toMatchObject({ status: 422, code: 'incomplete' })
    expect(answer.faults.map((fault) => fault.path)).toEqual(['loving@mother', 'loving@father', 'pattern'])
    expect((await study.trainee.browser.call(openCoding, { params: params() })).coding.state).toBe('draft')
  })

  it('refuses when another window has changed something meanwhile', async () => {
    await save(study, study.trainee, coding, put('coherence', null, 1))
    await rateAll({ ...study }, study.trainee, await codingOf(study, study.trainee, 1), rated)
    const answer = await study.trainee.browser.refused(submitCoding, {
      params: params(),
      body: { operation: newOperation(), revision: 1 },
    })
    expect(answer).toMatchObject({ code: 'stale', current: { revision: 2 } })
  })

  it('freezes a complete draft once, whatever is repeated', async () => {
    await save(study, study.trainee, coding, put('coherence', score(6), 2))
    await save(study, study.trainee, coding, put('loving', score(5), 0, 'mother'))
    await save(study, study.trainee, coding, put('loving', score(4), 0, 'father'))
    await save(study, study.trainee, coding, put('pattern', { kind: 'class', classes: ['U', 'F'] }))
    const body = { operation: newOperation(), revision: 6 }
    const first = await study.trainee.browser.call(submitCoding, { params: params(), body })
    const second = await study.trainee.browser.call(submitCoding, { params: params(), body })
    expect(first.state).toBe('submitted')
    expect(second).toEqual(first)
    const again = await study.trainee.browser.refused(submitCoding, {
      params: params(),
      body: { ...body, operation: newOperation() },
    })
    expect(again.code).toBe('already-submitted')
  })

  it('refuses every later change, through the API and in the database itself', async () => {
    const body = { operation: newOperation(), change: put('coherence', score(1), 3) }
    expect((await study.trainee.browser.refused(saveChange, { params: params(), body })).code).toBe('already-submitted')
    const statements = [
      sql`update rating set value = null where coding = ${coding}`,
      sql`delete from rating where coding = ${coding}`,
      sql`insert into rating (coding, variable, target, episode, value, rationale, version, changed_at)
        values (${coding}, 'coherence', 'x', '', null, '', 1, '')`,
      sql`update coding set state = 'draft' where id = ${coding}`,
      sql`update coding set memo = 'x' where id = ${coding}`,
      sql`delete from coding where id = ${coding}`,
      sql`insert into annotation (coding, id, code, unit, memo, evidence, version, changed_at)
        values (${coding}, 'x', 'loss', 'segment', '', '[]', 1, '')`,
    ]
    for (const statement of statements) {
      await expect(lab().ground.write((trx) => statement.execute(trx))).rejects.toThrow(/frozen/)
    }
    expect((await study.trainee.browser.call(openCoding, { params: params() })).mayWrite).toBe(false)
  })

  it('is reopened only by a supervisor, with a reason, as a new version; the old one stays as it was', async () => {
    const before = await study.trainee.browser.call(openCoding, { params: params() })
    expect(
      (await study.trainee.browser.refused(reopenCoding, { params: params(), body: { reason: 'Please' } })).status,
    ).toBe(404)
    expect((await study.trainer.browser.refused(reopenCoding, { params: params(), body: { reason: ' ' } })).code).toBe(
      'bad-request',
    )
    const next = await study.trainer.browser.call(reopenCoding, {
      params: params(),
      body: { reason: 'A slip in one scale.' },
    })
    const opened = await study.trainee.browser.call(openCoding, { params: { study: study.id, coding: next.coding } })
    expect(opened.coding).toMatchObject({ version: 2, state: 'draft', reason: 'A slip in one scale.', rated: 4 })
    expect(opened.ratings.map(({ slot, value }) => ({ slot, value }))).toEqual(
      before.ratings.map(({ slot, value }) => ({ slot, value })),
    )
    await save(study, study.trainee, next.coding, put('coherence', score(7), 3))
    const after = await study.trainee.browser.call(openCoding, { params: params() })
    expect({ ...after, versions: [], coding: after.coding }).toEqual({ ...before, versions: [], coding: before.coding })
    const { codings } = await study.trainee.browser.call(listMyCodings, { params: { study: study.id } })
    expect(codings.filter((one) => one.case.id === study.cases[0]).map((one) => one.version)).toEqual([2])
    const twice = await study.trainer.browser.refused(reopenCoding, { params: params(), body: { reason: 'Again' } })
    expect(twice.code).toBe('in-use')
  })
})

forEachEngine('a master coding', (lab) => {
  let study: TestStudy
  let coding: string
  const rationale = 'Coherent throughout; the loss is spoken of without lapses.'
  beforeAll(async () => {
    study = await openStudy(lab())
    coding = await codingOf(study, study.trainer)
  })

  it('is a submitted coding with a rationale', async () => {
    const params = { study: study.id, coding }
    expect((await study.trainer.browser.refused(markMaster, { params, body: { rationale } })).code).toBe('in-use')
    await rateAll(study, study.trainer, coding, rated)
    await submitNow(study, study.trainer, coding)
    expect((await study.trainer.browser.refused(markMaster, { params, body: { rationale: '' } })).code).toBe(
      'bad-request',
    )
    const master = await study.trainer.browser.call(markMaster, { params, body: { rationale } })
    expect(master).toMatchObject({ coding, rationale, author: study.trainer.name, markedBy: study.trainer.name })
  })

  it('is replaced by a later marking, and only the later one counts', async () => {
    const other = await codeCase(study, study.coder, 0, { ...rated, coherence: 3 })
    await study.pi.browser.call(markMaster, { params: { study: study.id, coding: other }, body: { rationale } })
    const { masters } = await study.pi.browser.call(listMasters, { params: { study: study.id } })
    expect(masters.map((master) => master.coding)).toEqual([other])
  })

  it('is unknown to the coder whose coding it is', async () => {
    const own = await codingOf(study, study.coder)
    const params = { study: study.id, coding: own }
    const texts = JSON.stringify([
      await study.coder.browser.call(openCoding, { params }),
      await study.coder.browser.call(readCodingHistory, { params }),
      await study.coder.browser.call(listMyCodings, { params: { study: study.id } }),
    ])
    expect(texts).not.toMatch(/master/i)
    expect(texts).not.toContain(rationale)
    expect((await study.coder.browser.refused(listMasters, { params: { study: study.id } })).status).toBe(404)
    expect((await study.coder.browser.refused(markMaster, { params, body: { rationale } })).status).toBe(404)
  })

  it('stops counting when it is unmarked', async () => {
    const own = await codingOf(study, study.coder)
    await study.trainer.browser.call(unmarkMaster, { params: { study: study.id, coding: own } })
    expect((await study.pi.browser.call(listMasters, { params: { study: study.id } })).masters).toEqual([])
    expect(
      (await study.trainer.browser.refused(unmarkMaster, { params: { study: study.id, coding: own } })).status,
    ).toBe(404)
  })
})
