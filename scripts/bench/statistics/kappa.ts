import { cohenKappa, tableFromCodes, weightedKappa } from '@attune/agreement'
import { categoriesTo, codesOf } from '../ratings.ts'
import type { Row, Task } from '../row.ts'
import { numbersOf } from './numbers.ts'

const k = 5

function kappas(codes: Int8Array, given: ArrayLike<number>): Task {
  const declared = { raters: ['A', 'B'], level: 'ordinal', categories: categoriesTo(k) } as const
  return {
    ours: () => {
      const table = tableFromCodes({ ...declared, codes: given })
      return [...numbersOf(cohenKappa(table)), ...numbersOf(weightedKappa(table))]
    },
    floor: { kernel: 'kappa', input: [codes, k] },
  }
}

const row = {
  unit: 'items',
  small: 500,
}

/** Checking the codes and making the table are part of ours: nobody has a table before. */
export const kappaOfTypedCodes: Row = {
  ...row,
  what: 'kappa and weighted kappa, typed codes',
  sizes: [1e3, 1e5, 1e6].map((n) => ({ n, limit: n === 1e6 ? 2.5 : null })),
  prepare: (items) => {
    const codes = codesOf({ items, raters: 2, k })
    return kappas(codes, codes)
  },
}

export const kappaOfArrays: Row = {
  ...row,
  what: 'kappa and weighted kappa, an array of small numbers',
  sizes: [1e5, 1e6].map((n) => ({ n, limit: n === 1e6 ? 15 : null })),
  prepare: (items) => {
    const codes = codesOf({ items, raters: 2, k })
    return kappas(codes, Array.from(codes))
  },
}
