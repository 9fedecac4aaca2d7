import type { CodeTable } from '../table/types.ts'

/** Shares of the categories each rater gave, for the raters who rated at all. */
export interface RaterShares {
  /** Positions of the raters in the table. */
  readonly raters: readonly number[]
  /** Items each of them rated. */
  readonly rated: Float64Array
  /** `shares[rater * q + category]` */
  readonly shares: Float64Array
}

export function raterShares({ codes, raters, categories }: CodeTable): RaterShares {
  const m = raters.length
  const q = categories.length
  const counts = new Float64Array(m * q)
  const totals = new Float64Array(m)
  for (let index = 0; index < codes.length; index++) {
    const code = codes[index]!
    if (code < 0) continue
    const rater = index % m
    const cell = rater * q + code
    counts[cell] = counts[cell]! + 1
    totals[rater] = totals[rater]! + 1
  }
  const active = [...totals.keys()].filter((rater) => totals[rater]! > 0)
  const shares = new Float64Array(active.length * q)
  for (const [index, rater] of active.entries()) {
    for (let k = 0; k < q; k++) shares[index * q + k] = counts[rater * q + k]! / totals[rater]!
  }
  return { raters: active, rated: Float64Array.from(active, (rater) => totals[rater]!), shares }
}

/** Disagreement by chance: the mean over pairs of different raters of what their own shares would give. */
export function congerBeyond({ raters, shares }: RaterShares, q: number, weights: Float64Array): number {
  const m = raters.length
  let apart = 0
  for (let first = 0; first < m; first++) {
    for (let second = 0; second < m; second++) {
      if (first === second) continue
      for (let cell = 0; cell < q * q; cell++) {
        apart += (1 - weights[cell]!) * shares[first * q + Math.floor(cell / q)]! * shares[second * q + (cell % q)]!
      }
    }
  }
  return apart / (m * (m - 1))
}

/**
 * What a rating of category l by rater g adds to its item's chance agreement: the weights of l with the shares of the *other* raters.
 * A missing rating adds the rater's mean (Gwet 2014, ch. 5).
 */
export interface CongerLinear {
  /** `own[rater * q + category]` */
  readonly own: Float64Array
  /** Mean of `own` over what the rater used. */
  readonly mean: Float64Array
}

export function congerLinear({ raters, shares }: RaterShares, q: number, weights: Float64Array): CongerLinear {
  const m = raters.length
  const all = new Float64Array(q)
  for (let index = 0; index < m * q; index++) all[index % q] = all[index % q]! + shares[index]!
  const own = new Float64Array(m * q)
  const mean = new Float64Array(m)
  for (let g = 0; g < m; g++) {
    for (let l = 0; l < q; l++) {
      let chance = 0
      for (let k = 0; k < q; k++) chance += weights[k * q + l]! * (all[k]! - shares[g * q + k]!)
      own[g * q + l] = chance
      mean[g] = mean[g]! + chance * shares[g * q + l]!
    }
  }
  return { own, mean }
}
