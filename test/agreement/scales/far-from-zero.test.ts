import {
  blandAltman,
  cronbachAlpha,
  estimate,
  krippendorffAlpha,
  type Measure,
  measures,
  type Result,
  ratingTable,
  suitability,
} from '@attune/agreement'
import { describe, expect, it } from 'vitest'
import { randomBelow, randomFrom } from '../../../packages/agreement/src/base/random.ts'
import { determined } from '../support/determined.ts'

/** Scores in eighths: near 1e9 and 1e12 a double holds them exactly, so that what changes is the arithmetic alone. */
const random = randomFrom(41)
const eighths = Array.from({ length: 60 }, () => {
  const truth = randomBelow(random, 40)
  return [0, 3, 1].map((lenience) => (truth + lenience + randomBelow(random, 16)) / 8)
})
const tableOf = (rows: readonly (readonly number[])[], origin: number) =>
  ratingTable({
    raters: (rows[0] ?? []).map((_, rater) => `r${rater + 1}`),
    level: 'interval',
    rows: rows.map((row) => row.map((score) => origin + score)),
  })

const pairs = eighths.map((row) => row.slice(0, 2))

function numbersOf(result: Result): number[] {
  const found: number[] = []
  const visit = (value: unknown): void => {
    if (typeof value === 'number') found.push(value)
    else if (typeof value === 'object' && value !== null) Object.values(value).forEach(visit)
  }
  const { options: _, details: __, warnings: ___, ...rest } = result
  visit(rest)
  return found
}

const needed = (id: string) => (id === 'finn' ? { points: 60 } : {})

describe.each([1e9, 1e12])('scores with an origin of %s', (origin) => {
  for (const [name, rows] of [
    ['two raters', pairs],
    ['three raters', eighths],
  ] as const) {
    const near = tableOf(rows, 0)
    const suited = suitability(near).filter(
      ({ id, suits }) => suits && (measures[id] as Measure).family !== 'categories',
    )
    it.each(suited)(`keep 9 digits of estimate, error, interval and test: $id, ${name}`, ({ id }) => {
      const [before, after] = [estimate(id, near, needed(id)), estimate(id, tableOf(rows, origin), needed(id))]
      const [exact, found] = [numbersOf(before), numbersOf(after)]
      expect(found).toHaveLength(exact.length)
      for (const [index, value] of exact.entries()) {
        // Relative to 1, too: a p of 1e-30 may differ in its ninth digit.
        const off = Math.abs((found[index] ?? Number.NaN) - value) / Math.max(1e-3, Math.abs(value))
        expect(off, `${id} ${value} ${found[index]}`).toBeLessThan(1e-9)
      }
    })
  }
})

const total = (values: readonly bigint[]): bigint => values.reduce((sum, value) => sum + value, 0n)
const ratio = (above: bigint, below: bigint): number => Number((above * 10n ** 30n) / below) / 1e30

describe('scores near 1e9, against exact whole numbers', () => {
  const origin = 1e9
  const whole = eighths.map((row) => row.map((score) => BigInt(score * 8)))
  const n = BigInt(whole.length)
  /** n times the sum of squares around the mean. */
  const spread = (values: readonly bigint[]): bigint =>
    n * total(values.map((value) => value * value)) - total(values) ** 2n

  it('keep 12 digits of the interval metric of alpha', () => {
    const size = 3n * n
    const within = total(whole.map((row) => 3n * total(row.map((value) => value * value)) - total(row) ** 2n))
    const all = whole.flat()
    const between = size * total(all.map((value) => value * value)) - total(all) ** 2n
    const exact = 1 - ratio((size - 1n) * within, 2n * between)
    expect(determined(krippendorffAlpha(tableOf(eighths, origin))).estimate).toBeCloseTo(exact, 12)
    const points = [...new Set(eighths.flat())].sort((a, b) => a - b)
    const coded = ratingTable({
      raters: ['1', '2', '3'],
      level: 'interval',
      categories: points.map((point) => origin + point),
      rows: eighths.map((row) => row.map((score) => origin + score)),
    })
    expect(determined(krippendorffAlpha(coded)).estimate).toBeCloseTo(exact, 12)
  })

  it("keep 12 digits of Cronbach's alpha", () => {
    const ofRaters = total([0, 1, 2].map((rater) => spread(whole.map((row) => row[rater] ?? 0n))))
    const exact = (3 / 2) * (1 - ratio(ofRaters, spread(whole.map(total))))
    expect(determined(cronbachAlpha(tableOf(eighths, origin))).estimate).toBeCloseTo(exact, 12)
  })

  it('keep 12 digits of the limits of agreement and of the regression on the mean', () => {
    const differences = whole.map(([a = 0n, b = 0n]) => a - b)
    const sums = whole.map(([a = 0n, b = 0n]) => a + b)
    const mean = Number(total(differences)) / 60 / 8
    const sd = Math.sqrt(ratio(spread(differences), n * (n - 1n))) / 8
    const products =
      n * total(differences.map((value, item) => value * (sums[item] ?? 0n))) - total(differences) * total(sums)
    const found = determined(blandAltman(tableOf(pairs, origin))).details
    expect(found?.limits).toMatchObject({
      upper: expect.closeTo(mean + 1.959963984540054 * sd, 12),
      lower: expect.closeTo(mean - 1.959963984540054 * sd, 12),
    })
    expect(found?.proportionalBias).toMatchObject({ slope: expect.closeTo(2 * ratio(products, spread(sums)), 12) })
  })
})
