import { gammaDraw } from './base/gamma-draws.ts'
import { needTwoRaters, pairCounts } from './base/pair-counts.ts'
import { randomFrom } from './base/random.ts'
import { confidenceOf, estimated, type Setting, undetermined } from './base/report.ts'
import { kappaValue } from './base/two-rater-kappa.ts'
import { weightMatrix } from './base/weights.ts'
import type { Options } from './options.ts'
import type { Result } from './result.ts'
import type { CodeTable } from './table/types.ts'

export interface PosteriorPlan {
  /** The value that kappa is to exceed, default 0.6. */
  readonly threshold?: number
  /** Number of draws, default 10000. */
  readonly draws?: number
  /** Start of the random numbers, default 1: the same seed gives the same numbers on every machine. */
  readonly seed?: number
}

/**
 * Bayesian interval of Cohen's (or weighted) kappa, and the probability that it exceeds a value: for a coder against a master with
 * few cases, where the usual interval runs past 1 or shrinks to a point.
 *
 * The cells of the table have a Dirichlet prior of one case in all, spread evenly (Perks), so full agreement on five cases does not
 * become certainty. The prior pulls towards 0; with fewer than some ten cases say so.
 *
 * @param table two raters; an item that one of them did not code is left out.
 * @param options `weights` (default identity), `confidence`.
 * @returns `estimate` is the median, `interval` its central part; `details` has the mean and `above`, the probability that kappa exceeds
 *   `threshold`. Undefined if no item was coded by both, or only one category is declared.
 * @throws RangeError if the table has not two raters, or the plan is not possible.
 * @source Basu, Banerjee & Sen (2000), Biometrics 56(2), 577-582. doi:10.1111/j.0006-341X.2000.00577.x
 * @source Perks (1947), J. Inst. Actuaries 73(2), 285-334. doi:10.1017/S0020268100012270 (prior)
 * @example kappaPosterior(tableFromContingency({ raters: ['coder', 'master'], level: 'nominal', categories: ['F', 'Ds'], counts: [[4, 0], [0, 3]] })).details.threshold // 0.6
 */
export function kappaPosterior(
  table: CodeTable,
  options: Pick<Options, 'confidence' | 'weights' | 'period'> = {},
  plan: PosteriorPlan = {},
): Result {
  needTwoRaters(table.raters, 'kappa-posterior')
  const { weights = 'identity' } = options
  const { threshold = 0.6, draws = 10_000, seed = 1 } = plan
  if (!(Number.isInteger(draws) && draws >= 100)) throw new RangeError(`${draws} is not 100 or more draws.`)
  if (!(threshold >= -1 && threshold <= 1)) throw new RangeError(`Threshold ${threshold} is not from -1 to 1.`)
  const level = confidenceOf(options)
  const pairs = pairCounts(table)
  const setting: Setting = {
    measure: 'kappa-posterior',
    options: { ...options, weights, confidence: level },
    raters: table.raters,
    n: pairs.n,
    dropped: pairs.dropped,
  }
  if (pairs.n === 0) return undetermined(setting, 'no-items', 'No item was coded by both raters.')
  if (pairs.k < 2) return undetermined(setting, 'no-variation', 'Only one category is declared.')
  const matrix = weightMatrix(weights, table, table.level, options)
  const values = posterior(pairs.counts, pairs.k, matrix, { draws, seed })
  const at = (p: number): number => values[Math.min(draws - 1, Math.floor(p * draws))]!
  return estimated(setting, {
    estimate: at(0.5),
    interval: {
      lower: at((1 - level) / 2),
      upper: at((1 + level) / 2),
      level,
      method: `posterior, Perks prior, ${draws} draws, seed ${seed}`,
    },
    details: {
      mean: values.reduce((sum, value) => sum + value, 0) / draws,
      threshold,
      above: values.reduce((sum, value) => sum + (value > threshold ? 1 : 0), 0) / draws,
    },
  })
}

/** Kappa of tables drawn from the posterior, rising. */
function posterior(counts: Float64Array, k: number, weights: Float64Array, plan: { draws: number; seed: number }) {
  const random = randomFrom(plan.seed)
  const cells = new Float64Array(k * k)
  const values = new Float64Array(plan.draws)
  for (let draw = 0; draw < plan.draws; draw++) {
    const rows = new Float64Array(k)
    const columns = new Float64Array(k)
    let n = 0
    for (let cell = 0; cell < k * k; cell++) {
      const drawn = gammaDraw(counts[cell]!, k * k, random)
      const [row, column] = [Math.floor(cell / k), cell % k]
      cells[cell] = drawn
      rows[row] = rows[row]! + drawn
      columns[column] = columns[column]! + drawn
      n += drawn
    }
    values[draw] = kappaValue({ k, counts: cells, n, rows, columns, dropped: [] }, weights).kappa ?? 0
  }
  return values.sort()
}
