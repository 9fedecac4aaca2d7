import { bootstrap, type CodeTable, tableFromCodes } from '@attune/agreement'
import { categoriesTo, codesOf, raterNames } from '../ratings.ts'
import type { Numbers, Row } from '../row.ts'

const k = 5
const seed = 1

function tableOf(codes: Int8Array, raters: number): CodeTable {
  return tableFromCodes({ raters: raterNames(raters), level: 'nominal', categories: categoriesTo(k), codes })
}

/** Ours are BCa intervals; the floor, without quantiles of the normal distribution, goes as far as the ordered samples. */
function valueAndSpread(id: string, table: CodeTable, resamples: number): Numbers {
  const { estimate, se = 0 } = { se: 0, ...bootstrap(id, table, {}, { resamples, seed }) }
  if (estimate === null) throw new Error(`${id} is undefined.`)
  return [estimate, se]
}

const samples = { unit: 'samples', small: 200 }

export const bootstrapOfKappa: Row = {
  ...samples,
  what: 'bootstrap of kappa, 1,000 items',
  sizes: [2e3, 1e4].map((n) => ({ n, limit: n === 1e4 ? 4 : null })),
  prepare: (resamples) => {
    const codes = codesOf({ items: 1000, raters: 2, k })
    return {
      ours: () => valueAndSpread('cohen-kappa', tableOf(codes, 2), resamples),
      floor: { kernel: 'bootstrap-kappa', input: [codes, k, resamples, seed] },
    }
  },
}

/** Once the table is counted, a sample costs the same for any number of items. */
export const bootstrapOfKappaManyItems: Row = {
  ...samples,
  what: 'bootstrap of kappa, 10,000 samples',
  unit: 'items',
  small: 1000, // fewer items are drawn one by one
  sizes: [1e3, 1e5].map((n) => ({ n, limit: 4 })),
  prepare: (items) => {
    const codes = codesOf({ items, raters: 2, k })
    return {
      ours: () => valueAndSpread('cohen-kappa', tableOf(codes, 2), 10_000),
      floor: { kernel: 'bootstrap-kappa', input: [codes, k, 10_000, seed] },
    }
  },
}

export const bootstrapOfAlpha: Row = {
  ...samples,
  what: 'bootstrap of alpha, 500 items, 5 raters',
  sizes: [2e3, 1e4].map((n) => ({ n, limit: n === 1e4 ? 4 : null })),
  prepare: (resamples) => {
    const codes = codesOf({ items: 500, raters: 5, k })
    return {
      ours: () => valueAndSpread('krippendorff-alpha', tableOf(codes, 5), resamples),
      floor: { kernel: 'bootstrap-alpha', input: [codes, 5, k, resamples, seed] },
    }
  },
}
