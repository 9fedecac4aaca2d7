import {
  bootstrap,
  type Cell,
  type CodeTable,
  compareDependent,
  type Estimated,
  estimate,
  jackknife,
  type Result,
  ratingTable,
  tableFromContingency,
} from '@attune/agreement'
import { describe, expect, it } from 'vitest'
import { randomBelow, randomFrom } from '../../packages/agreement/src/base/random.ts'

function coded(rows: readonly (readonly Cell[])[]): CodeTable {
  const raters = (rows[0] ?? ['', '']).map((_, column) => `rater ${column + 1}`)
  const table = ratingTable({ raters, level: 'nominal', categories: ['F', 'Ds', 'E'], rows })
  if (table.kind !== 'codes') throw new Error('The table has categories.')
  return table
}

function valued(result: Result): Estimated {
  if (result.estimate === null) throw new Error(result.undefined.message)
  return result
}

/** Cohen (1960, p. 45): 200 items. */
const cohen = tableFromContingency({
  raters: ['A', 'B'],
  level: 'nominal',
  categories: ['1', '2', '3'],
  counts: [
    [88, 14, 18],
    [10, 40, 10],
    [2, 6, 12],
  ],
})

describe('the random numbers', () => {
  it('are the same for the same seed, and others for another', () => {
    const drawn = (seed: number) => {
      const random = randomFrom(seed)
      return Array.from({ length: 4 }, () => random())
    }
    expect(drawn(1)).toEqual(drawn(1))
    expect(drawn(1)).not.toEqual(drawn(2))
    expect(drawn(1)).toMatchInlineSnapshot(`
      [
        393288148,
        2174103013,
        3814759091,
        2092745082,
      ]
    `)
  })

  it('are the same, whether taken one by one or many at once', () => {
    const [single, many] = [randomFrom(3), randomFrom(3)]
    const taken: number[] = []
    for (const size of [1, 300, 0, 7, 512]) {
      const list = new Uint32Array(size)
      many.fill(list)
      taken.push(...list, many())
    }
    expect(taken).toEqual(taken.map(() => single()))
  })

  it('fall on every number equally often', () => {
    const random = randomFrom(7)
    const counts = new Array<number>(6).fill(0)
    for (let draw = 0; draw < 60_000; draw++) {
      const face = randomBelow(random, 6)
      counts[face] = (counts[face] ?? 0) + 1
    }
    const statistic = counts.reduce((sum, count) => sum + (count - 10_000) ** 2 / 10_000, 0)
    expect(statistic).toBeLessThan(20.5) // the 99.9 % point of chi squared with 5 degrees of freedom
  })

  it('need a whole number as seed', () => {
    expect(() => randomFrom(0.5)).toThrow('Seed 0.5')
  })
})

describe('jackknife', () => {
  it('of a mean is the ordinary standard error', () => {
    const table = ratingTable({
      raters: ['A', 'B'],
      level: 'interval',
      rows: [
        [5, 4],
        [6, 6],
        [3, 1],
        [2, 2.5],
      ],
    })
    expect(valued(jackknife('bias', table)).se).toBeCloseTo(valued(estimate('bias', table)).se ?? Number.NaN, 12)
  })

  it('comes close to the analytic error of kappa', () => {
    const ratio = (valued(jackknife('cohen-kappa', cohen)).se ?? 0) / (valued(estimate('cohen-kappa', cohen)).se ?? 1)
    expect(ratio).toBeCloseTo(1, 1)
  })

  it('passes over items that do not enter, and says which interval it is', () => {
    const rows: Cell[][] = [
      ['F', 'F'],
      ['F', 'Ds'],
      ['Ds', 'Ds'],
      ['E', 'E'],
    ]
    const more = jackknife('cohen-kappa', coded([...rows, ['F', null], [null, null]]))
    expect(valued(more)).toMatchObject({
      se: valued(jackknife('cohen-kappa', coded(rows))).se,
      interval: { method: 'jackknife, t' },
    })
  })

  it('leaves out clusters as a whole', () => {
    const rows: Cell[][] = [
      ['F', 'F'],
      ['F', 'Ds'],
      ['Ds', 'Ds'],
      ['Ds', 'F'],
    ]
    const doubled = coded(rows.flatMap((row) => [row, row]))
    const clusters = rows.flatMap((_, index) => [`dyad ${index}`, `dyad ${index}`])
    const single = valued(jackknife('percent-agreement', coded(rows))).se ?? 0
    expect(valued(jackknife('percent-agreement', doubled, {}, { clusters })).se).toBeCloseTo(single, 12)
    expect(valued(jackknife('percent-agreement', doubled)).se).toBeLessThan(single)
    expect(() => jackknife('percent-agreement', doubled, {}, { clusters: ['x'] })).toThrow(
      '1 clusters are named for 8 items',
    )
  })

  it('gives no interval, and says so, if one item decides whether there is a value', () => {
    const result = jackknife(
      'cohen-kappa',
      coded([
        ['F', 'F'],
        ['F', 'F'],
        ['Ds', 'Ds'],
      ]),
    )
    expect(result).toMatchObject({ estimate: 1, warnings: [{ code: 'no-jackknife' }] })
    expect(result).not.toHaveProperty('interval')
    expect(jackknife('cohen-kappa', coded([['F', 'F']]))).toMatchObject({ estimate: null })
  })
})

