import {
  type Cell,
  estimate,
  type MeasureId,
  measures,
  type Options,
  type Result,
  ratingTable,
} from '@attune/agreement'
import { describe, expect, it } from 'vitest'

const scores = [
  [9, 2, 5, 8],
  [6, 1, 3, 2],
  [8, 4, 6, 8],
  [7, 1, 2, 6],
  [10, 5, 6, 9],
  [6, 2, 4, 7],
] // Shrout and Fleiss (1979), table 2

function computed(id: MeasureId, rows: readonly (readonly Cell[])[], options: Options = {}): Result {
  const raters = (rows[0] ?? []).map((_, column) => `rater ${column + 1}`)
  return estimate(id, ratingTable({ raters, level: 'interval', rows }), options)
}

/** Two raters where a coefficient is for two. */
const wide = (id: MeasureId): number[][] => (measures[id].raters === 2 ? scores.map((row) => row.slice(2)) : scores)

/** What an affine change a + b x of all scores does to the estimate. */
type Affine = 'unchanged' | 'times b' | 'more points'

interface Behaviour {
  readonly affine: Affine
  /** Swapping raters changes the sign of the estimate. */
  readonly signed?: boolean
  /** The estimate is the same after each item is doubled. */
  readonly doubled?: boolean
  readonly options?: Options
}

const behaviours: Partial<Record<MeasureId, Behaviour>> = {
  'lin-ccc': { affine: 'unchanged', doubled: true },
  spearman: { affine: 'unchanged', doubled: true },
  'kendall-tau-b': { affine: 'unchanged' },
  'kendall-w': { affine: 'unchanged' },
  'mean-pearson': { affine: 'unchanged', doubled: true },
  'mean-spearman': { affine: 'unchanged', doubled: true },
  'bland-altman': { affine: 'times b', signed: true, doubled: true },
  bias: { affine: 'times b', signed: true, doubled: true },
  sem: { affine: 'times b' },
  mdc: { affine: 'times b', options: { type: 'consistency' } },
  'cronbach-alpha': { affine: 'unchanged', doubled: true },
  finn: { affine: 'more points', options: { points: 10 }, doubled: true },
  'robinson-a': { affine: 'unchanged', doubled: true },
  'icc-oneway': { affine: 'unchanged' },
  gtheory: { affine: 'unchanged' },
  'icc-mixed': { affine: 'unchanged' },
}

function isMeasure(id: string): id is MeasureId {
  return Object.hasOwn(measures, id)
}

for (const [id, behaviour] of Object.entries(behaviours)) {
  if (!isMeasure(id)) continue
  const { options = {} } = behaviour
  const rows = wide(id)
  const before = computed(id, rows, options)
  const value = before.estimate ?? Number.NaN
  const of = (changed: readonly (readonly Cell[])[]): number => computed(id, changed, options).estimate ?? Number.NaN

  describe(`${id} on changed data`, () => {
    it('is the same whatever the order of raters and items', () => {
      const swapped = of(rows.map((row) => row.toReversed()))
      expect(swapped).toBeCloseTo(behaviour.signed ? -value : value, 12)
      expect(of(rows.toReversed())).toBeCloseTo(value, 12)
    })

    it('follows another unit and origin of the scale, down to 9 digits at an origin of 1e9', () => {
      const moved = of(rows.map((row) => row.map((score) => 3 + score / 2)))
      if (behaviour.affine !== 'more points') {
        expect(moved).toBeCloseTo(behaviour.affine === 'times b' ? value / 2 : value, 12)
      } else expect(1 - moved).toBeCloseTo((1 - value) / 4, 12)
      const far = of(rows.map((row) => row.map((score) => 1e9 + score)))
      expect(Math.abs(far / value - 1)).toBeLessThan(1e-9)
    })

    it('does not see an item that no rule lets in, and counts it', () => {
      const more = computed(id, [...rows, rows[0]?.map(() => null) ?? []], options)
      expect(more.estimate).toBeCloseTo(value, 12)
      expect(more.n).toBe(before.n)
      expect(more.dropped).toEqual([{ code: 'missing', count: 1 }])
    })

    if (behaviour.doubled) {
      it('is the same when every item is there twice', () => {
        expect(of([...rows, ...rows])).toBeCloseTo(value, 12)
      })
    }
  })
}
