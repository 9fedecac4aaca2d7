import { certificate } from '@attune/criteria'
import { z } from 'zod'
import type { Endpoint } from './endpoint.ts'
import { id, instant, text } from './primitives.ts'

export const certificateHead = z.strictObject({
  id,
  person: z.strictObject({ id, name: z.string() }),
  set: z.strictObject({ id, name: z.string() }),
  attempt: id,
  criterion: z.string(),
  issuedAt: instant,
  expiresAt: instant.nullable(),
  state: z.enum(['valid', 'expired', 'revoked', 'replaced']),
  /** Why it was revoked, or which one came in its place. */
  ended: z.strictObject({ at: instant, reason: z.string(), by: z.string(), replacedBy: id.nullable() }).nullable(),
})
export type CertificateHead = z.infer<typeof certificateHead>

export const listCertificates = {
  summary: 'All certificates of a study, valid or not.',
  method: 'GET',
  path: '/studies/:study/certificates',
  access: 'supervisor',
  reply: z.strictObject({ certificates: z.array(certificateHead) }),
} as const satisfies Endpoint

export const readCertificate = {
  summary: 'A certificate, to whom it belongs and to the trainers of the study.',
  method: 'GET',
  path: '/studies/:study/certificates/:certificate',
  access: 'certificate-reader',
  reply: z.strictObject({ head: certificateHead, document: certificate, fingerprint: z.string() }),
} as const satisfies Endpoint

export const exportCertificate = {
  summary: 'A certificate as a file that `attune certificate` checks without a network.',
  method: 'GET',
  path: '/studies/:study/certificates/:certificate/certificate.json',
  access: 'certificate-reader',
  reply: { file: 'application/json', name: 'certificate.json' },
} as const satisfies Endpoint

export const revokeCertificate = {
  summary: 'Take a certificate back. It stays in the record.',
  method: 'POST',
  path: '/studies/:study/certificates/:certificate/revocation',
  access: 'pi',
  body: z.strictObject({ reason: text(2000).trim().min(3, 'Say why, in a few words.') }),
  reply: certificateHead,
} as const satisfies Endpoint

export const readSigningKey = {
  summary: 'The key that this lab signs certificates with, so that anybody can compare its fingerprint.',
  method: 'GET',
  path: '/lab/signing-key',
  access: 'public',
  reply: z.strictObject({ algorithm: z.literal('Ed25519'), key: z.string(), fingerprint: z.string() }),
} as const satisfies Endpoint
