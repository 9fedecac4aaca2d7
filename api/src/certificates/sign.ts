import { sign } from 'node:crypto'
import { type Certificate, type CertificateBody, canonicalJson } from '@attune/criteria'
import { sha256 } from '../base/ports.ts'
import type { SigningKey } from './key.ts'

/** A certificate with its checksum, and the lab's signature over that. */
export function signed(certificate: CertificateBody, key: SigningKey): Certificate {
  const checksum = sha256(canonicalJson(certificate))
  const value = sign(null, Buffer.from(checksum), key.private).toString('base64')
  return { certificate, checksum, signature: { algorithm: 'Ed25519', key: key.public, value } }
}
