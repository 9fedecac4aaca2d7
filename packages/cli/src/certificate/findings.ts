import type { Certificate } from '@attune/criteria'
import type { Checked } from './check.ts'
import type { Recomputation } from './recompute.ts'

/** All that was found out about a certificate. */
export interface Findings {
  readonly document: Certificate
  readonly checked: Checked
  /** Whether the key is the one that was named; null: none was. */
  readonly key: boolean | null
  readonly expired: boolean
  readonly recomputed: Recomputation | null
}

export function isValid({ checked, key, expired, recomputed }: Findings): boolean {
  const isRepeated =
    recomputed === null || (recomputed.met && recomputed.figures.every(({ differ }) => differ.length === 0))
  return checked.checksum && checked.signature && key !== false && !expired && isRepeated
}
