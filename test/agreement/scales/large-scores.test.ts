import {
  bootstrap,
  compareDependent,
  estimate,
  finn,
  jackknife,
  type MeasureId,
  ratingTable,
  suitability,
  tableFromScores,
} from '@attune/agreement'
import { describe, expect, it } from 'vitest'
import { randomBelow, randomFrom } from '../../../packages/agreement/src/base/random.ts'

const random = randomFrom(7)
const rows = Array.from({ length: 30 }, () => {
  const truth = randomBelow(random, 40)
  return [0, 3, 1].map((lenience) => (truth + lenience + randomBelow(random, 16)) / 8)
})
const tableOf = (raters: number, scale: number, gaps = false) =>
  ratingTable({
    raters: Array.from({ length: raters }, (_, rater) => `r${rater + 1}`),
    level: 'interval',
    rows: rows.map((row, item) =>
      row.slice(0, raters).map((score, rater) => (gaps && (item + rater) % 9 === 0 ? null : score * scale)),
    ),
  })

/** A power of two changes no digit; the largest score is then 0.6e30. */
const SCALE = 2 ** 96

/** Every number of a result, details included. */
function numbersIn(value: unknown): number[] {
  if (typeof value === 'number') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(numbersIn) : []
}

const needed = (id: string) => (id === 'finn' ? { points: 60 } : {})

/** Without unit, so that the unit of the scores does not matter. */
const unitless: readonly MeasureId[] = [
  'icc',
  'icc-oneway',
  'icc-mixed',
  'mean-pearson',
  'krippendorff-alpha',
  'gtheory',
]

describe('scores nearly as large as may be', () => {
  for (const [name, raters, gaps] of [
    ['two raters', 2, false],
    ['three raters', 3, false],
    ['three raters with gaps', 3, true],
  ] as const) {
    const large = tableOf(raters, SCALE, gaps)
    const suited = suitability(large).filter(({ suits }) => suits)
    it.each(suited)(`give numbers only, details too: $id, ${name}`, ({ id }) => {
      const found = estimate(id, large, needed(id))
      expect(numbersIn(found).every(Number.isFinite), JSON.stringify(found)).toBe(true)
      if (!unitless.includes(id)) return
      expect(found.estimate, id).toBeCloseTo(estimate(id, tableOf(raters, 1, gaps)).estimate ?? Number.NaN, 9)
    })
  }

  it.each(['bias', 'sem', 'lin-ccc', 'icc'] as const)('can be resampled and compared: %s', (id) => {
    const large = tableOf(2, SCALE)
    for (const found of [
      bootstrap(id, large, {}, { resamples: 50 }),
      jackknife(id, large),
      compareDependent(large, { measure: id }, { measure: 'pearson' }),
    ]) {
      expect(numbersIn(found).every(Number.isFinite), JSON.stringify(found)).toBe(true)
    }
  })
})

describe('scores that are larger', () => {
  const raters = ['Ann', 'Ben']
  const message = 'Item 2, rater Ben: "1e+300" is too large for a score; at most 1e+30 is possible.'
  it('are refused where the table is made, with item and rater', () => {
    const scores = [
      [1, 2],
      [3, 1e300],
    ]
    expect(() => ratingTable({ raters, level: 'interval', rows: scores })).toThrow(new RangeError(message))
    const unquoted = new RangeError(message.replaceAll('"', ''))
    expect(() => tableFromScores({ raters, level: 'ratio', values: scores.flat() })).toThrow(unquoted)
    const full = Float64Array.from([...scores.flat(), ...Array.from({ length: 9 }, () => -1e30), 0])
    expect(() => tableFromScores({ raters, level: 'ratio', values: full })).toThrow(unquoted)
    expect(() =>
      tableFromScores({ raters, level: 'ratio', values: full.map((value) => Math.min(value, 1e30)) }),
    ).not.toThrow()
    expect(() => ratingTable({ raters, level: 'interval', categories: [1, -1e31], rows: [] })).toThrow(
      'Score -1e+31 of category "-1e+31" is too large for a score; at most 1e+30 is possible.',
    )
  })

  it('are no points of a scale either', () => {
    expect(() => finn(tableOf(2, 1), { points: 1e200 })).toThrow('A scale of 1e+200 points is not possible.')
  })
})
