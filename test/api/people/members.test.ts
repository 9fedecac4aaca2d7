import { changeRole, endMembership, listPeople, readStudy } from '@attune/contract'
import { beforeAll, expect, it } from 'vitest'
import { forEachEngine } from '../support/lab.ts'
import { buildStudy, type SmallStudy } from '../support/small-study.ts'

forEachEngine('members of a study', (lab) => {
  let study: SmallStudy
  let params: { study: string }
  beforeAll(async () => {
    study = await buildStudy(lab())
    params = { study: study.id }
  })
  const names = async () => {
    const { members } = await study.pi.browser.call(listPeople, { params })
    return members.map(({ person, role }) => `${person.login} ${role}`)
  }

  it('are listed with role and when they were last here', async () => {
    const coder = await study.add('coder', 'kim')
    const { members } = await study.pi.browser.call(listPeople, { params })
    expect(members.find(({ person }) => person.id === coder.id)).toEqual({
      person: { id: coder.id, login: 'kim', name: 'Name of kim' },
      role: 'coder',
      joinedAt: lab().ports.now().toISOString(),
      lastSeenAt: lab().ports.now().toISOString(),
      disabledAt: null,
    })
  })

  it('keep at least one pi, who can neither leave nor step down', async () => {
    const person = study.pi.id
    for (const role of ['trainer', 'coder'] as const) {
      const refusal = await study.pi.browser.refused(changeRole, { params: { ...params, person }, body: { role } })
      expect(refusal).toMatchObject({ status: 409, code: 'in-use' })
    }
    expect((await study.pi.browser.refused(endMembership, { params: { ...params, person } })).status).toBe(409)
    const second = await study.add('pi', 'second')
    await study.pi.browser.call(changeRole, { params: { ...params, person: second.id }, body: { role: 'trainer' } })
    expect(await names()).toContain('second trainer')
  })

  it('have their roles changed and ended by a pi, and by nobody else', async () => {
    const trainer = await study.add('trainer', 'lee')
    const coder = await study.add('coder', 'max')
    const place = { ...params, person: coder.id }
    expect((await trainer.browser.refused(changeRole, { params: place, body: { role: 'trainee' } })).status).toBe(404)
    expect((await coder.browser.refused(changeRole, { params: place, body: { role: 'pi' } })).status).toBe(404)
    await study.pi.browser.call(endMembership, { params: place })
    expect(await names()).not.toContain('max coder')
    expect((await coder.browser.refused(readStudy, { params })).status).toBe(404)
    expect((await study.pi.browser.refused(endMembership, { params: place })).status).toBe(404)
  })

  it('of another study cannot be reached', async () => {
    const other = await buildStudy(lab(), 'elsewhere')
    const stranger = await other.add('coder', 'stranger')
    const place = { ...params, person: stranger.id }
    expect((await study.pi.browser.refused(changeRole, { params: place, body: { role: 'pi' } })).status).toBe(404)
    expect((await study.pi.browser.refused(endMembership, { params: place })).status).toBe(404)
  })
})
