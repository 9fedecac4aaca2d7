import type { Result } from '@attune/agreement'
import type { Numbers } from '../row.ts'

/** Estimate, standard error, lower bound and p of a result: what the floors compute too. */
export function numbersOf(result: Result): Numbers {
  if (result.estimate === null) throw new Error(`${result.measure} is undefined: ${result.undefined.message}`)
  const { estimate, se = 0, interval, test } = result
  return [estimate, se, interval?.lower ?? 0, test?.p ?? 0]
}

/** The same, each summed over many results: of what would be too many to print. */
export function sumsOf(results: readonly Result[]): Numbers {
  let [estimate, se, lower, p] = [0, 0, 0, 0]
  for (const result of results) {
    const [one = 0, two = 0, three = 0, four = 0] = numbersOf(result)
    estimate += one
    se += two
    lower += three
    p += four
  }
  return [estimate, se, lower, p]
}
