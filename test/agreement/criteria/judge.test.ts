import {
  bias,
  type Compared,
  type CriticalError,
  cohenKappa,
  icc,
  type Judged,
  judge,
  krippendorffAlpha,
  percentAgreement,
  pooledKappa,
  type Rule,
  ratingTable,
  type Verdict,
  weightedKappa,
  withinK,
} from '@attune/agreement'
import type { Rule as CriterionRule, Verdict as CriterionVerdict } from '@attune/criteria'
import { verdict as verdictSchema } from '@attune/criteria'
import { describe, expect, expectTypeOf, it } from 'vitest'
import { both, classes, compared, predicate, scores } from './compared.ts'

const abc = ['A', 'B', 'C']
/** Ten cases, eight of them right. */
const tenClasses = classes('class', abc, [
  ['A', 'A'],
  ['A', 'A'],
  ['B', 'B'],
  ['B', 'B'],
  ['C', 'C'],
  ['C', 'C'],
  ['A', 'A'],
  ['B', 'B'],
  ['A', 'B'],
  ['B', 'C'],
])
const sixScores = scores('scale', [
  [4, 5],
  [6, 6],
  [3, 1],
  [2, 2],
  [7, 8],
  [9, 8],
])

/** The one predicate of a verdict. */
function only(verdict: Verdict): Judged {
  if (!('predicate' in verdict)) throw new Error('The verdict is a tree.')
  return verdict
}
const judged = (rule: Rule, held: Compared): Judged => only(judge(rule, held))
const table = ({ items, categories }: typeof sixScores) =>
  ratingTable({
    raters: ['own', 'master'],
    level: 'nominal',
    categories: categories ?? [],
    rows: items.map(({ own, references }) => [own, references[0] ?? null]),
  })
const numbers = (variable: typeof sixScores) =>
  ratingTable({
    raters: ['own', 'master'],
    level: 'interval',
    categories: variable.categories ?? [],
    rows: variable.items.map(({ own, references }) => [own, references[0] ?? null]),
  })

