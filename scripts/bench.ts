import { estimate, type RatingTable, ratingTable } from '@attune/agreement'
import { plainIcc, plainKappa } from './bench/plain.ts'
import { codeRows, scoreRows } from './bench/ratings.ts'
import { type Comparison, compare, timingTable } from './bench/time.ts'

/** What the library costs against a plain loop; the ratios are comparable between machines, the times are not. */
const k = 5
const categories = Array.from({ length: k }, (_, code) => code)

function kappa(items: number): Comparison {
  const rows = codeRows(items, k, items)
  const table = ratingTable({ raters: ['A', 'B'], level: 'nominal', categories, rows })
  const codes = Int8Array.from(rows.flat())
  return {
    what: "Cohen's kappa with interval",
    size: items,
    ours: () => value('cohen-kappa', table),
    plain: () => plainKappa(codes, k),
  }
}

function kappaFromRows(items: number): Comparison {
  const rows = codeRows(items, k, items)
  return {
    what: "Cohen's kappa from raw rows",
    size: items,
    ours: () => value('cohen-kappa', ratingTable({ raters: ['A', 'B'], level: 'nominal', categories, rows })),
    plain: () => plainKappa(Int8Array.from(rows.flat()), k),
  }
}

function icc(items: number): Comparison {
  const raters = ['A', 'B', 'C']
  const rows = scoreRows(items, raters.length, items)
  const table = ratingTable({ raters, level: 'interval', rows })
  const values = Float64Array.from(rows.flat())
  return {
    what: 'ICC(A,1) with interval, 3 raters',
    size: items,
    ours: () => value('icc', table, { form: 'ICC(A,1)' }),
    plain: () => plainIcc(values, raters.length),
  }
}

function value(id: string, table: RatingTable, options = {}): number {
  // The library remembers what it counted in a table; a copy of the outer object is a table it has not seen.
  const result = estimate(id, { ...table }, options)
  if (result.estimate === null) throw new Error(`${id} is undefined: ${result.undefined.message}`)
  return result.estimate
}

const comparisons = [
  () => kappa(100_000),
  () => kappa(1_000_000),
  () => kappaFromRows(100_000),
  () => icc(100_000),
  () => icc(1_000_000),
]
console.log(timingTable(comparisons.map((comparison) => compare(comparison()))))
