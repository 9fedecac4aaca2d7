import type { CrossedSums } from './crossed-sums.ts'
import { type Deviance, type Ratios, restrictedDeviance } from './reml.ts'
import { root } from './root.ts'

export interface Fit extends Deviance, Ratios {}

/** Largest ratio of variances that is looked at; beyond it rounding is all there is. */
const LARGEST = 1e10

/** Steps on the log scale that no longer matter: the likelihood is flat there to the 20th digit. */
const CLOSE = 1e-10

/**
 * Where a slope that is negative at 0 turns positive; 0 if it does not begin negative. The root is sought on the log scale, where
 * the slope times the ratio is nearly straight, from `start` on.
 */
function turning(slope: (ratio: number) => number, start = 0.2): number {
  if (slope(0) >= 0) return 0
  const steepness = (log: number): number => slope(Math.exp(log)) * Math.exp(log)
  let near = Math.log(Math.max(start, 1 / LARGEST))
  const above = steepness(near) > 0
  let far = near
  for (let step = above ? -0.5 : 0.5; far === near || steepness(far) > 0 === above; step *= 2) {
    if (Math.abs(far) > Math.log(LARGEST)) return above ? 0 : LARGEST
    ;[near, far] = [far, far + step]
  }
  return Math.exp(root(steepness, near, far, CLOSE))
}

function at(sums: CrossedSums, ratios: Ratios): Fit {
  return { ...ratios, ...restrictedDeviance(sums, ratios) }
}

/** Best fit with the ratio of the items given. */
export function fitRaters(sums: CrossedSums, items: number, start?: number): Fit {
  const raters = turning((ratio) => restrictedDeviance(sums, { items, raters: ratio }).ofRaters, start)
  return at(sums, { items, raters })
}

/** Best fit of both ratios, each at least 0: the slope in the items' ratio is followed along the best raters' ratio. */
export function fit(sums: CrossedSums): Fit {
  return fitRaters(
    sums,
    turning((items) => fitRaters(sums, items).ofItems),
  )
}

/** Best fit with a given single-rater ICC for agreement: items = odds (1 + raters). */
export function fitAgreement(sums: CrossedSums, icc: number): Fit {
  const odds = icc / (1 - icc)
  const ratios = (raters: number): Ratios => ({ items: odds * (1 + raters), raters })
  const raters = turning((ratio) => {
    const { ofItems, ofRaters } = restrictedDeviance(sums, ratios(ratio))
    return ofRaters + odds * ofItems
  })
  return at(sums, ratios(raters))
}

/** Best fit with a given single-rater ICC for consistency. */
export function fitConsistency(sums: CrossedSums, icc: number): Fit {
  return fitRaters(sums, icc / (1 - icc))
}
