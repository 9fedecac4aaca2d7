import { type Cell, estimate, type MeasureId, type Result, ratingTable, type UndefinedCode } from '@attune/agreement'
import { describe, expect, it } from 'vitest'
import { categoryIds, coded, counted, widthOf } from './tables.ts'

function computed(id: MeasureId, rows: readonly (readonly Cell[])[]): Result {
  const { raters, categories } = widthOf(id)
  return estimate(
    id,
    coded(
      rows.map((row) => row.slice(0, raters)),
      categories,
      raters,
    ),
  )
}

function reason(result: Result): UndefinedCode | null {
  return result.estimate === null ? result.undefined.code : null
}

describe.each(categoryIds)('%s', (id) => {
  it('is undefined without items', () => {
    expect(computed(id, [])).toMatchObject({ estimate: null, n: 0, dropped: [] })
  })

  it('is undefined if nobody rated anything, and says why each item is left out', () => {
    const result = computed(id, [
      [null, null, null],
      ['CC', null, 'CC'],
    ])
    expect(result).toMatchObject({ estimate: null, n: 0 })
    expect(result.dropped).toEqual([
      { code: 'missing', count: 1 },
      { code: 'not-codable', count: 1 },
    ])
  })

  it('gives a sentence with every reason', () => {
    const result = computed(id, [['F', null, null]])
    expect(result.estimate === null && result.undefined.message).toMatch(/^[A-Z].*\.$/)
  })
})

describe('when the weights take all categories for equal', () => {
  const message = 'The weights tell no two of the categories in use apart, so agreement by chance is 1.'
  const ids = [
    'weighted-kappa',
    'scott-pi',
    'fleiss-kappa',
    'conger-kappa',
    'krippendorff-alpha-weighted',
    'brennan-prediger',
    'gwet-ac2',
  ] as const
  const rows = [
    ['x', 'y'],
    ['y', 'x'],
    ['x', 'x'],
    ['y', 'y'],
  ]
  const declared = { raters: ['A', 'B'], level: 'ordinal', categories: ['x', 'y'], rows } as const
  const ones = [
    [1, 1],
    [1, 1],
  ]

  it.each(ids)('%s says so, not that only one is in use', (id) => {
    const undetermined = { code: 'no-variation', message }
    expect(estimate(id, ratingTable(declared), { weights: ones }).undefined).toEqual(undetermined)
    const equal = ratingTable({ ...declared, scores: [3, 3] })
    expect(estimate(id, equal, { weights: 'linear' }).undefined).toEqual(undetermined)
  })
})

describe('when all ratings are one and the same category', () => {
  const constant: readonly Cell[][] = [
    ['F', 'F', 'F'],
    ['F', 'F', 'F'],
    ['F', 'F', 'F'],
  ]
  const expected: Partial<Record<MeasureId, UndefinedCode | number>> = {
    'percent-agreement': 1,
    'percent-agreement-pairs': 1,
    'percent-agreement-all': 1,
    'cohen-kappa': 'no-variation',
    'weighted-kappa': 'no-variation',
    'scott-pi': 'no-variation',
    'fleiss-kappa': 'no-variation',
    'conger-kappa': 'no-variation',
    'hubert-kappa': 'no-variation',
    'light-kappa': 'not-determined',
    'krippendorff-alpha': 'no-variation',
    'krippendorff-alpha-weighted': 'no-variation',
    'kappa-max': 'no-variation',
    'category-kappa': 'no-variation',
    'brennan-prediger': 1,
    'gwet-ac1': 1,
    'gwet-ac2': 1,
    'bangdiwala-b': 1,
    'specific-agreement': 1,
    'criterion-validity': 1,
    'prevalence-index': 1,
    'bias-index': 0,
    mcnemar: 0,
    bowker: 0,
    'stuart-maxwell': 0,
    bhapkar: 0,
  }
  it.each(categoryIds)('%s is a value or a reason, never a guess', (id) => {
    const result = computed(id, constant)
    expect(expected[id]).toBeDefined()
    expect(result.estimate ?? reason(result)).toBe(expected[id])
  })

  it('an interval that is only a point says so', () => {
    expect(computed('gwet-ac1', constant).warnings).toMatchObject([{ code: 'no-spread' }])
    expect(computed('stuart-maxwell', constant).warnings).toMatchObject([{ code: 'no-disagreement' }])
  })
})

