import type { Rule } from '@attune/criteria'
import { describe, expect, it } from 'vitest'
import {
  addAt,
  asGroup,
  changeAt,
  moveAt,
  moved,
  namedPath,
  newCondition,
  newCriticalError,
  withMeasure,
} from '../../../../web/src/training/criterion/rule-edit.ts'
import { icc, kappa } from './sample.ts'

const error = newCriticalError()
const rule: Rule = { all: [kappa, { any: [icc, error] }] }

describe('editing a rule', () => {
  it('changes, adds, moves and removes a part where it stands and nothing else', () => {
    expect(changeAt(rule, [1, 0], () => kappa)).toEqual({ all: [kappa, { any: [kappa, error] }] })
    expect(addAt(rule, [1], kappa)).toEqual({ all: [kappa, { any: [icc, error, kappa] }] })
    expect(addAt(rule, [], error)).toEqual({ all: [kappa, { any: [icc, error] }, error] })
    expect(moveAt(rule, [1, 0], 1)).toEqual({ all: [kappa, { any: [error, icc] }] })
    expect(moveAt(rule, [0], -1)).toEqual(rule)
    expect(changeAt(rule, [0], () => null)).toEqual({ all: [{ any: [icc, error] }] })
    expect(rule).toEqual({ all: [kappa, { any: [icc, error] }] })
  })

  it('takes an empty group away with its last condition', () => {
    const single: Rule = { all: [kappa, { any: [icc] }] }
    expect(changeAt(single, [1, 0], () => null)).toEqual({ all: [kappa] })
    expect(changeAt({ all: [kappa] }, [0], () => null)).toBeNull()
  })

  it('names a part as the server names it', () => {
    expect(namedPath(rule, [1, 0])).toBe('.all.1.any.0')
    expect(namedPath(asGroup(kappa), [0])).toBe('.all.0')
  })

  it('moves an item within its list only', () => {
    expect(moved(['a', 'b', 'c'], 2, -1)).toEqual(['a', 'c', 'b'])
    expect(moved(['a', 'b', 'c'], 0, -1)).toEqual(['a', 'b', 'c'])
    expect(moved(['a', 'b', 'c'], 2, 1)).toEqual(['a', 'b', 'c'])
  })
})

describe('another measure', () => {
  it('asks of the variables it suits, in its own direction and with its usual threshold', () => {
    expect(withMeasure(kappa, 'icc')).toMatchObject({ variables: { kinds: ['scale'] }, spread: 'each', threshold: 0.6 })
    expect(withMeasure({ ...kappa, on: 'lower' }, 'bias')).toMatchObject({
      comparator: '<=',
      on: 'upper',
      threshold: 0.5,
    })
    expect(withMeasure(kappa, 'unit-f1')).toMatchObject({ variables: { codes: [] } })
    expect(withMeasure(kappa, 'within-k')).toMatchObject({ threshold: 0.8, comparator: '>=' })
    expect(withMeasure(newCondition('unit-kappa'), 'cohen-kappa')).toMatchObject({
      variables: { kinds: ['classification'] },
    })
  })

  it('keeps neither "together" nor a run of cases where it has no value for them', () => {
    const shares = withMeasure(
      { ...kappa, spread: 'together', window: { kind: 'in-a-row', cases: 3 } },
      'percent-agreement',
    )
    expect(shares).toMatchObject({ spread: 'together', window: { kind: 'in-a-row' } })
    expect(withMeasure(shares, 'gwet-ac1')).toMatchObject({ spread: 'each', window: { kind: 'all' } })
  })
})
