import {
  assignCodings,
  changePassword,
  changeRole,
  disableAccount,
  type Endpoint,
  enableAccount,
  endMembership,
  invite,
  joinStudy,
  listAccounts,
  listPeople,
  makePasswordReset,
  openCoding,
  readHistory,
  readMe,
  readProgress,
  signIn,
  usePasswordReset,
  withdrawCoding,
} from '@attune/contract'
import { beforeAll, describe, expect, it } from 'vitest'
import { disable } from '../../../api/src/people/disabling.ts'
import { makeConsoleReset } from '../../../api/src/people/resets.ts'
import { enter } from '../../../api/src/people/sign-in.ts'
import { openBrowser, pathOf } from '../support/browser.ts'
import { forEachEngine, origin } from '../support/lab.ts'
import { addPerson, openSessionOf, type Someone } from '../support/people.ts'
import { addCase, assignTo, buildStudy, type SmallStudy, submitted } from '../support/small-study.ts'

const password = 'a long enough password'
const day = 86_400_000

forEachEngine('an account', (lab) => {
  let study: SmallStudy
  let count = 0
  beforeAll(async () => {
    study = await buildStudy(lab())
  })
  const login = () => `account-${++count}`
  const change = (endpoint: typeof disableAccount | typeof enableAccount, person: string, by = study.owner) =>
    by.browser.call(endpoint, { params: { person }, body: {} })
  const refused = (person: string, by = study.owner) =>
    by.browser.refused(disableAccount, { params: { person }, body: {} })
  const found = async (person: string) => {
    const { accounts } = await study.owner.browser.call(listAccounts)
    return accounts.find((one) => one.person.id === person)
  }
  const linkFor = async (maker: Someone, person: string) => {
    const { link } = await maker.browser.call(makePasswordReset, { params: { study: study.id, person }, body: {} })
    return link.slice(-43)
  }

  it('is listed for the owner of the lab with studies, last seen and state', async () => {
    const coder = await study.add('coder', login())
    expect(await found(coder.id)).toEqual({
      person: { id: coder.id, login: coder.login, name: coder.name },
      isOwner: false,
      isDemo: false,
      createdAt: lab().ports.now().toISOString(),
      lastSeenAt: lab().ports.now().toISOString(),
      disabledAt: null,
      memberships: [{ study: study.name, role: 'coder', isOnlyPi: false }],
    })
    expect((await found(study.pi.id))?.memberships).toEqual([{ study: study.name, role: 'pi', isOnlyPi: true }])
    await study.pi.browser.call(endMembership, { params: { study: study.id, person: coder.id } })
    expect((await found(coder.id))?.memberships).toEqual([])
  })

  it('once disabled has no session, cannot sign in, and can again once enabled', async () => {
    const someone = await addPerson(lab(), { login: login(), password })
    const laptop = await openSessionOf(lab(), someone.id, 'laptop')
    await change(disableAccount, someone.id)
    expect((await found(someone.id))?.disabledAt).toBe(lab().ports.now().toISOString())
    for (const browser of [someone.browser, laptop]) expect((await browser.refused(readMe)).status).toBe(401)
    const tried = { body: { login: someone.login, password } }
    expect((await openBrowser(lab()).refused(signIn, tried)).code).toBe('wrong-credentials')
    await change(enableAccount, someone.id)
    expect((await found(someone.id))?.disabledAt).toBeNull()
    // The stolen laptop stays outside.
    for (const browser of [someone.browser, laptop]) expect((await browser.refused(readMe)).status).toBe(401)
    expect((await openBrowser(lab()).call(signIn, tried)).person.id).toBe(someone.id)
  })

  it('lets nobody in whose password was being checked while it was disabled', async () => {
    const someone = await addPerson(lab(), { login: login(), password })
    await change(disableAccount, someone.id)
    const client = { address: '203.0.113.1', userAgent: 'late' }
    const entering = { person: someone.id, before: null, client, action: 'signed in' }
    await expect(enter(lab().ground, entering)).rejects.toMatchObject({ code: 'wrong-credentials' })
    await change(enableAccount, someone.id)
    const late = lab().ground.db.selectFrom('session').select('id').where('user_agent', '=', 'late')
    expect(await late.execute()).toEqual([])
  })

  /** A request whose head has come: what it asks for comes when it is let go. */
  const begun = (by: Someone, endpoint: Endpoint, params: Record<string, string>, body: object) => {
    const bytes = new TextEncoder().encode(JSON.stringify(body))
    let letGo = (): void => {}
    const waiting = new ReadableStream<Uint8Array>({
      start: (stream) => {
        letGo = () => {
          stream.enqueue(bytes)
          stream.close()
        }
      },
    })
    // Without its length the whole body would be waited for before anybody looks at the request.
    const announced = { 'content-type': 'application/json', 'content-length': String(bytes.length) }
    const headers = { cookie: by.browser.cookie(), origin, ...announced }
    const init = { method: endpoint.method, headers, body: waiting, duplex: 'half' } as const
    const answer = Promise.resolve(lab().app.request(`/api${pathOf(endpoint, params)}`, init))
    return async () => {
      letGo()
      return (await answer).status
    }
  }

  it('does nothing any more with requests that it had begun to send', async () => {
    const owner = await addPerson(lab(), { login: login(), password, isOwner: true })
    const pi = await study.add('pi', login())
    const other = await addPerson(lab(), { login: login(), password })
    const requests = [
      begun(owner, enableAccount, { person: owner.id }, {}),
      begun(owner, disableAccount, { person: other.id }, {}),
      begun(owner, changePassword, {}, { current: password, next: `${password} 2` }),
      begun(pi, invite, { study: study.id }, { role: 'pi', note: '' }),
      begun(pi, makePasswordReset, { study: study.id, person: study.owner.id }, {}),
    ]
    await change(disableAccount, owner.id)
    await change(disableAccount, pi.id)
    const codes: number[] = []
    for (const send of requests) codes.push(await send())
    expect(codes).toEqual([401, 401, 401, 401, 401])
    expect(await found(owner.id)).not.toMatchObject({ disabledAt: null })
    expect(await found(other.id)).toMatchObject({ disabledAt: null })
  })

  it('loses the open password links for it and by it and the invitations it made, for good', async () => {
    const trainer = await study.add('trainer', login())
    const coder = await study.add('coder', login())
    const other = await study.add('coder', login())
    const newcomer = await addPerson(lab(), { login: login() })
    const tokens = [await linkFor(study.pi, trainer.id), await linkFor(trainer, coder.id)]
    const untouched = await linkFor(study.pi, other.id)
    const params = { study: study.id }
    const { link } = await trainer.browser.call(invite, { params, body: { role: 'coder' } })
    await change(disableAccount, trainer.id)
    await change(enableAccount, trainer.id)
    const use = (token: string) => openBrowser(lab()).send('POST', usePasswordReset.path, { token, password })
    for (const token of tokens) expect((await use(token)).status).toBe(404)
    expect((await newcomer.browser.refused(joinStudy, { body: { token: link.slice(-43) } })).status).toBe(404)
    expect((await use(untouched)).status).toBe(200)
  })

  it('keeps what the person did, and shows the work that waits so that it can be taken back', async () => {
    const coder = await study.add('coder', login())
    const [done, waiting] = [
      await addCase(study.pi.browser, study.id, 'D-1'),
      await addCase(study.pi.browser, study.id, 'D-2'),
    ]
    const coding = await submitted(lab(), study, coder, done ?? '', { score: 7 })
    const open = await assignTo(study, coder, waiting ?? '')
    await change(disableAccount, coder.id)
    const params = { study: study.id }
    const { ratings } = await study.pi.browser.call(openCoding, { params: { ...params, coding } })
    expect(ratings.map((one) => one.value)).toContainEqual({ kind: 'score', score: 7 })
    const progress = await study.pi.browser.call(readProgress, { params })
    const { name } = coder
    expect(progress.people).toContainEqual({ id: coder.id, name, role: 'coder', isDisabled: true })
    expect(progress.people).toContainEqual({ id: study.pi.id, name: study.pi.name, role: 'pi', isDisabled: false })
    expect(
      progress.codings
        .filter((one) => one.coder === coder.id)
        .map((one) => one.coding)
        .sort(),
    ).toEqual([coding, open].sort())
    await study.pi.browser.call(withdrawCoding, { params: { ...params, coding: open } })
    const { members } = await study.pi.browser.call(listPeople, { params })
    const disabledAt = lab().ports.now().toISOString()
    expect(members.find((one) => one.person.id === coder.id)).toMatchObject({ role: 'coder', disabledAt })
  })

  it('is given no new work while it is disabled', async () => {
    const coder = await study.add('coder', login())
    const studyCase = await addCase(study.pi.browser, study.id, 'N-1')
    await change(disableAccount, coder.id)
    const body = { cases: [studyCase], people: [coder.id], codebookVersion: study.codebook }
    const assign = { params: { study: study.id }, body }
    const refusal = await study.pi.browser.refused(assignCodings, assign)
    expect(refusal).toMatchObject({
      status: 400,
      message: `The account of ${coder.name} is disabled. Choose somebody else.`,
    })
    await change(enableAccount, coder.id)
    expect((await study.pi.browser.call(assignCodings, assign)).created).toBe(1)
  })

  it('stands in the history of the lab and of its studies, once for each change', async () => {
    const coder = await study.add('coder', login())
    await openSessionOf(lab(), coder.id)
    for (const endpoint of [disableAccount, disableAccount, enableAccount, enableAccount] as const) {
      await change(endpoint, coder.id)
    }
    const subject = `person:${coder.id}`
    const { entries } = await study.pi.browser.call(readHistory, { params: { study: study.id }, query: { subject } })
    expect(entries.map(({ person, action, detail }) => [person, action, detail])).toEqual([
      [study.owner.name, 'account enabled', '{}'],
      [study.owner.name, 'account disabled', '{}'],
    ])
    const own = lab().ground.db.selectFrom('history').select(['person', 'action', 'detail'])
    expect(await own.where('subject', '=', subject).where('study', 'is', null).orderBy('number').execute()).toEqual([
      { person: study.owner.id, action: 'account disabled', detail: '{"sessionsEnded":2}' },
      { person: study.owner.id, action: 'account enabled', detail: '{}' },
    ])
  })

  it('of the owner cannot be disabled by the owner, nor the last one of all owners', async () => {
    expect(await refused(study.owner.id)).toMatchObject({ status: 400 })
    const second = await addPerson(lab(), { login: login(), isOwner: true })
    // Both were let in before either change was made.
    const actor = (someone: Someone) => ({ person: someone.id, session: '', isOwner: true })
    const both = await Promise.allSettled([
      disable(lab().ground, actor(study.owner), second.id),
      disable(lab().ground, actor(second), study.owner.id),
    ])
    expect(both.map((one) => one.status)).toEqual(['fulfilled', 'rejected'])
    expect(both[1]).toMatchObject({ reason: { code: 'in-use' } })
    expect((await found(second.id))?.disabledAt).not.toBeNull()
  })

  it('of the demo stays open as long as the demo is there', async () => {
    const demo = await addPerson(lab(), { login: login(), isDemo: true })
    expect(await refused(demo.id)).toMatchObject({ status: 400 })
    expect(await found(demo.id)).toMatchObject({ isDemo: true, disabledAt: null })
  })

  it('that nobody has is nothing', async () => {
    const params = { person: lab().ports.id() }
    expect((await refused(params.person)).status).toBe(404)
    expect((await study.owner.browser.refused(enableAccount, { params, body: {} })).status).toBe(404)
  })

  it('that is disabled does not count as the pi that a study must keep', async () => {
    const first = await buildStudy(lab(), login(), { owner: study.owner })
    const second = await first.add('pi', login())
    await change(disableAccount, second.id)
    expect((await found(first.pi.id))?.memberships).toEqual([{ study: first.name, role: 'pi', isOnlyPi: true }])
    const place = { study: first.id, person: first.pi.id }
    const step = { params: place, body: { role: 'coder' } } as const
    expect((await first.pi.browser.refused(changeRole, step)).status).toBe(409)
    expect((await first.pi.browser.refused(endMembership, { params: place })).status).toBe(409)
    await change(enableAccount, second.id)
    await first.pi.browser.call(changeRole, step)
  })

  it('that is disabled gets no link from the console either', async () => {
    const someone = await addPerson(lab(), { login: login() })
    await change(disableAccount, someone.id)
    await expect(makeConsoleReset(lab().ground, someone.login)).rejects.toThrow('is disabled')
  })

  describe('that is disabled', () => {
    /** One try at the door: what it said but for its number, and how long it took. */
    const knock = async (name: string, tried: string) => {
      lab().ports.advance(day)
      const begun = performance.now()
      const answer = await openBrowser(lab()).send('POST', signIn.path, { login: name, password: tried })
      const said = answer.text.replace(/"request":"[^"]*"/, '')
      const headers = [...answer.headers].filter(([header]) => header !== 'x-request-id')
      return { took: performance.now() - begun, said: [answer.status, said, headers] }
    }

    it('counts its right password as a wrong try: it slows down like any other', async () => {
      const disabled = await addPerson(lab(), { login: login(), password })
      await change(disableAccount, disabled.id)
      lab().ports.advance(1_000)
      const tried = { login: disabled.login, password }
      const answers: number[] = []
      for (let tries = 0; tries < 6; tries += 1) {
        answers.push((await openBrowser(lab()).send('POST', signIn.path, tried)).status)
      }
      expect(answers).toEqual([401, 401, 401, 401, 401, 429])
    })

    it('answers the right password like a wrong one, in the same time', async () => {
      const disabled = await addPerson(lab(), { login: login(), password })
      const open = await addPerson(lab(), { login: login(), password })
      study = { ...study, owner: { ...study.owner, browser: await openSessionOf(lab(), study.owner.id) } }
      await change(disableAccount, disabled.id)
      const times: [number[], number[]] = [[], []]
      for (let tries = 0; tries < 25; tries += 1) {
        const right = await knock(disabled.login, password)
        const wrong = await knock(open.login, 'not it at all')
        expect(right.said).toEqual(wrong.said)
        times[0].push(right.took)
        times[1].push(wrong.took)
      }
      const [one = 0, other = 0] = times.map((all) => all.sort((a, b) => a - b)[12] ?? 0)
      console.info(`sign-in on ${lab().engine}: disabled ${one.toFixed(1)} ms, wrong password ${other.toFixed(1)} ms`)
      // Either costs one hash; without it an answer would be there in a tenth of the time.
      expect(Math.min(one, other) / Math.max(one, other)).toBeGreaterThan(0.5)
    })
  })
})
