import type { Result } from '@attune/agreement'
import type { Numbers } from '../row.ts'

/** Estimate, standard error, lower bound and p of a result: what the floors compute too. */
export function numbersOf(result: Result): Numbers {
  if (result.estimate === null) throw new Error(`${result.measure} is undefined: ${result.undefined.message}`)
  const { estimate, se = 0, interval, test } = result
  return [estimate, se, interval?.lower ?? 0, test?.p ?? 0]
}
