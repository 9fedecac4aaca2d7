import {
  type CriticalError,
  faultsOfRule,
  type Rule,
  type RulePredicate,
  type RuleUnits,
  type RuleVariable,
} from '@attune/agreement'
import { describe, expect, it } from 'vitest'
import { both, predicate } from './compared.ts'

const variables: RuleVariable[] = [
  { id: 'pattern', label: 'Pattern', kind: 'classification', collapses: ['as-coded', 'two-way'] },
  { id: 'coherence', label: 'Coherence', kind: 'scale' },
  { id: 'loving', label: 'Loving', kind: 'scale', itemsPerCase: 2 },
  { id: 'crying', label: 'Crying', kind: 'duration' },
]
const units: RuleUnits = { codes: ['loss', 'fear'], given: false }
const faults = (rule: Rule, cases = 20, codes: RuleUnits | null = units) => faultsOfRule(rule, variables, cases, codes)
const error = (change: Partial<CriticalError>): CriticalError => ({
  ...{ type: 'no-critical-error', against: 'master', variables: { kinds: [] }, collapse: 'as-coded', atMost: 0 },
  ...{ window: { kind: 'all' }, error: { kind: 'distance', points: 2 } },
  ...change,
})

describe('faultsOfRule', () => {
  it.each<[string, Rule]>([
    ['a share of everything', predicate({ spread: 'together' })],
    ['a coefficient of each', predicate({ measure: 'icc', variables: { kinds: ['scale'] } })],
    ['ICC together of one scale', predicate({ measure: 'icc', variables: { ids: ['loving'] }, spread: 'together' })],
    [
      'pooled kappa',
      predicate({ measure: 'cohen-kappa', variables: { kinds: ['classification', 'scale'] }, spread: 'together' }),
    ],
    [
      'bias that is small',
      predicate({ measure: 'bias', variables: { kinds: ['scale'] }, comparator: '<=', threshold: 1, on: 'upper' }),
    ],
    ['F1 of codes', predicate({ measure: 'unit-f1', variables: { codes: ['loss'] } })],
    ['a collapse that one declares', predicate({ variables: { ids: ['pattern', 'coherence'] }, collapse: 'two-way' })],
    ['a minimum that the cases give', predicate({ variables: { ids: ['loving'] }, minimum: 40 })],
    ['a run of a share', predicate({ window: { kind: 'in-a-row', cases: 3 } })],
    ['critical errors of scores', error({})],
  ])('finds nothing in %s', (_, rule) => {
    expect(faults(rule)).toEqual([])
  })

  it.each<[string, string, Partial<RulePredicate>]>([
    ['more cases than an attempt has', 'window.cases', { window: { kind: 'last', cases: 21 } }],
    ['a variable that is not in scope', 'variables.ids', { variables: { ids: ['pattern', 'gone'] } }],
    ['a kind that no variable has', 'variables', { variables: { kinds: ['count'] } }],
    ['codes with a measure of ratings', 'variables', { variables: { codes: [] } }],
    ['variables with a measure of units', 'variables', { measure: 'unit-f1' }],
    ['a code that is not in scope', 'variables.codes', { measure: 'unit-f1', variables: { codes: ['joy'] } }],
    ['kappa of units that coders set', 'measure', { measure: 'unit-kappa', variables: { codes: [] } }],
    ['a collapse that none declares', 'collapse', { variables: { ids: ['pattern'] }, collapse: 'six-way' }],
    ['ICC of a classification', 'measure', { measure: 'icc' }],
    ['kappa of any numbers', 'measure', { measure: 'cohen-kappa', variables: { ids: ['crying'] } }],
    [
      'ICC of several scales together',
      'spread',
      { measure: 'icc', variables: { kinds: ['scale'] }, spread: 'together' },
    ],
    [
      'a run of a coefficient',
      'window',
      { measure: 'cohen-kappa', variables: { ids: ['pattern'] }, window: { kind: 'in-a-row', cases: 3 } },
    ],
    ['more items than there are', 'minimum', { variables: { ids: ['pattern'] }, minimum: 21 }],
    ['more items than the smallest of each has', 'minimum', { minimum: 21 }],
    [
      'more totals than cases',
      'minimum',
      { measure: 'total-within-k', variables: { kinds: ['scale'] }, spread: 'together', minimum: 21 },
    ],
    ['agreement that is to be low', 'comparator', { comparator: '<=' }],
    ['bias that is to be high', 'comparator', { measure: 'bias', variables: { kinds: ['scale'] } }],
    ['the friendly end of the interval', 'on', { on: 'upper' }],
    ['more than all', 'threshold', { threshold: 1.01 }],
    ['more than 1', 'threshold', { comparator: '>', threshold: 1 }],
    // All of 20 right: Wilson's lower limit is .839.
    ['a limit that all right do not reach', 'threshold', { on: 'lower', threshold: 0.84 }],
  ])('finds %s, and says where and what to do', (_, path, change) => {
    const [first, ...more] = faults({ all: [predicate({}), { any: [predicate(change)] }] })
    expect(more).toEqual([])
    expect(first?.path).toBe(`rule.all.1.any.0.${path}`)
    expect(first?.message).toMatch(/(Choose|choose|Ask|ask|Take|take|Give|give|has to be)/)
  })

  it('finds distances where there are no scores, and codes where there are none in scope', () => {
    expect(faults(error({ variables: { ids: ['pattern'] } }))[0]?.path).toBe('rule.error')
    expect(faults(predicate({ measure: 'unit-f1', variables: { codes: [] } }), 20, null)[0]?.path).toBe(
      'rule.variables',
    )
  })

  it('cannot know how many coders there will be', () => {
    expect(faults(predicate({ against: 'coders', minimum: 500 }))).toEqual([])
  })

  it('shows faults under the path that the rule was sent under', () => {
    const rule = both(predicate({ threshold: 2 }))
    expect(faultsOfRule(rule, variables, 20, null, 'criterion.rule')[0]?.path).toBe('criterion.rule.all.0.threshold')
  })
})
