import { krippendorffAlpha, type Metric, tableFromCodes, tableFromScores } from '@attune/agreement'
import { categoriesTo, codesOf, raterNames, scoresOf } from '../ratings.ts'
import type { Row, Task } from '../row.ts'
import { numbersOf } from './numbers.ts'

const k = 5
const metrics = ['nominal', 'ordinal', 'interval'] as const

export const alphaOfCodes: Row = {
  what: 'alpha nominal, ordinal and interval, 10 raters, 20 % missing',
  unit: 'items',
  sizes: [1e3, 1e4, 1e5].map((n) => ({ n, limit: n === 1e5 ? 2.2 : null })),
  small: 300,
  prepare: (items) => {
    const raters = 10
    const codes = codesOf({ items, raters, k, missing: 0.2 })
    const declared = { raters: raterNames(raters), level: 'interval', categories: categoriesTo(k) } as const
    return {
      ours: () => {
        const table = tableFromCodes({ ...declared, codes })
        return metrics.map((metric) => numbersOf(krippendorffAlpha(table, { metric }))[0] ?? Number.NaN)
      },
      floor: { kernel: 'alpha-codes', input: [codes, raters, k] },
    }
  },
}

/** Scores with as many as 10,000 different values: no list of pairs of values fits, and none is needed. */
function ofScores(metric: Metric, items: number): Task {
  const raters = 4
  const values = scoresOf({ items, raters, k: 10_000 })
  return {
    ours: () => {
      const table = tableFromScores({ raters: raterNames(raters), level: 'interval', values })
      return numbersOf(krippendorffAlpha(table, { metric })).slice(0, 1)
    },
    floor: { kernel: `alpha-${metric}`, input: [values, raters] },
  }
}

const manyValues = { unit: 'items', small: 300, memory: 60 }

export const alphaInterval: Row = {
  ...manyValues,
  what: 'alpha interval, 10,000 values, 4 raters',
  sizes: [
    { n: 1e4, limit: null },
    { n: 1e5, limit: 2.5 },
  ],
  prepare: (items) => ofScores('interval', items),
}

export const alphaOrdinal: Row = {
  ...manyValues,
  what: 'alpha ordinal, 10,000 values, 4 raters',
  sizes: [1e4, 1e5].map((n) => ({ n, limit: n === 1e5 ? 1.8 : null })),
  prepare: (items) => ofScores('ordinal', items),
}
