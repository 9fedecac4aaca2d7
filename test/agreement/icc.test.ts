import {
  bias,
  type Cell,
  type Estimated,
  estimate,
  everyIccForm,
  icc,
  iccForms,
  type Options,
  pearson,
  type Result,
  ratingTable,
  type ScoreTable,
  withinK,
} from '@attune/agreement'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

/** The same tables at every run; `numRuns` has been 10,000 by hand. */
fc.configureGlobal({ seed: 20261122 })

function scored(rows: readonly (readonly Cell[])[], width = rows[0]?.length ?? 0): ScoreTable {
  const raters = Array.from({ length: width }, (_, column) => `rater ${column + 1}`)
  const table = ratingTable({ raters, level: 'interval', rows, notCodable: ['CC'] })
  if (table.kind !== 'scores') throw new Error('The table has no categories.')
  return table
}

/** Shrout and Fleiss (1979), table 2. */
const shrout = [
  [9, 2, 5, 8],
  [6, 1, 3, 2],
  [8, 4, 6, 8],
  [7, 1, 2, 6],
  [10, 5, 6, 9],
  [6, 2, 4, 7],
]
const forms = iccForms.map(({ form }) => form)

/** A result that has a value, so that its interval and test can be looked at. */
function valued(result: Result): Estimated {
  if (result.estimate === null) throw new Error(result.undefined.message)
  return result
}

/** Mean squares as the result prints them. */
function meanSquares(table: ScoreTable): { readonly items: number; readonly residual: number } {
  const squares = icc(table).details?.meanSquares
  if (typeof squares !== 'object' || squares === null || !('items' in squares)) throw new Error('No mean squares.')
  return { items: Number(squares.items), residual: Number(squares.residual) }
}