describe('judge', () => {
  it('takes rules and gives verdicts of the criteria schema', () => {
    expectTypeOf<CriterionRule>().toExtend<Rule>()
    expectTypeOf<Verdict>().toExtend<CriterionVerdict>()
    const rule = both(predicate({}), { any: [predicate({ measure: 'cohen-kappa' })] })
    const found = judge(rule, compared([tenClasses]))
    expect(verdictSchema.parse(found)).toEqual(found)
  })

  it('computes shares as the library, with the interval of Wilson', () => {
    const [figure] = judged(predicate({}), compared([tenClasses])).figures
    expect(figure?.estimate).toBeCloseTo(percentAgreement(table(tenClasses)).estimate ?? 0, 14)
    expect(figure).toMatchObject({ n: 10, cases: 10, method: 'Wilson' })
    // scipy.stats.binomtest(8, 10).proportion_ci(method='wilson')
    expect(figure?.lower).toBeCloseTo(0.4901624715366418, 10)
    expect(figure?.upper).toBeCloseTo(0.9433178485456247, 10)
    const [within] = judged(predicate({ measure: 'within-k' }), compared([sixScores])).figures
    const result = withinK(numbers(sixScores), { k: 1 })
    expect(within).toMatchObject({ estimate: result.estimate, lower: result.interval?.lower, n: 6 })
  })

  it.each([
    ['cohen-kappa', cohenKappa(table(tenClasses)), tenClasses],
    ['krippendorff-alpha', krippendorffAlpha(table(tenClasses)), tenClasses],
    ['icc', icc(numbers(sixScores)), sixScores],
    ['weighted-kappa', weightedKappa(numbers(sixScores)), sixScores],
    ['bias', bias(numbers(sixScores)), sixScores],
  ] as const)('gives the %s of the library', (measure, result, variable) => {
    const [figure] = judged(predicate({ measure }), compared([variable])).figures
    expect(figure?.estimate).toBe(result.estimate)
    expect(figure?.n).toBe(result.n)
    if (result.interval !== undefined) expect(figure).toMatchObject({ lower: result.interval.lower })
    expect(figure?.lower).not.toBeNull()
  })

  it('pools kappa where it asks for variables together', () => {
    const other = classes('other', ['x', 'y'], [['x', 'x'], ...Array(9).fill(['y', 'y'])])
    const [figure] = judged(
      predicate({ measure: 'cohen-kappa', spread: 'together' }),
      compared([tenClasses, other]),
    ).figures
    const pooled = pooledKappa([table(tenClasses), table(other)])
    expect(figure).toMatchObject({ estimate: pooled.estimate, lower: pooled.interval?.lower, n: 10 })
    expect(figure?.variable).toBeNull()
  })

  it('has no ICC of several scales together', () => {
    const two = compared([sixScores, { ...sixScores, id: 'more' }])
    const found = judged(predicate({ measure: 'icc', spread: 'together', threshold: 0 }), two)
    expect(found).toMatchObject({ met: false, reason: 'undefined' })
    expect(found.figures[0]?.undefined?.code).toBe('not-determined')
  })

  it('meets a threshold exactly, and by rounding', () => {
    expect(judge(predicate({ threshold: 0.8 }), compared([tenClasses])).met).toBe(true)
    expect(judge(predicate({ threshold: 0.8, comparator: '>' }), compared([tenClasses])).met).toBe(false)
  })

  it('takes what differs by rounding only for equal', () => {
    const cells = (both: number, own: number, master: number, neither: number) => [
      ...Array.from({ length: both }, () => ['A', 'A'] as const),
      ...Array.from({ length: own }, () => ['A', 'B'] as const),
      ...Array.from({ length: master }, () => ['B', 'A'] as const),
      ...Array.from({ length: neither }, () => ['B', 'B'] as const),
    ]
    const held = compared([
      classes('one', ['A', 'B'], cells(1, 1, 1, 5)),
      classes('two', ['A', 'B'], cells(4, 1, 0, 5)),
    ])
    const rule = predicate({ measure: 'cohen-kappa', spread: 'together', threshold: 0.6 })
    // 0.6 on paper.
    expect(judged(rule, held).figures[0]?.estimate).toBe(0.5999999999999999)
    expect(judge(rule, held).met).toBe(true)
    expect(judge({ ...rule, comparator: '>' }, held).met).toBe(false)
    expect(judge({ ...rule, comparator: '<' }, held).met).toBe(false)
    expect(judge({ ...rule, comparator: '<=' }, held).met).toBe(true)
  })

  it('looks at the limit of the interval where it is told to', () => {
    expect(judge(predicate({ on: 'lower', threshold: 0.5 }), compared([tenClasses])).met).toBe(false)
    expect(judge(predicate({ on: 'lower', threshold: 0.49 }), compared([tenClasses])).met).toBe(true)
  })

  it('holds bias without its sign', () => {
    const low = scores('low', [
      [3, 5],
      [4, 5],
      [2, 5],
      [3, 5],
    ])
    const rule = predicate({ measure: 'bias', comparator: '<=', threshold: 1 })
    expect(judged(rule, compared([low])).reason).toBe('missed')
    expect(judge({ ...rule, threshold: 2 }, compared([low])).met).toBe(true)
    // mean -2, sd 0.8165, n 4: t interval -2 ± 1.2992
    expect(judge({ ...rule, threshold: 3.2, on: 'upper' }, compared([low])).met).toBe(false)
    expect(judge({ ...rule, threshold: 3.3, on: 'upper' }, compared([low])).met).toBe(true)
  })

  it('never meets what is undefined', () => {
    const same = classes('same', abc, [
      ['A', 'A'],
      ['A', 'A'],
    ])
    const found = judged(predicate({ measure: 'cohen-kappa', threshold: -1 }), compared([same]))
    expect(found).toMatchObject({ met: false, reason: 'undefined' })
    expect(found.figures[0]).toMatchObject({ estimate: null, undefined: { code: 'no-variation' } })
    const none = judged(predicate({ variables: { kinds: ['scale'] }, threshold: 0 }), compared([same]))
    expect(none).toMatchObject({ met: false, reason: 'undefined' })
    const stranger = judged(predicate({ variables: { ids: ['same', 'gone'] }, threshold: 0 }), compared([same]))
    expect(stranger.met).toBe(false)
  })

  it('has a minimum of items', () => {
    expect(judged(predicate({ minimum: 11 }), compared([tenClasses])).reason).toBe('too-few')
    expect(judge(predicate({ minimum: 10 }), compared([tenClasses])).met).toBe(true)
  })

  it('says of every branch whether it was met', () => {
    const missed = predicate({ threshold: 0.9 })
    const found = judge({ any: [both(predicate({}), missed), predicate({})] }, compared([tenClasses]))
    expect(found).toMatchObject({
      met: true,
      any: [{ met: false, all: [{ met: true }, { met: false }] }, { met: true }],
    })
  })
})

