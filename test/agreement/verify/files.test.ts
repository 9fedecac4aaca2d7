import { type ReferenceFile, verifyReference } from '@attune/agreement'
import { describe, expect, it } from 'vitest'
import { compareFields } from '../../../packages/agreement/src/verify/compare.ts'
import {
  detailsOf,
  type Expected,
  isCategory,
  isCell,
  isCount,
  isFields,
  isList,
  partsIn,
} from '../../../packages/agreement/src/verify/guards.ts'
import { type ReferenceCase, readReference } from '../../../packages/agreement/src/verify/reference.ts'

/** Cohen's kappa of 20, 5, 10 and 15 items: (0.7 - 0.5) / (1 - 0.5). */
const small = {
  id: 'small',
  measure: 'cohen_kappa',
  options: {},
  source: 'by hand',
  data: {
    type: 'table',
    counts: [
      [20, 5],
      [10, 15],
    ],
  } as unknown,
  expected: { estimate: 0.4 } as unknown,
  tolerance: { abs: 1e-9, rel: 0 } as unknown,
}
const fileOf = (...cases: unknown[]): ReferenceFile => ({ name: 'a.json', content: { format: 1, cases } })
const read = (change: object) => () => readReference(fileOf({ ...small, ...change }))

describe('a reference file that is not in the format', () => {
  it('is refused with the place of the fault', () => {
    const file = (content: unknown) => () => readReference({ name: 'a.json', content })
    for (const content of [null, 7, 'x', [], undefined]) expect(file(content)).toThrow('a.json is not an object.')
    expect(file({ format: 2, cases: [] })).toThrow('a.json is not a reference file of format 1.')
    expect(file({ format: 1 })).toThrow('a.json has no list of cases.')
    expect(file({ format: 1, cases: {} })).toThrow('a.json has no list of cases.')
    expect(file({ format: 1, cases: [], datasets: 3 })).toThrow('a.json: datasets is not an object.')
    expect(file({ format: 1, cases: [small, null] })).toThrow('a.json: case 2 is not an object.')
    expect(file({ format: 1, cases: [small, { ...small, id: 3 }] })).toThrow('a.json: the id of case 2 is not text.')
  })

  it('is refused with case and field', () => {
    expect(read({ measure: 1 })).toThrow('small: measure is not text.')
    expect(read({ source: null })).toThrow('small: source is not text.')
    expect(read({ options: null })).toThrow('small: options is not an object.')
    expect(read({ data: 'x' })).toThrow('small: data is not an object.')
    expect(read({ data: {} })).toThrow('small: data.type is not text.')
    expect(read({ data: { dataset: 4 } })).toThrow('small: dataset is not text.')
    expect(read({ data: { dataset: 'unknown' } })).toThrow('small: data is not an object.')
    expect(read({ expected: [] })).toThrow('small: expected is not an object.')
    expect(read({ tolerance: null })).toThrow('small: tolerance is not an object.')
    expect(read({ tolerance: { abs: '1', rel: 0 } })).toThrow('small: abs is not a number.')
    expect(read({ tolerance: { abs: 1, rel: null } })).toThrow('small: rel is not a number.')
    const notPlain = 'small: options.x is not plain data.'
    expect(read({ options: { x: undefined } })).toThrow(notPlain)
    expect(read({ options: { x: [1, undefined] } })).toThrow(notPlain)
    expect(read({ options: { x: { y: 1, z: undefined } } })).toThrow(notPlain)
    expect(read({ expected: { x: () => 1 } })).toThrow('small: expected.x is not plain data.')
    expect(read({ options: { a: 1, b: 'x', c: true, d: null, e: [1, [2]], f: { g: 1 } } })).not.toThrow()
  })

  it('may keep data sets that several cases share', () => {
    const shared = { ...small, data: { dataset: 'ours' } }
    const file = { name: 'a.json', content: { format: 1, datasets: { ours: small.data }, cases: [shared] } }
    expect(readReference(file)[0]?.data).toEqual(small.data)
    expect(verifyReference([file])).toMatchObject({ cases: 1, passed: 1 })
  })
})

