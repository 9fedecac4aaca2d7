import { createStudy, readMe, signIn } from '@attune/contract'
import { expect, it } from 'vitest'
import { forEachEngine, origin } from '../support/lab.ts'
import { addPerson } from '../support/people.ts'

const json = 'application/json'

/** What other sites can make a browser send: by form, by script, by link, from a sandbox, or from an old browser. */
const forged: readonly (readonly [string, Readonly<Record<string, string>>])[] = [
  ['no origin at all', {}],
  ['an origin of null', { origin: 'null' }],
  ['another origin', { origin: 'https://evil.test' }],
  ['a subdomain', { origin: 'http://x.lab.test' }],
  ['a domain that ends alike', { origin: 'http://evil-lab.test' }],
  ['a domain that begins alike', { origin: 'http://lab.test.evil.test' }],
  ['another port', { origin: 'http://lab.test:8080' }],
  ['another scheme', { origin: 'https://lab.test' }],
  ['our origin in other letters', { origin: 'http://LAB.TEST' }],
  ['our origin with a slash', { origin: 'http://lab.test/' }],
  ['cross-site by a browser that says so', { origin, 'sec-fetch-site': 'cross-site' }],
  ['same-site by a browser that says so', { origin, 'sec-fetch-site': 'same-site' }],
  ['none, as from the address bar', { origin, 'sec-fetch-site': 'none' }],
  ['a referrer instead of an origin', { referer: `${origin}/` }],
  ['a host of ours', { host: 'lab.test' }],
]
const types = [
  json,
  'text/plain',
  'application/x-www-form-urlencoded',
  'multipart/form-data; boundary=x',
  'text/plain2',
  '',
]

forEachEngine('a write from elsewhere', (lab) => {
  it.each(forged)('is refused: %s', async (_, headers) => {
    const { browser } = await addPerson(lab(), { login: `o${Math.floor(performance.now() * 1000)}`, isOwner: true })
    const statuses: number[] = []
    for (const type of types) {
      const init: RequestInit = {
        method: 'POST',
        headers: { cookie: browser.cookie(), ...(type === '' ? {} : { 'content-type': type }), ...headers },
        body: JSON.stringify({ name: 'Forged' }),
      }
      for (const path of [createStudy.path, signIn.path]) {
        statuses.push((await lab().app.request(`/api${path}`, init)).status)
      }
    }
    expect(statuses).toEqual(statuses.map(() => 403))
  })

  it('changed nothing', async () => {
    expect(await lab().ground.db.selectFrom('study').select('id').execute()).toEqual([])
  })

  it('is what it is not when a browser says same-origin, or an old one names our origin', async () => {
    const { browser } = await addPerson(lab(), { login: 'honest', isOwner: true })
    for (const headers of [{ 'sec-fetch-site': 'same-origin', origin }, { origin }]) {
      const answer = await browser.send('POST', createStudy.path, { name: 'Honest' }, headers)
      expect(answer.status).toBe(200)
    }
  })

  it('must be JSON even from our own pages', async () => {
    const { browser } = await addPerson(lab(), { login: 'typist', isOwner: true })
    for (const type of types.slice(1)) {
      const answer = await browser.send('POST', createStudy.path, '{"name":"Other"}', { 'content-type': type })
      expect(answer.status).toBe(400)
    }
  })

  it('is never allowed by a header that opens us to other sites', async () => {
    const { browser } = await addPerson(lab(), { login: 'reader' })
    const answer = await browser.send('GET', readMe.path, undefined, { origin: 'https://evil.test' })
    expect([...answer.headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([])
    const preflight = await lab().app.request(`/api${signIn.path}`, {
      method: 'OPTIONS',
      headers: { origin: 'https://evil.test', 'access-control-request-method': 'POST' },
    })
    expect(preflight.status).toBe(404)
  })
})
