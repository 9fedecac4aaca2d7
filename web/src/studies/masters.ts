import type { Master } from '@attune/contract'
import type { ProgressCoding } from './progress.ts'

export type MastersHere = {
  /** The master coding that this coding is, if it is one. */
  readonly mine: Master | undefined
  readonly main: Master | undefined
  /** All of the case and codebook version, the main one first. */
  readonly all: readonly Master[]
}

/** The master codings of the case of a coding, in its codebook version. */
export function mastersHere(masters: readonly Master[], coding: ProgressCoding): MastersHere {
  const all = masters
    .filter((one) => one.case === coding.case && one.codebookVersion === coding.codebookVersion)
    .toSorted((one, other) => Number(one.isAdditional) - Number(other.isAdditional))
  return {
    mine: all.find((one) => one.coding === coding.coding),
    main: all.find((one) => !one.isAdditional),
    all,
  }
}
