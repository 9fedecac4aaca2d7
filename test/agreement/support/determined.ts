import type { Estimated, Result } from '@attune/agreement'

/** The result as one that has a value; fails where it has none. */
export function determined(result: Result): Estimated {
  if (result.estimate === null) throw new Error(`${result.measure} is undefined: ${result.undefined.message}`)
  return result
}
