import type { CertificateBody } from '@attune/criteria'
import { canonicalJson } from '@attune/criteria'
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'

/** SHA-256 of the canonical JSON of a certificate, as its checksum has it. Not from the browser: that gives it over HTTPS only. */
export function checksumOf(body: CertificateBody): string {
  return bytesToHex(sha256(utf8ToBytes(canonicalJson(body))))
}

/** `3f9a 02c1 …`: sixty-four letters that two people can compare. */
export function inGroups(hexadecimal: string): string {
  return hexadecimal.replace(/(.{4})(?=.)/g, '$1 ')
}
