import type { Deviance, DevianceAt, Ratios } from './reml.ts'
import { rootBetween } from './root.ts'

export interface Fit extends Deviance, Ratios {}

/** Largest ratio of variances that is looked at; beyond it rounding is all there is. */
const LARGEST = 1e10

/** Steps on the log scale that no longer matter: the likelihood is flat there to the 20th digit. */
const CLOSE = 1e-10

/** Where a search begins that knows nothing better, and how far its first step goes on the log scale. */
const START = 0.2
const STEP = 0.5

/**
 * Where a slope that is negative at 0 turns positive; 0 if it does not begin negative. The root is sought on the log scale, where
 * the slope times the ratio is nearly straight, from `start` on.
 */
function turning(slope: (ratio: number) => number, start = START): number {
  if (slope(0) >= 0) return 0
  const steepness = (log: number): number => {
    const ratio = Math.exp(log)
    return slope(ratio) * ratio
  }
  let near = Math.log(start > 1 / LARGEST ? start : START)
  let nearValue = steepness(near)
  const above = nearValue > 0
  for (let step = above ? -STEP : STEP; Math.abs(near) <= Math.log(LARGEST); step *= 2) {
    const far = near + step
    const farValue = steepness(far)
    if (farValue > 0 !== above) return Math.exp(rootBetween(steepness, [near, nearValue], [far, farValue], CLOSE))
    ;[near, nearValue] = [far, farValue]
  }
  return above ? 0 : LARGEST
}

function at(deviance: DevianceAt, ratios: Ratios): Fit {
  return { ...ratios, ...deviance(ratios) }
}

/** Best fit with the ratio of the items given. */
export function fitRaters(deviance: DevianceAt, items: number, start?: number): Fit {
  const raters = turning((ratio) => deviance({ items, raters: ratio }).ofRaters, start)
  return at(deviance, { items, raters })
}

/** Best fit of both ratios, each at least 0: the slope in the items' ratio is followed along the best raters' ratio. */
export function fit(deviance: DevianceAt): Fit {
  let raters: number | undefined // the last one found: the next is near it
  const along = (items: number): number => {
    const found = fitRaters(deviance, items, raters)
    raters = found.raters
    return found.ofItems
  }
  return fitRaters(deviance, turning(along), raters)
}

/** Best fit with a given single-rater ICC for agreement: items = odds (1 + raters). */
export function fitAgreement(deviance: DevianceAt, icc: number, start?: number): Fit {
  const odds = icc / (1 - icc)
  const ratios = (raters: number): Ratios => ({ items: odds * (1 + raters), raters })
  const raters = turning((ratio) => {
    const { ofItems, ofRaters } = deviance(ratios(ratio))
    return ofRaters + odds * ofItems
  }, start)
  return at(deviance, ratios(raters))
}

/** Best fit with a given single-rater ICC for consistency. */
export function fitConsistency(deviance: DevianceAt, icc: number, start?: number): Fit {
  return fitRaters(deviance, icc / (1 - icc), start)
}
