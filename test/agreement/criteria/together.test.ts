import {
  bias,
  cohenKappa,
  type Figure,
  gwetAc1,
  icc,
  type Judged,
  jackknife,
  judge,
  plainCompared,
  pooledKappa,
  type RulePredicate,
  ratingTable,
  spanF1,
  unitTableFromSpans,
  weightedKappa,
} from '@attune/agreement'
import { describe, expect, it } from 'vitest'
import { meets } from '../../../packages/agreement/src/criteria/judge.ts'
import { classes, compared, predicate, scores } from './compared.ts'

const judged = (change: Partial<RulePredicate>, held: ReturnType<typeof compared>): Judged => {
  const found = judge(predicate(change), held)
  if (!('predicate' in found)) throw new Error('One predicate has one verdict.')
  return found
}
const figure = (change: Partial<RulePredicate>, held: ReturnType<typeof compared>): Figure => {
  const [first] = judged(change, held).figures
  if (first === undefined) throw new Error('A predicate has a figure.')
  return first
}

const one = {
  ...scores('one', [
    [3, 4],
    [5, 5],
    [2, 6],
    [7, 8],
  ]),
  label: 'One',
}
const two = {
  ...scores('two', [
    [4, 3],
    [1, 1],
    [6, 2],
    [9, 9],
  ]),
  label: 'Two',
}
const raters = ['own', 'reference']
const numbers = (variable: typeof one) =>
  ratingTable({
    raters,
    level: 'interval',
    categories: variable.categories ?? [],
    rows: variable.items.map(({ own, references }) => [own, references[0] ?? null]),
  })

describe('totals', () => {
  const total = (k: number, held: ReturnType<typeof compared>, more: Partial<RulePredicate> = {}) =>
    figure({ measure: 'total-within-k', k, spread: 'together', ...more }, held)

  it('are sums over the scales of a case, on either side', () => {
    // 7 and 7, 6 and 6, 8 and 8, 16 and 17.
    const held = compared([one, two])
    expect([total(0, held), total(1, held)]).toMatchObject([
      { estimate: 0.75, n: 4, cases: 4, method: 'Wilson', label: 'One, Two', variable: null },
      { estimate: 1, n: 4 },
    ])
    expect(total(0, compared([one]))).toMatchObject({ estimate: 0.25, label: 'One', variable: 'one' })
  })

  it('of which a part is missing are near nothing', () => {
    const held = compared([
      scores('one', [
        [null, 3],
        [4, 4],
      ]),
      scores('two', [
        [5, 2],
        [4, 4],
      ]),
    ])
    expect(total(1, held)).toMatchObject({ estimate: 0.5, n: 2 })
  })

  it('are apart for each coder who is a reference', () => {
    const held = compared([scores('one', [[3, 3, 9]]), scores('two', [[3, 3, 1]])])
    expect(total(0, held, { against: 'coders' })).toMatchObject({ estimate: 0.5, n: 2, cases: 1 })
    expect(total(4, held, { against: 'coders' })).toMatchObject({ estimate: 1, n: 2 })
  })
})

describe('coefficients at a confidence', () => {
  const kinds = classes(
    'class',
    ['A', 'B'],
    [
      ['A', 'A'],
      ['B', 'B'],
      ['A', 'B'],
      ['B', 'B'],
      ['A', 'A'],
      ['B', 'A'],
    ],
  )
  const table = ratingTable({
    raters,
    level: 'nominal',
    categories: ['A', 'B'],
    rows: kinds.items.map(({ own, references }) => [own, references[0] ?? null]),
  })
  const other = { ...kinds, id: 'other', items: [...kinds.items].reverse() }
  const confidence = 0.8
  it.each([
    ['cohen-kappa', cohenKappa(table, { confidence }), kinds],
    ['gwet-ac1', gwetAc1(table, { confidence, missing: 'listwise' }), kinds],
    ['krippendorff-alpha', jackknife('krippendorff-alpha', table, { confidence, metric: 'nominal' }), kinds],
    ['weighted-kappa', weightedKappa(numbers(one), { confidence }), one],
    ['icc', icc(numbers(one), { form: 'ICC(A,1)', confidence }), one],
    ['bias', bias(numbers(one), { confidence }), one],
  ] as const)('have its interval: %s', (measure, expected, variable) => {
    expect(figure({ measure, confidence }, compared([variable]))).toMatchObject({
      estimate: expected.estimate,
      lower: expected.interval?.lower,
      upper: expected.interval?.upper,
      method: expected.interval?.method,
      confidence,
    })
  })

  it('pool variables with the same items as such, and others as their own', () => {
    const weights = 'quadratic'
    const pooled = (items: 'same' | 'own', ...of: (typeof one)[]) =>
      pooledKappa(of.map(numbers), { items, weights, confidence }).interval?.lower
    const asked = { measure: 'weighted-kappa', spread: 'together', confidence } as const
    expect(figure(asked, compared([one, two])).lower).toBe(pooled('same', one, two))
    const turned = { ...two, items: [...two.items].reverse() }
    expect(figure(asked, compared([one, turned])).lower).toBe(pooled('own', one, turned))
    expect(pooled('own', one, two)).not.toBe(pooled('same', one, two))
    const nominal = { measure: 'cohen-kappa', spread: 'together', confidence } as const
    expect(figure(nominal, compared([kinds, { ...kinds, id: 'other' }])).lower).toBe(
      pooledKappa([table, table], { items: 'same', weights: 'identity', confidence }).interval?.lower,
    )
    expect(figure(nominal, compared([kinds, other])).n).toBeGreaterThan(0)
  })

  it('of scores together are one list of differences', () => {
    const rows = [one, two].flatMap(({ items }) =>
      items.map(({ own, references }) => [Number(own), Number(references[0])]),
    )
    const expected = bias(ratingTable({ raters, level: 'interval', rows }), { confidence })
    expect(figure({ measure: 'bias', spread: 'together', confidence }, compared([one, two]))).toMatchObject({
      estimate: expected.estimate,
      lower: expected.interval?.lower,
      n: 8,
    })
  })
})

