import { drops } from './base/report.ts'
import type { Dropped, Reason } from './result.ts'
import { type CodeTable, MISSING, type RatingTable } from './table/types.ts'

export interface DawidSkenePlan {
  /** The coder of each column, where a coder read items several times. Default: every column is a coder of its own. */
  readonly coders?: readonly string[]
  /** Stop when no posterior changes by more; default 1e-13. */
  readonly tolerance?: number
  /** At most so many rounds; default 10,000. */
  readonly rounds?: number
}

/** What the model says; probabilities in the order of the declared categories. */
export interface DawidSkene {
  readonly n: number
  readonly dropped: readonly Dropped[]
  readonly coders: readonly string[]
  /** Share of the items that truly belong to each category. */
  readonly prevalence: readonly number[]
  /** `errorRates[coder][true][given]`; `null` for a category no item is thought to belong to. */
  readonly errorRates: readonly (readonly (readonly (number | null)[])[])[]
  /** `posterior[item][category]` of the items that somebody coded, in order. */
  readonly posterior: readonly (readonly number[])[]
  /** Position in the table of each of these items. */
  readonly items: readonly number[]
  readonly logLikelihood: number
  readonly rounds: number
  readonly converged: boolean
}

/** `readings[item][coder * q + category]`: how often the coder gave it. */
type Readings = readonly Float64Array[]

/**
 * Dawid and Skene's model: the true category of each item and the error rates of each coder, when no master exists.
 *
 * Coders err independently of each other given the truth; with few items or coders the answer may be one of several. The EM algorithm
 * starts from the shares of votes and smooths nothing.
 *
 * @returns prevalence, error rates and the posterior of each item; or `undefined` with a reason if nobody coded anything.
 * @throws RangeError if the table has no declared categories or not one column a rater, or `coders` does not name one coder a column.
 * @source Dawid & Skene (1979), Appl. Stat. 28(1), 20-28. doi:10.2307/2346806
 * @checked data/reference/latent.json
 * @example dawidSkene(ratingTable({ raters: ['A', 'B', 'C'], level: 'nominal', categories: ['x', 'y'], rows: [['x', 'x', 'x'], ['y', 'y', 'y'], ['y', 'y', 'y'], ['y', 'y', 'y']] })).prevalence // [0.25, 0.75]
 */
export function dawidSkene(table: CodeTable, plan: DawidSkenePlan = {}): DawidSkene | { readonly undefined: Reason } {
  const { kind }: RatingTable = table // a script without types can give another
  if (kind !== 'codes') throw new RangeError('dawidSkene needs ratings from declared categories.')
  const { coders: columns = table.raters, tolerance = 1e-13, rounds: limit = 10_000 } = plan
  if (columns.length !== table.raters.length) {
    throw new RangeError(`${columns.length} coders are named for ${table.raters.length} columns.`)
  }
  const coders = [...new Set(columns)]
  const q = table.categories.length
  const { readings, items, dropped } = read(
    table,
    columns.map((coder) => coders.indexOf(coder)),
    coders.length,
  )
  const n = items.length
  if (n === 0) return { undefined: { code: 'no-items', message: 'No item was coded.' } }
  let posterior = readings.map((counts) => voteShares(counts, q))
  let model = maximise(readings, posterior, coders.length, q)
  let rounds = 0
  let converged = false
  let logLikelihood = 0
  while (rounds < limit && !converged) {
    const next = readings.map((counts) => expected(counts, model))
    converged = next.every(({ shares }, item) =>
      shares.every((share, k) => Math.abs(share - posterior[item]![k]!) <= tolerance),
    )
    posterior = next.map(({ shares }) => shares)
    logLikelihood = next.reduce((sum, { logLikelihood: own }) => sum + own, 0)
    model = maximise(readings, posterior, coders.length, q)
    rounds++
  }
  const { prevalence, errorRates } = model
  return { n, dropped, coders, prevalence, errorRates, posterior, items, logLikelihood, rounds, converged }
}

function read({ codes, raters, categories, size }: CodeTable, coderOf: readonly number[], coders: number) {
  const q = categories.length
  const m = raters.length
  const readings: Float64Array[] = []
  const items: number[] = []
  const lost = { missing: 0, 'not-codable': 0 }
  for (let item = 0; item < size; item++) {
    const counts = new Float64Array(coders * q)
    let worst = 0
    for (let column = 0; column < m; column++) {
      const code = codes[item * m + column]!
      if (code >= 0) counts[coderOf[column]! * q + code]! += 1
      else worst = Math.min(worst, code)
    }
    if (counts.some((count) => count > 0)) {
      readings.push(counts)
      items.push(item)
    } else lost[worst === MISSING ? 'missing' : 'not-codable']++
  }
  return { readings, items, dropped: drops(lost) }
}

function voteShares(counts: Float64Array, q: number): number[] {
  const votes = new Array<number>(q).fill(0)
  for (const [cell, count] of counts.entries()) votes[cell % q]! += count
  const all = votes.reduce((sum, vote) => sum + vote, 0)
  return votes.map((vote) => vote / all)
}

interface Model {
  readonly prevalence: readonly number[]
  readonly errorRates: readonly (readonly (readonly (number | null)[])[])[]
}

/** Prevalence and error rates that fit the posteriors best. */
function maximise(readings: Readings, posterior: readonly (readonly number[])[], coders: number, q: number): Model {
  const prevalence = Array.from(
    { length: q },
    (_, k) => posterior.reduce((sum, shares) => sum + shares[k]!, 0) / readings.length,
  )
  const errorRates = Array.from({ length: coders }, (_, coder) =>
    Array.from({ length: q }, (_, truth) => {
      const given = new Array<number>(q).fill(0)
      for (const [item, counts] of readings.entries()) {
        for (let k = 0; k < q; k++) given[k]! += posterior[item]![truth]! * counts[coder * q + k]!
      }
      const all = given.reduce((sum, count) => sum + count, 0)
      return given.map((count) => (all === 0 ? null : count / all))
    }),
  )
  return { prevalence, errorRates }
}

/** Posterior of one item and its part of the log likelihood; sums of logarithms, so that many readings do not underflow. */
function expected(counts: Float64Array, { prevalence, errorRates }: Model) {
  const q = prevalence.length
  const logs = prevalence.map((share, truth) => {
    let log = Math.log(share)
    for (const [cell, count] of counts.entries()) {
      if (count > 0) log += count * Math.log(errorRates[Math.floor(cell / q)]![truth]![cell % q] ?? 0)
    }
    return log
  })
  const top = Math.max(...logs)
  const parts = logs.map((log) => Math.exp(log - top))
  const all = parts.reduce((sum, part) => sum + part, 0)
  return { shares: parts.map((part) => part / all), logLikelihood: top + Math.log(all) }
}