describe('with too little', () => {
  it('coefficients for many raters need two of them', () => {
    const alone = coded([['F'], ['Ds']], ['F', 'Ds'], 1)
    const many = [
      'fleiss-kappa',
      'gwet-ac1',
      'conger-kappa',
      'hubert-kappa',
      'light-kappa',
      'percent-agreement',
      'percent-agreement-all',
    ]
    for (const id of many) expect(reason(estimate(id, alone)), id).toBe('too-few-raters')
    expect(reason(estimate('krippendorff-alpha', alone))).toBe('no-items')
  })

  it('a single item has an estimate without interval', () => {
    for (const id of ['percent-agreement', 'gwet-ac1', 'fleiss-kappa', 'conger-kappa'] as const) {
      const result = computed(id, [['F', 'Ds', 'F']])
      expect(result, id).toMatchObject({ estimate: expect.any(Number), warnings: [{ code: 'single-item' }] })
      expect(result.estimate !== null && result.interval, id).toBeUndefined()
    }
  })

  it('a rater without ratings is left out and named', () => {
    const table = coded([
      ['F', 'F', null],
      ['Ds', 'F', null],
      ['Ds', 'Ds', null],
    ])
    for (const id of ['conger-kappa', 'fleiss-kappa', 'krippendorff-alpha', 'gwet-ac2'] as const) {
      expect(estimate(id, table).warnings, id).toEqual([
        { code: 'rater-without-ratings', message: 'Rater rater 3 coded no item and is left out.' },
      ])
    }
    const pair = coded([
      ['F', 'F'],
      ['Ds', 'F'],
      ['Ds', 'Ds'],
    ])
    expect(estimate('conger-kappa', table).estimate).toBe(estimate('conger-kappa', pair).estimate)
  })

  it("Light's kappa leaves out pairs without a kappa, and names them", () => {
    const result = computed('light-kappa', [
      ['F', 'F', 'F'],
      ['Ds', 'Ds', null],
      ['F', 'Ds', 'F'],
    ])
    expect(result.estimate).toBeCloseTo(0.2, 12)
    expect(result.warnings).toEqual([
      { code: 'pairs-without-kappa', message: 'Left out, because their kappa is undefined: rater 1 and rater 3.' },
    ])
  })

  it('a category nobody used has no specific agreement', () => {
    const result = estimate(
      'specific-agreement',
      coded([
        ['F', 'F'],
        ['Ds', 'F'],
      ]),
      { category: 'E' },
    )
    expect(result).toMatchObject({
      estimate: null,
      undefined: { code: 'no-items' },
      details: { categories: { E: { estimate: null } } },
    })
  })

  it("Bangdiwala's B needs a category that both used", () => {
    expect(
      reason(
        computed('bangdiwala-b', [
          ['F', 'Ds'],
          ['F', 'E'],
        ]),
      ),
    ).toBe('not-determined')
  })

  it("Bhapkar's statistic has no bound if all items differ in one direction", () => {
    expect(
      reason(
        computed('bhapkar', [
          ['F', 'Ds'],
          ['F', 'Ds'],
        ]),
      ),
    ).toBe('not-determined')
  })

  it('one declared category determines no chance', () => {
    for (const id of ['gwet-ac1', 'brennan-prediger'] as const) {
      expect(reason(estimate(id, coded([['F', 'F']], ['F']))), id).toBe('no-variation')
    }
  })
})

describe('a wrong request', () => {
  const table = coded([
    ['F', 'F'],
    ['Ds', 'F'],
  ])
  it('is refused with the rule that it breaks', () => {
    const three = coded([['F', 'F', 'Ds']])
    const refused = (run: () => unknown, message: string) => expect(run).toThrow(message)
    refused(() => estimate('cohens-cape', table), 'There is no coefficient "cohens-cape"')
    refused(() => estimate('cohen-kappa', three), 'compares two raters; the table has 3')
    refused(() => estimate('cohen-kappa', table, { weights: 'linear' }), 'cohen-kappa has no option weights')
    refused(() => estimate('cohen-kappa', table, { confidence: 1 }), 'Confidence 1 is not between 0 and 1')
    refused(() => estimate('cohen-kappa', counted([['F', 'F']])), 'needs ratings from declared categories')
    refused(() => estimate('mcnemar', table), 'needs two categories; 4 are declared')
    refused(() => estimate('specific-agreement', table, { category: 'Q' }), 'Category "Q" is not among F, Ds, E, U.')
    refused(
      () => estimate('light-kappa', table, { missing: 'listwise' }),
      'treats missing ratings pairwise, not listwise',
    )
    refused(() => estimate('icc', table), 'icc needs the level interval or ratio; the table is declared ordinal.')
    refused(
      () => estimate('krippendorff-alpha', table, { metric: 'interval' }),
      'interval metric needs the level interval',
    )
  })

  it('of weights is refused if they do not fit the scale', () => {
    const nominal = { ...table, level: 'nominal' } as const
    const weighted = (weights: number[][]) => () => estimate('weighted-kappa', table, { weights })
    expect(() => estimate('weighted-kappa', nominal, { weights: 'linear' })).toThrow(
      'linear weights need categories in order',
    )
    expect(() => estimate('weighted-kappa', nominal)).toThrow('quadratic weights need categories in order')
    expect(weighted([[1]])).toThrow('not a 4 x 4 matrix')
    const own = (change: (i: number, j: number) => number) =>
      [0, 1, 2, 3].map((i) => [0, 1, 2, 3].map((j) => change(i, j)))
    expect(weighted(own((i, j) => (i === j ? 1 : 2)))).toThrow('Weight 2 is not between 0 and 1')
    expect(weighted(own(() => 0.5))).toThrow('The weight of a category with itself is 0.5')
    expect(weighted(own((i, j) => (i === j ? 1 : i > j ? 0.5 : 0)))).toThrow('not symmetric at 1, 2')
    expect(() =>
      estimate('weighted-kappa', { ...table, scores: Float64Array.of(-1, 0, 1, 2) }, { weights: 'ratio' }),
    ).toThrow('scores of 0 or more')
    expect(() => estimate('weighted-kappa', table, { weights: 'circular', period: 0 })).toThrow('A circle of length 0')
  })

  it('of a metric is refused if its circle or poles are not declared', () => {
    const scores = ratingTable({
      raters: ['A', 'B'],
      level: 'interval',
      rows: [
        [1, 2],
        [3, -4],
      ],
    })
    expect(() => estimate('krippendorff-alpha', scores, { metric: 'circular' })).toThrow('length of the circle')
    expect(() => estimate('krippendorff-alpha', scores, { metric: 'bipolar' })).toThrow('lowest and highest possible')
    expect(() => estimate('krippendorff-alpha', scores, { metric: 'bipolar', poles: [0, 5] })).toThrow(
      'lowest and highest possible',
    )
    expect(() => estimate('krippendorff-alpha', scores, { metric: 'ratio' })).toThrow('scores of 0 or more')
    expect(estimate('krippendorff-alpha', scores, { metric: 'circular', period: 10 }).estimate).not.toBeNull()
  })
})
