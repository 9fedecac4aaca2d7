import { bootstrap, type CodeTable, estimate, type Options, ratingTable, selectItems } from '@attune/agreement'
import { describe, expect, it } from 'vitest'
import { binomialDraws, steadyLog } from '../../../packages/agreement/src/base/binomial.ts'
import { patternDraws } from '../../../packages/agreement/src/base/pattern-draws.ts'
import { patternStatistic } from '../../../packages/agreement/src/base/pattern-statistics.ts'
import { randomBelow, randomFrom } from '../../../packages/agreement/src/base/random.ts'
import { determined } from '../support/determined.ts'

/** Ratings around a common value, some missing. */
function randomTable(seed: number, items: number, raters: number, gaps: number): CodeTable {
  const random = randomFrom(seed)
  const categories = [1, 2, 3, 4]
  const rows = Array.from({ length: items }, () => {
    const truth = randomBelow(random, 4)
    return Array.from({ length: raters }, () => {
      if (randomBelow(random, 100) < gaps) return null
      return categories[randomBelow(random, 100) < 65 ? truth : randomBelow(random, 4)] ?? null
    })
  })
  const names = Array.from({ length: raters }, (_, index) => `rater ${index + 1}`)
  const table = ratingTable({ raters: names, level: 'interval', categories, rows })
  if (table.kind !== 'codes') throw new Error('The table has categories.')
  return table
}

const cases: readonly (readonly [string, number, Options?])[] = [
  ['cohen-kappa', 2],
  ['weighted-kappa', 2],
  ['weighted-kappa', 2, { weights: 'linear' }],
  ['percent-agreement', 3],
  ['brennan-prediger', 3, { weights: 'linear' }],
  ['fleiss-kappa', 3],
  ['fleiss-kappa', 3, { weights: 'quadratic' }],
  ['gwet-ac1', 3],
  ['gwet-ac1', 3, { missing: 'listwise' }],
  ['gwet-ac2', 3],
  ['krippendorff-alpha', 3],
  ['krippendorff-alpha', 3, { metric: 'nominal' }],
  ['krippendorff-alpha', 3, { metric: 'ordinal' }],
  ['krippendorff-alpha', 3, { metric: 'ratio' }],
]

describe('a coefficient of numbers of patterns', () => {
  for (const [id, raters, options = {}] of cases) {
    it(`is the coefficient of the table: ${id} ${JSON.stringify(options)}`, () => {
      for (let seed = 1; seed <= 40; seed++) {
        const table = randomTable(seed, 30, raters, seed % 3 === 0 ? 0 : 30)
        const patterns = patternStatistic(id, table, options)
        const value = patterns?.value(patterns.times) ?? null
        const expected = estimate(id, table, options).estimate
        if (expected === null) expect(value).toBeNull()
        else expect(value).toBeCloseTo(expected, 12)
      }
    })
  }

  it('is undefined where the coefficient is', () => {
    const flat = selectItems(randomTable(1, 30, 2, 0), [0, 0, 0])
    for (const [id, raters, options = {}] of cases) {
      if (raters !== 2) continue
      const patterns = patternStatistic(id, flat, options)
      const expected = estimate(id, flat, options).estimate
      expect(patterns?.value(patterns.times) ?? null).toBe(expected)
    }
  })

  it('gives the bootstrap the same spread as drawing items one by one', () => {
    const table = randomTable(5, 80, 3, 20)
    const alone = Array.from({ length: table.size }, (_, item) => `item ${item}`)
    for (const id of ['gwet-ac1', 'krippendorff-alpha', 'fleiss-kappa']) {
      const quick = determined(bootstrap(id, table, {}, { resamples: 3000 }))
      const slow = determined(bootstrap(id, table, {}, { resamples: 3000, clusters: alone }))
      expect(Math.abs((quick.se ?? 0) / (slow.se ?? 1) - 1)).toBeLessThan(0.06)
      expect(quick.interval?.lower).toBeCloseTo(slow.interval?.lower ?? 0, 1)
      expect(quick.interval?.upper).toBeCloseTo(slow.interval?.upper ?? 0, 1)
    }
  })
})

describe('binomialDraws', () => {
  it.each([
    [12, 0.3],
    [40, 0.5],
    [200, 0.85],
    [1000, 0.004],
  ])('follows the binomial distribution: n = %d, p = %d', (n, p) => {
    const draw = binomialDraws(randomFrom(11))
    const size = 40_000
    const seen = new Map<number, number>()
    for (let sample = 0; sample < size; sample++) {
      const hits = draw(n, p)
      seen.set(hits, (seen.get(hits) ?? 0) + 1)
    }
    let probability = (1 - p) ** n
    let [chi2, cells] = [0, 0]
    for (let hits = 0; hits <= n; hits++) {
      const expected = probability * size
      if (expected >= 20) {
        chi2 += ((seen.get(hits) ?? 0) - expected) ** 2 / expected
        cells++
      }
      probability *= ((n - hits) / (hits + 1)) * (p / (1 - p))
    }
    expect(chi2).toBeLessThan(cells + 4 * Math.sqrt(2 * cells))
  })

  it('knows the ends', () => {
    const draw = binomialDraws(randomFrom(1))
    expect([draw(5, 0), draw(5, 1), draw(0, 0.5)]).toEqual([0, 5, 0])
  })

  it('gives these numbers from seed 1 on every machine', () => {
    const draw = binomialDraws(randomFrom(1))
    expect(Array.from({ length: 6 }, (_, index) => draw(10 ** (index + 1), 0.3))).toMatchInlineSnapshot(`
      [
        1,
        30,
        299,
        3001,
        30070,
        299935,
      ]
    `)
  })
})

describe('steadyLog', () => {
  it('is the natural logarithm', () => {
    for (const x of [1e-9, 0.1, 0.7, 1, Math.SQRT2, 2, 3, 1e3, 123456789]) {
      expect(Math.abs(steadyLog(x) - Math.log(x))).toBeLessThan(4e-16 * Math.max(1, Math.abs(Math.log(x))))
    }
  })
})

describe('patternDraws', () => {
  it.each([
    ['as numbers', Float64Array.from([400, 100, 300])],
    ['as items', Float64Array.from([4, 1, 3, 2, 5])],
  ])('draws as many items as there are, each pattern in proportion: %s', (_, times) => {
    const draw = patternDraws(times, randomFrom(3))
    const drawn = new Float64Array(times.length)
    const totals = new Float64Array(times.length)
    const items = times.reduce((sum, count) => sum + count, 0)
    for (let sample = 0; sample < 4000; sample++) {
      draw(drawn)
      expect(drawn.reduce((sum, count) => sum + count, 0)).toBe(items)
      for (const [pattern, count] of drawn.entries()) totals[pattern] = (totals[pattern] ?? 0) + count / 4000
    }
    for (const [pattern, count] of times.entries()) {
      expect(Math.abs((totals[pattern] ?? 0) - count)).toBeLessThan(5 * Math.sqrt(count / 4000))
    }
  })
})
