import { chiSquaredTails } from '../distributions/distributions.ts'
import type { Result, Test, Warning } from '../result.ts'
import { estimated, type Setting } from './report.ts'

/** A chi squared test; without any degree of freedom nothing contradicts the hypothesis, and p is 1. */
export function chiSquared(value: number, df1: number, hypothesis: string): Test {
  return { statistic: 'chi2', value, df1, p: df1 === 0 ? 1 : chiSquaredTails(value, df1).upper, hypothesis }
}

/** The result of a test whose estimate is its statistic. */
export function testResult(setting: Setting, test: Test, details?: { readonly [name: string]: number }): Result {
  const warning: Warning = {
    code: 'no-disagreement',
    message: 'The raters never differ in a way this test could judge; its p value of 1 is a convention.',
  }
  const warnings = [...(setting.warnings ?? []), ...(test.df1 === 0 ? [warning] : [])]
  return estimated({ ...setting, warnings }, { estimate: test.value, test, details })
}
