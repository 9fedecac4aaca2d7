import {
  acceptInvitation,
  changeRole,
  endMembership,
  invite,
  joinStudy,
  listPeople,
  type Role,
  readInvitation,
  readMe,
  signIn,
  withdrawInvitation,
} from '@attune/contract'
import { beforeAll, expect, it } from 'vitest'
import { openBrowser } from '../support/browser.ts'
import { forEachEngine, origin } from '../support/lab.ts'
import { addPerson, join, type Someone } from '../support/people.ts'
import { buildStudy, type SmallStudy } from '../support/small-study.ts'

const day = 86_400_000
const password = 'a long enough password'
const tokenOf = (link: string) => link.slice(link.indexOf('#') + 1)

forEachEngine('an invitation', (lab) => {
  let study: SmallStudy
  let params: { study: string }
  let count = 0
  beforeAll(async () => {
    study = await buildStudy(lab())
    params = { study: study.id }
  })
  const login = () => `guest-${++count}`
  const inviteAs = async (someone: Someone, role: Role) =>
    tokenOf((await someone.browser.call(invite, { params, body: { role } })).link)
  const accept = (token: string, name = login()) =>
    openBrowser(lab()).send('POST', acceptInvitation.path, { token, login: name, name: 'Guest', password })
  const freshPi = () => addMemberNow('pi')
  const addMemberNow = async (role: Role) => study.add(role, login())

  it('leads to an account with just its role, and is signed in', async () => {
    const pi = await freshPi()
    const made = await pi.browser.call(invite, { params, body: { role: 'coder', note: 'for Kim' } })
    expect(made.link).toMatch(new RegExp(`^${origin}/join#[\\w-]{43}$`))
    const token = tokenOf(made.link)
    const seen = await openBrowser(lab()).call(readInvitation, { body: { token } })
    expect(seen).toEqual({ study: 'study', role: 'coder', invitedBy: pi.name, expiresAt: made.expiresAt })
    const browser = openBrowser(lab())
    const me = await browser.call(acceptInvitation, { body: { token, login: ' KIM ', name: 'Kim', password } })
    expect(me).toMatchObject({ person: { login: 'kim', name: 'Kim' }, isOwner: false })
    expect(me.memberships).toEqual([{ study: { id: study.id, name: 'study', isDemo: false }, role: 'coder' }])
    expect(await browser.call(readMe)).toEqual(me)
    await openBrowser(lab()).call(signIn, { body: { login: 'kim', password } })
  })

  it('works once', async () => {
    const token = await inviteAs(await freshPi(), 'coder')
    expect((await accept(token)).status).toBe(200)
    expect((await accept(token)).status).toBe(404)
    expect((await openBrowser(lab()).refused(readInvitation, { body: { token } })).status).toBe(404)
    const other = await addPerson(lab(), { login: login() })
    expect((await other.browser.refused(joinStudy, { body: { token } })).status).toBe(404)
  })

  it('makes one account however many accept it at the same moment', async () => {
    const token = await inviteAs(await freshPi(), 'trainee')
    const before = await lab().ground.db.selectFrom('person').select('id').execute()
    const answers = await Promise.all(Array.from({ length: 50 }, () => accept(token)))
    expect(answers.filter((answer) => answer.status === 200)).toHaveLength(1)
    expect(answers.filter((answer) => answer.status === 404)).toHaveLength(49)
    const after = await lab().ground.db.selectFrom('person').select('id').execute()
    expect(after.length - before.length).toBe(1)
  })

  it('is worth nothing after seven days, withdrawn, or made up, and each looks the same', async () => {
    const pi = await freshPi()
    const { id, link } = await pi.browser.call(invite, { params, body: { role: 'coder' } })
    await pi.browser.call(withdrawInvitation, { params: { ...params, invitation: id } })
    const expired = await inviteAs(pi, 'coder')
    lab().ports.advance(7 * day)
    const answers = await Promise.all([tokenOf(link), expired, 'x'.repeat(43)].map((token) => accept(token)))
    const bodies = answers.map(({ status, text }) => `${status} ${text.replace(/"request":"[^"]*"/, '')}`)
    expect(new Set(bodies).size).toBe(1)
    expect(bodies[0]).toMatch(/^404/)
  })

  it('of a trainer is for coders and trainees only', async () => {
    const trainer = await addMemberNow('trainer')
    for (const role of ['pi', 'trainer'] as const) {
      const refusal = await trainer.browser.refused(invite, { params, body: { role } })
      expect(refusal).toMatchObject({ status: 400, faults: [{ path: 'body.role' }] })
    }
    await trainer.browser.call(invite, { params, body: { role: 'coder' } })
    const pi = await freshPi()
    const { id } = await pi.browser.call(invite, { params, body: { role: 'pi' } })
    const withdrawn = await trainer.browser.refused(withdrawInvitation, { params: { ...params, invitation: id } })
    expect(withdrawn.status).toBe(404)
  })

  it('is not for coders and trainees to make, to see or to withdraw', async () => {
    const pi = await freshPi()
    const { id } = await pi.browser.call(invite, { params, body: { role: 'coder' } })
    for (const role of ['coder', 'trainee'] as const) {
      const { browser } = await addMemberNow(role)
      expect((await browser.refused(invite, { params, body: { role: 'pi' } })).status).toBe(404)
      expect((await browser.refused(listPeople, { params })).status).toBe(404)
      expect((await browser.refused(withdrawInvitation, { params: { ...params, invitation: id } })).status).toBe(404)
    }
  })

  it('never changes a role somebody already has, and is not used up by trying', async () => {
    const trainee = await addMemberNow('trainee')
    const token = await inviteAs(await freshPi(), 'trainer')
    const refusal = await trainee.browser.refused(joinStudy, { body: { token } })
    expect(refusal).toMatchObject({ status: 409, code: 'already-exists' })
    expect((await trainee.browser.call(readMe)).memberships[0]?.role).toBe('trainee')
    expect((await accept(token)).status).toBe(200)
  })

  it('lets an account of another study join with just its role there', async () => {
    const other = await buildStudy(lab(), login())
    const visitor = await other.add('pi', login())
    const me = await visitor.browser.call(joinStudy, { body: { token: await inviteAs(await freshPi(), 'trainee') } })
    expect(me.memberships.map(({ study: one, role }) => [one.name, role])).toEqual(
      expect.arrayContaining([
        ['study', 'trainee'],
        [other.name, 'pi'],
      ]),
    )
  })

  it('ends the session of whoever was signed in when a new account is made from it', async () => {
    const { browser } = await addPerson(lab(), { login: login() })
    const old = browser.cookie()
    const token = await inviteAs(await freshPi(), 'coder')
    await browser.call(acceptInvitation, { body: { token, login: login(), name: 'Other', password } })
    expect((await openBrowser(lab(), old).refused(readMe)).status).toBe(401)
  })

  it('cannot take a name that somebody signs in with, and survives the try', async () => {
    const { login: taken } = await addPerson(lab(), { login: login() })
    const token = await inviteAs(await freshPi(), 'coder')
    const answer = await accept(token, taken)
    expect(answer.status).toBe(409)
    expect((await accept(token)).status).toBe(200)
  })

  it('ends with the role of its maker', async () => {
    const pi = await freshPi()
    const leaving = await addMemberNow('trainer')
    const demoted = await addMemberNow('trainer')
    const links = [await inviteAs(leaving, 'coder'), await inviteAs(demoted, 'coder')]
    await pi.browser.call(endMembership, { params: { ...params, person: leaving.id } })
    await pi.browser.call(changeRole, { params: { ...params, person: demoted.id }, body: { role: 'coder' } })
    for (const token of links) expect((await accept(token)).status).toBe(404)
  })

  it('keeps people of the demo out of real studies', async () => {
    const demo = await addPerson(lab(), { login: login(), isDemo: true })
    const token = await inviteAs(await freshPi(), 'pi')
    expect((await demo.browser.refused(joinStudy, { body: { token } })).code).toBe('bad-request')
  })

  it('appears with its state, and neither it nor the log tells the token', async () => {
    const pi = await freshPi()
    const token = await inviteAs(pi, 'trainer')
    const { invitations } = await pi.browser.call(listPeople, { params })
    expect(new Set(invitations.map((one) => one.state))).toEqual(new Set(['open', 'used', 'expired', 'withdrawn']))
    expect(JSON.stringify(invitations)).not.toContain(token)
    await accept(token)
    expect(JSON.stringify(lab().log)).not.toContain(token)
    const stored = await lab().ground.db.selectFrom('invitation').selectAll().execute()
    const history = await lab().ground.db.selectFrom('history').selectAll().execute()
    expect(JSON.stringify([stored, history])).not.toContain(token)
  })

  it('leads to the address of the lab, whatever host the request names', async () => {
    const pi = await freshPi()
    const body = { role: 'coder' as const }
    for (const headers of [{ host: 'evil.test' }, { 'x-forwarded-host': 'evil.test', 'x-forwarded-proto': 'https' }]) {
      const { link } = await pi.browser.call(invite, { params, body, headers })
      expect(link.startsWith(`${origin}/join#`)).toBe(true)
    }
  })

  it('of one study opens nothing in another', async () => {
    const other = await buildStudy(lab(), login())
    const pi = await freshPi()
    const { id } = await pi.browser.call(invite, { params, body: { role: 'coder' } })
    const elsewhere = { study: other.id, invitation: id }
    expect((await other.pi.browser.refused(withdrawInvitation, { params: elsewhere })).status).toBe(404)
    await join(lab(), other.id, pi.id, 'pi')
    expect((await pi.browser.refused(withdrawInvitation, { params: elsewhere })).status).toBe(404)
  })
})
