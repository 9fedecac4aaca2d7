import { normalInterval, noSpread } from './base/intervals.ts'
import { completeScores } from './base/paired-scores.ts'
import { confidenceOf, estimated, type Setting, undetermined } from './base/report.ts'
import { defineMeasure } from './define-measure.ts'
import type { Options } from './options.ts'
import type { Result } from './result.ts'
import type { CodeTable } from './table/types.ts'

/**
 * Hubert's kappa: raters agree on an item only if *all* of them chose the same category; chance is the product of each rater's own shares.
 *
 * With two raters it is Cohen's kappa, error included. It falls with every further rater, so it does not compare teams of different size.
 * Others call by this name the mean over pairs of raters, which is `agreement: 'pairs'` here and Conger's kappa of the complete items.
 *
 * @param table two or more raters; an item that one of them did not code is left out and counted in `dropped`.
 * @param options `agreement`: `all` (default) or `pairs`.
 * @returns `estimate` at most 1 (1 full agreement, 0 as by chance), with an interval from the delta method. Undefined if no item is
 *   complete (`no-items`), for one rater (`too-few-raters`), or if all used one and the same category only (`no-variation`).
 * @throws RangeError if `agreement` is neither of the two.
 * @source Hubert (1977), Psychol. Bull. 84(2), 289-297. doi:10.1037/0033-2909.84.2.289
 * @source Martín Andrés & Álvarez Hernández (2020), Br. J. Math. Stat. Psychol. 73(1), 1-22. doi:10.1111/bmsp.12167 (its error)
 * @checked data/reference/hubert_kappa.json
 * @example hubertKappa(ratingTable({ raters: ['A', 'B', 'C'], level: 'nominal', categories: ['F', 'Ds'], rows: [['F', 'F', 'F'], ['F', 'Ds', 'F'], ['Ds', 'Ds', 'Ds'], ['Ds', 'Ds', 'Ds']] })).estimate // 2 / 3
 */
export function hubertKappa(table: CodeTable, options: Pick<Options, 'confidence' | 'agreement'> = {}): Result {
  const confidence = confidenceOf(options)
  const { agreement = 'all' } = options
  if (agreement !== 'all' && agreement !== 'pairs')
    throw new RangeError(`Agreement "${agreement}" is not all or pairs.`)
  // Two categories may have the same score, so they are taken by position.
  const positions = { ...table, scores: Float64Array.from(table.categories.keys()) }
  const { values: codes, n, dropped } = completeScores(positions)
  const m = table.raters.length
  const setting: Setting = {
    measure: 'hubert-kappa',
    options: { confidence, agreement, missing: 'listwise' },
    raters: table.raters,
    n,
    dropped,
  }
  if (m < 2) return undetermined(setting, 'too-few-raters', 'One rater alone has no one to agree with.')
  if (n === 0) return undetermined(setting, 'no-items', 'No item was coded by all raters.')
  const q = table.categories.length
  const shares = sharesOf(codes, m, q)
  const parts = agreement === 'all' ? unanimous(codes, shares, m, q) : pairwise(codes, shares, m, q)
  const observed = parts.agreed.reduce((sum, part) => sum + part, 0) / n
  const chance = parts.chance.reduce((sum, part) => sum + part, 0) / n / parts.degree
  if (everyCodeEqual(codes)) {
    const message = 'All raters used one and the same category only, so agreement by chance is 1.'
    return undetermined(setting, 'no-variation', message, { observed, expected: chance })
  }
  const beyond = 1 - chance
  const estimate = 1 - (1 - observed) / beyond
  let squares = 0
  for (let item = 0; item < n; item++) {
    const own = parts.agreed[item]! - observed
    squares += (own - (1 - estimate) * (parts.chance[item]! - parts.degree * chance)) ** 2
  }
  const se = Math.sqrt(squares) / n / beyond
  const interval = normalInterval(estimate, se, confidence, 'delta method, normal')
  return estimated({ ...setting, warnings: noSpread(se) }, { estimate, observed, expected: chance, se, interval })
}

/** What each item adds: to agreement, and to chance by the codes it gives each rater's shares. Their mean is `degree` times the chance. */
interface Parts {
  readonly agreed: Float64Array
  readonly chance: Float64Array
  readonly degree: number
}

function everyCodeEqual(codes: Float64Array): boolean {
  return codes.every((code) => code === codes[0])
}

/** `shares[rater * q + category]` */
function sharesOf(codes: Float64Array, m: number, q: number): Float64Array {
  const counts = new Float64Array(m * q)
  for (const [index, code] of codes.entries()) counts[(index % m) * q + code]!++
  return counts.map((count) => (count * m) / codes.length)
}

function unanimous(codes: Float64Array, shares: Float64Array, m: number, q: number): Parts {
  // Of each rater and category: the probability that all others choose it too. Shares may be 0, so nothing is divided.
  const others = shares.map((_, cell) => {
    let product = 1
    for (let rater = 0; rater < m; rater++) {
      if (rater !== Math.floor(cell / q)) product *= shares[rater * q + (cell % q)]!
    }
    return product
  })
  const agreed = new Float64Array(codes.length / m)
  const chance = new Float64Array(agreed.length)
  for (let item = 0; item < agreed.length; item++) {
    const row = codes.subarray(item * m, (item + 1) * m)
    agreed[item] = row.every((code) => code === row[0]) ? 1 : 0
    for (let rater = 0; rater < m; rater++) chance[item]! += others[rater * q + row[rater]!]!
  }
  return { agreed, chance, degree: m }
}

function pairwise(codes: Float64Array, shares: Float64Array, m: number, q: number): Parts {
  const pairs = (m * (m - 1)) / 2
  const all = new Float64Array(q)
  for (const [cell, share] of shares.entries()) all[cell % q]! += share
  const agreed = new Float64Array(codes.length / m)
  const chance = new Float64Array(agreed.length)
  for (let item = 0; item < agreed.length; item++) {
    const row = codes.subarray(item * m, (item + 1) * m)
    for (let rater = 0; rater < m; rater++) {
      const code = row[rater]!
      for (let other = 0; other < rater; other++) if (row[other] === code) agreed[item]! += 1 / pairs
      chance[item]! += (all[code]! - shares[rater * q + code]!) / pairs
    }
  }
  return { agreed, chance, degree: 2 }
}

export const hubertKappaMeasure = defineMeasure({
  id: 'hubert-kappa',
  title: "Hubert's kappa (all raters agree)",
  family: 'categories',
  levels: ['nominal', 'ordinal', 'interval', 'ratio'],
  raters: 'many',
  tables: ['codes'],
  missing: ['listwise'],
  weights: [],
  options: ['agreement', 'missing'],
  source: 'Hubert 1977; Martín Andrés & Álvarez Hernández 2020',
  estimate: hubertKappa,
})
