import { verifyReference } from '@attune/agreement'
import { describe, expect, it } from 'vitest'
import { type Expected, entriesIn, numbersIn } from '../../../packages/agreement/src/verify/guards.ts'

type Fields = { readonly [field: string]: unknown }

function failureOf(measure: string, data: Fields, options: Fields = {}, expected: Fields = { estimate: 9 }) {
  const given = { id: 'one', measure, options, source: 'by hand', data, expected, tolerance: { abs: 1e-9, rel: 0 } }
  return verifyReference([{ name: 'a.json', content: { format: 1, cases: [given] } }]).measures[0]?.failures[0]
}

/** What the library computes for a field, in a case that expects something else. */
function computed(...asked: Parameters<typeof failureOf>): Record<string, Expected | undefined> {
  const { mismatches = [] } = failureOf(...asked) ?? {}
  return Object.fromEntries(mismatches.map(({ field, actual }) => [field, actual]))
}

const noCategory = 'The categories have to be declared, used or not, in their order.'
const noRater = 'At least one rater is needed.'
const notRows = 'The data of the case are not rows of ratings or counts.'

describe('a reference case whose data have another form', () => {
  it.each<[measure: string, data: Fields, refusal: string]>([
    ['kappa_homogeneity', { tables: 7 }, 'Two strata are needed, not 0.'],
    ['kappa_homogeneity', { tables: [7] }, noCategory],
    ['kappa_homogeneity', { tables: [[7]] }, 'Row 1 has 0 counts for 1 categories.'],
    ['pooled_kappa', { tables: 7, categories: ['a'] }, 'No table is given.'],
    ['pooled_kappa', { tables: [7], categories: ['a'] }, notRows],
    ['dawid_skene', { values: 7, categories: ['a'] }, noRater],
    ['dawid_skene', { values: [7], categories: ['a'] }, noRater],
    ['dawid_skene', { values: [['a', 'b']] }, noCategory],
    [
      'dawid_skene',
      { values: [['a', ['a', 'b']]], categories: ['a'] },
      'Item 1, rater coder 2, column 3: "b" is not among a.',
    ],
    ['icc1_unbalanced', { values: 7 }, noRater],
    ['icc1_unbalanced', { values: [7] }, noRater],
    ['gtheory_pxrxo', { values: 7 }, '0 x 0 x 0 persons, raters and occasions: two of each are needed.'],
    ['gtheory_pxrxo', { values: [7] }, '1 x 0 x 0 persons, raters and occasions: two of each are needed.'],
    ['gtheory_pxrxo', { values: [[7]] }, '1 x 1 x 0 persons, raters and occasions: two of each are needed.'],
    ['sample_size_kappa_multicategory', { mrg: 7, k0: 0.4, k1: 0.6 }, 'Two categories are needed.'],
    ['gamma_best_alignment', { type: 'continuum', units: 7 }, noRater],
    [
      'gamma_best_alignment',
      { type: 'continuum', units: [[[1, 'x', 'a']]] },
      'The case has a list without [start, end, category].',
    ],
    [
      'gamma_best_alignment',
      { type: 'continuum', units: [[['x', 2, 'a']]] },
      'The case has a list without [start, end, category].',
    ],
    ['u_alpha_1995', { type: 'units', raters: 2, begin: 0, length: 9, units: 7 }, noCategory],
    ['u_alpha_1995', { type: 'units', raters: 'two', begin: 0, length: 9, units: [] }, noRater],
    ['pk', { masses: 7 }, 'reference has no segment; a text that is not cut is one segment.'],
    ['pk', { masses: [[7]] }, 'hypothesis has no segment; a text that is not cut is one segment.'],
    ['event_kappa', { type: 'events', coder1: [['x', 'a']], coder2: [] }, 'The case has a list without [time, code].'],
    ['event_kappa', { type: 'events', coder1: [[1]], coder2: [] }, 'The case has a list without [time, code].'],
    ['event_kappa', { type: 'events', coder1: [7], coder2: [] }, 'The case has a list without [time, code].'],
    ['event_kappa', { type: 'sessions', sessions: 7 }, 'No part is given to join.'],
    ['fleiss_kappa', { type: 'counts' }, noCategory],
    ['cohen_kappa', { type: 'counts', counts: [[1, 2]] }, noRater],
    ['icc', { values: 7 }, notRows],
    ['icc', {}, noRater],
  ])('is refused in words: %s of %o', (measure, data, refusal) => {
    expect(failureOf(measure, { type: 'any', ...data })?.error).toBe(refusal)
  })

  it('is refused where it asks for what there is not', () => {
    const data = { type: 'ratings', values: [[1, 2, 1]] }
    expect(failureOf('jackknife', data, { of: 'ours' })?.error).toBe('The coefficient ours is not known.')
    expect(
      failureOf('compare_dependent', data, { coefficient: 'conger', raters1: [0, 9], raters2: [0, 1] })?.error,
    ).toBe('Rater rater 10 is not among rater 1, rater 2, rater 3.')
  })
})

