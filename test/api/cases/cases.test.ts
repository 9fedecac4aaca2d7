import { changeCase, createCase, deleteCase, listCases, readCase, readHistory } from '@attune/contract'
import { beforeAll, expect, it } from 'vitest'
import { codingOf, put, save, score } from '../support/coding.ts'
import { forEachEngine } from '../support/lab.ts'
import { openStudy, type TestStudy } from '../support/study.ts'

forEachEngine('cases', (lab) => {
  let study: TestStudy
  const params = () => ({ study: study.id })
  const fields = {
    wave: 'T1',
    population: 'Community',
    targets: ['mother'],
    contentNote: '',
    information: 'Risk group B',
  }
  beforeAll(async () => {
    study = await openStudy(lab())
  })

  it('are created with what must stay hidden, and read back by supervisors only', async () => {
    const made = await study.trainer.browser.call(createCase, { params: params(), body: { case: 'K-7', ...fields } })
    expect(made).toMatchObject({ case: 'K-7', ...fields, material: null, version: 1 })
    const place = { study: study.id, case: made.id }
    expect(await study.pi.browser.call(readCase, { params: place })).toEqual(made)
    for (const blind of [study.coder, study.trainee]) {
      expect((await blind.browser.refused(readCase, { params: place })).status).toBe(404)
      expect((await blind.browser.refused(listCases, { params: params(), query: {} })).status).toBe(404)
    }
  })

  it('have an id of their own and of harmless characters', async () => {
    const same = await study.pi.browser.refused(createCase, { params: params(), body: { case: 'K-7', ...fields } })
    expect(same).toMatchObject({ code: 'already-exists', faults: [{ path: 'body.case' }] })
    for (const bad of ['', '=1+1', 'a b', '../x', 'x'.repeat(41)]) {
      const answer = await study.pi.browser.refused(createCase, { params: params(), body: { case: bad, ...fields } })
      expect(answer).toMatchObject({ code: 'bad-request', faults: [{ path: 'body.case' }] })
    }
  })

  it('are never overwritten by somebody who saw an older version', async () => {
    const made = await study.pi.browser.call(createCase, { params: params(), body: { case: 'K-8', ...fields } })
    const change = (base: number, wave: string) => ({
      params: { study: study.id, case: made.id },
      body: { case: 'K-8', ...fields, wave, base },
    })
    expect(await study.pi.browser.call(changeCase, change(1, 'T2'))).toMatchObject({ wave: 'T2', version: 2 })
    const stale = await study.trainer.browser.refused(changeCase, change(1, 'T3'))
    expect(stale).toMatchObject({ status: 409, code: 'stale', current: { wave: 'T2' } })
    const { entries } = await study.pi.browser.call(readHistory, {
      params: params(),
      query: { action: 'case changed' },
    })
    expect(entries[0]?.detail).toContain('T2')
  })

  it('keep their targets, and stay, once somebody has begun to code', async () => {
    const [first = ''] = study.cases
    await save(study, study.coder, await codingOf(study, study.coder), put('coherence', score(3)))
    const place = { study: study.id, case: first }
    const there = await study.pi.browser.call(readCase, { params: place })
    const { id: _id, material: _material, createdAt: _at, version, ...own } = there
    const answer = await study.pi.browser.refused(changeCase, {
      params: place,
      body: { ...own, targets: ['father'], base: version },
    })
    expect(answer.code).toBe('in-use')
    expect((await study.pi.browser.refused(deleteCase, { params: place })).code).toBe('in-use')
  })

  it('are deleted when nobody has begun', async () => {
    const made = await study.pi.browser.call(createCase, { params: params(), body: { case: 'K-9', ...fields } })
    const place = { study: study.id, case: made.id }
    await study.pi.browser.call(deleteCase, { params: place })
    expect((await study.pi.browser.refused(readCase, { params: place })).status).toBe(404)
  })

  it('are listed page by page and found by a part of the id, taken literally', async () => {
    for (const name of ['Z_1', 'Z.2', 'ZA3'])
      await study.pi.browser.call(createCase, { params: params(), body: { case: name, ...fields } })
    const seen: string[] = []
    let after: string | null = ''
    while (after !== null) {
      const page: { cases: { case: string }[]; next: string | null } = await study.pi.browser.call(listCases, {
        params: params(),
        query: { limit: '2', ...(after ? { after } : {}) },
      })
      seen.push(...page.cases.map((one) => one.case))
      after = page.next
    }
    expect(new Set(seen).size).toBe(seen.length)
    const found = await study.pi.browser.call(listCases, { params: params(), query: { search: 'z_' } })
    expect([found.cases.map((one) => one.case), found.total]).toEqual([['Z_1'], 1])
  })
})