describe('compareFields', () => {
  const given = (expected: Record<string, Expected>, tolerance = { abs: 0.1, rel: 0 }): ReferenceCase => {
    const [read] = readReference(fileOf({ ...small, expected, tolerance }))
    if (read === undefined) throw new Error('The case is there.')
    return read
  }

  it('takes a number up to the tolerance, absolute or relative, whichever is wider', () => {
    expect(compareFields(given({ x: 1 }), { x: 1.0625 })).toEqual({
      mismatches: [],
      worst: 0.0625,
      worstShare: 0.625,
    })
    expect(compareFields(given({ x: 1 }, { abs: 0.125, rel: 0 }), { x: 1.125 }).mismatches).toEqual([])
    expect(compareFields(given({ x: 1 }), { x: 1.25 })).toEqual({
      mismatches: [{ field: 'x', expected: 1, actual: 1.25 }],
      worst: 0.25,
      worstShare: 2.5,
    })
    const large = compareFields(given({ x: -8 }, { abs: 0, rel: 0.25 }), { x: -9 })
    expect(large).toEqual({ mismatches: [], worst: 0.125, worstShare: 0.5 })
    expect(compareFields(given({ x: 1 }), { x: Number.NaN }).mismatches).toHaveLength(1)
  })

  it('allows nothing where the tolerance is 0', () => {
    const exact = { abs: 0, rel: 0 }
    expect(compareFields(given({ x: 1 }, exact), { x: 1 })).toEqual({ mismatches: [], worst: 0, worstShare: 0 })
    expect(compareFields(given({ x: 1 }, exact), { x: 1.5 })).toMatchObject({ worstShare: Number.MAX_VALUE })
  })

  it('keeps the worst of several', () => {
    expect(compareFields(given({ x: 1, y: 1, z: 1 }), { x: 1, y: 1.0625, z: 1.03125 })).toMatchObject({
      worst: 0.0625,
      worstShare: 0.625,
    })
  })

  it('compares parts by name, but not the wording of a method', () => {
    const expected = { ci: { lo: 1, hi: null, method: 'theirs' }, list: [1, 2], text: 'a', yes: true }
    const actual = { ci: { lo: 1, method: 'ours' }, list: [1, 2], text: 'a', yes: true, more: 3 }
    expect(compareFields(given(expected), actual).mismatches).toEqual([])
    const other = { ci: { lo: 2, hi: 3 }, list: [1], text: 'b', yes: false }
    expect(compareFields(given(expected), other).mismatches.map(({ field }) => field)).toEqual([
      'ci.lo',
      'ci.hi',
      'list.1',
      'text',
      'yes',
    ])
    expect(compareFields(given({ ci: { lo: 1 } }), { ci: undefined }).mismatches).toEqual([
      { field: 'ci', expected: { lo: 1 }, actual: undefined },
    ])
    expect(compareFields(given({ ci: { lo: 1 } }), { ci: null }).mismatches).toHaveLength(1)
    expect(compareFields(given({ ci: { lo: 1 } }), { ci: 1 }).mismatches).toHaveLength(1)
    expect(compareFields(given({ x: 1 }), { x: '1' }).mismatches).toHaveLength(1)
    expect(compareFields(given({ x: '1' }), { x: 1 }).mismatches).toHaveLength(1)
  })

  it('takes what is absent for undefined, but not the estimate', () => {
    expect(compareFields(given({ se: null }), {}).mismatches).toEqual([])
    expect(compareFields(given({ estimate: null }), { estimate: null }).mismatches).toEqual([])
    expect(compareFields(given({ estimate: null }), {}).mismatches).toHaveLength(1)
  })
})