describe('icc', () => {
  it.each([
    ['ICC(1,1)', 0.17],
    ['ICC(2,1)', 0.29],
    ['ICC(3,1)', 0.71],
    ['ICC(1,k)', 0.44],
    ['ICC(2,k)', 0.62],
    ['ICC(3,k)', 0.91],
  ])('gives the %s = %d of Shrout & Fleiss (1979, table 4)', (form, printed) => {
    expect(icc(scored(shrout), { form }).estimate).toBeCloseTo(printed, 2)
  })

  it('knows ten forms, named by McGraw & Wong and, six of them, by Shrout & Fleiss', () => {
    const printed = iccForms.map(({ form, model, shroutFleiss }) => `${form} ${model} ${shroutFleiss ?? '-'}`)
    expect(printed).toEqual([
      'ICC(1) oneway ICC(1,1)',
      'ICC(k) oneway ICC(1,k)',
      'ICC(A,1) random ICC(2,1)',
      'ICC(A,k) random ICC(2,k)',
      'ICC(C,1) random -',
      'ICC(C,k) random -',
      'ICC(A,1) mixed -',
      'ICC(A,k) mixed -',
      'ICC(C,1) mixed ICC(3,1)',
      'ICC(C,k) mixed ICC(3,k)',
    ])
  })

  it('gives all ten at once, each as it is by itself', () => {
    const all = everyIccForm(scored(shrout), { confidence: 0.9, r0: 0.2 })
    const single = iccForms.map(({ form, model }) => {
      const options = { form, ...(model !== 'oneway' && { model }), confidence: 0.9, r0: 0.2 }
      return icc(scored(shrout), options)
    })
    expect(all).toEqual(single)
    expect(new Set(all.map(({ estimate }) => estimate)).size).toBe(6)
  })

  it('gives the same for an odd and an even number of items with the same variances', () => {
    // Twice the same items: sums of squares double, and so does the divisor but for what the degrees of freedom take.
    const odd = scored(shrout.slice(0, 5))
    const { items, residual } = meanSquares(odd)
    const even = meanSquares(scored([...shrout.slice(0, 5), ...shrout.slice(0, 5)]))
    expect(even.items * 9).toBeCloseTo(2 * 4 * items, 9)
    expect(even.residual * 27).toBeCloseTo(2 * 12 * residual, 9)
  })

  it('prints both names, the model and the mean squares', () => {
    const result = icc(scored(shrout), { form: 'ICC(3,1)' })
    expect(result.options).toMatchObject({ form: 'ICC(C,1)', model: 'mixed', r0: 0 })
    expect(result.details).toMatchObject({ mcGrawWong: 'ICC(C,1)', shroutFleiss: 'ICC(3,1)', cases: '3, 3A', k: 4 })
    expect(result.details?.meanSquares).toEqual({
      items: expect.closeTo(11.2417, 4),
      within: expect.closeTo(6.2639, 4),
      raters: expect.closeTo(32.4861, 4),
      residual: expect.closeTo(1.0194, 4),
    })
  })

  it('gives the same numbers under the random and the mixed model, and says what ICC(C,k) assumes', () => {
    const of = (model: 'random' | 'mixed') => icc(scored(shrout), { form: 'ICC(C,k)', model })
    const { options, details, warnings, ...numbers } = of('mixed')
    expect(of('random')).toMatchObject(numbers)
    expect(warnings).toMatchObject([{ code: 'no-interaction-assumed' }])
    expect([options.model, details?.cases]).toEqual(['mixed', '3, 3A'])
  })

  it('refuses forms that do not exist and names that belong to another model', () => {
    expect(() => icc(scored(shrout), { form: 'ICC(4,1)' })).toThrow(
      'There is no form "ICC(4,1)"; there are ICC(1), ICC(1,1)',
    )
    expect(() => icc(scored(shrout), { form: 'ICC(3,1)', model: 'random' })).toThrow(
      'a form of the mixed model, not of the random one',
    )
    expect(() => icc(scored(shrout), { r0: 1 })).toThrow('not from 0 to below 1')
  })

  it('tests against r0 with degrees of freedom at r0: (n - 1)(k - 1) for r0 = 0', () => {
    expect(valued(icc(scored(shrout), { form: 'ICC(A,1)' })).test).toMatchObject({ df1: 5, df2: expect.closeTo(15, 9) })
    const shifted = valued(icc(scored(shrout), { form: 'ICC(A,1)', r0: 0.3 })).test
    expect(shifted?.df2).toBeLessThan(15)
    expect(shifted?.hypothesis).toBe('ICC = 0.3')
  })

  it('gives k-forms the Spearman-Brown image of the single bounds, open where that has no value', () => {
    const [single, mean] = ['ICC(A,1)', 'ICC(A,k)'].map((form) => valued(icc(scored(shrout), { form })).interval)
    expect(mean?.lower).toBeCloseTo((4 * (single?.lower ?? 0)) / (1 + 3 * (single?.lower ?? 0)), 12)
    expect(mean?.lower).toBeCloseTo(0.071, 3) // irr prints .039
    const opposed = scored([
      [3, 1, 4, 5],
      [4, 3, 4, 5],
      [4, 5, 3, 4],
      [2, 4, 4, 2],
    ])
    const open = valued(icc(opposed, { form: 'ICC(A,k)' }))
    expect(open.estimate).toBeLessThan(0)
    expect(open.interval?.lower).toBeNull()
    expect(open.interval?.upper).toBeLessThan(1)
  })

  it('is 1 with a point as interval and without a test when raters are equal', () => {
    for (const form of forms) {
      const result = icc(
        scored([
          [1, 1],
          [3, 3],
          [7, 7],
        ]),
        { form },
      )
      expect(result, form).toMatchObject({ estimate: 1, interval: { lower: 1, upper: 1 } })
      expect(result, form).not.toHaveProperty('test')
    }
  })

  it('sees a constant shift in agreement and not in consistency', () => {
    const shifted = scored([
      [1, 3],
      [3, 5],
      [7, 9],
    ])
    expect(icc(shifted, { form: 'ICC(C,1)' }).estimate).toBe(1)
    expect(icc(shifted, { form: 'ICC(A,1)' }).estimate).toBeLessThan(1)
  })

  it('is undefined, with the reason, where there is nothing to share out', () => {
    const reason = (rows: Cell[][], form: string, width?: number) => {
      const result = icc(scored(rows, width), { form })
      return result.estimate === null ? result.undefined.code : result.estimate
    }
    expect(reason([], 'ICC(1)', 2)).toBe('too-few-items')
    expect(
      reason(
        [
          [1, 2],
          [null, 3],
        ],
        'ICC(1)',
      ),
    ).toBe('too-few-items')
    expect(reason([[1], [2]], 'ICC(1)')).toBe('too-few-raters')
    for (const form of forms)
      expect(
        reason(
          [
            [3, 3],
            [3, 3],
            [3, 3],
          ],
          form,
        ),
        form,
      ).toBe('no-variation')
    expect(
      reason(
        [
          [1, 3],
          [3, 1],
        ],
        'ICC(k)',
      ),
    ).toBe('no-variation')
    expect(
      reason(
        [
          [1, 3],
          [3, 1],
        ],
        'ICC(1)',
      ),
    ).toBe(-1)
  })

  it('leaves incomplete items out, by reason', () => {
    const result = icc(scored([...shrout, [1, 2, 3, null], [null, 'CC', 1, 1]]))
    expect(result).toMatchObject({
      n: 6,
      dropped: [
        { code: 'missing', count: 1 },
        { code: 'not-codable', count: 1 },
      ],
    })
    expect(result.estimate).toBe(icc(scored(shrout)).estimate)
  })

  it('keeps 9 digits where all scores share their leading ones', () => {
    for (const form of forms) {
      const plain = valued(icc(scored(shrout), { form }))
      const far = valued(icc(scored(shrout.map((row) => row.map((score) => 1e9 + score))), { form }))
      expect(far.estimate, form).toBeCloseTo(plain.estimate ?? Number.NaN, 12)
      expect(far.test?.value, form).toBeCloseTo(plain.test?.value ?? Number.NaN, 9)
    }
  })

  it('keeps the digits of a small residual beside raters who are far apart', () => {
    const shifts = [0, 1e6, -3e6, 5e5]
    const near = valued(icc(scored(shrout), { form: 'ICC(C,1)' }))
    const moved = scored(shrout.map((row) => row.map((score, rater) => score + (shifts[rater] ?? 0))))
    const apart = valued(icc(moved, { form: 'ICC(C,1)' }))
    expect(apart.estimate).toBeCloseTo(near.estimate, 9)
    expect(apart.test?.value).toBeCloseTo(near.test?.value ?? Number.NaN, 8)
  })

  it('keeps 9 digits in a one-way layout of 2,000 groups of 9 around 1,000,000,000,000.4', () => {
    // Two values, .3 and .5 above the group value, so that every mean square is known exactly; as NIST's SmLs tests.
    const rows = Array.from({ length: 2001 }, (_, item) =>
      Array.from({ length: 9 }, (_, rater) => 1e12 + (item % 10) + (rater % 2 === 0 ? 0.25 : 0.5)),
    )
    const near = rows.map((row) => row.map((score) => score - 1e12))
    const [far, exact] = [rows, near].map((values) => valued(icc(scored(values), { form: 'ICC(1)' })))
    expect((far?.test?.value ?? 0) / (exact?.test?.value ?? 1)).toBeCloseTo(1, 9)
    expect(far?.estimate).toBeCloseTo(exact?.estimate ?? Number.NaN, 9)
  })
})

