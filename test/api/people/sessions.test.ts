import {
  changePassword,
  changeRole,
  endMembership,
  endMySession,
  listMySessions,
  listPeople,
  readMe,
  readStudy,
  signIn,
  signOut,
} from '@attune/contract'
import { describe, expect, it } from 'vitest'
import { type Browser, openBrowser } from '../support/browser.ts'
import { forEachEngine, openLab } from '../support/lab.ts'
import { addPerson, openSessionOf } from '../support/people.ts'
import { buildStudy } from '../support/small-study.ts'

const minute = 60_000
const password = 'a long enough password'

forEachEngine('sessions', (lab) => {
  let count = 0
  const newLogin = () => `person-${++count}`
  const isIn = async (browser: Browser) => (await browser.send('GET', readMe.path)).status === 200

  it('give a cookie that no script can read and no other site sends along, and name it nowhere else', async () => {
    const { login } = await addPerson(lab(), { login: newLogin(), password })
    const browser = openBrowser(lab())
    const answer = await browser.send('POST', signIn.path, { login, password })
    const cookie = answer.headers.get('set-cookie') ?? ''
    expect(cookie).toMatch(/^attune=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax$/)
    expect(answer.text).not.toContain(browser.cookie().slice('attune='.length))
  })

  it('are stored as a hash only', async () => {
    const { browser, id } = await addPerson(lab(), { login: newLogin() })
    const rows = await lab().ground.db.selectFrom('session').selectAll().where('person', '=', id).execute()
    expect(JSON.stringify(rows)).not.toContain(browser.cookie().slice('attune='.length))
  })

  it('take no cookie that somebody else chose (fixation)', async () => {
    const { login } = await addPerson(lab(), { login: newLogin(), password })
    const chosen = `attune=${'x'.repeat(43)}`
    const browser = openBrowser(lab(), chosen)
    await browser.call(signIn, { body: { login, password } })
    expect(browser.cookie()).not.toBe(chosen)
    expect(await isIn(openBrowser(lab(), chosen))).toBe(false)
  })

  it('begin anew with every sign-in, and the one this browser had ends (rotation)', async () => {
    const { login, browser } = await addPerson(lab(), { login: newLogin(), password })
    const old = browser.cookie()
    await browser.call(signIn, { body: { login, password } })
    expect(browser.cookie()).not.toBe(old)
    expect(await isIn(openBrowser(lab(), old))).toBe(false)
    expect(await isIn(browser)).toBe(true)
  })

  it('end after 30 minutes without a request, and not while somebody works', async () => {
    const { browser } = await addPerson(lab(), { login: newLogin() })
    for (let times = 0; times < 4; times += 1) {
      lab().ports.advance(29 * minute)
      expect(await isIn(browser)).toBe(true)
    }
    lab().ports.advance(31 * minute)
    expect(await isIn(browser)).toBe(false)
  })

  it('end after 12 hours however busy somebody is', async () => {
    const { browser } = await addPerson(lab(), { login: newLogin() })
    for (let passed = 0; passed < 12 * 60 - 20; passed += 20) {
      lab().ports.advance(20 * minute)
      expect(await isIn(browser)).toBe(true)
    }
    lab().ports.advance(20 * minute + 1)
    expect(await isIn(browser)).toBe(false)
  })

  it('end on signing out, on the server too, and the browser is told to forget', async () => {
    const { browser } = await addPerson(lab(), { login: newLogin() })
    const cookie = browser.cookie()
    const answer = await browser.send('POST', signOut.path, {})
    expect(answer.headers.get('clear-site-data')).toBe('"cache", "storage"')
    expect(browser.cookie()).toBe('')
    expect(await isIn(openBrowser(lab(), cookie))).toBe(false)
  })

  it('are listed, and each can be ended from another', async () => {
    const { browser, id } = await addPerson(lab(), { login: newLogin() })
    const laptop = await openSessionOf(lab(), id, 'laptop')
    const { sessions } = await browser.call(listMySessions)
    expect(sessions.map(({ userAgent, isThisOne }) => ({ userAgent, isThisOne }))).toEqual(
      expect.arrayContaining([
        { userAgent: 'laptop', isThisOne: false },
        { userAgent: 'test', isThisOne: true },
      ]),
    )
    const other = sessions.find((session) => !session.isThisOne)?.id ?? ''
    await browser.call(endMySession, { params: { session: other } })
    expect(await isIn(laptop)).toBe(false)
    expect(await isIn(browser)).toBe(true)
    expect((await browser.refused(endMySession, { params: { session: other } })).status).toBe(404)
  })

  it('of somebody else cannot be ended', async () => {
    const victim = await addPerson(lab(), { login: newLogin() })
    const { sessions } = await victim.browser.call(listMySessions)
    const attacker = await addPerson(lab(), { login: newLogin() })
    const refusal = await attacker.browser.refused(endMySession, { params: { session: sessions[0]?.id ?? '' } })
    expect(refusal.status).toBe(404)
    expect(await isIn(victim.browser)).toBe(true)
  })

  it('of a disabled account are worth nothing from the next request on, and it cannot sign in', async () => {
    const { browser, id, login } = await addPerson(lab(), { login: newLogin(), password })
    const disabled_at = lab().ports.now().toISOString()
    await lab().ground.write((trx) => trx.updateTable('person').set({ disabled_at }).where('id', '=', id).execute())
    expect((await browser.refused(readMe)).status).toBe(401)
    const refusal = await openBrowser(lab()).refused(signIn, { body: { login, password } })
    expect(refusal.code).toBe('wrong-credentials')
  })

  it('follow a change of role with the very next request', async () => {
    const study = await buildStudy(lab(), 'changing')
    const person = await study.add('trainer', newLogin())
    const params = { study: study.id }
    await person.browser.call(listPeople, { params })
    await study.pi.browser.call(changeRole, { params: { ...params, person: person.id }, body: { role: 'trainee' } })
    expect((await person.browser.refused(listPeople, { params })).status).toBe(404)
    await study.pi.browser.call(endMembership, { params: { ...params, person: person.id } })
    expect((await person.browser.refused(readStudy, { params })).status).toBe(404)
  })

  it('end everywhere else when the password changes, which needs the present one', async () => {
    const { browser, id, login } = await addPerson(lab(), { login: newLogin(), password })
    const elsewhere = await openSessionOf(lab(), id)
    const next = 'quite another password'
    const refusal = await browser.refused(changePassword, { body: { current: 'wrong', next } })
    expect(refusal).toMatchObject({ status: 400, faults: [{ path: 'body.current' }] })
    expect(await isIn(elsewhere)).toBe(true)
    await browser.call(changePassword, { body: { current: password, next } })
    expect(await isIn(elsewhere)).toBe(false)
    expect(await isIn(browser)).toBe(true)
    await openBrowser(lab()).refused(signIn, { body: { login, password } })
    await openBrowser(lab()).call(signIn, { body: { login, password: next } })
  })
})

describe('sessions over https', () => {
  it('have a cookie that only this host can set and only https carries', async () => {
    const secure = await openLab('sqlite', { origin: 'https://lab.test' })
    const { login } = await addPerson(secure, { login: 'ada', password })
    const headers = { origin: 'https://lab.test' }
    const answer = await openBrowser(secure).send('POST', signIn.path, { login, password }, headers)
    expect(answer.headers.get('set-cookie')).toMatch(
      /^__Host-attune=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
    )
    expect(answer.headers.get('strict-transport-security')).toBe('max-age=31536000; includeSubDomains')
    await secure.close()
  })
})
