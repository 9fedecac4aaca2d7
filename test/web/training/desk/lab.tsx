import { createMemoryHistory, MemoryRouter, Route } from '@solidjs/router'
import { render } from '@solidjs/testing-library'
import type { Component } from 'solid-js'
import { vi } from 'vitest'
import { GivenStudy } from '../../../../web/src/base/study.tsx'
import { study } from './sample.ts'

// jsdom lays nothing out, so there is nowhere to scroll to.
Element.prototype.scrollIntoView ??= () => {}
// Nor does anything ever change its size.
globalThis.ResizeObserver ??= class {
  observe() {}
  unobserve() {}
  disconnect() {}
}

export type Sent = { readonly method: string; readonly path: string; readonly body: unknown }

/** A server that has these answers by path, below the study, and keeps what it was sent. */
export function labWith(answers: Readonly<Record<string, unknown>>): Sent[] {
  const sent: Sent[] = []
  vi.stubGlobal('fetch', async (address: string, request: RequestInit) => {
    const path = address.replace('/api/studies/s', '')
    if (request.method !== 'GET') {
      sent.push({ method: String(request.method), path, body: JSON.parse(String(request.body)) })
    }
    const refusal = { error: { code: 'not-found', message: 'Not found.', faults: [], request: '' } }
    return path in answers ? Response.json(answers[path]) : Response.json(refusal, { status: 404 })
  })
  return sent
}

/** A page of the desk at an address of the study; elsewhere stands where a link or a key led. */
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
