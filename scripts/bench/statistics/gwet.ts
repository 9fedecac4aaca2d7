import { fleissKappa, gwetAc1, gwetAc2, tableFromCodes } from '@attune/agreement'
import { categoriesTo, codesOf, raterNames } from '../ratings.ts'
import type { Row } from '../row.ts'
import { numbersOf } from './numbers.ts'

const k = 5
const raters = 10

export const gwetCoefficients: Row = {
  what: "Fleiss' kappa, AC1 and AC2 with errors, 10 raters",
  unit: 'items',
  sizes: [1e3, 1e4, 1e5].map((n) => ({ n, limit: n === 1e5 ? 2.5 : null })),
  small: 300,
  prepare: (items) => {
    const codes = codesOf({ items, raters, k })
    const declared = { raters: raterNames(raters), level: 'ordinal', categories: categoriesTo(k) } as const
    return {
      ours: () => {
        const table = tableFromCodes({ ...declared, codes })
        // The floor has no quantile of t, so neither bounds nor p are compared.
        return [fleissKappa(table), gwetAc1(table), gwetAc2(table)].flatMap((result) => numbersOf(result).slice(0, 2))
      },
      floor: { kernel: 'gwet', input: [codes, raters, k] },
    }
  },
}