describe('a predicate', () => {
  it('without anything to look at says so', () => {
    for (const window of [{ kind: 'all' }, { kind: 'in-a-row', cases: 1 }] as const) {
      const held = compared([one])
      const found = judged({ variables: { kinds: ['presence'] }, window, measure: 'bias', comparator: '<=' }, held)
      expect(found).toMatchObject({ met: false, reason: 'undefined' })
      expect(found.figures[0]).toMatchObject({
        ...{ measure: 'bias', confidence: 0.95, collapse: 'as-coded', cases: 0, n: 0, variable: null },
        undefined: {
          code: 'no-items',
          message: 'Nothing that was compared is of the kind that the rule asks about.',
        },
      })
      expect(meets(predicate({ variables: { kinds: ['presence'] }, window }), held)).toBe(false)
    }
  })

  it('on variables of which one misses it is missed, and names the worst reason', () => {
    const unrated = scores('unrated', [[3, 'none']])
    expect(judged({ threshold: 0.9 }, compared([one, two]))).toMatchObject({ met: false, reason: 'missed' })
    expect(judged({ threshold: 0 }, compared([one, unrated]))).toMatchObject({ met: false, reason: 'undefined' })
    expect(judged({ threshold: 0.9, minimum: 5 }, compared([one]))).toMatchObject({ met: false, reason: 'too-few' })
  })

  it('on more cases than there are is undefined where it is, else too few', () => {
    const window = { kind: 'last', cases: 9 } as const
    expect(judged({ window, threshold: 0 }, compared([one]))).toMatchObject({ met: false, reason: 'too-few' })
    const unrated = compared([scores('unrated', [[3, 'none']])])
    expect(judged({ window, threshold: 0 }, unrated)).toMatchObject({ met: false, reason: 'undefined' })
  })

  it('says that one case by itself has no coefficient', () => {
    const found = judged({ measure: 'icc', window: { kind: 'in-a-row', cases: 1 } }, compared([one]))
    expect(found.figures[0]?.undefined).toEqual({
      code: 'not-determined',
      message: 'One case by itself does not determine icc.',
    })
  })

  it('names the collapse that all of its variables have, else none', () => {
    const under = (id: string, collapse: string | null) => ({ ...classes(id, ['A', 'B'], [['A', 'A']]), collapse })
    const of = (...collapses: (string | null)[]) =>
      figure({ spread: 'together' }, compared(collapses.map((collapse, at) => under(`v${at}`, collapse)))).collapse
    expect([of('x'), of(null), of('x', 'x'), of('x', 'y'), of(null, null), of('x', null)]).toEqual([
      ...['x', null, 'x', null, null, 'x'],
    ])
  })

  it('counts cases of a coefficient by the items that were answered, of a bias too', () => {
    const left = scores('scale', [
      [4, 5],
      [null, 5],
      [6, 6],
    ])
    for (const measure of ['icc', 'bias'] as const) {
      const found = judged({ measure, comparator: '<=', threshold: 5 }, compared([left]))
      expect(found).toMatchObject({ met: false, reason: 'too-few', figures: [{ cases: 2, n: 2 }] })
    }
    expect(figure({ measure: 'within-k' }, compared([left]))).toMatchObject({ cases: 3, n: 3 })
    const undefinedOf = (own: number | null, master: number | 'none') =>
      figure({ measure: 'bias' }, compared([scores('scale', [[own, master]])])).undefined
    expect(undefinedOf(null, 5)).toEqual({ code: 'no-items', message: 'No item was scored by both raters.' })
    expect(undefinedOf(5, 'none')).toEqual({
      code: 'no-items',
      message: 'The reference gave no value to compare with.',
    })
    expect(figure({}, compared([scores('scale', [[5, 'none']])])).undefined).toEqual(undefinedOf(5, 'none'))
  })
})

