import { readLab, refusalReply } from '@attune/contract'
import { afterEach, describe, expect, it } from 'vitest'
import { Refusal } from '../../../api/src/base/refusal.ts'
import type { Route } from '../../../api/src/base/route.ts'
import { openBrowser } from '../support/browser.ts'
import { forEachEngine, type Lab, openLab } from '../support/lab.ts'
import { addPerson } from '../support/people.ts'

const secret = '/home/lab/data/attune.sqlite: SELECT * FROM rating WHERE coder = 4711'

/** Everything that a handler can throw or return by mistake. */
const failures: readonly (readonly [string, () => unknown])[] = [
  ['an error', () => Promise.reject(new Error(secret))],
  ['a type error', () => Promise.reject(new TypeError(secret))],
  ['a range error', () => Promise.reject(new RangeError(secret))],
  ['an error with a cause', () => Promise.reject(new Error('outer', { cause: new Error(secret) }))],
  ['several errors', () => Promise.reject(new AggregateError([new Error(secret)], secret))],
  [
    'an error thrown at once',
    () => {
      throw new Error(secret)
    },
  ],
  ['an error with a status', () => Promise.reject(Object.assign(new Error(secret), { status: 418 }))],
  ['an error of the database', () => Promise.reject(Object.assign(new Error(secret), { code: 'SQLITE_CONSTRAINT' }))],
  ['an error of PostgreSQL', () => Promise.reject(Object.assign(new Error(secret), { code: '23505', detail: secret }))],
  ['a file that is missing', () => Promise.reject(Object.assign(new Error(secret), { code: 'ENOENT', path: secret }))],
  [
    'a reply with a field too many',
    () => Promise.resolve({ name: 'x', version: '1', needsOwner: true, demo: null, secret }),
  ],
  ['a reply with a field too few', () => Promise.resolve({ secret })],
  ['a reply of the wrong kind', () => Promise.resolve({ name: secret, version: 7, needsOwner: true, demo: null })],
  ['no reply', () => Promise.resolve(undefined)],
  ['a reply that is null', () => Promise.resolve(null)],
]

describe('a failure of the server', () => {
  let lab: Lab
  afterEach(() => lab.close())

  it.each(failures)('says nothing but where to find it: %s', async (_, handle) => {
    const broken = (route: Route): Route =>
      route.endpoint === readLab ? { ...route, handle: handle as Route['handle'] } : route
    lab = await openLab('sqlite', { seams: { route: broken } })
    const answer = await openBrowser(lab).send('GET', readLab.path)
    expect(answer.status).toBe(500)
    const { error } = refusalReply.parse(JSON.parse(answer.text))
    expect(answer.text).not.toMatch(/home|sqlite|select|4711|api\/src|\bat .*:\d+/i)
    const line = lab.log.find(({ fields }) => fields.request === error.request)
    expect(line).toMatchObject({ level: 'error', fields: { path: '/api/lab', method: 'GET' } })
  })

  it.each([
    ['SQLITE_FULL', 507, 'storage-full'],
    ['ENOSPC', 507, 'storage-full'],
    ['SQLITE_BUSY', 503, 'not-ready'],
  ])('%s is one a client may try again', async (code, status, name) => {
    const full = () => Promise.reject(Object.assign(new Error(secret), { code }))
    const broken = (route: Route): Route => (route.endpoint === readLab ? { ...route, handle: full } : route)
    lab = await openLab('sqlite', { seams: { route: broken } })
    const answer = await openBrowser(lab).send('GET', readLab.path)
    expect(answer.status).toBe(status)
    expect(refusalReply.parse(JSON.parse(answer.text)).error.code).toBe(name)
    expect(answer.headers.get('retry-after')).toBe(status === 503 ? '1' : null)
  })

  it('of a refusal with a current item shows that item and no stack', async () => {
    const stale = () => Promise.reject(new Refusal('stale', 'Changed meanwhile.', { current: { version: 3 } }))
    const broken = (route: Route): Route => (route.endpoint === readLab ? { ...route, handle: stale } : route)
    lab = await openLab('sqlite', { seams: { route: broken } })
    const { status, text } = await openBrowser(lab).send('GET', readLab.path)
    expect(status).toBe(409)
    expect(JSON.parse(text).error.current).toEqual({ version: 3 })
  })
})

forEachEngine('a request that makes no sense', (lab) => {
  const bodies: readonly (readonly [string, string])[] = [
    ['no JSON', '{'],
    ['nothing', ''],
    ['a number', '7'],
    ['null', 'null'],
    ['a list', '[]'],
    ['a field too many', '{"login":"a","password":"b","isOwner":true}'],
    ['wrong types', '{"login":7,"password":{}}'],
    ['deep nesting', `${'['.repeat(20_000)}${']'.repeat(20_000)}`],
    ['half a character', '{"login":"\\ud800","password":"b"}'],
    ['a NUL', '{"login":"a\\u0000","password":"b"}'],
  ]
  it.each(bodies)('is refused in the one shape: %s', async (_, body) => {
    const answer = await openBrowser(lab()).send('POST', '/sign-in', body, { 'content-type': 'application/json' })
    expect([400, 401]).toContain(answer.status)
    const { error } = refusalReply.parse(JSON.parse(answer.text))
    expect(lab().log.some(({ fields }) => fields.request === error.request)).toBe(true)
  })

  it('does not get its password read back to it', async () => {
    const secretBody = { login: 'a', password: 'correct horse', extra: 'battery staple' }
    const answer = await openBrowser(lab()).send('POST', '/sign-in', secretBody)
    expect(answer.status).toBe(400)
    expect(answer.text).not.toMatch(/correct horse|battery staple/)
  })

  it('is told so in a query too', async () => {
    const { browser } = await addPerson(lab(), { login: 'curious' })
    for (const path of ['/me?__proto__=1', '/me?x=1&x=2', '/me?%00=%ff', '/me?x=%00']) {
      expect([200, 400]).toContain((await browser.send('GET', path)).status)
    }
  })

  it('may be as large as its call allows and no larger, with and without a length', async () => {
    const large = JSON.stringify({ login: 'a', password: 'b'.repeat(300_000) })
    const browser = openBrowser(lab())
    expect((await browser.send('POST', '/sign-in', large, { 'content-type': 'application/json' })).status).toBe(413)
    const stream = new ReadableStream({
      start(controller) {
        for (let part = 0; part < 40; part += 1)
          controller.enqueue(new TextEncoder().encode(large.slice(part * 8000, part * 8000 + 8000)))
        controller.close()
      },
    })
    const init = {
      method: 'POST',
      headers: { origin: 'http://lab.test', 'content-type': 'application/json' },
      body: stream,
      duplex: 'half',
    }
    expect((await lab().app.request('/api/sign-in', init as RequestInit)).status).toBe(413)
  })
})
