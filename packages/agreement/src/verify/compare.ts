import type { Expected } from './guards.ts'
import type { ReferenceCase } from './reference.ts'

/** One expected value that was not met. `share` is the deviation in units of the tolerance. */
export interface Mismatch {
  readonly field: string
  readonly expected: Expected
  readonly actual: Expected | undefined
}

export interface Comparison {
  readonly mismatches: readonly Mismatch[]
  /** Largest deviation of a number, relative to the expected value where that is above 1. */
  readonly worst: number
  /** The same in units of the case's tolerance: up to 1 passes. */
  readonly worstShare: number
}

/** Wording, not a number. */
const unchecked = new Set(['method'])

/** Compares the fields that the case expects, and only those. */
export function compareFields(
  given: ReferenceCase,
  actual: { readonly [field: string]: Expected | undefined },
): Comparison {
  const mismatches: Mismatch[] = []
  let worst = 0
  let worstShare = 0
  const { abs, rel } = given.tolerance
  // What is undefined is simply absent from a result, except the estimate, which has to be there and to be null.
  const compare = (field: string, expected: Expected, found: Expected | undefined): void => {
    if (typeof expected === 'number' && typeof found === 'number') {
      const off = Math.abs(found - expected)
      const allowed = Math.max(abs, rel * Math.abs(expected))
      const share = off === 0 ? 0 : allowed === 0 ? Number.MAX_VALUE : off / allowed
      worst = Math.max(worst, off / Math.max(1, Math.abs(expected)))
      worstShare = Math.max(worstShare, share)
      if (!(off <= allowed)) mismatches.push({ field, expected, actual: found })
    } else if (typeof expected === 'object' && expected !== null && typeof found === 'object' && found !== null) {
      for (const [name, part] of Object.entries(expected)) {
        if (!unchecked.has(name)) compare(`${field}.${name}`, part, partOf(found, name))
      }
    } else if (expected !== (field === 'estimate' ? found : (found ?? null)))
      mismatches.push({ field, expected, actual: found })
  }
  for (const [field, expected] of Object.entries(given.expected)) compare(field, expected, actual[field])
  return { mismatches, worst, worstShare }
}

function partOf(whole: object, name: string): Expected | undefined {
  const parts: Record<string, Expected> = { ...whole }
  return parts[name]
}