describe('verifyReference', () => {
  it('gathers the cases of a measure from all files', () => {
    const wrong = { ...small, id: 'wrong', expected: { estimate: 0.5 } }
    const unknown = { ...small, measure: 'toString' }
    const report = verifyReference([fileOf(small, wrong), fileOf(small, unknown), { ...fileOf(), name: 'b.json' }])
    expect(report).toMatchObject({ cases: 4, passed: 2, failed: 1, unsupported: 1 })
    expect(report.measures).toMatchObject([
      { measure: 'cohen_kappa', cases: 3, passed: 2, worst: expect.closeTo(0.1, 12), failures: [{ case: 'wrong' }] },
      { measure: 'toString', cases: 1, passed: 0, worst: 0, worstShare: 0, unsupported: ['small'], failures: [] },
    ])
  })

  it('says what a case asks for that is not known, or what its data lack', () => {
    const refused = (change: object): string | undefined =>
      verifyReference([fileOf({ ...small, ...change })]).measures[0]?.failures[0]?.error
    expect(refused({ measure: 'weighted_kappa', options: { weights: 'cubic' } })).toBe(
      'The weights "cubic" are not known.',
    )
    expect(refused({ measure: 'weighted_kappa', options: { weights: [[1, 'x']] } })).toContain('are not known.')
    expect(refused({ measure: 'weighted_kappa', options: { weights: [1, 2] } })).toContain('are not known.')
    expect(refused({ measure: 'weighted_kappa', options: { weights: 7 } })).toBe('The weights 7 are not known.')
    expect(refused({ measure: 'krippendorff_alpha', options: { metric: 'cubic' } })).toBe(
      'The metric cubic is not known.',
    )
    expect(refused({ measure: 'benchmark_membership', options: { scale: 'ours' } })).toBe('The rule ours is not known.')
    const ratings = {
      type: 'ratings',
      values: [
        ['a', 'a'],
        ['b', 'b'],
      ],
    }
    expect(refused({ measure: 'kappa_vs_master', options: { master: 0, coder: 5 }, data: ratings })).toBe(
      'There is no coder 5.',
    )
    const two = (units: unknown) => ({ type: 'units', raters: 2, begin: 0, length: 9, units })
    expect(refused({ measure: 'u_alpha_2016', options: { variant: 'x' }, data: two([]) })).toBe(
      'The variant x is not known.',
    )
    expect(refused({ measure: 'u_alpha_1995', data: two([{ rater: 0, start: 1, length: 2 }]) })).toBe(
      'The case has a unit without category.',
    )
    expect(refused({ measure: 'u_alpha_1995', data: two([7]) })).toBe('The case has a unit without category.')
    const text = { type: 'segmentation', masses: [[2, 3], ['x']] }
    expect(refused({ measure: 'pk', data: text })).toBe('The case has a list without lengths of segments.')
    expect(refused({ measure: 'pk', data: { ...text, masses: [[2, 3], 5] } })).toBe(
      'The case has a list without lengths of segments.',
    )
    for (const data of [
      {
        type: 'table',
        counts: [
          [1, 'x'],
          [2, 3],
        ],
      },
      { type: 'table', counts: [3, 4] },
      { type: 'ratings', categories: ['a'], values: [['a', [1]]] },
      { type: 'ratings', values: 'a' },
    ]) {
      expect(refused({ data })).toBe('The data of the case are not rows of ratings or counts.')
    }
    expect(refused({ data: { type: 'table' } })).toContain('have to be declared')
    const span = { type: 'continuum', units: [[[1, 2, 'a']], [[1, 2]]] }
    expect(refused({ measure: 'gamma_best_alignment', data: span })).toBe(
      'The case has a list without [start, end, category].',
    )
  })

  it('takes ratings as they are shown where no categories are declared, in order', () => {
    const values = [
      [10, 10],
      [9, 2],
      [2, 2],
      [null, 9],
    ]
    const data = { type: 'ratings', values }
    const linear = { ...small, measure: 'weighted_kappa', options: { weights: 'linear' }, data }
    const declared = { ...linear, data: { ...data, categories: [2, 9, 10] } }
    const scored = {
      ...linear,
      options: { weights: 'linear', scores: [2, 9, 10] },
      data: { ...data, categories: ['2', '9', '10'] },
    }
    const estimateOf = (given: object) =>
      verifyReference([fileOf({ ...given, expected: { estimate: 9 } })]).measures[0]?.failures[0]?.mismatches[0]?.actual
    expect(typeof estimateOf(linear)).toBe('number')
    expect(estimateOf(linear)).toBe(estimateOf(declared))
    expect(estimateOf(linear)).toBe(estimateOf(scored))
    const shown = (values: unknown, weights: string, categories?: unknown) =>
      estimateOf({
        ...small,
        measure: 'weighted_kappa',
        options: { weights },
        data: { type: 'ratings', values, ...(categories !== undefined && { categories }) },
      })
    const letters = [
      ['c', 'a'],
      ['b', 'b'],
      ['c', 'c'],
      ['a', 'b'],
      ['d', 'c'],
      [null, 'a'],
    ]
    expect(shown(letters, 'linear')).toBe(shown(letters, 'linear', ['a', 'b', 'c', 'd']))
    expect(shown(letters, 'linear')).not.toBe(shown(letters, 'linear', ['c', 'a', 'b', 'd']))
    const figures = letters.map((row) => row.map((letter) => (letter === null ? null : 'dcba'.indexOf(letter) * 4)))
    expect(shown(figures, 'ordinal')).toBe(shown(figures, 'ordinal', [0, 4, 8, 12]))
    expect(shown(figures, 'ordinal')).not.toBe(shown(figures, 'ordinal', [4, 12, 8, 0]))
    const words = {
      ...small,
      data: {
        type: 'ratings',
        values: [
          ['b', 'b'],
          ['a', 'b'],
          ['a', 'a'],
          [null, 'a'],
        ],
      },
    }
    expect(estimateOf(words)).toBeCloseTo(0.4, 12)
  })
})

