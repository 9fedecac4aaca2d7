import type { CertificateHead } from '@attune/contract'

export type CertificateState = CertificateHead['state']

export const states: readonly CertificateState[] = ['valid', 'expired', 'revoked', 'replaced']

/** Words for a state lead; the colour only helps. */
export const stateKinds = { valid: 'good', expired: 'warn', revoked: 'bad', replaced: 'plain' } as const

const soonDays = 60

export type Summary = { readonly all: number; readonly valid: number; readonly soon: number }

/** How many there are, how many are valid, and how many of these expire within sixty days. */
export function summaryOf(certificates: readonly CertificateHead[], now: number): Summary {
  const valid = certificates.filter((one) => one.state === 'valid')
  const until = now + soonDays * 86_400_000
  const soon = valid.filter((one) => one.expiresAt !== null && Date.parse(one.expiresAt) <= until)
  return { all: certificates.length, valid: valid.length, soon: soon.length }
}

/** Those in a state (or in every one) that have all words somewhere: person, set or rule. */
export function fitting(
  certificates: readonly CertificateHead[],
  state: CertificateState | 'every',
  typed: string,
): CertificateHead[] {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean)
  return certificates.filter((one) => {
    const text = `${one.person.name} ${one.set.name} ${one.criterion}`.toLowerCase()
    return (state === 'every' || one.state === state) && words.every((word) => text.includes(word))
  })
}

/** A reason as people typed it, with the full stop that a sentence needs. */
export function asSentence(reason: string): string {
  return /[.!?…]$/.test(reason) ? reason : `${reason}.`
}
