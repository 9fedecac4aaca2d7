import type { ComparedVariable } from './types.ts'

/** What a predicate can ask; the ids are those of the library's coefficients where it has one. */
export type RuleMeasure =
  | 'percent-agreement'
  | 'within-k'
  | 'total-within-k'
  | 'cohen-kappa'
  | 'weighted-kappa'
  | 'gwet-ac1'
  | 'krippendorff-alpha'
  | 'icc'
  | 'bias'
  | 'unit-f1'
  | 'unit-kappa'

/** Which variables, by kind or by name; which codes, for unit measures. An empty list means all. */
export type RuleSelector = { kinds: ComparedVariable['kind'][] } | { ids: string[] } | { codes: string[] }

/** Which cases, in the order in which they were coded. `in-a-row`: some run of that many, each case by itself. */
export type RuleWindow = { kind: 'all' } | { kind: 'last'; cases: number } | { kind: 'in-a-row'; cases: number }

interface Asked {
  against: 'master' | 'coders'
  variables: RuleSelector
  /** Applies to the classifications that declare it; the others stay as coded. */
  collapse: string
  window: RuleWindow
}

export interface RulePredicate extends Asked {
  type: 'agreement'
  measure: RuleMeasure
  /** Points of the scale, for `within-k` and `total-within-k`. */
  k: number
  /** Each variable has to meet it, or all their items together. */
  spread: 'each' | 'together'
  comparator: '>=' | '>' | '<=' | '<'
  threshold: number
  on: 'estimate' | 'lower' | 'upper'
  confidence: number
  /** Fewer items than this do not meet it. */
  minimum: number
}

export interface CriticalError extends Asked {
  type: 'no-critical-error'
  error:
    | { kind: 'confusion'; reference: string | null; given: string | null }
    /** Scores this many points apart or more. */
    | { kind: 'distance'; points: number }
  atMost: number
}

/** AND and OR of predicates; lists are arrays that may be written to, so that rules of a schema fit in and out. */
export type Rule = { all: Rule[] } | { any: Rule[] } | RulePredicate | CriticalError

/** A number that a predicate was held against, with what makes it readable. */
export interface Figure {
  /** Variable or code; null: several together. */
  variable: string | null
  label: string
  measure: string
  collapse: string | null
  /** Items that counted, and the cases that they come from. */
  n: number
  cases: number
  estimate: number | null
  lower: number | null
  upper: number | null
  confidence: number
  /** How the interval was made; empty where there is none. */
  method: string
  undefined: { code: string; message: string } | null
}

export interface Judged {
  predicate: RulePredicate | CriticalError
  met: boolean
  reason: 'missed' | 'too-few' | 'undefined' | 'critical-error' | 'no-such-run' | null
  figures: Figure[]
  errors: { case: string; variable: string; reference: string; given: string }[]
}
export type Verdict = { met: boolean; all: Verdict[] } | { met: boolean; any: Verdict[] } | Judged
