import { Refusal } from '../base/refusal.ts'

/** At most this much in one answer: whoever loses access loses it with the next request, which is never far. */
export const pieceSize = 2 * 1024 * 1024

/**
 * The bytes a player gets for a Range header: one range, cut to a piece. Without a range there is no answer: our player always
 * sends one, and nobody else shall get a whole recording at once.
 */
export function pieceFor(header: string, size: number): { from: number; to: number } {
  const match = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header.trim())
  const [, first = '', last = ''] = match ?? []
  if (first === '' && last === '') throw new Refusal('bad-request', 'Ask for a range of bytes (Range: bytes=0-).')
  const from = first === '' ? Math.max(0, size - Number(last)) : Number(first)
  const wanted = first === '' || last === '' ? size - 1 : Math.min(Number(last), size - 1)
  if (from >= size || wanted < from || (first === '' && Number(last) === 0)) {
    throw new Refusal('no-such-range', 'The recording has no such range of bytes.', { current: size })
  }
  return { from, to: Math.min(wanted, from + pieceSize - 1) }
}