describe('bootstrap', () => {
  it('gives the same numbers for the same seed', () => {
    const of = (seed: number) => valued(bootstrap('cohen-kappa', cohen, {}, { resamples: 200, seed })).interval
    expect(of(3)).toEqual(of(3))
    expect(of(3)).not.toEqual(of(4))
    expect(of(3)?.method).toBe('bootstrap BCa, 200 samples, seed 3')
  })

  it('comes close to the analytic interval of kappa', () => {
    const analytic = valued(estimate('cohen-kappa', cohen))
    for (const method of ['bca', 'percentile'] as const) {
      const result = valued(bootstrap('cohen-kappa', cohen, {}, { method }))
      expect(result.estimate).toBe(analytic.estimate)
      expect((result.se ?? 0) / (analytic.se ?? 1), method).toBeCloseTo(1, 1)
      expect(result.interval?.lower, method).toBeCloseTo(analytic.interval?.lower ?? 0, 1)
      expect(result.interval?.upper, method).toBeCloseTo(analytic.interval?.upper ?? 0, 1)
    }
  })

  it('follows the level that was asked for', () => {
    const wide = valued(bootstrap('cohen-kappa', cohen, { confidence: 0.99 }, { resamples: 400 })).interval
    const narrow = valued(bootstrap('cohen-kappa', cohen, { confidence: 0.8 }, { resamples: 400 })).interval
    expect(wide?.lower).toBeLessThan(narrow?.lower ?? 0)
    expect(wide?.upper).toBeGreaterThan(narrow?.upper ?? 1)
  })

  it('moves with a skewed coefficient, unlike percentiles', () => {
    const rows: Cell[][] = Array.from({ length: 20 }, (_, item) => ['F', item < 18 ? 'F' : 'Ds'])
    const of = (method: 'bca' | 'percentile') =>
      valued(bootstrap('percent-agreement', coded(rows), {}, { method })).interval
    expect(of('bca')?.lower).toBeLessThan(of('percentile')?.lower ?? 0)
  })

  it('counts samples without a value, and gives no interval if they are most', () => {
    const rare: Cell[][] = [
      ['F', 'F'],
      ['F', 'F'],
      ['F', 'F'],
      ['Ds', 'Ds'],
    ]
    const some = bootstrap('cohen-kappa', coded(rare), {}, { method: 'percentile' })
    // A sample of four misses the only Ds with probability (3/4)^4, and has nothing else with (1/4)^4.
    expect(Number(some.details?.undeterminedSamples) / 2000).toBeCloseTo(0.75 ** 4 + 0.25 ** 4, 1)
    // Each rater gave another score to one item only: a sample needs both of these.
    const rows = [
      [2, 1],
      [1, 2],
      [1, 1],
      [1, 1],
    ]
    const none = bootstrap('pearson', ratingTable({ raters: ['A', 'B'], level: 'interval', rows }))
    expect(none.warnings).toMatchObject([{ code: 'no-bootstrap', message: expect.stringContaining('Most samples') }])
  })

  it.each([
    ['item', coded([['F', 'Ds']]), {}, 'Only one item counts; two are needed'],
    [
      'cluster',
      coded([
        ['F', 'Ds'],
        ['F', 'F'],
        ['Ds', 'Ds'],
      ]),
      { clusters: ['a', 'a', 'a'] },
      'All items that count are in one cluster; two clusters are needed',
    ],
  ] as const)('has nothing to draw or leave out of one %s, and says so', (_, table, plan, why) => {
    for (const [code, found] of [
      ['no-bootstrap', bootstrap('cohen-kappa', table, {}, plan)],
      ['no-jackknife', jackknife('cohen-kappa', table, {}, plan)],
      ['no-bootstrap', bootstrap('percent-agreement', table, {}, plan)],
      ['no-jackknife', jackknife('percent-agreement', table, {}, plan)],
    ] as const) {
      const message = `${why}, so the ${code.slice(3)} gives no interval.`
      expect(found.warnings.at(-1)).toEqual({ code, message })
      expect(found).not.toHaveProperty('interval')
      expect(found.details ?? {}).not.toHaveProperty('undeterminedSamples')
    }
    const sides = [{ measure: 'percent-agreement' }, { measure: 'cohen-kappa' }] as const
    expect(compareDependent(table, sides[0], sides[1], plan)).toMatchObject({
      estimate: null,
      undefined: { message: `${why} for the error of the difference.` },
    })
  })

  it('refuses an item without a cluster', () => {
    const table = coded([
      ['F', 'Ds'],
      ['F', 'F'],
    ])
    const clusters = ['a', null] as readonly unknown[] as readonly string[]
    const message = 'Item 2 has no cluster; one of its own needs a name too.'
    expect(() => jackknife('percent-agreement', table, {}, { clusters })).toThrow(new RangeError(message))
    expect(() => bootstrap('percent-agreement', table, {}, { clusters })).toThrow(message)
  })

  it('draws clusters as a whole', () => {
    const rows: Cell[][] = [
      ['F', 'F'],
      ['F', 'Ds'],
      ['Ds', 'Ds'],
      ['Ds', 'F'],
      ['E', 'E'],
    ]
    const doubled = coded(rows.flatMap((row) => [row, row]))
    const clusters = rows.flatMap((_, index) => [`dyad ${index}`, `dyad ${index}`])
    const together = valued(bootstrap('percent-agreement', doubled, {}, { clusters, method: 'percentile' }))
    const single = valued(bootstrap('percent-agreement', coded(rows), {}, { method: 'percentile' }))
    expect(together.interval).toEqual(single.interval)
  })

  it('refuses a plan that is not possible', () => {
    expect(() => bootstrap('cohen-kappa', cohen, {}, { resamples: 3 })).toThrow('3 is not 20 or more samples')
    expect(() => bootstrap('cohen-kappa', cohen, {}, { seed: 1.5 })).toThrow('Seed 1.5')
  })
})