describe('what was left out', () => {
  const right = Array.from({ length: 8 }, (_, at) => [at % 2 === 0 ? 'A' : 'B', at % 2 === 0 ? 'A' : 'B'] as const)
  const handed = classes('class', abc, [...right, [null, 'C'], ['none', 'C']])

  it('does not agree in a share, whether not coded or said to have no value', () => {
    const found = judged(predicate({ threshold: 0.9 }), compared([handed]))
    expect(found).toMatchObject({ met: false, figures: [{ n: 10, estimate: 0.8 }] })
  })

  it.each(['cohen-kappa', 'gwet-ac1', 'krippendorff-alpha'] as const)(
    'keeps %s from being met, and n says so',
    (measure) => {
      const found = judged(predicate({ measure, threshold: 0.5 }), compared([handed]))
      expect(found).toMatchObject({ met: false, reason: 'too-few', figures: [{ n: 8, estimate: 1 }] })
    },
  )

  it('does not count where the reference has no value', () => {
    const found = judged(
      predicate({}),
      compared([
        classes('class', abc, [
          ['A', 'A'],
          ['A', 'none'],
          ['none', 'none'],
          ['B', null],
        ]),
      ]),
    )
    expect(found.figures[0]).toMatchObject({ n: 1, cases: 1, estimate: 1 })
  })

  it('does not count where coder and one of several masters say that there is no value', () => {
    const held = compared([
      classes('class', abc, [
        ['none', 'A', 'none'],
        ['A', 'none', 'B'],
      ]),
    ])
    expect(judged(predicate({}), held).figures[0]).toMatchObject({ n: 1, estimate: 0 })
  })

  it('leaves a total incomplete', () => {
    const held = compared([scores('one', [[5, 5]]), scores('two', [[null, 1]])])
    const rule = predicate({ measure: 'total-within-k', k: 4, spread: 'together' })
    expect(judged(rule, held).figures[0]).toMatchObject({ n: 1, estimate: 0 })
  })
})

describe('references', () => {
  it('of several masters the nearest counts', () => {
    const held = compared([scores('scale', [[5, 8, 6]])])
    expect(judge(predicate({ measure: 'within-k', threshold: 1 }), held).met).toBe(true)
    expect(judged(predicate({ measure: 'bias', comparator: '<=' }), held).figures[0]?.estimate).toBe(-1)
  })

  it('of coders each makes an item', () => {
    const held = compared([scores('scale', [[5, 8, 6, null]])])
    const found = judged(predicate({ measure: 'within-k', against: 'coders' }), held)
    expect(found.figures[0]).toMatchObject({ n: 2, cases: 1, estimate: 0.5 })
  })

  it('agree within the tolerance of the set', () => {
    const held = compared([sixScores], { tolerance: 1 })
    expect(judged(predicate({}), held).figures[0]?.estimate).toBe(withinK(numbers(sixScores), { k: 1 }).estimate)
  })
})

