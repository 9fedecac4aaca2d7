import type { Result } from '../result.ts'
import type { Expected } from './guards.ts'

/** What a measure computed, under the names the reference files use. */
export type Actual = { readonly [field: string]: Expected | undefined }

/** The fields of a result that every coefficient has. */
export function fieldsOf(result: Result): Actual {
  const { n, observed, expected } = result
  if (result.estimate === null) {
    return { estimate: null, why: result.undefined.code, n, po: observed, pa: observed, pe: expected }
  }
  const { se, interval, test } = result
  return {
    estimate: result.estimate,
    n,
    po: observed,
    pa: observed,
    pe: expected,
    se,
    ci: interval && { lo: interval.lower, hi: interval.upper, level: interval.level },
    se0: test?.se,
    statistic: test?.value,
    z: test?.value,
    t: test?.value,
    F: test?.value,
    chisq: test?.value,
    df: test?.df1,
    df1: test?.df1,
    df2: test?.df2,
    p: test?.p,
  }
}
