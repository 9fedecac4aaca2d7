import { createHash, randomBytes, randomUUID } from 'node:crypto'

/** Time and randomness, handed in so that tests hold both in their hand. */
export type Ports = {
  readonly now: () => Date
  readonly id: () => string
  /** 256 random bits for a link or a session, in 43 characters that fit a URL. */
  readonly token: () => string
}

export const systemPorts: Ports = {
  now: () => new Date(),
  id: () => randomUUID(),
  token: () => randomBytes(32).toString('base64url'),
}

/** Tokens are stored as their hash only: a stolen database opens no session. */
export function sha256(value: string | Uint8Array): string {
  return createHash('sha256').update(value).digest('hex')
}
