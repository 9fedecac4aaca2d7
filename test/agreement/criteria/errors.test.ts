import { type CriticalError, type Judged, judge, type Rule, type Verdict } from '@attune/agreement'
import { describe, expect, it } from 'vitest'
import { meets } from '../../../packages/agreement/src/criteria/judge.ts'
import { both, classes, compared, predicate, scores } from './compared.ts'

const abc = ['A', 'B', 'C']
const none: CriticalError = {
  type: 'no-critical-error',
  against: 'master',
  variables: { ids: [] },
  collapse: 'as-coded',
  window: { kind: 'all' },
  error: { kind: 'confusion', reference: null, given: null },
  atMost: 0,
}
const judged = (rule: Rule, held: ReturnType<typeof compared>): Judged => {
  const found: Verdict = judge(rule, held)
  if (!('predicate' in found)) throw new Error('The verdict is a tree.')
  return found
}
const apart = (points: number): CriticalError['error'] => ({ kind: 'distance', points })

describe('critical errors', () => {
  const right = classes('class', abc, [
    ['A', 'A'],
    ['B', 'B'],
  ])

  it('cannot be ruled out in fewer cases than the window asks for', () => {
    const last = (cases: number): CriticalError => ({ ...none, window: { kind: 'last', cases } })
    expect(judged(last(3), compared([right]))).toMatchObject({
      met: false,
      reason: 'too-few',
      figures: [{ estimate: 0, n: 2, cases: 2 }],
      errors: [],
    })
    expect(judged(last(2), compared([right]))).toMatchObject({ met: true, reason: null })
  })

  it('that were made are named, however few the cases are', () => {
    const wrong = classes('class', abc, [
      ['A', 'A'],
      ['A', 'B'],
    ])
    const found = judged({ ...none, window: { kind: 'last', cases: 3 } }, compared([wrong]))
    expect(found).toMatchObject({ met: false, reason: 'critical-error', errors: [{ case: '2' }] })
  })

  it('in cases before the window do not count', () => {
    const early = classes('class', abc, [
      ['A', 'B'],
      ['B', 'B'],
    ])
    const found = judged({ ...none, window: { kind: 'last', cases: 1 } }, compared([early]))
    expect(found).toMatchObject({ met: true, figures: [{ n: 1, cases: 1 }] })
  })

  it('of variables without any value of the reference are undefined, and the figure says why', () => {
    const unrated = classes('class', abc, [['A', 'none']])
    expect(judged(none, compared([unrated]))).toMatchObject({
      met: false,
      reason: 'undefined',
      figures: [
        {
          n: 0,
          estimate: null,
          undefined: { code: 'no-items', message: 'The reference gave no value to compare with.' },
        },
      ],
      errors: [],
    })
  })

  it('of a variable that nobody compared are undefined, although the others are free of them', () => {
    const found = judged({ ...none, variables: { ids: ['class', 'gone'] } }, compared([right]))
    expect(found).toMatchObject({ met: false, reason: 'undefined', figures: [{ estimate: 0, n: 2 }] })
  })

  it('in points are for scores that were given: not for classes, nor for what was left out', () => {
    const years = classes('years', ['1', '9'], [['1', '9']])
    expect(judged({ ...none, error: apart(2) }, compared([years]))).toMatchObject({ met: true, errors: [] })
    const left = scores('scale', [
      ['none', 5],
      [5, 5],
    ])
    expect(judged({ ...none, error: apart(0.5) }, compared([left]))).toMatchObject({
      met: false,
      reason: 'too-few',
      errors: [],
    })
  })

  it('are counted over all variables asked for; the count names one, or lists them all', () => {
    const scale = { ...scores('scale', [[3, 5]]), label: 'Scale' }
    const class_ = { ...right, label: 'Class' }
    const one = judged({ ...none, variables: { ids: ['class'] } }, compared([class_, scale])).figures
    expect(one).toEqual([
      {
        ...{ variable: 'class', label: 'Class', measure: 'no-critical-error', collapse: 'as-coded' },
        ...{ n: 2, cases: 2, estimate: 0, lower: null, upper: null, confidence: 0.95, method: '', undefined: null },
      },
    ])
    const two = judged({ ...none, atMost: 1 }, compared([class_, scale]))
    expect(two).toMatchObject({ met: true, errors: [{ variable: 'scale', reference: '5', given: '3' }] })
    expect(two.figures).toMatchObject([
      { variable: null, label: 'Class, Scale', collapse: null, n: 3, cases: 2, estimate: 1 },
    ])
  })
})

