import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Lab, openLab } from '../support/lab.ts'

const expected: Readonly<Record<string, RegExp>> = {
  'content-security-policy': /^default-src 'none'; script-src 'self'; style-src 'self';.*frame-ancestors 'none'$/,
  'cross-origin-embedder-policy': /^require-corp$/,
  'cross-origin-opener-policy': /^same-origin$/,
  'cross-origin-resource-policy': /^same-origin$/,
  'permissions-policy': /camera=\(\), microphone=\(\)/,
  'referrer-policy': /^no-referrer$/,
  'strict-transport-security': /^max-age=31536000; includeSubDomains$/,
  'x-content-type-options': /^nosniff$/,
  'x-frame-options': /^DENY$/,
}

/** One of each kind of answer. */
const answers: readonly (readonly [string, string, RequestInit, number])[] = [
  ['a public call', '/api/health', {}, 200],
  ['a refusal', '/api/me', {}, 401],
  ['a call that does not exist', '/api/nothing', {}, 404],
  ['a method that does not exist', '/api/health', { method: 'DELETE' }, 404],
  ['a forged write', '/api/sign-in', { method: 'POST', body: '{}' }, 403],
  ['a body that is too large', '/api/sign-in', { method: 'POST', body: 'x'.repeat(300_000) }, 413],
  ['a failure of the server', '/api/lab', {}, 500],
  ['a page', '/studies/one', {}, 200],
  ['a file of the page', '/assets/app-1.js', {}, 200],
  ['a file that does not exist', '/assets/none.js', {}, 404],
  ['a path that is no page', '/..%2f..%2fetc/passwd', {}, 404],
]

describe('an answer', () => {
  let lab: Lab
  let pages: string
  beforeAll(async () => {
    pages = mkdtempSync(join(tmpdir(), 'attune-pages-'))
    mkdirSync(join(pages, 'assets'))
    writeFileSync(join(pages, 'index.html'), '<!doctype html><title>Attune</title>')
    writeFileSync(join(pages, 'assets', 'app-1.js'), 'console.log(1)')
    const seams = {
      route: (
        one: Parameters<NonNullable<NonNullable<Parameters<typeof openLab>[1]>['seams']>['route'] & object>[0],
      ) =>
        one.endpoint.path === '/lab'
          ? { ...one, handle: () => Promise.reject(new Error('secret detail of the failure')) }
          : one,
    }
    lab = await openLab('sqlite', { pages, seams, origin: 'https://lab.test' })
  })
  afterAll(async () => {
    await lab.close()
    rmSync(pages, { recursive: true })
  })

  it.each(answers)('has every protection: %s', async (_, path, init, status) => {
    const headers = {
      ...init.headers,
      ...(init.body?.toString().startsWith('x') ? { origin: 'https://lab.test' } : {}),
    }
    const response = await lab.app.request(path, { ...init, headers })
    expect(response.status).toBe(status)
    for (const [name, value] of Object.entries(expected)) expect(response.headers.get(name), name).toMatch(value)
    expect(
      [...response.headers.keys()].filter((name) => /^(access-control|server|x-powered-by|etag)/.test(name)),
    ).toEqual([])
    if (path.startsWith('/api')) expect(response.headers.get('cache-control')).toBe('no-store')
  })

  it('of a page says its type, and that of a missing file is no page', async () => {
    expect((await lab.app.request('/')).headers.get('content-type')).toMatch(/^text\/html/)
    const script = await lab.app.request('/assets/app-1.js')
    expect(script.headers.get('content-type')).toMatch(/^text\/javascript/)
    expect(script.headers.get('cache-control')).toContain('immutable')
    expect((await lab.app.request('/assets/none.js')).headers.get('content-type')).toMatch(/^application\/json/)
  })
})
