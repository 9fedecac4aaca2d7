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
    { n: 100, limit: 3 },
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
        const results = Array.from({ length: scales }, (_, scale) => {
          const table = tableFromCodes({
            ...declared,
            codes: codes.subarray(scale * items * raters, (scale + 1) * items * raters),
          })
          return ['cohen-kappa', 'weighted-kappa', 'icc'].flatMap((id) => againstReference(id, table, master).each)
        })
        return sumsOf(results.flat())
      },
      floor: { kernel: 'lab-export', input: [codes, raters, scales, k] },
    }
  },
}
