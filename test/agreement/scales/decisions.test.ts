import {
  altman,
  benchmarkMembership,
  type Cell,
  cicchetti,
  compareDependent,
  fleissBenchmark,
  influence,
  kooLi,
  landisKoch,
  type Measure,
  measures,
  ratingTable,
  selectItems,
  stratifiedKappa,
  tableFromContingency,
} from '@attune/agreement'
import { describe, expect, it } from 'vitest'

const codes = (rows: readonly (readonly Cell[])[]) =>
  ratingTable({
    raters: ['A', 'B', 'C'].slice(0, rows[0]?.length ?? 0),
    level: 'nominal',
    categories: ['F', 'Ds', 'E'],
    items: rows.map((_, item) => `case ${item + 1}`),
    rows,
  })
const table = (counts: number[][]) =>
  tableFromContingency({ raters: ['A', 'B'], level: 'nominal', categories: counts.map((_, index) => index), counts })
const twelve = codes(
  ['FFF', 'FFD', 'DDD', 'DFD', 'EEE', 'EED', 'FFF', 'DDD', 'DEE', 'FFF', 'EEE', 'FDF'].map((row) =>
    [...row].map((letter) => (letter === 'D' ? 'Ds' : letter)),
  ),
)

describe('benchmarkMembership', () => {
  it('keeps the limits of each author apart: .65 is four different words', () => {
    const found = { estimate: 0.65, se: 0.0001 }
    expect(
      [landisKoch, fleissBenchmark, altman, cicchetti, kooLi].map((rule) => benchmarkMembership(found, rule).label),
    ).toEqual(['Substantial', 'Intermediate to Good', 'Good', 'Good', 'Moderate'])
  })

  it.each([
    [cicchetti, 0.4, 'Fair'],
    [cicchetti, 0.6, 'Good'],
    [cicchetti, 0.75, 'Excellent'],
    [kooLi, 0.5, 'Moderate'],
    [kooLi, 0.75, 'Good'],
    [kooLi, 0.9, 'Excellent'],
  ])('begins a word of $author at its printed limit', (rule, limit, label) => {
    expect(benchmarkMembership({ estimate: limit, se: 0.1 }, rule).ofEstimate).toBe(label)
    expect(benchmarkMembership({ estimate: limit - 1e-9, se: 0.1 }, rule).ofEstimate).not.toBe(label)
  })

  it('gives a lower word than the estimate has where the error is large, and probabilities that add up to 1', () => {
    const { bands, label, ofEstimate } = benchmarkMembership({ estimate: 0.62, se: 0.1 }, landisKoch)
    expect([ofEstimate, label]).toEqual(['Substantial', 'Moderate'])
    expect(bands.reduce((sum, { probability }) => sum + probability, 0)).toBeCloseTo(1, 14)
    expect(bands.at(-1)?.atLeast).toBeCloseTo(1, 14)
  })

  it('refuses what is no coefficient, no error and no certainty', () => {
    expect(() => benchmarkMembership({ estimate: 1.2, se: 0.1 }, altman)).toThrow(
      'Coefficient 1.2 is not from -1 to 1.',
    )
    expect(() => benchmarkMembership({ estimate: 0.2, se: 0 }, altman)).toThrow('Standard error 0 is not above 0.')
    expect(() => benchmarkMembership({ estimate: 0.2, se: 0.1 }, altman, 1)).toThrow(
      'Certainty 1 is not between 0 and 1.',
    )
  })
})

