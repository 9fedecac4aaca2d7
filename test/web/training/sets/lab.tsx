import { createMemoryHistory, MemoryRouter, Route } from '@solidjs/router'
import { render } from '@solidjs/testing-library'
import type { Component } from 'solid-js'
import { vi } from 'vitest'
import { GivenStudy } from '../../../../web/src/base/study.tsx'
import { codebook, met, study, studyCases, trainingSet, version } from './sample.ts'

// jsdom lays nothing out: nowhere to scroll to, and nothing ever changes its size.
Element.prototype.scrollIntoView ??= () => {}
globalThis.ResizeObserver ??= class {
  observe() {}
  unobserve() {}
  disconnect() {}
}

export type Sent = { readonly method: string; readonly path: string; readonly body: unknown }
type Answer = (body: unknown) => { readonly status?: number; readonly reply: unknown }

/** A no of the server, with what is wrong field by field. */
export const refusal = (
  code: string,
  message: string,
  faults: { path: string; message: string }[],
  current?: unknown,
) => ({
  error: { code, message, faults, request: 'r', ...(current === undefined ? {} : { current }) },
})

/** What every screen of the sets asks for; `more` answers what a test is about, by method and path below the study. */
export function labWith(more: Readonly<Record<string, Answer>> = {}): Sent[] {
  const sent: Sent[] = []
  const always: Readonly<Record<string, Answer>> = {
    'GET /codebooks': () => ({ reply: { versions: [version] } }),
    [`GET /codebooks/${version.id}`]: () => ({ reply: { version, codebook } }),
    'GET /cases': () => ({ reply: { cases: studyCases, total: studyCases.length, next: null } }),
    'GET /training/exposure': () => ({ reply: met }),
    'GET /training/sets': () => ({ reply: { sets: [trainingSet()] } }),
    'GET /criteria/presets': () => ({ reply: { presets: [] } }),
  }
  vi.stubGlobal('fetch', async (address: string, request: RequestInit) => {
    const path = address.replace('/api/studies/s', '').replace('/api', '').split('?')[0] ?? ''
    const body: unknown = request.body === undefined ? undefined : JSON.parse(String(request.body))
    if (request.method !== 'GET') sent.push({ method: String(request.method), path, body })
    const name = `${request.method} ${path}`
    const answer = more[name] ?? always[name]
    const { status = 200, reply } = answer?.(body) ?? { status: 404, reply: refusal('not-found', 'Not found.', []) }
    return Response.json(reply, { status })
  })
  return sent
}

/** A page of the sets at an address of the study; elsewhere stands where a link or a key led. */
export function showPage(page: Component, pattern: string, address: string) {
  const history = createMemoryHistory()
  history.set({ value: `/studies/s${address}` })
  const rendered = render(() => (
    <MemoryRouter history={history} root={(props) => <GivenStudy study={() => study}>{props.children}</GivenStudy>}>
      <Route path={`/studies/:study${pattern}`} component={page} />
      <Route path="*" component={() => <p>elsewhere</p>} />
    </MemoryRouter>
  ))
  return { ...rendered, address: history.get }
}
