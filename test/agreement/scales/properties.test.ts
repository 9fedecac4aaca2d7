import { estimate, type MeasureId, measures, type Options, type Result, ratingTable } from '@attune/agreement'
import { describe, expect, it } from 'vitest'
import { type Random, randomBelow, randomFrom } from '../../../packages/agreement/src/base/random.ts'

type Row = readonly (number | null)[]

/** Coefficients with the options that their kind of table needs, and whether swapping two raters turns the sign. */
const subjects: readonly (readonly [MeasureId, Options, 'signed'?])[] = [
  ['lin-ccc', {}],
  ['spearman', {}],
  ['kendall-tau-b', {}],
  ['kendall-w', {}],
  ['mean-pearson', { missing: 'pairwise' }],
  ['mean-spearman', {}],
  ['bland-altman', {}, 'signed'],
  ['sem', {}],
  ['mdc', { type: 'consistency' }],
  ['cronbach-alpha', {}],
  ['finn', { points: 9, design: 'twoway' }],
  ['robinson-a', {}],
  ['icc-oneway', {}],
  ['icc-mixed', {}],
  ['gtheory', { plannedRaters: 3 }],
]
/** These are in points of the scale; the others do not see its unit. */
const inPoints: readonly MeasureId[] = ['bland-altman', 'sem', 'mdc']

const TABLES = Number(process.env.ATTUNE_PROPERTY_TABLES ?? 60)

function rowsOf(random: Random, raters: number): Row[] {
  const items = 3 + randomBelow(random, 12)
  const gaps = randomBelow(random, 3) * 15
  return Array.from({ length: items }, () => {
    const truth = randomBelow(random, 9)
    return Array.from({ length: raters }, () =>
      randomBelow(random, 100) < gaps ? null : 1 + Math.floor((truth + randomBelow(random, 5)) / 1.6),
    )
  })
}

function shuffled<Item>(list: readonly Item[], random: Random): Item[] {
  const copy = [...list]
  for (let last = copy.length - 1; last > 0; last--) {
    const other = randomBelow(random, last + 1)
    const [a, b] = [copy[last], copy[other]]
    if (a !== undefined && b !== undefined) [copy[last], copy[other]] = [b, a]
  }
  return copy
}

function computed(id: MeasureId, rows: readonly Row[], options: Options): Result {
  const raters = (rows[0] ?? []).map((_, index) => `r${index}`)
  return estimate(id, ratingTable({ raters, level: 'interval', rows }), options)
}

/** Equal to eight digits, or undefined like the other; the reason named first may depend on the order. */
function same(found: Result, expected: Result, factor = 1): void {
  expect(found.estimate === null).toBe(expected.estimate === null)
  expect(found.n).toBe(expected.n)
  if (found.estimate === null || expected.estimate === null) return
  expect(Math.abs(found.estimate - factor * expected.estimate)).toBeLessThan(
    1e-8 * Math.max(1, Math.abs(expected.estimate)),
  )
}

for (const [id, options, signed] of subjects) {
  describe(`${id} on random tables`, () => {
    it('keeps its value when raters, items, unit and origin change, and always is plain data', {
      timeout: 600_000,
    }, () => {
      const random = randomFrom(id.length * 1000 + 7)
      for (let round = 0; round < TABLES; round++) {
        const raters = measures[id].raters === 2 ? 2 : 2 + randomBelow(random, 4)
        const rows = rowsOf(random, raters)
        const before = computed(id, rows, options)
        expect(JSON.parse(JSON.stringify(before))).toEqual(before)
        same(computed(id, shuffled(rows, random), options), before)
        same(
          computed(
            id,
            rows.map((row) => row.toReversed()),
            options,
          ),
          before,
          signed ? -1 : 1,
        )
        if (id !== 'finn') {
          const moved = rows.map((row) => row.map((score) => (score === null ? null : 8 * score - 20)))
          same(computed(id, moved, options), before, inPoints.includes(id) ? 8 : 1)
        }
        const { interval } = before.estimate === null ? { interval: undefined } : before
        if (interval?.lower != null && interval.upper != null && before.estimate !== null) {
          expect(interval.lower).toBeLessThanOrEqual(before.estimate + 1e-9)
          expect(interval.upper).toBeGreaterThanOrEqual(before.estimate - 1e-9)
        }
      }
    })
  })
}