const tables = fc
  .integer({ min: 2, max: 4 })
  .chain((k) =>
    fc.array(fc.array(fc.integer({ min: 1, max: 9 }), { minLength: k, maxLength: k }), { minLength: 2, maxLength: 9 }),
  )

describe.each(iccForms.map(({ form, model }) => [form, model] as const))('%s of the %s model', (form, model) => {
  const options: Options = { form, ...(model !== 'oneway' && { model }) }
  const of = (rows: readonly (readonly number[])[]): number | null => estimate('icc', scored(rows), options).estimate
  const same = (value: number | null) => (value === null ? null : expect.closeTo(value, 8))

  it('does not change when raters or items change places', () => {
    fc.assert(
      fc.property(tables, (rows) => {
        expect(of(rows.map((row) => row.toReversed()))).toEqual(same(of(rows)))
        expect(of(rows.toReversed())).toEqual(same(of(rows)))
      }),
    )
  })

  it('does not change when all scores are moved and stretched', () => {
    fc.assert(
      fc.property(tables, fc.integer({ min: -99, max: 99 }), fc.integer({ min: 1, max: 20 }), (rows, from, unit) => {
        expect(of(rows.map((row) => row.map((score) => from + unit * score)))).toEqual(same(of(rows)))
      }),
    )
  })

  it('gives only finite numbers, at most 1, inside their interval', () => {
    fc.assert(
      fc.property(tables, (rows) => {
        const result = estimate('icc', scored(rows), options)
        expect(JSON.parse(JSON.stringify(result))).toEqual(result)
        if (result.estimate === null) return
        expect(result.estimate).toBeLessThanOrEqual(1)
        expect(result.interval?.upper).toBeGreaterThanOrEqual(result.estimate - 1e-9)
        expect(result.interval?.lower ?? Number.NEGATIVE_INFINITY).toBeLessThanOrEqual(result.estimate + 1e-9)
      }),
    )
  })
})

