import {
  changeRole,
  disableAccount,
  endMembership,
  invite,
  joinStudy,
  makePasswordReset,
  type Role,
  readMe,
  signIn,
  usePasswordReset,
} from '@attune/contract'
import { beforeAll, expect, it } from 'vitest'
import { makeConsoleReset } from '../../../api/src/people/resets.ts'
import { openBrowser } from '../support/browser.ts'
import { forEachEngine, origin } from '../support/lab.ts'
import { addPerson, join, openSessionOf, type Someone } from '../support/people.ts'
import { buildStudy, type SmallStudy } from '../support/small-study.ts'

const hour = 3_600_000
const password = 'a new long password'

forEachEngine('a password link', (lab) => {
  let study: SmallStudy
  let trainer: Someone
  let count = 0
  beforeAll(async () => {
    study = await buildStudy(lab())
    trainer = await study.add('trainer', 'the-trainer')
  })
  const login = () => `member-${++count}`
  const make = (maker: Someone, person: string, within = study) =>
    maker.browser.send('POST', `/studies/${within.id}/people/${person}/password-reset`, {})
  const tokenFor = async (maker: Someone, person: string): Promise<string> => {
    const params = { study: study.id, person }
    const { link } = await maker.browser.call(makePasswordReset, { params, body: {} })
    expect(link).toMatch(new RegExp(`^${origin}/reset#[\\w-]{43}$`))
    return link.slice(-43)
  }
  const use = (token: string) => openBrowser(lab()).send('POST', usePasswordReset.path, { token, password })
  // Sessions of the tests' people would end while the clock runs; this gives them a new one.
  const awake = async (someone: Someone): Promise<Someone> => ({
    ...someone,
    browser: await openSessionOf(lab(), someone.id),
  })

  it('sets the password once and ends every session of the account', async () => {
    const coder = await study.add('coder', login())
    const elsewhere = await openSessionOf(lab(), coder.id)
    const token = await tokenFor(trainer, coder.id)
    const answer = await use(token)
    expect([answer.status, answer.text]).toEqual([200, JSON.stringify({ login: coder.login })])
    for (const browser of [coder.browser, elsewhere]) expect((await browser.refused(readMe)).status).toBe(401)
    await openBrowser(lab()).call(signIn, { body: { login: coder.login, password } })
    expect((await use(token)).status).toBe(404)
  })

  it('is not made for a disabled account, and the server says why', async () => {
    const coder = await study.add('coder', login())
    await study.owner.browser.call(disableAccount, { params: { person: coder.id }, body: {} })
    const params = { study: study.id, person: coder.id }
    for (const maker of [study.pi, trainer]) {
      expect(await maker.browser.refused(makePasswordReset, { params, body: {} })).toMatchObject({
        status: 400,
        message: `The account of ${coder.name} is disabled. The owner of the lab can enable it.`,
      })
    }
  })

  it('is used by one of many who try at the same moment', async () => {
    const coder = await study.add('coder', login())
    const token = await tokenFor(trainer, coder.id)
    const answers = await Promise.all(Array.from({ length: 10 }, () => use(token)))
    expect(answers.filter((answer) => answer.status === 200)).toHaveLength(1)
  })

  it('ends after a day, and when a newer one is made', async () => {
    const coder = await study.add('coder', login())
    const first = await tokenFor(trainer, coder.id)
    const second = await tokenFor(trainer, coder.id)
    expect((await use(first)).status).toBe(404)
    lab().ports.advance(24 * hour)
    expect((await use(second)).status).toBe(404)
    trainer = await awake(trainer)
    study = { ...study, pi: await awake(study.pi) }
  })

  it.each([
    ['trainer', 'coder', 200],
    ['trainer', 'trainee', 200],
    ['trainer', 'trainer', 400],
    ['trainer', 'pi', 400],
    ['pi', 'trainer', 200],
    ['pi', 'pi', 200],
    ['coder', 'trainee', 404],
    ['trainee', 'trainee', 404],
  ] as const)('of a %s for a %s is answered with %i', async (makes, forWhom, status) => {
    const maker = await study.add(makes, login())
    const member = await study.add(forWhom, login())
    expect((await make(maker, member.id)).status).toBe(status)
  })

  it('is never made for the owner of the lab, a demo person, a disabled account or oneself', async () => {
    const owner = await addPerson(lab(), { login: login(), isOwner: true })
    const demo = await addPerson(lab(), { login: login(), isDemo: true })
    const disabled = await addPerson(lab(), { login: login() })
    const disabled_at = lab().ports.now().toISOString()
    await lab().ground.write((trx) =>
      trx.updateTable('person').set({ disabled_at }).where('id', '=', disabled.id).execute(),
    )
    for (const { id } of [owner, demo, disabled]) {
      await join(lab(), study.id, id, 'coder')
      expect((await make(study.pi, id)).status).toBe(400)
    }
    expect((await make(study.pi, study.pi.id)).status).toBe(400)
  })

  it('is not a way into another study', async () => {
    const other = await buildStudy(lab(), login())
    const inBoth = async (here: Role, there: Role) => {
      const member = await study.add(here, login())
      await join(lab(), other.id, member.id, there)
      return member
    }
    const piElsewhere = await inBoth('coder', 'pi')
    const coderElsewhere = await inBoth('coder', 'coder')
    expect((await make(study.pi, piElsewhere.id)).status).toBe(400)
    expect((await make(study.pi, coderElsewhere.id)).status).toBe(400)
    await join(lab(), other.id, study.pi.id, 'trainer')
    expect((await make(study.pi, piElsewhere.id)).status).toBe(400)
    expect((await make(study.pi, coderElsewhere.id)).status).toBe(200)
    expect((await make(study.pi, other.pi.id)).status).toBe(404)
  })

  it('ends when the account is given more than its maker could give', async () => {
    const coder = await study.add('coder', login())
    const token = await tokenFor(trainer, coder.id)
    const params = { study: study.id, person: coder.id }
    await study.pi.browser.call(changeRole, { params, body: { role: 'pi' } })
    expect((await use(token)).status).toBe(404)
  })

  it('ends when the account joins another study', async () => {
    const other = await buildStudy(lab(), login())
    const coder = await study.add('coder', login())
    const token = await tokenFor(trainer, coder.id)
    const { link } = await other.pi.browser.call(invite, { params: { study: other.id }, body: { role: 'pi' } })
    await coder.browser.call(joinStudy, { body: { token: link.slice(-43) } })
    expect((await use(token)).status).toBe(404)
  })

  it('ends with the role of its maker', async () => {
    const leaving = await study.add('trainer', login())
    const demoted = await study.add('trainer', login())
    const coders = [await study.add('coder', login()), await study.add('coder', login())]
    const tokens = [await tokenFor(leaving, coders[0]?.id ?? ''), await tokenFor(demoted, coders[1]?.id ?? '')]
    const place = (person: string) => ({ study: study.id, person })
    await study.pi.browser.call(endMembership, { params: place(leaving.id) })
    await study.pi.browser.call(changeRole, { params: place(demoted.id), body: { role: 'coder' } })
    for (const token of tokens) expect((await use(token)).status).toBe(404)
  })

  it('is made on the console for whoever lost the password, owners included', async () => {
    const owner = await addPerson(lab(), { login: login(), isOwner: true })
    const { link } = await makeConsoleReset(lab().ground, owner.login)
    expect((await use(link.slice(-43))).status).toBe(200)
    await expect(makeConsoleReset(lab().ground, 'nobody-here')).rejects.toThrow('Nobody signs in as nobody-here.')
  })

  it('is in no table and in no log line', async () => {
    const coder = await study.add('coder', login())
    const token = await tokenFor(trainer, coder.id)
    const { db } = lab().ground
    const rows = [
      await db.selectFrom('password_reset').selectAll().execute(),
      await db.selectFrom('history').selectAll().execute(),
    ]
    expect(JSON.stringify([rows, lab().log])).not.toContain(token)
  })

  it('lets somebody in who is being kept waiting for wrong tries', async () => {
    const coder = await study.add('coder', login())
    for (let tries = 0; tries < 6; tries += 1) {
      await openBrowser(lab()).refused(signIn, { body: { login: coder.login, password: 'wrong' } })
    }
    await use(await tokenFor(trainer, coder.id))
    await openBrowser(lab()).call(signIn, { body: { login: coder.login, password } })
  })
})