describe('compareDependent', () => {
  const ab = { measure: 'gwet-ac1', raters: ['A', 'B'] }
  const ac = { measure: 'gwet-ac1', raters: ['A', 'C'] }

  it('changes its sign when the sides are exchanged, and nothing else', () => {
    const [one, other] = [compareDependent(twelve, ab, ac), compareDependent(twelve, ac, ab)]
    expect(other.estimate).toBeCloseTo(-(one.estimate ?? 0), 14)
    expect(other.se).toBeCloseTo(one.se ?? 0, 12)
    expect(other.test?.p).toBeCloseTo(one.test?.p ?? 0, 12)
  })

  it('has the error of a paired mean for percent agreement, which is one', () => {
    const found = compareDependent(
      twelve,
      { measure: 'percent-agreement', raters: ['A', 'B'] },
      { measure: 'percent-agreement', raters: ['A', 'C'] },
    )
    // Items 2, 4, 6, 9 and 12 differ: AB agree and AC do not on 2 and 6, the other way round on 4 and 12; on 9 neither does.
    expect(found.estimate).toBeCloseTo(0, 14)
    expect(found.se).toBeCloseTo(Math.sqrt(4 / 11 / 12), 7)
  })

  it('compares coefficients of different kinds, and says without error that one with itself does not differ', () => {
    const mixed = compareDependent(twelve, { measure: 'fleiss-kappa' }, { measure: 'gwet-ac1' })
    expect(mixed.units).toBe(12)
    expect(mixed.se).toBeGreaterThan(0)
    const same = compareDependent(twelve, ab, ab)
    expect(same).toMatchObject({ estimate: 0, se: 0 })
    expect(same.test).toBeUndefined()
  })

  it('counts clusters instead of items where they are named', () => {
    const clusters = Array.from({ length: 12 }, (_, item) => `dyad ${Math.floor(item / 2)}`)
    expect(compareDependent(twelve, ab, ac, { clusters })).toMatchObject({ units: 6, test: { df1: 5 } })
  })

  it('leaves out items that none of the raters rated', () => {
    const more = codes([
      ...[0, 1, 2, 3, 4].map(() => ['F', 'Ds', 'F']),
      ['F', 'F', 'Ds'],
      ['Ds', 'Ds', 'Ds'],
      [null, null, null],
    ])
    expect(compareDependent(more, ab, ac).units).toBe(7)
  })

  it('is undefined with the reason if a coefficient is, or becomes so without an item', () => {
    const flat = codes([
      ['F', 'F', 'F'],
      ['F', 'F', 'Ds'],
    ])
    const kappa = (raters: string[]) => ({ measure: 'cohen-kappa', raters })
    const reason = (first: string[], second: string[]) =>
      compareDependent(flat, kappa(first), kappa(second)).undefined?.message
    const alike = 'Both raters used one and the same category only, so agreement by chance is 1.'
    expect(reason(['A', 'B'], ['A', 'C'])).toBe(`The first coefficient is undefined: ${alike}`)
    expect(reason(['A', 'C'], ['A', 'B'])).toBe(`The second coefficient is undefined: ${alike}`)
    expect(reason(['A', 'B'], ['B', 'A'])).toBe(`Both coefficients are undefined: ${alike}`)
    const one = compareDependent(flat, kappa(['A', 'B']), { measure: 'krippendorff-alpha', raters: ['A', 'B'] })
    expect(one.undefined?.message).toBe(
      `Both coefficients are undefined: the first: ${alike} The second: ${one.second.undefined?.message}`,
    )
    const fragile = codes([
      ['F', 'F', 'F'],
      ['F', 'F', 'Ds'],
      ['Ds', 'F', 'F'],
    ])
    expect(compareDependent(fragile, kappa(['A', 'B']), kappa(['A', 'C'])).undefined?.message).toContain(
      'Without one of the items',
    )
  })
})

