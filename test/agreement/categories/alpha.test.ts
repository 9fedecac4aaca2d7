import {
  estimate,
  krippendorffAlpha,
  type Metric,
  ratingTable,
  tableFromCodes,
  tableFromScores,
} from '@attune/agreement'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { orderedValues } from '../../../packages/agreement/src/base/ordered-values.ts'

type Scores = readonly (readonly (number | null)[])[]

const raters = ['A', 'B', 'C']
const numbers = (rows: Scores) => ratingTable({ raters, level: 'interval', rows })
const points = (rows: Scores) => ratingTable({ raters, level: 'interval', categories: [1, 2, 3, 4, 5], rows })

/** Krippendorff's definition, pair by pair over a matrix of coincidences. */
function byDefinition(rows: Scores, apart: (a: number, b: number, totals: readonly number[]) => number): number | null {
  const values = [1, 2, 3, 4, 5]
  const coincidences = values.map(() => values.map(() => 0))
  for (const row of rows) {
    const rated = row.filter((score) => score !== null)
    for (const [i, a] of rated.entries()) {
      for (const [j, b] of rated.entries()) {
        const line = coincidences[a - 1]
        if (i !== j && line !== undefined) line[b - 1] = (line[b - 1] ?? 0) + 1 / (rated.length - 1)
      }
    }
  }
  const totals = coincidences.map((line) => line.reduce((sum, count) => sum + count, 0))
  const n = totals.reduce((sum, total) => sum + total, 0)
  let [within, overall] = [0, 0]
  for (const a of values) {
    for (const b of values) {
      within += (coincidences[a - 1]?.[b - 1] ?? 0) * apart(a, b, totals)
      overall += ((totals[a - 1] ?? 0) * (totals[b - 1] ?? 0) * apart(a, b, totals)) / (n - 1)
    }
  }
  return overall === 0 ? null : 1 - within / overall
}

const definitions: Record<Metric, (a: number, b: number, totals: readonly number[]) => number> = {
  nominal: (a, b) => (a === b ? 0 : 1),
  ordinal: (a, b, totals) => {
    const [low, high] = a < b ? [a, b] : [b, a]
    const between = totals.slice(low - 1, high).reduce((sum, total) => sum + total, 0)
    return (between - ((totals[low - 1] ?? 0) + (totals[high - 1] ?? 0)) / 2) ** 2
  },
  interval: (a, b) => (a - b) ** 2,
  ratio: (a, b) => ((a - b) / (a + b)) ** 2,
  circular: (a, b) => Math.sin((Math.PI * (a - b)) / 5) ** 2,
  bipolar: (a, b) => (a === b ? 0 : (a - b) ** 2 / ((a + b - 2) * (10 - a - b))),
}
const metrics: readonly Metric[] = ['nominal', 'ordinal', 'interval', 'ratio', 'circular', 'bipolar']

const score = fc.option(fc.integer({ min: 1, max: 5 }), { freq: 5 })
const tables = fc.array(fc.tuple(score, score, score), { minLength: 1, maxLength: 40 })

describe.each(metrics)("Krippendorff's alpha with the %s metric", (metric) => {
  it('is that of the matrix of coincidences, for categories and for numbers', () => {
    fc.assert(
      fc.property(tables, (rows) => {
        const expected = byDefinition(rows, definitions[metric])
        const options = {
          metric,
          ...(metric === 'circular' && { period: 5 }),
          ...(metric === 'bipolar' && { poles: [1, 5] as const }),
        }
        for (const table of [points(rows), numbers(rows)]) {
          const found = krippendorffAlpha(table, options).estimate
          expect(found).toEqual(expected === null ? null : expect.closeTo(expected, 9))
          expect(krippendorffAlpha(table, options).dropped).toEqual(krippendorffAlpha(points(rows)).dropped)
          expect(krippendorffAlpha(table, options).n).toBe(
            rows.filter((row) => row.filter((score) => score !== null).length > 1).length,
          )
        }
      }),
      { numRuns: 300, seed: 20261122 },
    )
  })
})

describe('krippendorffAlpha', () => {
  it('keeps 9 digits where all scores share their leading ones, also after a gap', () => {
    const rows: Scores = [
      [null, 1.25, 2],
      [3, 3.5, null],
      [5, 4.25, 4.5],
      [2, null, null],
    ]
    const plain = krippendorffAlpha(numbers(rows)).estimate ?? Number.NaN
    for (const offset of [1e9, 1e12]) {
      const far = rows.map((row) => row.map((value) => (value === null ? null : value + offset)))
      expect(krippendorffAlpha(numbers(far)).estimate, String(offset)).toBeCloseTo(plain, 9)
    }
  })

  it('tells gaps of numbers apart', () => {
    const rows = [
      [1, 2, 2],
      ['CC', null, null],
      [null, null, null],
      [3, 'CC', null],
    ]
    for (const metric of ['interval', 'ordinal'] as const) {
      expect(
        krippendorffAlpha(ratingTable({ raters, level: 'interval', notCodable: ['CC'], rows }), { metric }).dropped,
      ).toEqual([
        { code: 'missing', count: 1 },
        { code: 'not-codable', count: 1 },
        { code: 'single-rating', count: 1 },
      ])
    }
  })

  it('takes the metric of the level', () => {
    const rows: Scores = [
      [1, 2, 2],
      [3, 3, 3],
      [5, 5, 4],
    ]
    const ordinal = ratingTable({ raters, level: 'ordinal', categories: [1, 2, 3, 4, 5], rows })
    expect(estimate('krippendorff-alpha', ordinal).options.metric).toBe('ordinal')
    expect(estimate('krippendorff-alpha', points(rows)).estimate).toBe(
      krippendorffAlpha(points(rows), { metric: 'interval' }).estimate,
    )
  })
})

describe('many different values', () => {
  it('stand in order, each once, gaps left out', () => {
    const values = Float64Array.from({ length: 3000 }, (_, index) => ((index * 7919) % 2003) / 8 - 100)
    values.set([0, -0, 5, 1e300, -1e-300])
    const state = Int8Array.from(values, (_, index) => (index % 97 === 2 ? -1 : 0))
    const sorted = [...new Set([...values].filter((_, index) => state[index] === 0))].sort((a, b) => a - b)
    const { positions, distinct } = orderedValues(values, state)
    expect([...distinct]).toEqual(sorted.map((value) => value + 0))
    expect([...positions]).toEqual(
      [...values].map((value, index) => (state[index] === 0 ? sorted.indexOf(value + 0) : -1)),
    )
  })

  it('give one alpha, whether they are declared as categories or are plain scores', () => {
    const k = 10_000
    const level = 'interval'
    const codes = Int16Array.from({ length: 20_000 }, (_, index) => ((index >> 1) * 4813 + (index & 1) * 37) % k)
    for (let index = 0; index < codes.length; index += 83) codes[index] = -1
    const values = Float64Array.from(codes, (code) => (code < 0 ? Number.NaN : code / 4))
    const categories = Array.from({ length: k }, (_, code) => code / 4)
    const declared = tableFromCodes({ raters: ['A', 'B'], level, categories, codes })
    const scores = tableFromScores({ raters: ['A', 'B'], level, values })
    for (const metric of ['nominal', 'ordinal', 'interval'] as const) {
      const [one, other] = [declared, scores].map((table) => krippendorffAlpha(table, { metric }))
      expect(one?.estimate, metric).toBeCloseTo(other?.estimate ?? Number.NaN, 12)
      expect(one?.dropped).toEqual(other?.dropped)
    }
  })
})
