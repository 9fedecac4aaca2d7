import type { Result } from '@attune/agreement'
import type { Finding } from '@attune/report'
import { VERSION } from '../version.ts'
import { type Judgement, judge, type Words } from './benchmarks.ts'

/** What was read, in one line of the output. */
export interface InputSummary {
  readonly items: number
  readonly raters: readonly string[]
  readonly categories: readonly string[]
  readonly missing: number
}

/** One result with every field in its place, `null` where there is nothing. */
export function plainResult({ by, over, level, missing, result }: Finding, words: Words | null) {
  const estimated = result.estimate === null ? null : result
  return {
    measure: result.measure,
    raters: result.raters,
    by,
    ...(over !== undefined && { over }),
    level,
    options: { ...result.options, missing },
    n: result.n,
    dropped: result.dropped,
    estimate: result.estimate,
    observed: result.observed ?? null,
    expected: result.expected ?? null,
    se: estimated?.se ?? null,
    ci: estimated?.interval ?? null,
    test: testOf(result),
    ...(result.details !== undefined && { details: result.details }),
    ...(result.undefined !== undefined && { undefined: result.undefined }),
    warnings: result.warnings,
    ...(words !== null && { benchmarks: judge(result, words).map(plainJudgement) }),
  }
}

function plainJudgement({ rule, certainty, found, why }: Judgement) {
  const { author, writtenFor, source } = rule
  if (found === null) return { author, writtenFor, source, label: null, why }
  const { label, ofEstimate, bands } = found
  return { author, writtenFor, source, certainty, label, ofEstimate, bands }
}

function testOf(result: Result) {
  if (result.estimate === null || result.test === undefined) return null
  const { statistic, value, df1 = null, df2 = null, p } = result.test
  return { statistic, value, df1, df2, p, hypothesis: result.test.hypothesis }
}

export function agreementJson(input: InputSummary, findings: readonly Finding[], words: Words | null): string {
  const results = findings.map((finding) => plainResult(finding, words))
  return `${JSON.stringify({ attune: VERSION, input, results }, null, 2)}\n`
}
