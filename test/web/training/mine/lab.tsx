import { vi } from 'vitest'
import { STUDY } from '../../codings/sample.ts'
import { pagesOf } from '../../page.tsx'
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

export const showPage = pagesOf(study)
