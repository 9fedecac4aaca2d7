import { createMemoryHistory, MemoryRouter, Route } from '@solidjs/router'
import { render } from '@solidjs/testing-library'
import type { Component } from 'solid-js'
import { vi } from 'vitest'
import { GivenStudy } from '../../../../web/src/base/study.tsx'
import { STUDY } from '../../codings/sample.ts'
import { study } from './sample.ts'

export type Asked = { method: string; path: string; body: unknown }

/** A server that answers by the end of the address; a function sees what was sent. What is not there is not found. */
export function answering(answers: Readonly<Record<string, unknown>>): Asked[] {
  const asked: Asked[] = []
  vi.stubGlobal('fetch', async (address: string, request: RequestInit = {}) => {
    const path = address.replace(`/api/studies/${STUDY}`, '')
    const one = { method: request.method ?? 'GET', path, body: request.body ? JSON.parse(String(request.body)) : null }
    asked.push(one)
    const found = answers[`${one.method} ${path}`]
    const answer = typeof found === 'function' ? found(one) : found
    if (answer === undefined) {
      const error = { code: 'not-found', message: 'There is nothing here.', faults: [], request: 'r-1' }
      return Response.json({ error }, { status: 404 })
    }
    return answer instanceof Response ? answer : Response.json(answer)
  })
  return asked
}

/** Shows a page at its address below the study. */
export function showPage(page: Component, pattern: string, address: string) {
  const history = createMemoryHistory()
  history.set({ value: `/studies/${STUDY}${address}` })
  const rendered = render(() => (
    <MemoryRouter
      history={history}
      root={(props) => (
        <GivenStudy study={() => study}>
          <main>{props.children}</main>
        </GivenStudy>
      )}
    >
      <Route path={`/studies/:study${pattern}`} component={page} />
      <Route path="*" component={() => <p>elsewhere</p>} />
    </MemoryRouter>
  ))
  return { ...rendered, at: () => history.get() }
}
