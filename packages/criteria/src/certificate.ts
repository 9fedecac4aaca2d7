import { z } from 'zod'
import { criterion } from './criterion.ts'
import { figure } from './verdict.ts'

const instant = z.iso.datetime()

/** What a certificate says. It names no case and holds no code: the numbers must not give the master codes away. */
export const certificateBody = z.strictObject({
  format: z.literal('attune-certificate/1'),
  id: z.uuid(),
  lab: z.string(),
  study: z.string(),
  person: z.string(),
  set: z.strictObject({ id: z.uuid(), name: z.string(), cases: z.number().int(), blind: z.boolean() }),
  attempt: z.strictObject({ number: z.number().int(), finishedAt: instant }),
  codebook: z.strictObject({ id: z.string(), number: z.string(), title: z.string(), hash: z.string() }),
  criterion,
  figures: z.array(figure),
  issuedAt: instant,
  expiresAt: instant.nullable(),
  issuedBy: z.string(),
  /** Set where the score behind it is not the first: since when, why, and the certificate that this one replaces, if there was one. */
  rescored: z.strictObject({ at: instant, reason: z.string(), replaces: z.uuid().nullable() }).nullable(),
  /** Version of the program that computed it. */
  program: z.string(),
  /** What it is not. */
  notice: z.string(),
})
export type CertificateBody = z.infer<typeof certificateBody>

/** A certificate as a file: the checksum shows that no letter changed, the signature that this lab's server wrote it. */
export const certificate = z.strictObject({
  certificate: certificateBody,
  /** SHA-256 of the canonical JSON of `certificate`, hexadecimal. */
  checksum: z.string().regex(/^[0-9a-f]{64}$/),
  /** Ed25519 over the checksum's text. The key is SPKI in base64, its fingerprint the SHA-256 of those bytes. */
  signature: z.strictObject({ algorithm: z.literal('Ed25519'), key: z.string(), value: z.string() }),
})
export type Certificate = z.infer<typeof certificate>

export const certificateNotice =
  'This certificate says that a rule was met on a set of cases in this lab. It is not an accreditation by the owner of an instrument.'

/**
 * JSON with the keys of every object in order and no spaces: equal content, equal text, wherever it was written.
 *
 * @source RFC 8785, JSON Canonicalization Scheme, for data without lone surrogates.
 */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const entries = Object.entries(value)
    .filter(([, part]) => part !== undefined)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([key, part]) => `${JSON.stringify(key)}:${canonicalJson(part)}`)
  return `{${entries.join(',')}}`
}