describe('a run without critical errors', () => {
  const late = classes('class', abc, [
    ['A', 'B'],
    ['A', 'A'],
    ['B', 'B'],
    ['C', 'A'],
  ])
  const run = (cases: number): CriticalError => ({ ...none, window: { kind: 'in-a-row', cases } })

  it('is looked for case by case', () => {
    const found = judged(run(2), compared([late]))
    expect(found).toMatchObject({ met: true, reason: null, errors: [] })
    expect(found.figures.map(({ label, estimate, n }) => [label, estimate, n])).toEqual([
      ['class, case 2', 0, 1],
      ['class, case 3', 0, 1],
    ])
  })

  it('that is not there shows all cases with their errors', () => {
    const found = judged(run(3), compared([late]))
    expect(found).toMatchObject({ met: false, reason: 'no-such-run' })
    expect(found.errors.map((error) => error.case)).toEqual(['1', '4'])
    expect(found.figures.map(({ label }) => label)).toEqual([1, 2, 3, 4].map((place) => `class, case ${place}`))
  })

  it('as long as all cases is no want of cases', () => {
    expect(judged(run(4), compared([late])).reason).toBe('no-such-run')
    expect(judged(run(5), compared([late])).reason).toBe('too-few')
  })
})

describe('runs', () => {
  const agreeing = (...places: number[]) =>
    classes(
      'class',
      abc,
      Array.from({ length: 5 }, (_, at) => ['A', places.includes(at + 1) ? 'A' : 'B']),
    )
  const run = (cases: number) => predicate({ window: { kind: 'in-a-row', cases }, threshold: 1 })

  it('from the first case on are shown without what follows', () => {
    const found = judged(run(2), compared([agreeing(1, 2, 3)]))
    expect(found).toMatchObject({ met: true, reason: null, errors: [] })
    expect(found.figures.map(({ label }) => label)).toEqual(['class, case 1', 'class, case 2'])
  })

  it('of different length need not be the same', () => {
    const other = { ...agreeing(4, 5), id: 'other' }
    const rule = both({ ...run(3), variables: { ids: ['class'] } }, { ...run(2), variables: { ids: ['other'] } })
    expect(judge(rule, compared([agreeing(1, 2, 3), other])).met).toBe(true)
    expect(judge(rule, compared([agreeing(1, 2), other])).met).toBe(false)
  })

  it('are missing, not undefined, as soon as one case has a value', () => {
    const unrated = classes('class', abc, [
      ['A', 'none'],
      ['A', 'B'],
    ])
    expect(judged(run(2), compared([unrated])).reason).toBe('no-such-run')
    const never = classes('class', abc, [
      ['A', 'none'],
      ['A', 'none'],
    ])
    expect(judged(run(2), compared([never])).reason).toBe('undefined')
  })
})

describe('the quick way of judging', () => {
  const classOf = (own: string, master: string) => [own, master] as const
  const rows = [classOf('A', 'A'), classOf('C', 'A'), classOf('B', 'B')]
  const orders = [
    [0, 0, 2],
    [1, 0, 2],
    [0, 1, 1],
    [2, 2, 1],
  ]
  it.each([
    ['all cases', none],
    ['the last cases', { ...none, window: { kind: 'last', cases: 2 } }],
    ['a run', { ...none, window: { kind: 'in-a-row', cases: 2 } }],
    ['a run beside a share', both({ ...none, window: { kind: 'in-a-row', cases: 2 } }, predicate({ threshold: 0.6 }))],
  ] as [string, Rule][])('says of critical errors what the thorough one says: %s', (_, rule) => {
    const found = orders.map((order) => {
      const held = compared([
        classes(
          'class',
          abc,
          order.map((place) => rows[place] ?? classOf('A', 'A')),
        ),
      ])
      const { met } = judge(rule, held)
      expect(meets(rule, held)).toBe(met)
      return met
    })
    expect(new Set(found).size).toBe(2)
  })
})
