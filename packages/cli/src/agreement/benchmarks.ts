import {
  altman,
  type Benchmark,
  type Benchmarking,
  benchmarkMembership,
  cicchetti,
  fleissBenchmark,
  isMeasureId,
  kooLi,
  landisKoch,
  measures,
  type Result,
} from '@attune/agreement'
import { IN_POINTS } from '@attune/report'
import { type Arguments, listOf, nearest, numberFrom } from '../arguments.ts'
import { Refusal } from '../refusal.ts'

/** Rules that give words to values, by the name of their authors. */
const RULES: Readonly<Record<string, Benchmark>> = {
  'landis-koch': landisKoch,
  fleiss: fleissBenchmark,
  altman,
  cicchetti,
  'koo-li': kooLi,
}
export const RULE_NAMES = Object.keys(RULES)

/** Which words are asked for, and how certain they are to be. */
export interface Words {
  readonly rules: readonly Benchmark[]
  readonly certainty: number
}

export function wordsOf(args: Arguments): Words | null {
  const names = listOf(args.text('benchmarks'))
  if (names === undefined) {
    if (args.has('certainty')) throw new Refusal('--certainty belongs to --benchmarks.', 'Leave --certainty out.')
    return null
  }
  const rules = [...new Set(names)].map((name) => {
    const rule = RULES[name]
    if (rule !== undefined) return rule
    const near = nearest(name, RULE_NAMES)
    const remedy = `There are ${RULE_NAMES.join(', ')}.`
    throw new Refusal(`There is no rule "${name}".`, near === undefined ? remedy : `Did you mean ${near}? ${remedy}`)
  })
  const isShare = (value: number) => value > 0 && value < 1
  return {
    rules,
    certainty: numberFrom('certainty', args.text('certainty') ?? '0.95', isShare, 'between 0 and 1, such as 0.95'),
  }
}

/** What one rule says about one result, or why it says nothing. */
export type Judgement = { readonly rule: Benchmark; readonly certainty: number } & (
  | { readonly found: Benchmarking; readonly why?: never }
  | { readonly found: null; readonly why: string }
)

/** What each rule says about a result. */
export function judge(result: Result, { rules, certainty }: Words): Judgement[] {
  const why = whyNot(result)
  return rules.map((rule) => {
    if (why !== null || result.estimate === null) return { rule, certainty, found: null, why: why ?? '' }
    const { estimate, se = 0 } = result
    return { rule, certainty, found: benchmarkMembership({ estimate, se }, rule, certainty) }
  })
}

/** Shares and indices that are read beside a coefficient. */
export const NOT_CORRECTED = /^percent-|-index$|^kappa-max$|^within-k$/

function whyNot(result: Result): string | null {
  if (result.estimate === null) return result.undefined.message
  const { measure } = result
  const isTest = isMeasureId(measure) && measures[measure].family === 'tests'
  if (isTest || IN_POINTS.has(measure) || NOT_CORRECTED.test(measure)) {
    return 'the words are for coefficients of agreement beyond chance'
  }
  if (measure === 'kappa-posterior') return 'a posterior says its own probabilities, see --threshold'
  if (!(result.estimate >= -1 && result.estimate <= 1)) return 'the estimate is not from -1 to 1'
  if (result.se === undefined) return 'there is no standard error; add --ci bootstrap'
  return result.se > 0 ? null : 'the standard error is 0'
}
