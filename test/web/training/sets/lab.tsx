import { vi } from 'vitest'
import { pagesOf } from '../../page.tsx'
import { codebook, met, study, studyCases, trainingSet, version } from './sample.ts'

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

export const showPage = pagesOf(study)
