import { createHash, createPublicKey, verify } from 'node:crypto'
import { type Certificate, canonicalJson } from '@attune/criteria'

const sha256 = (bytes: string | Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

/** What can be said of a certificate from its file alone. */
export interface Checked {
  /** No letter was changed since it was signed. */
  readonly checksum: boolean
  /** Whoever holds the key wrote it. */
  readonly signature: boolean
  /** SHA-256 of the key, hexadecimal. */
  readonly fingerprint: string
}

export function checkCertificate({ certificate, checksum, signature }: Certificate): Checked {
  const key = Buffer.from(signature.key, 'base64')
  return {
    checksum: sha256(canonicalJson(certificate)) === checksum,
    signature: isSigned(checksum, key, Buffer.from(signature.value, 'base64')),
    fingerprint: sha256(key),
  }
}

function isSigned(checksum: string, spki: Buffer, value: Buffer): boolean {
  try {
    const key = createPublicKey({ key: spki, format: 'der', type: 'spki' })
    return key.asymmetricKeyType === 'ed25519' && verify(null, Buffer.from(checksum), key, value)
  } catch {
    // Bytes that are no key sign nothing.
    return false
  }
}

/** The fingerprint that a text means: itself, or that of the key it holds (JSON of the lab, PEM, or base64); `null`: none of these. */
export function fingerprintIn(text: string): string | null {
  const plain = text.trim().toLowerCase().replaceAll(':', '')
  if (/^[0-9a-f]{64}$/.test(plain)) return plain
  try {
    const json = text.trim().startsWith('{') ? JSON.parse(text) : null
    if (json !== null) return typeof json.key === 'string' ? fingerprintIn(json.key) : null
    const pem = text.includes('-----BEGIN')
    const key = pem
      ? createPublicKey(text)
      : createPublicKey({ key: Buffer.from(text.trim(), 'base64'), format: 'der', type: 'spki' })
    return sha256(key.export({ format: 'der', type: 'spki' }))
  } catch {
    return null
  }
}
