import { blandAltman, icc, iccMixed, iccOneway, linCcc, pearson, ratingTable, sem } from '@attune/agreement'
import { describe, expect, it } from 'vitest'
import { randomBelow, randomFrom } from '../../../packages/agreement/src/base/random.ts'
import { determined } from '../support/determined.ts'

/** Values near 1e9 with one decimal: a double keeps 7 more. */
const ORIGIN = 1e9
const random = randomFrom(20)

/** As in NIST's data sets SmLs: nine treatments, 2,001 replicates that lie 0.1 above or below the treatment's own value. */
const treatments = [0.4, 0.3, 0.5, 0.3, 0.5, 0.3, 0.5, 0.3, 0.5].map((own) => {
  return Array.from({ length: 2001 }, (_, index) => ORIGIN + own + (index === 0 ? 0 : index % 2 === 0 ? 0.1 : -0.1))
})
/** 400 items, three raters, decimals. */
const rated = Array.from({ length: 400 }, () => {
  const truth = randomBelow(random, 70) / 10
  return [0, 0.3, 0.1].map((lenience) => ORIGIN + truth + lenience + randomBelow(random, 20) / 10)
})

/** Twelve items that differ by hundredths. */
const close = rated.slice(0, 12).map((row) => row.map((score) => ORIGIN + (score - ORIGIN) / 100))

/** A double near 1e9 as a whole number of 2^-24. */
const whole = (value: number): bigint => BigInt(Math.round((value - ORIGIN) * 2 ** 24))
const ratio = (above: bigint, below: bigint): number => Number((above * 10n ** 25n) / below) / 1e25

/** Sums of squares of items, raters and all, each times raters x items x 2^48, exact. */
function exactSquares(rows: readonly (readonly number[])[]) {
  const cells = rows.map((row) => row.map(whole))
  const [n, k] = [BigInt(rows.length), BigInt(rows[0]?.length ?? 0)]
  const sum = (values: readonly bigint[]): bigint => values.reduce((total, value) => total + value, 0n)
  const square = (value: bigint): bigint => value * value
  const all = square(sum(cells.map(sum)))
  const items = n * sum(cells.map((row) => square(sum(row)))) - all
  const raters = k * sum((cells[0] ?? []).map((_, rater) => square(sum(cells.map((row) => row[rater] ?? 0n))))) - all
  const total = n * k * sum(cells.map((row) => sum(row.map(square)))) - all
  return { items, raters, within: total - items, residual: total - items - raters, n, k }
}

const table = (rows: readonly (readonly number[])[]) =>
  ratingTable({ raters: (rows[0] ?? []).map((_, index) => `r${index}`), level: 'interval', rows })

describe('scores near 1e9', () => {
  it('keep 9 digits of the one-way F of nine treatments with 2,001 replicates', () => {
    const { items, within, n, k } = exactSquares(treatments)
    const exact = ratio(items * n * (k - 1n), within * (n - 1n))
    expect(Math.abs((determined(iccOneway(table(treatments))).test?.value ?? 0) / exact - 1)).toBeLessThan(1e-9)
    const unlike = exactSquares(close)
    const other = ratio(unlike.items * unlike.n * (unlike.k - 1n), unlike.within * (unlike.n - 1n))
    expect(Math.abs((determined(iccOneway(table(close))).test?.value ?? 0) / other - 1)).toBeLessThan(1e-9)
    const form = determined(icc(table(treatments), { form: 'ICC(1)' }))
    expect(Math.abs((form.test?.value ?? 0) / exact - 1)).toBeLessThan(1e-9)
  })

  it('keep 9 digits of the two-way variances', () => {
    const { items, raters, residual, n, k } = exactSquares(rated)
    const [ofItems, ofRaters, ofRest] = [items * (k - 1n), raters * (n - 1n), residual] // each times (n - 1)(k - 1)
    const agreement = ratio((ofItems - ofRest) * n, n * ofItems + n * (k - 1n) * ofRest + k * (ofRaters - ofRest))
    expect(Math.abs(determined(icc(table(rated))).estimate / agreement - 1)).toBeLessThan(1e-9)
    expect(Math.abs(determined(iccMixed(table(rated))).estimate / agreement - 1)).toBeLessThan(1e-9)
    const variance = ratio(ofRest, (n - 1n) * (k - 1n) * n * k * 2n ** 48n)
    expect(
      Math.abs(determined(sem(table(rated), { type: 'consistency' })).estimate / Math.sqrt(variance) - 1),
    ).toBeLessThan(1e-9)
  })

  it('keep 9 digits of what two raters share', () => {
    const pairs = rated.map((row) => row.slice(0, 2))
    const [first, second] = [0, 1].map((rater) => pairs.map((row) => whole(row[rater] ?? 0)))
    const n = BigInt(pairs.length)
    const moment = (a: readonly bigint[] = [], b: readonly bigint[] = []): bigint => {
      const total = (values: readonly bigint[]): bigint => values.reduce((sum, value) => sum + value, 0n)
      return n * total(a.map((value, item) => value * (b[item] ?? 0n))) - total(a) * total(b)
    }
    const [ofFirst, ofSecond, both] = [moment(first, first), moment(second, second), moment(first, second)]
    const shift = (first ?? []).reduce((sum, value, item) => sum + value - (second?.[item] ?? 0n), 0n)
    const concordance = ratio(2n * both, ofFirst + ofSecond + shift * shift)
    expect(Math.abs(determined(linCcc(table(pairs))).estimate / concordance - 1)).toBeLessThan(1e-9)
    const r = ratio(both, 1n) / Math.sqrt(ratio(ofFirst, 1n)) / Math.sqrt(ratio(ofSecond, 1n))
    expect(Math.abs(determined(pearson(table(pairs))).estimate / r - 1)).toBeLessThan(1e-9)
    // Slope of first - second on their mean: 2 (V1 - V2) / (V1 + V2 + 2 C).
    const slope = ratio(2n * (ofFirst - ofSecond), ofFirst + ofSecond + 2n * both)
    const found = determined(blandAltman(table(pairs))).details?.proportionalBias
    expect(found).toMatchObject({ slope: expect.closeTo(slope, 10) })
  })
})
