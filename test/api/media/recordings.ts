import { addMedia, type CaseMedia, finishMedia } from '@attune/contract'
import { sha256 } from '../../../api/src/base/ports.ts'
import type { Answer, Browser } from '../support/browser.ts'
import { type Lab, origin } from '../support/lab.ts'

/** A WAV of silence with this many bytes altogether. */
export function silence(bytes: number): Uint8Array<ArrayBuffer> {
  const wav = new Uint8Array(bytes)
  wav.set(new TextEncoder().encode('RIFF????WAVEfmt '))
  return wav
}

type Place = { readonly study: string; readonly case: string }
type Sent = Answer & { readonly bytes: Uint8Array }

/** A request with bytes in it or in its answer, as a browser sends it. */
export async function exchange(
  { app }: Pick<Lab, 'app'>,
  browser: Pick<Browser, 'cookie'>,
  path: string,
  init: { method?: string; headers?: Readonly<Record<string, string>>; body?: BodyInit } = {},
): Promise<Sent> {
  const headers = { cookie: browser.cookie(), ...(init.method === 'PUT' ? { origin } : {}), ...init.headers }
  const response = await app.request(`/api${path}`, { ...init, headers })
  const bytes = new Uint8Array(await response.arrayBuffer())
  return { status: response.status, headers: response.headers, bytes, text: new TextDecoder().decode(bytes) }
}

export function register(browser: Browser, place: Place, file: Uint8Array, label = 'Room'): Promise<CaseMedia> {
  const known = { sha256: sha256(file), size: file.length, type: 'audio/wav' as const }
  return browser.call(addMedia, { params: place, body: { label, kind: 'audio', place: 'lab', ...known } })
}

export function sendPart(lab: Lab, browser: Browser, place: Place, id: string, at: number, part: Uint8Array) {
  const path = `/studies/${place.study}/cases/${place.case}/media/${id}/content?at=${at}`
  const headers = { 'content-type': 'application/octet-stream' }
  return exchange(lab, browser, path, { method: 'PUT', headers, body: part.slice() })
}

/** The whole way of an upload. */
export async function upload(lab: Lab, browser: Browser, place: Place, file: Uint8Array): Promise<CaseMedia> {
  const { id } = await register(browser, place, file)
  const sent = await sendPart(lab, browser, place, id, 0, file)
  if (sent.status !== 200) throw new Error(sent.text)
  return browser.call(finishMedia, { params: { ...place, media: id } })
}

export const byPlayer = { 'sec-fetch-site': 'same-origin', 'sec-fetch-dest': 'audio' } as const
