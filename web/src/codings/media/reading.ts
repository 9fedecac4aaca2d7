import type { Reading } from './peaks.ts'

/** Bytes of a file on this computer. */
export const fromFile =
  (file: Blob): Reading =>
  (from, to) =>
    file.slice(from, to).arrayBuffer()

/** Bytes of a recording at an address, in as many pieces as the server cuts. */
export function fromAddress(address: string, signal: AbortSignal): Reading {
  return async (from, to) => {
    const whole = new Uint8Array(to - from)
    let at = from
    while (at < to) {
      const headers = { range: `bytes=${at}-${to - 1}` }
      const response = await fetch(address, { headers, signal, cache: 'no-store', credentials: 'same-origin' })
      if (!response.ok) throw new Error(`The recording answered with status ${response.status}.`)
      const piece = new Uint8Array(await response.arrayBuffer())
      if (piece.length === 0) throw new Error('The recording answered with nothing.')
      whole.set(piece, at - from)
      at += piece.length
    }
    return whole.buffer
  }
}