describe('annotations', () => {
  const codes = ['a', 'b'].map((id) => ({ id, label: id.toUpperCase() }))
  const unit = (code: string, start: number, end: number) => ({ code, start, end })
  const record = (id: string, own: ReturnType<typeof unit>[] | null, reference: ReturnType<typeof unit>[]) =>
    ({ case: id, unit: 'segment', own, reference, given: null }) as const
  const held = (...units: NonNullable<Parameters<typeof plainCompared>[0]['units']>[number][]) =>
    plainCompared({ cases: ['1', '2', '3'], variables: [], codes, units, overlap: 0.9 })
  const shifted = [
    record('1', [unit('a', 0, 10)], [unit('a', 0, 10)]),
    record('2', [unit('a', 0, 10), unit('b', 20, 30)], [unit('a', 1, 11), unit('b', 20, 30)]),
    record('3', [unit('b', 0, 10)], [unit('a', 0, 10)]),
  ]

  it('match by the overlap and at the confidence that was asked for', () => {
    const table = (of: typeof shifted) =>
      of.map(({ own, reference }) =>
        unitTableFromSpans({
          raters,
          categories: ['a', 'b'],
          spans: [own ?? [], reference].map((all) => all.map(({ code, start, end }) => [start, end, code] as const)),
        }),
      )
    const found = figure({ measure: 'unit-f1', variables: { codes: [] }, spread: 'together' }, held(...shifted))
    expect(found).toMatchObject({ estimate: 4 / 8, label: 'A, B', cases: 3, variable: null })
    const [alone] = table(shifted.slice(1, 2))
    const last = figure(
      { measure: 'unit-f1', variables: { codes: [] }, spread: 'together', window: { kind: 'in-a-row', cases: 1 } },
      held(...shifted.slice(1, 2)),
    )
    expect(last).toMatchObject({ undefined: { message: 'One case by itself does not determine unit-f1.' } })
    expect(alone && spanF1(alone, { overlap: 0.9 }).estimate).toBe(0.5)
    const window = { kind: 'last', cases: 2 } as const
    const two: Partial<RulePredicate> = { measure: 'unit-f1', variables: { codes: [] }, spread: 'together', window }
    expect(figure(two, held(...shifted))).toMatchObject({ estimate: 2 / 6, cases: 2 })
  })

  it('that cannot be compared say why', () => {
    const asked = (measure: 'unit-f1' | 'unit-kappa', ...of: Parameters<typeof held>) =>
      figure({ measure, variables: { codes: ['a'] } }, held(...of)).undefined
    expect(asked('unit-f1', record('1', [unit('b', 0, 1)], []))).toEqual({
      code: 'no-items',
      message: 'Neither set an annotation with these codes.',
    })
    const event = { ...record('1', [unit('a', 0, 1)], []), unit: 'event' } as const
    expect(asked('unit-f1', event, record('2', [unit('a', 0, 1)], []))?.message).toBe(
      'Segments and events are matched in different ways; ask for their codes one by one.',
    )
    const borders = { code: 'not-determined', message: 'Kappa of units needs borders that were given.' }
    const units = [unit('a', 0, 1)]
    const given = { ...record('1', units, units), given: [{ start: 0, end: 1 }] }
    expect(asked('unit-kappa', given, record('2', units, units))).toEqual(borders)
    expect(asked('unit-kappa', { ...given, given: [] })).toEqual(borders)
    expect(asked('unit-kappa', { ...given, own: null })).toEqual(borders)
  })

  it('on given borders have kappa at the confidence that was asked for', () => {
    const given = Array.from({ length: 6 }, (_, at) => ({ start: at, end: at + 1 }))
    const set = (...places: number[]) => places.map((at) => unit('a', at, at + 1))
    const all = { ...record('1', set(0, 1, 2), set(0, 1, 4)), given }
    const row = (at: number) =>
      [
        [0, 1, 2],
        [0, 1, 4],
      ].map((own) => (own.includes(at) ? 'present' : 'absent'))
    const table = ratingTable({
      raters,
      level: 'nominal',
      categories: ['absent', 'present'],
      rows: given.map((_, at) => row(at)),
    })
    const expected = cohenKappa(table, { confidence: 0.8 })
    const asked: Partial<RulePredicate> = { measure: 'unit-kappa', confidence: 0.8, variables: { codes: ['a'] } }
    expect(figure(asked, held(all))).toMatchObject({ estimate: expected.estimate, lower: expected.interval?.lower })
    const pooled = pooledKappa([table, table], { confidence: 0.8 })
    const twice = (units: readonly ReturnType<typeof unit>[]) => [
      ...units,
      ...units.map((one) => ({ ...one, code: 'b' })),
    ]
    const both = { ...all, own: twice(set(0, 1, 2)), reference: twice(set(0, 1, 4)) }
    const together: Partial<RulePredicate> = { ...asked, variables: { codes: ['a', 'b'] }, spread: 'together' }
    expect(figure(together, held(both))).toMatchObject({ estimate: pooled.estimate, lower: pooled.interval?.lower })
  })
})
