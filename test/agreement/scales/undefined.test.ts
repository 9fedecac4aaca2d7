import { type Cell, estimate, type MeasureId, type Options, ratingTable, type UndefinedCode } from '@attune/agreement'
import { describe, expect, it } from 'vitest'

type Rows = readonly (readonly Cell[])[]

const alone: Rows = [[1], [2], [3]]
const one: Rows = [[1, 2]]
const flat: Rows = [
  [3, 3],
  [3, 3],
  [3, 3],
]
const oneFlat: Rows = [
  [3, 1],
  [3, 2],
  [3, 4],
]
const opposed: Rows = [
  [1, 3],
  [2, 2],
  [3, 1],
]
const additive: Rows = [
  [1, 3],
  [2, 4],
  [5, null],
]

/** Each way in which the data do not determine a value. */
const cases: readonly (readonly [MeasureId, UndefinedCode, Rows, Options?])[] = [
  ['lin-ccc', 'too-few-items', one],
  ['lin-ccc', 'no-variation', flat],
  ['spearman', 'too-few-items', one],
  ['spearman', 'no-variation', oneFlat],
  ['kendall-tau-b', 'too-few-items', one],
  ['kendall-tau-b', 'no-variation', oneFlat],
  ['kendall-w', 'too-few-raters', alone],
  ['kendall-w', 'too-few-items', one],
  ['kendall-w', 'no-variation', flat],
  ['mean-pearson', 'too-few-raters', alone],
  ['mean-pearson', 'too-few-items', one],
  ['mean-pearson', 'no-variation', oneFlat],
  ['mean-spearman', 'too-few-raters', alone],
  ['mean-spearman', 'too-few-items', one, { missing: 'pairwise' }],
  ['mean-spearman', 'no-variation', oneFlat],
  ['bland-altman', 'too-few-items', one],
  ['sem', 'too-few-raters', alone],
  ['sem', 'too-few-items', one],
  ['mdc', 'too-few-raters', alone],
  ['mdc', 'too-few-items', one],
  ['cronbach-alpha', 'too-few-raters', alone],
  ['cronbach-alpha', 'too-few-items', one],
  ['cronbach-alpha', 'no-variation', opposed],
  ['finn', 'too-few-raters', alone, { points: 5 }],
  ['finn', 'too-few-items', one, { points: 5 }],
  ['robinson-a', 'too-few-raters', alone],
  ['robinson-a', 'too-few-items', one],
  ['robinson-a', 'no-variation', flat],
  ['icc-oneway', 'too-few-raters', alone],
  ['icc-oneway', 'too-few-items', one],
  ['icc-oneway', 'no-variation', flat],
  ['gtheory', 'too-few-raters', alone],
  ['gtheory', 'too-few-items', one],
  ['gtheory', 'no-variation', flat],
  ['icc-mixed', 'too-few-raters', alone],
  ['icc-mixed', 'too-few-items', one],
  ['icc-mixed', 'no-variation', flat],
  ['icc-mixed', 'not-determined', additive],
]

describe('a coefficient of scale scores', () => {
  for (const [id, code, rows, options] of cases) {
    it(`${id} is undefined with the reason ${code}: ${JSON.stringify(rows)}`, () => {
      const raters = (rows[0] ?? []).map((_, column) => `rater ${column + 1}`)
      const result = estimate(id, ratingTable({ raters, level: 'interval', rows }), options)
      expect(result.estimate).toBeNull()
      expect(result.undefined).toEqual({ code, message: expect.stringMatching(/^\S.* .*\.$/) })
      expect(JSON.parse(JSON.stringify(result))).toEqual(result)
    })
  }
})
