import { createStudy, listCases, readMe, readReliability, signIn } from '@attune/contract'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { addressOf, call } from '../../../web/src/base/call.ts'
import { describeFailure, Offline, Refused } from '../../../web/src/base/refused.ts'
import { enter, session } from '../../../web/src/base/session.ts'

const study = '11111111-1111-4111-8111-111111111111'
const answering = (status: number, body: unknown) => {
  const fetching = vi.fn(async (_address: string, _request: RequestInit) => Response.json(body, { status }))
  vi.stubGlobal('fetch', fetching)
  return fetching
}
const refusal = (code: string, more: object = {}) => ({
  error: { code, message: 'No.', faults: [], request: 'r-1', ...more },
})
afterEach(() => vi.unstubAllGlobals())

describe('a call', () => {
  it('puts parameters and query into the address, leaving out what is empty', () => {
    expect(addressOf(listCases, { study: 'a/b' }, { search: 'A 1', after: '', limit: 5 })).toBe(
      '/api/studies/a%2Fb/cases?search=A+1&limit=5',
    )
    expect(addressOf(readReliability, { study })).toBe(`/api/studies/${study}/reliability`)
  })

  it('sends JSON and gives the reply', async () => {
    const fetching = answering(200, { person: { id: study, login: 'ada', name: 'Ada' } })
    await call(signIn, {}, { body: { login: 'ada', password: 'x' } })
    const [address, request] = fetching.mock.calls[0] ?? []
    expect(address).toBe('/api/sign-in')
    expect(request).toMatchObject({ method: 'POST', headers: { 'content-type': 'application/json' } })
    expect(JSON.parse(String(request?.body))).toEqual({ login: 'ada', password: 'x' })
  })

  it('refuses a body that breaks the schema before the server is asked', async () => {
    const fetching = answering(200, {})
    const failure = await call(createStudy, {}, { body: { name: '   ' } }).catch((error: unknown) => error)
    expect(failure).toBeInstanceOf(Refused)
    expect(failure).toMatchObject({ code: 'bad-request', faults: [{ path: 'name', message: 'Must not be empty.' }] })
    expect(fetching).not.toHaveBeenCalled()
  })

  it('throws what the server refused, with the item as it stands', async () => {
    answering(409, refusal('stale', { current: { version: 4 } }))
    await expect(call(readMe, {})).rejects.toMatchObject({ code: 'stale', status: 409, current: { version: 4 } })
  })

  it('throws Offline when there is no answer, and says that what was saved is safe', async () => {
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')))
    const failure = await call(readMe, {}).catch((error: unknown) => error)
    expect(failure).toBeInstanceOf(Offline)
    expect(describeFailure(failure).advice).toContain('safe')
  })

  it('copes with a proxy that answers with a page', async () => {
    vi.stubGlobal('fetch', async () => new Response('<h1>Bad gateway</h1>', { status: 502 }))
    await expect(call(readMe, {})).rejects.toMatchObject({ code: 'internal', status: 502 })
  })

  it('keeps the screen when the session ends while somebody is at work', async () => {
    enter({ person: { id: study, login: 'ada', name: 'Ada' }, isOwner: false, memberships: [] })
    answering(401, refusal('not-signed-in'))
    await call(readMe, {}).catch(() => {})
    expect(session()).toMatchObject({ state: 'ended', me: { person: { login: 'ada' } } })
  })
})