describe('influence', () => {
  it('puts the case and the rater that cost most first', () => {
    const rows = [
      ['F', 'F', 'F'],
      ['Ds', 'Ds', 'Ds'],
      ['E', 'E', 'F'],
      ['F', 'F', 'F'],
      ['Ds', 'Ds', 'E'],
      ['F', 'Ds', 'E'],
    ]
    const found = influence('percent-agreement', codes(rows))
    expect(found.items[0]).toMatchObject({
      name: 'case 6',
      estimate: expect.closeTo((1 + 1 + 1 / 3 + 1 + 1 / 3) / 5, 12),
    })
    expect(found.raters[0]).toMatchObject({ name: 'C', change: expect.closeTo(5 / 6 - 11 / 18, 12) })
  })

  it('takes clusters together, and has no raters where two are compared', () => {
    const two = codes([
      ['F', 'F'],
      ['F', 'Ds'],
      ['Ds', 'Ds'],
      ['Ds', 'F'],
    ])
    const found = influence('cohen-kappa', two, {}, { clusters: ['x', 'x', 'y', 'y'] })
    expect(found.items.map(({ name }) => name)).toEqual(['x', 'y'])
    expect(found.raters).toEqual([])
  })

  it('has null where the rest leaves the coefficient undefined, at the end of the list', () => {
    const found = influence(
      'cohen-kappa',
      codes([
        ['F', 'F'],
        ['F', 'F'],
        ['Ds', 'F'],
      ]),
    )
    expect(found.items.at(-1)).toEqual({ name: 'case 3', estimate: null, change: null })
  })

  it.each(['sem', 'mdc'])('puts first what makes %s larger: an error costs agreement by being high', (measure) => {
    const scores = ratingTable({
      raters: ['A', 'B', 'C'],
      level: 'interval',
      items: ['c1', 'c2', 'c3', 'c4'],
      rows: [
        [1, 1, 2],
        [4, 4, 4],
        [6, 1, 9],
        [7, 7, 8],
      ],
    })
    const { better, whole, items, raters } = influence(measure, scores)
    expect(better).toBe('lower')
    expect(items[0]?.name).toBe('c3')
    expect(items[0]?.change).toBeCloseTo((items[0]?.estimate ?? 0) - (whole.estimate ?? 0), 14)
    expect(items.map(({ change }) => change ?? 0)).toEqual(
      items.map(({ change }) => change ?? 0).toSorted((a, b) => a - b),
    )
    expect([items[0]?.change ?? 0, raters[0]?.change ?? 0].map(Math.sign)).toEqual([-1, -1])
    // The same case by a coefficient that runs the other way.
    expect(influence('icc', scores)).toMatchObject({ better: 'higher', items: [{ name: 'c3' }, {}, {}, {}] })
  })

  it.each(['bias', 'bland-altman'])('refuses %s: neither way is more agreement', (measure) => {
    const rows = [
      [1, 2],
      [3, 3],
      [5, 4],
    ]
    expect(() => influence(measure, ratingTable({ raters: ['A', 'B'], level: 'interval', rows }))).toThrow(
      `Neither a higher nor a lower value of ${measure} means more agreement, so nothing can be said to cost agreement by it.`,
    )
  })

  it('knows of every coefficient which way more agreement lies', () => {
    const ids = (way: Measure['better']) =>
      Object.values(measures).flatMap(({ id, better }: Measure) => (better === way ? [id] : []))
    expect(ids('lower')).toEqual(['sem', 'mdc', 'pk', 'window-diff'])
    expect(ids(null)).toEqual([
      'kappa-max',
      'prevalence-index',
      'bias-index',
      'mcnemar',
      'bowker',
      'stuart-maxwell',
      'bhapkar',
      'bias',
      'bland-altman',
    ])
  })
})

describe('stratifiedKappa', () => {
  const stratum = table([
    [20, 5],
    [10, 15],
  ])

  it('gives the kappa of one stratum if all are the same, and finds them homogeneous', () => {
    const found = stratifiedKappa([stratum, stratum, stratum])
    expect(found.estimate).toBeCloseTo(0.4, 12)
    expect(found.pooled).toBeCloseTo(0.4, 12)
    expect(found.se).toBeCloseTo(
      (found.strata[0]?.estimate === null ? 0 : (found.strata[0]?.se ?? 0)) / Math.sqrt(3),
      12,
    )
    expect(found.homogeneity).toMatchObject({ value: expect.closeTo(0, 12), df1: 2, p: expect.closeTo(1, 10) })
  })

  it('takes weights, and refuses a single stratum', () => {
    const scores = [
      [9, 1, 0],
      [2, 8, 1],
      [0, 2, 7],
    ]
    const ordered = tableFromContingency({
      raters: ['A', 'B'],
      level: 'ordinal',
      categories: [1, 2, 3],
      counts: scores,
    })
    expect(stratifiedKappa([ordered, ordered], { weights: 'linear' }).strata[0]?.measure).toBe('weighted-kappa')
    expect(() => stratifiedKappa([stratum])).toThrow('Two strata are needed, not 1.')
  })

  it('says which stratum has no kappa or no error', () => {
    const constant = selectItems(stratum, [0, 1, 2])
    const perfect = table([
      [5, 0],
      [0, 5],
    ]) // kappa 1 with a standard error of 0 would outweigh all others
    expect(stratifiedKappa([perfect, stratum])).toMatchObject({ estimate: null, pooled: expect.closeTo(0.7, 12) })
    expect(stratifiedKappa([constant, constant])).toMatchObject({ estimate: null, pooled: null })
    expect(stratifiedKappa([stratum, constant])).toMatchObject({
      estimate: null,
      undefined: { code: 'not-determined', message: expect.stringContaining('Stratum 2') },
    })
  })
})