describe('what a reference file may hold in a place', () => {
  it('is told apart by its kind', () => {
    const kinds = [null, 1, 'x', true, [1], { a: 1 }, undefined]
    expect(kinds.map(isFields)).toEqual([false, false, false, false, false, true, false])
    expect(kinds.map(isCategory)).toEqual([false, true, true, false, false, false, false])
    expect(kinds.map(isCell)).toEqual([true, true, true, false, false, false, false])
    expect(kinds.map(isCount)).toEqual([false, true, false, false, false, false, false])
    expect([isList([1, 2], isCount), isList([1, 'x'], isCount), isList('x', isCount)]).toEqual([true, false, false])
    expect([partsIn(undefined), partsIn(null), partsIn([1]), partsIn({ a: 1 })]).toEqual([{}, {}, {}, { a: 1 }])
    const result = { measure: 'x', options: {}, raters: [], n: 0, dropped: [], warnings: [], estimate: 1 }
    expect([detailsOf(result), detailsOf({ ...result, details: { a: 2 } })]).toEqual([{}, { a: 2 }])
  })

  it('is a length of the circle for the circular metric', () => {
    const values = [
      [1, 12],
      [2, 2],
      [6, 5],
    ]
    const circular = (options: object) =>
      verifyReference([
        fileOf({
          ...small,
          measure: 'krippendorff_alpha',
          options: { metric: 'circular', ...options },
          data: { type: 'ratings', values, categories: Array.from({ length: 12 }, (_, index) => index + 1) },
          expected: { estimate: 9 },
        }),
      ]).measures[0]?.failures[0]?.mismatches[0]?.actual
    expect(circular({ period: 12 })).toBe(circular({}))
    expect(circular({ period: 24 })).not.toBe(circular({}))
  })
})
