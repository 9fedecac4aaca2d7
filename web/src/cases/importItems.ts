import type { ImportItem } from '@attune/contract'
import { t } from '../messages/index.ts'

/** One file or paste that waits to be imported, as the person may still change it. */
export type Waiting = {
  readonly key: string
  readonly name: string
  readonly bytes: number
  readonly source: ImportItem['source']
  case: string
  kind: ImportItem['kind']
}

/** The server takes 32 MB in one request; base64 makes three bytes into four. */
export const bytesAtOnce = 22 * 1024 * 1024

export async function waitingFromFile(file: File): Promise<Waiting> {
  return {
    key: crypto.randomUUID(),
    name: file.name,
    bytes: file.size,
    source: { base64: await base64Of(file) },
    case: caseFromName(file.name),
    kind: /\.(csv|tsv)$/i.test(file.name) ? 'observation' : 'transcript',
  }
}

export function waitingFromPaste(text: string, number: number): Waiting {
  return {
    key: crypto.randomUUID(),
    name: t().imports.pastedText(number),
    bytes: new Blob([text]).size,
    source: { text },
    case: '',
    kind: looksLikeTable(text) ? 'observation' : 'transcript',
  }
}

/** `Interview 07 (final).txt` as `Interview-07-final`: a first proposal that can be changed. */
export function caseFromName(name: string): string {
  return name
    .replace(/\.[^.]+$/, '')
    .replace(/[^A-Za-z0-9._-]+/g, '-')
    .replace(/^[^A-Za-z0-9]+|[^A-Za-z0-9]+$/g, '')
    .slice(0, 40)
}

/** A paste whose first lines all have tabs is a table. */
function looksLikeTable(text: string): boolean {
  const lines = text.split('\n', 3).filter((line) => line.trim() !== '')
  return lines.length > 1 && lines.every((line) => line.includes('\t'))
}

/** The bytes as they are: the server finds out the encoding. */
async function base64Of(file: File): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer())
  const parts: string[] = []
  for (let at = 0; at < bytes.length; at += 0x8000) parts.push(String.fromCharCode(...bytes.subarray(at, at + 0x8000)))
  return btoa(parts.join(''))
}
