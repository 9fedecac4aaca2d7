import { everyIccForm, iccMixed, tableFromScores } from '@attune/agreement'
import { raterNames, scoresOf } from '../ratings.ts'
import type { Row } from '../row.ts'
import { numbersOf } from './numbers.ts'

/** The ten forms of one table, made from the scores. */
const formsOf = (raters: number, scores: Float64Array) => ({
  ours: () => {
    const table = tableFromScores({ raters: raterNames(raters), level: 'interval', values: scores })
    return everyIccForm(table).flatMap(numbersOf)
  },
  floor: { kernel: 'icc', input: [scores, raters] },
})

export const iccOfSmallTables: Row = {
  what: 'ICC, all ten forms, 4 raters',
  unit: 'items',
  sizes: [{ n: 100, limit: 3 }],
  small: 100,
  prepare: (items) => formsOf(4, scoresOf({ items, raters: 4, k: 40 })),
}

export const iccOfLargeTables: Row = {
  what: 'ICC, all ten forms, 10 raters',
  unit: 'items',
  sizes: [1e3, 1e4, 1e5].map((n) => ({ n, limit: n === 1e5 ? 3 : null })),
  small: 101,
  prepare: (items) => formsOf(10, scoresOf({ items, raters: 10, k: 40 })),
}

/** Estimate, interval by profiling the likelihood and ratio test: what a call without options gives. */
export const iccByReml: Row = {
  what: 'ICC by REML with profile interval, 6 raters, 15 % missing',
  unit: 'items',
  sizes: [50, 500, 5000].map((n) => ({ n, limit: n === 500 ? 4 : null })),
  small: 40,
  prepare: (items) => {
    const raters = 6
    const values = scoresOf({ items, raters, k: 40, missing: 0.15 })
    return {
      ours: () => {
        const result = iccMixed(tableFromScores({ raters: raterNames(raters), level: 'interval', values }))
        return [...numbersOf(result), result.estimate === null ? 0 : (result.interval?.upper ?? 0)]
      },
      floor: { kernel: 'reml', input: [values, raters] },
      tolerance: 1e-7, // both end their searches there
    }
  },
}
