import { type Cell, estimate, type MeasureId, measures, type Options, type Result } from '@attune/agreement'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyRows, categoryIds, coded, counted, names, widthOf } from './tables.ts'

/** The same tables at every run; `numRuns` has been 10,000 by hand. */
const runs = { numRuns: 200, seed: 20261122 }

function computed(
  id: MeasureId,
  rows: readonly (readonly Cell[])[],
  options: Options = {},
  categories?: readonly string[],
): Result {
  const { raters, categories: usual } = widthOf(id)
  return estimate(id, coded(rows, categories ?? usual, raters), options)
}

/** What may not change: the estimate up to rounding, or that there is none. */
function same(result: Result): unknown {
  return result.estimate === null ? null : expect.closeTo(result.estimate, 9)
}

function lost(result: Result): number {
  return result.dropped.reduce((sum, { count }) => sum + count, 0)
}

/** Chance or weights of these depend on the number of declared categories. */
const countsCategories = [
  'brennan-prediger',
  'gwet-ac1',
  'gwet-ac2',
  'weighted-kappa',
  'mcnemar',
  'prevalence-index',
  'bias-index',
]
/** These look at one category or know first and second rater apart. */
const directed = ['criterion-validity']

function everyNumber(value: unknown, visit: (number: number) => void): void {
  if (typeof value === 'number') visit(value)
  else if (typeof value === 'object' && value !== null)
    for (const part of Object.values(value)) everyNumber(part, visit)
}

describe.each(categoryIds)('%s', (id) => {
  const rowsOf = anyRows(id)
  const { categories } = widthOf(id)

  it('never gives NaN or Infinity, and JSON keeps its result', () => {
    fc.assert(
      fc.property(rowsOf, (rows) => {
        const result = computed(id, rows)
        everyNumber(result, (number) => expect(Number.isFinite(number)).toBe(true))
        expect(JSON.parse(JSON.stringify(result))).toEqual(result)
        expect(result.n + result.dropped.reduce((sum, { count }) => sum + count, 0)).toBeGreaterThanOrEqual(rows.length)
      }),
      runs,
    )
  })

  it('does not change when items change places', () => {
    fc.assert(
      fc.property(rowsOf, (rows) => {
        expect(computed(id, rows.toReversed()).estimate).toEqual(same(computed(id, rows)))
      }),
      runs,
    )
  })

  if (!directed.includes(id))
    it('does not change when raters change places', () => {
      fc.assert(
        fc.property(rowsOf, (rows) => {
          const swapped = computed(
            id,
            rows.map((row) => row.toReversed()),
          )
          expect(swapped.estimate).toEqual(same(computed(id, rows)))
        }),
        runs,
      )
    })

  it('does not change when categories are renamed', () => {
    const rename = (cell: Cell): Cell => (typeof cell === 'string' && cell !== 'CC' ? `new ${cell}` : cell)
    fc.assert(
      fc.property(rowsOf, (rows) => {
        const renamed = computed(
          id,
          rows.map((row) => row.map(rename)),
          {},
          categories.map((name) => `new ${name}`),
        )
        expect(renamed.estimate).toEqual(computed(id, rows).estimate)
      }),
      runs,
    )
  })

  if (!countsCategories.includes(id))
    it('does not change when an unused category is declared', () => {
      fc.assert(
        fc.property(rowsOf, (rows) => {
          const wider = computed(id, rows, {}, [...categories, 'D'])
          expect(wider.estimate).toEqual(same(computed(id, rows)))
        }),
        runs,
      )
    })

  it('does not change when an item without any rating is added', () => {
    fc.assert(
      fc.property(rowsOf, (rows) => {
        const empty = new Array<Cell>(widthOf(id).raters).fill(null)
        const more = computed(id, [...rows, empty])
        const before = computed(id, rows)
        expect({ ...more, dropped: [] }).toEqual({ ...before, dropped: [] })
        expect(lost(more)).toBe(lost(before) + 1)
      }),
      runs,
    )
  })
})

describe('coefficients for many raters', () => {
  const many = categoryIds.filter((id) => measures[id].tables.some((kind) => kind === 'counts'))

  it.each(many)('give the same from codes and from counts of raters: %s', (id) => {
    fc.assert(
      fc.property(anyRows(id), (rows) => {
        const fromCounts = estimate(id, counted(rows), {})
        expect(fromCounts.estimate).toEqual(same(computed(id, rows)))
      }),
      runs,
    )
  })

  it('are those of two raters when there are two: Fleiss and Scott, Conger, Light and Cohen', () => {
    fc.assert(
      fc.property(anyRows('cohen-kappa'), (rows) => {
        const complete = rows.filter((row) => row.every((cell) => cell !== null && cell !== 'CC'))
        const table = coded(complete, names, 2)
        expect(estimate('fleiss-kappa', table).estimate).toEqual(same(estimate('scott-pi', table)))
        for (const id of ['conger-kappa', 'light-kappa']) {
          expect(estimate(id, table).estimate).toEqual(same(estimate('cohen-kappa', table)))
        }
      }),
      runs,
    )
  })

  it('agree on alpha: nominal metric and identity weights, interval metric and quadratic weights', () => {
    fc.assert(
      fc.property(anyRows('krippendorff-alpha'), (rows) => {
        const table = { ...coded(rows, names, 3), level: 'interval' } as const
        for (const [metric, weights] of [
          ['nominal', 'identity'],
          ['interval', 'quadratic'],
        ] as const) {
          const alpha = estimate('krippendorff-alpha', table, { metric })
          expect(alpha.estimate).toEqual(same(estimate('krippendorff-alpha-weighted', table, { weights })))
        }
      }),
      runs,
    )
  })
})

describe('kappa-max', () => {
  it('names the kappa it bounds, and never lies below it', () => {
    fc.assert(
      fc.property(anyRows('kappa-max'), (rows) => {
        const most = computed('kappa-max', rows)
        const kappa = computed('cohen-kappa', rows)
        if (most.estimate === null || kappa.estimate === null) return
        expect(most.details?.kappa).toBeCloseTo(kappa.estimate, 9)
        expect(most.estimate).toBeGreaterThanOrEqual(kappa.estimate - 1e-9)
      }),
      runs,
    )
  })
})

describe('weights', () => {
  const weighted = categoryIds.filter((id) => measures[id].weights.length > 0)

  it.each(weighted)('of a linear scale do not change with its origin and unit: %s', (id) => {
    fc.assert(
      fc.property(
        anyRows(id),
        fc.integer({ min: -50, max: 50 }),
        fc.integer({ min: 1, max: 9 }),
        (rows, from, unit) => {
          const table = coded(rows, names, widthOf(id).raters)
          const moved = { ...table, scores: table.scores.map((score) => from + unit * score) }
          for (const weights of ['linear', 'quadratic', 'radical', 'bipolar'] as const) {
            expect(estimate(id, moved, { weights }).estimate).toEqual(same(estimate(id, table, { weights })))
          }
        },
      ),
      runs,
    )
  })

  it.each(weighted)('by name and as a matrix are the same: %s', (id) => {
    const linear = names.map((_, i) => names.map((_, j) => 1 - Math.abs(i - j) / 3))
    fc.assert(
      fc.property(anyRows(id), (rows) => {
        const table = coded(rows, names, widthOf(id).raters)
        expect(estimate(id, table, { weights: linear }).estimate).toEqual(
          same(estimate(id, table, { weights: 'linear' })),
        )
      }),
      runs,
    )
  })
})
