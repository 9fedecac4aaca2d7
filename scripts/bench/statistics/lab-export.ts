import { againstReference, tableFromCodes } from '@attune/agreement'
import { categoriesTo, codesOf, raterNames } from '../ratings.ts'
import type { Row } from '../row.ts'
import { sumsOf } from './numbers.ts'

const k = 5
const items = 40
const scales = 20

/** What a lab exports of a training: every trainee against the master on every scale, by three coefficients. */
export const labExport: Row = {
  what: `kappa, weighted kappa and ICC against the master, ${items} cases`,
  unit: 'cells',
  sizes: [
    { n: 100, limit: null },
    { n: 1000, limit: 3 },
  ],
  small: 40,
  prepare: (cells) => {
    const raters = 1 + cells / scales
    const codes = codesOf({ items: items * scales, raters, k, missing: 0.05 })
    const names = raterNames(raters)
    const declared = { raters: names, level: 'interval', categories: categoriesTo(k) } as const
    const master = names.at(-1) ?? ''
    return {
      ours: () => {
        // Scale by scale, as a file is written: nobody keeps the results of all.
        const sums = Array.from({ length: scales }, (_, scale) => {
          const own = codes.subarray(scale * items * raters, (scale + 1) * items * raters)
          const table = tableFromCodes({ ...declared, codes: own })
          return sumsOf(
            ['cohen-kappa', 'weighted-kappa', 'icc'].flatMap((id) => againstReference(id, table, master).each),
          )
        })
        return [0, 1, 2, 3].map((place) => sums.reduce((total, sum) => total + (sum[place] ?? 0), 0))
      },
      floor: { kernel: 'lab-export', input: [codes, raters, scales, k] },
    }
  },
}