describe('an interval without width', () => {
  const same: Cell[][] = [
    ['F', 'F'],
    ['Ds', 'Ds'],
    ['F', 'F'],
    ['Ds', 'Ds'],
  ]
  const noSpread = [{ code: 'no-spread', message: expect.stringContaining('it does not show how uncertain') }]

  it('from the jackknife says that it is a point, also where the coefficient has no interval of its own', () => {
    for (const id of ['cohen-kappa', 'percent-agreement', 'kappa-max', 'fleiss-kappa']) {
      const result = valued(jackknife(id, coded(same)))
      expect(result.warnings, id).toEqual(noSpread)
      expect(result.interval, id).toMatchObject({ lower: 1, upper: 1 })
    }
  })

  it('from the bootstrap says so, by percentiles and corrected', () => {
    for (const method of ['bca', 'percentile'] as const) {
      for (const id of ['gwet-ac1', 'kappa-max']) {
        const result = valued(bootstrap(id, coded(same), {}, { resamples: 40, method }))
        expect(result.warnings, `${id}, ${method}`).toEqual(noSpread)
        expect(result.interval, `${id}, ${method}`).toMatchObject({ lower: 1, upper: 1 })
      }
    }
  })

  it('says so where bounds differ by rounding only, and where only a few samples differ', () => {
    const wave: Cell[][] = [
      ['F', 'F'],
      ['F', 'Ds'],
      ['Ds', 'Ds'],
    ]
    const clusters = ['first', 'second', 'third'].flatMap((name) => wave.map(() => name))
    const byRounding = valued(jackknife('cohen-kappa', coded([...wave, ...wave, ...wave]), {}, { clusters }))
    expect(byRounding.interval?.upper).not.toBe(byRounding.interval?.lower)
    expect(byRounding.warnings).toEqual(noSpread)
    const half = coded([
      ['F', 'F'],
      ['F', 'Ds'],
    ])
    const narrow = valued(bootstrap('percent-agreement', half, { confidence: 0.1 }, { method: 'percentile' }))
    expect(narrow).toMatchObject({ interval: { lower: 0.5, upper: 0.5 } })
    expect(narrow.se).toBeGreaterThan(0)
    expect(narrow.warnings).toEqual(noSpread)
  })

  it('leaves nothing behind of an analytic interval that is a point', () => {
    const rows: Cell[][] = [
      ['F', 'Ds'],
      ['Ds', 'F'],
      ['F', 'Ds'],
      ['Ds', 'F'],
    ]
    expect(estimate('cohen-kappa', coded(rows)).warnings).toMatchObject([{ code: 'no-spread' }])
    const result = valued(jackknife('cohen-kappa', coded(rows), {}, { clusters: ['x', 'y', 'z', 'z'] }))
    expect(result.se).toBeGreaterThan(0)
    expect(result.warnings).toEqual([])
  })
})