describe('the entries of a field', () => {
  it('are those of a list, none of anything else', () => {
    expect([7, null, undefined, 'ab', { 0: 1 }].map(entriesIn)).toEqual([[], [], [], [], []])
    expect(entriesIn([1, null])).toEqual([1, null])
    expect(numbersIn(['2', 3, 'x'])).toEqual([2, 3, Number.NaN])
  })
})

describe('a reference case that leaves something open', () => {
  const values = [
    [1, 2, 4],
    [2, 3, 4],
    [4, 4, 6],
    [1, 1, 3],
  ]
  const scores = { type: 'ratings', values }

  it('compares any coefficient by its own name, and each with the raters it names', () => {
    const fields = { estimate: 9, t: 9, df: 9, p: 9 }
    const pairs = { raters1: [0, 1], raters2: [0, 2] }
    const by = (coefficient: string, options: Fields) =>
      computed('compare_dependent', scores, { coefficient, ...options }, fields)
    expect(by('conger', pairs)).toEqual(by('conger-kappa', pairs))
    expect(by('gwet', pairs)).toEqual(by('gwet-ac1', pairs))
    expect(by('gwet', pairs)).not.toEqual(by('conger', pairs))
    const turned = by('conger', { raters1: [0, 2], raters2: [0, 1] })
    expect(turned.estimate).toBeCloseTo(-Number(by('conger', pairs).estimate), 12)
    expect(turned.p).toBe(by('conger', pairs).p)
    expect(by('conger', { raters2: [0, 1] }).estimate).toBeNull()
  })

  it('plans only for numbers of raters', () => {
    const plan = (d_study: unknown) => computed('gtheory_pxr', scores, { d_study }, { vp: 9, Phi_2: 9, Erho2_2: 9 })
    expect(plan(['x', 2])).toEqual(plan([2]))
    expect(plan([2]).Phi_2).toBeLessThan(Number(plan([2]).Erho2_2))
    expect(plan(4)).toMatchObject({ vp: plan([2]).vp, Phi_2: undefined })
  })

  it('takes the usual settings where it names none', () => {
    const finn = (options: Fields) => computed('finn', scores, options).estimate
    expect(finn({ levels: 4 })).toBe(finn({ levels: 4, model: 'oneway' }))
    expect(finn({ levels: 4, model: 'twoway' })).not.toBe(finn({ levels: 4 }))
    expect(finn({ levels: 7 })).not.toBe(finn({ levels: 4 }))
    const sem = (options: Fields) => computed('sem', scores, options).estimate
    expect(sem({})).toBe(sem({ type: 'agreement' }))
    expect(sem({ type: 'consistency' })).not.toBe(sem({}))
  })

  it('weighs what is not aligned as it says', () => {
    const units = [
      [[1, 3, 'a']],
      [
        [1, 4, 'a'],
        [6, 8, 'b'],
      ],
    ]
    const gamma = (options: Fields) =>
      computed('gamma', { type: 'continuum', units }, { samples: 3, seed: 1, ...options }, { estimate: 9, observed: 9 })
    expect(gamma({})).toEqual(gamma({ delta_empty: 1 }))
    // Every dissimilarity is a multiple of it, so that chance grows alike.
    expect(gamma({ delta_empty: 2 }).observed).toBeCloseTo(2 * Number(gamma({}).observed), 12)
    expect(gamma({ delta_empty: 2 }).estimate).toBeCloseTo(Number(gamma({}).estimate), 12)
    expect(gamma({ alpha: 2 }).observed).not.toBe(gamma({}).observed)
  })

  it('reads the readings of a coder one after the other, and gaps where there are fewer', () => {
    const model = (values: unknown) =>
      computed('dawid_skene', { type: 'any', categories: ['1', '2'], values }, {}, { prevalence: [9, 9], loglik: 9 })
    const readings = [
      [[1, 1], 1],
      [[2, 2], 2],
      [[1], 1],
      [[2, 1], 2],
      [2, 2],
    ]
    const filled = readings.map(([first, second]) => [Array.isArray(first) ? first : [first, null], second])
    expect(Number(model(readings).loglik)).toBeLessThan(0)
    expect(model(readings)).toEqual(model(filled))
    expect(model(readings)).not.toEqual(model(readings.map(([first, second]) => [[first].flat().slice(0, 1), second])))
  })
})