describe('windows', () => {
  const late = classes('class', abc, [
    ['A', 'B'],
    ['A', 'B'],
    ['A', 'A'],
    ['B', 'B'],
    ['C', 'C'],
  ])

  it('look at the last cases', () => {
    expect(judge(predicate({ window: { kind: 'last', cases: 3 }, threshold: 1 }), compared([late])).met).toBe(true)
    expect(judge(predicate({ window: { kind: 'last', cases: 4 }, threshold: 1 }), compared([late])).met).toBe(false)
    expect(judged(predicate({ window: { kind: 'last', cases: 6 }, threshold: 0 }), compared([late])).reason).toBe(
      'too-few',
    )
  })

  it('look for a run, case by case', () => {
    const found = judged(predicate({ window: { kind: 'in-a-row', cases: 3 }, threshold: 1 }), compared([late]))
    expect(found.figures.map(({ label }) => label)).toEqual(['class, case 3', 'class, case 4', 'class, case 5'])
    const longer = judged(predicate({ window: { kind: 'in-a-row', cases: 4 }, threshold: 1 }), compared([late]))
    expect(longer).toMatchObject({ met: false, reason: 'no-such-run' })
  })

  it('ask predicates side by side for the same run', () => {
    const early = classes('early', abc, [
      ['A', 'A'],
      ['B', 'B'],
      ['A', 'A'],
      ['B', 'C'],
      ['B', 'C'],
    ])
    const run = (id: string) =>
      predicate({ variables: { ids: [id] }, window: { kind: 'in-a-row', cases: 3 }, threshold: 1 })
    const held = compared([late, early])
    expect(judge(run('class'), held).met).toBe(true)
    expect(judge(run('early'), held).met).toBe(true)
    expect(judge(both(run('class'), run('early')), held).met).toBe(false)
  })

  it('begin anew after a case that does not pass', () => {
    const broken = classes('class', abc, [
      ['A', 'A'],
      ['A', 'B'],
      ['A', 'A'],
    ])
    const rule = predicate({ window: { kind: 'in-a-row', cases: 2 }, threshold: 1 })
    expect(judged(rule, compared([broken])).reason).toBe('no-such-run')
    expect(judged({ ...rule, window: { kind: 'in-a-row', cases: 4 } }, compared([broken])).reason).toBe('too-few')
  })

  it('pass over a variable that the reference could not rate in a case, but not a case without any', () => {
    const one = scores('one', [
      [5, 5],
      [6, 6],
    ])
    const other = scores('other', [
      [5, 5],
      [6, 'none'],
    ])
    const rule = predicate({ measure: 'within-k', window: { kind: 'in-a-row', cases: 2 }, threshold: 1 })
    expect(judge(rule, compared([one, other])).met).toBe(true)
    expect(judge(rule, compared([other])).met).toBe(false)
  })

  it('have no coefficient of one case', () => {
    const found = judged(
      predicate({ measure: 'cohen-kappa', window: { kind: 'in-a-row', cases: 2 }, threshold: -1 }),
      compared([late]),
    )
    expect(found).toMatchObject({ met: false, reason: 'undefined' })
  })
})

describe('critical errors', () => {
  const none: CriticalError = {
    type: 'no-critical-error',
    against: 'master',
    variables: { ids: [] },
    collapse: 'as-coded',
    window: { kind: 'all' },
    error: { kind: 'confusion', reference: 'C', given: null },
    atMost: 0,
  }

  it('are named, and the confusion asked for is the only one', () => {
    const found = judged(none, compared([tenClasses]))
    expect(found).toMatchObject({ met: false, reason: 'critical-error', figures: [{ estimate: 1, n: 10 }] })
    expect(found.errors).toEqual([{ case: '10', variable: 'class', reference: 'C', given: 'B' }])
    expect(judge({ ...none, atMost: 1 }, compared([tenClasses])).met).toBe(true)
    expect(
      judge({ ...none, error: { kind: 'confusion', reference: 'A', given: null } }, compared([tenClasses])).met,
    ).toBe(true)
  })

  it('are the outcome given, where it is named', () => {
    const given = (one: string): CriticalError => ({
      ...none,
      error: { kind: 'confusion', reference: null, given: one },
    })
    expect(judged(given('A'), compared([tenClasses])).errors).toEqual([
      { case: '9', variable: 'class', reference: 'B', given: 'A' },
    ])
    expect(judge(given('C'), compared([tenClasses])).met).toBe(true)
  })

  it('are scores so many points apart', () => {
    const apart = (points: number): CriticalError => ({ ...none, error: { kind: 'distance', points } })
    expect(judged(apart(2), compared([sixScores])).errors).toHaveLength(1)
    expect(judge(apart(2.5), compared([sixScores])).met).toBe(true)
  })

  it('are not ruled out by what was left out', () => {
    const left = compared([
      classes('class', abc, [
        ['A', 'A'],
        [null, 'C'],
      ]),
    ])
    expect(judged(none, left)).toMatchObject({ met: false, reason: 'too-few' })
  })
})

describe('an interval without width', () => {
  it.each(['cohen-kappa', 'gwet-ac1'] as const)('meets no limit: two perfect items leave %s uncertain', (measure) => {
    const held = compared([
      classes('class', abc, [
        ['A', 'A'],
        ['B', 'B'],
      ]),
    ])
    const rule = predicate({ measure, on: 'lower', threshold: 0.95 })
    expect(judged(rule, held)).toMatchObject({ met: false, reason: 'undefined' })
    expect(judged({ ...rule, on: 'estimate' }, held)).toMatchObject({ met: true })
  })

  it('meets none for a bias either', () => {
    const held = compared([
      scores('scale', [
        [4, 4],
        [6, 6],
      ]),
    ])
    const rule = predicate({ measure: 'bias', on: 'upper', comparator: '<=', threshold: 0.1 })
    expect(judged(rule, held)).toMatchObject({ met: false, reason: 'undefined' })
  })
})
