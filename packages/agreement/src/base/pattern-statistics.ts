import type { Options } from '../options.ts'
import type { RaterTable } from '../table/select.ts'
import type { CodeTable } from '../table/types.ts'
import { itemDisagreement } from './gwet.ts'
import { type ItemCounts, itemCounts } from './item-counts.ts'
import { mergedCounts } from './merged-items.ts'
import { alphaOfItems } from './pattern-alpha.ts'
import { kappaOfCells } from './pattern-kappa.ts'
import type { PatternStatistic } from './pattern-samples.ts'
import { weightMatrix } from './weights.ts'

type Build = (table: CodeTable, options: Options) => PatternStatistic | null

/** 1 - expected agreement from the shares of the categories. */
type Beyond = (shares: Float64Array) => number

const quadraticForm = (shares: Float64Array, apart: Float64Array): number => {
  const q = shares.length
  let sum = 0
  for (let k = 0; k < q; k++) {
    let part = 0
    for (let l = 0; l < q; l++) part += apart[k * q + l]! * shares[l]!
    sum += shares[k]! * part
  }
  return sum
}

function squares(shares: Float64Array): number {
  let sum = 0
  for (let k = 0; k < shares.length; k++) sum += shares[k]! * shares[k]!
  return sum
}

const sumOf = (values: Float64Array): number => values.reduce((sum, value) => sum + value, 0)

/** Gwet's frame: mean disagreement of the items with two ratings over what the mean shares of the categories leave. */
const inShares = (
  beyondOf: (apart: Float64Array, q: number) => Beyond,
  weights: 'identity' | 'quadratic' = 'identity',
): Build => {
  return (table, options) => {
    if (table.raters.length < 2) return null
    const counts = mergedCounts(itemCounts(table, options.missing ?? 'available'))
    const name = options.weights ?? weights
    const matrix = weightMatrix(name, table, table.level, options)
    const beyond = beyondOf(
      matrix.map((weight) => 1 - weight),
      counts.q,
    )
    const { rows, apart, share } = ofEachRow(counts, name === 'identity' ? null : matrix)
    const shares = new Float64Array(counts.q)
    return {
      times: rows.times,
      value: (times) => {
        shares.fill(0)
        let [n, paired, disagreement] = [0, 0, 0]
        for (let row = 0; row < times.length; row++) {
          const count = times[row]!
          if (count === 0) continue
          n += count
          if (rows.ratings[row]! > 1) paired += count
          disagreement += count * apart[row]!
          const start = row * shares.length
          for (let k = 0; k < shares.length; k++) shares[k] = shares[k]! + count * share[start + k]!
        }
        for (let k = 0; k < shares.length; k++) shares[k] = shares[k]! / n
        const left = beyond(shares)
        return paired === 0 || !(left > 0) ? null : 1 - disagreement / paired / left
      },
    }
  }
}

function ofEachRow(counts: ItemCounts, weights: Float64Array | null) {
  const share = Float64Array.from(counts.counts, (count, cell) => count / counts.ratings[Math.floor(cell / counts.q)]!)
  return { rows: counts, apart: itemDisagreement(counts, weights), share }
}

const gwetBeyond = (apart: Float64Array, q: number): Beyond => {
  const even = (q * q - sumOf(apart)) / (q * (q - 1))
  return (shares) => (q === 1 ? 0 : 1 - even * (1 - squares(shares)))
}

const builds: { readonly [id: string]: Build } = {
  'cohen-kappa': kappaOfCells('identity'),
  'weighted-kappa': kappaOfCells('quadratic'),
  'percent-agreement': inShares(() => () => 1),
  'brennan-prediger': inShares((apart, q) => () => sumOf(apart) / (q * q)),
  'fleiss-kappa': inShares((apart) => (shares) => quadraticForm(shares, apart)),
  'gwet-ac1': inShares(gwetBeyond),
  'gwet-ac2': inShares(gwetBeyond, 'quadratic'),
  'krippendorff-alpha': alphaOfItems,
}

/** The coefficient as a function of the numbers of patterns; `null` if it is not one, or this table has too many. */
export function patternStatistic(id: string, table: RaterTable, options: Options): PatternStatistic | null {
  const build = Object.hasOwn(builds, id) ? builds[id] : undefined
  return table.kind === 'codes' && build !== undefined ? build(table, options) : null
}