describe('bias', () => {
  it('is first minus second, with the paired t test', () => {
    const result = bias(
      scored([
        [5, 4],
        [6, 6],
        [3, 1],
      ]),
    )
    expect(result).toMatchObject({ estimate: 1, se: expect.closeTo(1 / Math.sqrt(3), 12), details: { sd: 1 } })
    expect(valued(result).test).toMatchObject({ value: expect.closeTo(Math.sqrt(3), 12), df1: 2 })
  })

  it('keeps its digits far from 0', () => {
    expect(
      bias(
        scored([
          [1e9 + 0.25, 1e9],
          [1e9 + 0.75, 1e9],
        ]),
      ).estimate,
    ).toBe(0.5)
  })

  it('has no interval for one item, and is undefined for none', () => {
    expect(bias(scored([[5, 4]]))).toMatchObject({ estimate: 1, warnings: [{ code: 'single-item' }] })
    expect(bias(scored([[5, null]]))).toMatchObject({ estimate: null, undefined: { code: 'no-items' } })
  })
})

describe('withinK', () => {
  it('counts a difference of exactly k, also in decimal steps', () => {
    expect(
      withinK(
        scored([
          [1.1, 1.2],
          [0.3, 0.2],
          [5, 5.3],
        ]),
        { k: 0.1 },
      ).estimate,
    ).toBe(2 / 3)
    expect(withinK(scored([[1, 3]]), { k: 2 }).estimate).toBe(1)
    expect(withinK(scored([[1, 3]]), { k: 0 }).estimate).toBe(0)
  })

  it('has an interval with a width even if all agree', () => {
    const result = withinK(
      scored([
        [1, 1],
        [2, 2],
        [3, 3],
      ]),
    )
    expect(result).toMatchObject({ estimate: 1, interval: { upper: 1, lower: expect.closeTo(0.4385, 4) } })
  })

  it('is undefined for no item and refuses a negative k', () => {
    expect(withinK(scored([[null, 1]]))).toMatchObject({ estimate: null, undefined: { code: 'no-items' } })
    expect(() => withinK(scored([[1, 1]]), { k: -1 })).toThrow('k is -1')
  })
})

describe('pearson', () => {
  it('does not see bias, and keeps its digits far from 0', () => {
    const rows = [
      [1, 4],
      [2, 5],
      [4, 7.5],
      [7, 8],
    ]
    const plain = pearson(scored(rows)).estimate ?? Number.NaN
    expect(pearson(scored(rows.map(([a = 0, b = 0]) => [a + 1e9, b + 1e9]))).estimate).toBeCloseTo(plain, 12)
    expect(
      pearson(
        scored([
          [1, 3],
          [2, 4],
          [5, 7],
        ]),
      ).estimate,
    ).toBe(1)
  })

  it('tests no correlation by t, and has an interval from four items on', () => {
    const four = valued(
      pearson(
        scored([
          [1, 2],
          [2, 1],
          [3, 4],
          [4, 3],
        ]),
      ),
    )
    expect(four.estimate).toBeCloseTo(0.6, 12)
    expect(four.test).toMatchObject({ statistic: 't', df1: 2, value: expect.closeTo(0.6 * Math.sqrt(2 / 0.64), 12) })
    expect(four.interval?.lower).toBeCloseTo(Math.tanh(Math.atanh(0.6) - 1.959963984540054), 12)
    const three = valued(
      pearson(
        scored([
          [1, 2],
          [2, 1],
          [3, 4],
        ]),
      ),
    )
    expect(three).not.toHaveProperty('interval')
    expect(three.test?.df1).toBe(1)
  })

  it('is undefined if one rater never varies', () => {
    expect(
      pearson(
        scored([
          [1, 3],
          [1, 4],
        ]),
      ),
    ).toMatchObject({ estimate: null, undefined: { code: 'no-variation' } })
    expect(pearson(scored([[1, 3]]))).toMatchObject({ estimate: null, undefined: { code: 'too-few-items' } })
  })
})
