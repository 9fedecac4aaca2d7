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

  it.each<[string, Rule, string]>([
    [
      'variables out of scope',
      predicate({ variables: { ids: ['gone', 'pattern', 'lost'] } }),
      'gone, lost is not in scope. Choose among pattern, coherence, loving, crying.',
    ],
    [
      'codes out of scope',
      predicate({ measure: 'unit-f1', variables: { codes: ['joy', 'loss', 'awe'] } }),
      'joy, awe is not in scope. Choose among loss, fear.',
    ],
    [
      'agreement above 1',
      predicate({ threshold: 1.01 }),
      'No agreement is higher than 1. Choose a threshold that can be met.',
    ],
    [
      'bias below 0',
      predicate({ measure: 'bias', variables: { kinds: ['scale'] }, comparator: '<', threshold: 0 }),
      'No bias is smaller than 0. Choose a threshold that can be met.',
    ],
    [
      'the friendly end for agreement',
      predicate({ on: 'upper' }),
      'The strict side of this interval is the lower one. Choose it, or the estimate.',
    ],
    [
      'the friendly end for bias',
      predicate({ measure: 'bias', variables: { kinds: ['scale'] }, comparator: '<=', on: 'lower', threshold: 1 }),
      'The strict side of this interval is the upper one. Choose it, or the estimate.',
    ],
    [
      'the interval of the bias of one case',
      predicate({
        ...{ measure: 'bias', variables: { kinds: ['scale'] }, comparator: '<=', on: 'upper', threshold: 1 },
        window: { kind: 'in-a-row', cases: 2 },
      }),
      'The bias of one case may rest on one item, which has no interval. Ask for the estimate.',
    ],
    [
      'distances of classes',
      error({ variables: { ids: ['pattern'] } }),
      'Points apart are for scores, and these variables have none. Name the confusion instead.',
    ],
    [
      'more of the last cases than there are items',
      predicate({ variables: { ids: ['loving'] }, window: { kind: 'last', cases: 5 }, minimum: 11 }),
      'There are at most 10 items. Ask for 10 or fewer, or take more cases.',
    ],
    [
      'more items than one case of a run has',
      predicate({ variables: { ids: ['loving'] }, window: { kind: 'in-a-row', cases: 5 }, minimum: 3 }),
      'There are at most 2 items. Ask for 2 or fewer, or take more cases.',
    ],
    [
      'more items than all variables together have',
      predicate({ variables: { kinds: ['scale'] }, spread: 'together', minimum: 61 }),
      'There are at most 60 items. Ask for 60 or fewer, or take more cases.',
    ],
  ])('says exactly what is wrong with %s', (_, rule, message) => {
    expect(faults(rule).map((fault) => fault.message)).toEqual([message])
  })

  it('asks for codes to be taken in where there are none', () => {
    const rule = predicate({ measure: 'unit-f1', variables: { codes: ['loss'] } })
    for (const none of [null, { codes: [], given: false }]) {
      expect(faults(rule, 20, none)).toEqual([
        {
          path: 'rule.variables',
          message: 'No codes on segments or events are in scope. Take them in, or choose variables.',
        },
      ])
    }
  })

  it.each<[string, Rule]>([
    ['all cases in a row', predicate({ window: { kind: 'in-a-row', cases: 20 } })],
    ['as many of the last cases as there are', predicate({ window: { kind: 'last', cases: 20 } })],
    [
      'the bias of one case',
      predicate({
        measure: 'bias',
        variables: { kinds: ['scale'] },
        comparator: '<=',
        window: { kind: 'in-a-row', cases: 2 },
      }),
    ],
    [
      'the interval of agreement in one case',
      predicate({ window: { kind: 'in-a-row', cases: 2 }, on: 'lower', threshold: 0.2 }),
    ],
    ['bias of 0', predicate({ measure: 'bias', variables: { kinds: ['scale'] }, comparator: '<=', threshold: 0 })],
    ['as many items of each as the smallest has', predicate({ minimum: 20 })],
    ['all items together', predicate({ variables: { kinds: ['scale'] }, spread: 'together', minimum: 60 })],
    [
      'a lower limit of a coefficient, however high',
      predicate({ measure: 'cohen-kappa', variables: { ids: ['pattern'] }, on: 'lower', threshold: 0.99 }),
    ],
    ['a lower limit that all right reach', predicate({ on: 'lower', threshold: 0.838 })],
    [
      'confusions of classes',
      error({ variables: { ids: ['pattern'] }, error: { kind: 'confusion', reference: 'A', given: null } }),
    ],
    ['distances of durations', error({ variables: { ids: ['crying'] } })],
    ['distances where one of several has scores', error({ variables: { ids: ['pattern', 'coherence'] } })],
    ['classes as they were coded', predicate({ variables: { ids: ['pattern'] }, collapse: 'as-coded' })],
  ])('finds nothing in %s either', (_, rule) => {
    expect(faults(rule)).toEqual([])
  })

  it('takes counts for scores, and kappa of units where borders are given', () => {
    const counts: RuleVariable[] = [{ id: 'count', label: 'Count', kind: 'count' }]
    expect(faultsOfRule(error({}), counts, 20)).toEqual([])
    const kappa = predicate({ measure: 'unit-kappa', variables: { codes: [] } })
    expect(faults(kappa, 20, { ...units, given: true })).toEqual([])
  })

  it('leaves an unknown variable to one fault alone', () => {
    expect(faults(error({ variables: { ids: ['gone'] } })).map(({ path }) => path)).toEqual(['rule.variables.ids'])
    expect(faults(predicate({ variables: { ids: ['gone'] }, minimum: 900 })).map(({ path }) => path)).toEqual([
      'rule.variables.ids',
    ])
    expect(faults(error({ variables: { codes: ['loss'] } })).map(({ path }) => path)).toEqual(['rule.variables'])
  })

  it('cannot know how many coders there will be', () => {
    expect(faults(predicate({ against: 'coders', minimum: 500 }))).toEqual([])
  })

  it('shows faults under the path that the rule was sent under', () => {
    const rule = both(predicate({ threshold: 2 }))
    expect(faultsOfRule(rule, variables, 20, null, 'criterion.rule')[0]?.path).toBe('criterion.rule.all.0.threshold')
  })
})
