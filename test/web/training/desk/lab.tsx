import { vi } from 'vitest'
import { pagesOf } from '../../page.tsx'
import { study } from './sample.ts'

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

export const showPage = pagesOf(study)
