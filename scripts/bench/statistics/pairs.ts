import { everyPair, tableFromCodes } from '@attune/agreement'
import { categoriesTo, codesOf, raterNames } from '../ratings.ts'
import type { Row } from '../row.ts'
import { sumsOf } from './numbers.ts'

const k = 5
const items = 2000

/** Everybody with everybody: each kappa with standard error, interval and test, as a result of its own. */
export const kappaOfEveryPair: Row = {
  what: `kappa of every pair of raters, ${items.toLocaleString('en')} items`,
  unit: 'raters',
  sizes: [10, 30, 100].map((n) => ({ n, limit: n === 100 ? 25 : null })),
  small: 7,
  prepare: (raters) => {
    const codes = codesOf({ items, raters, k, missing: 0.05 })
    const declared = { raters: raterNames(raters), level: 'nominal', categories: categoriesTo(k) } as const
    return {
      ours: () => sumsOf(everyPair('cohen-kappa', tableFromCodes({ ...declared, codes }))),
      floor: { kernel: 'pairs', input: [codes, raters, k] },
    }
  },
}
