import { normalQuantile, normalTails } from '../distributions/distributions.ts'
import { binomialShares, jointShares } from './binomial-shares.ts'
import type { CaseItems, DriftSettings } from './chart-settings.ts'

/**
 * How a coder's scores differ from the reference, as the settings imply it: normal around 0, rounded to the step, with the spread at which the expected share
 * lies within so many points. Where a case's mean difference varies more than so many independent scores would let it, the scores of a case have a part of their
 * difference in common, and agreement varies more between cases than the binomial distribution says.
 */
export interface CoderModel {
  /** Share of items that agree. */
  readonly expected: number
  /** Largest difference before rounding that still agrees. */
  readonly reach: number
  /** Standard deviations of the part that the scores of a case have in common, and of the rest. */
  readonly common: number
  readonly single: number
}

/** At most so much of the variance is taken to be common: beyond it the settings contradict each other. */
const mostCommon = 0.9

export function coderModel({ agreement, bias }: DriftSettings, items: CaseItems): CoderModel {
  const { expected, within } = agreement
  const { step } = items
  const scales = bias.scales ?? items.scales
  const reach = Math.floor(within / step + 1e-9) * step + step / 2
  const whole = (reach / normalQuantile((1 + expected) / 2)) ** 2
  const rounding = roundingVariance(step)
  const excess = scales > 1 ? (bias.deviation ** 2 - (whole + rounding) / scales) * (scales / (scales - 1)) : 0
  const common = Math.min(mostCommon * whole, Math.max(0, excess))
  return { expected, reach, common: Math.sqrt(common), single: Math.sqrt(whole - common) }
}

/** What rounding to the step adds to the variance of a score. */
export const roundingVariance = (step: number): number => step ** 2 / 12

/** Items of one case: all, and those that are scores on a scale. */
export interface ItemCounts {
  readonly n: number
  readonly scales: number
}

/** Chances of 0, 1 ... n agreeing items in a case whose scores are all `points` too high. */
export function agreedShares(model: CoderModel, { n, scales }: ItemCounts, points = 0): number[] {
  const others = binomialShares(n - scales, model.expected)
  if (model.common === 0) return jointShares(binomialShares(scales, shareAt(model, points)), others)
  const mixed = Array.from({ length: scales + 1 }, () => 0)
  for (const { at, weight } of normalNodes) {
    const shares = binomialShares(scales, shareAt(model, points + at * model.common))
    for (const [hits, share] of shares.entries()) mixed[hits]! += weight * share
  }
  return jointShares(mixed, others)
}

/** Share of scores that agree where the case as a whole is this far off. */
function shareAt({ reach, single }: CoderModel, off: number): number {
  return normalTails((reach - off) / single).lower - normalTails((-reach - off) / single).lower
}

/** Variance of the share of agreeing items, over cases. */
export function varianceOfShare(shares: readonly number[]): number {
  const n = shares.length - 1
  const centre = shares.reduce((sum, share, hits) => sum + share * hits, 0)
  return shares.reduce((sum, share, hits) => sum + share * (hits - centre) ** 2, 0) / n ** 2
}

/** Places and weights to average over a standard normal number; even steps do for a smooth function. */
const normalNodes = nodes(61, 5)

function nodes(count: number, reach: number): { readonly at: number; readonly weight: number }[] {
  const places = Array.from({ length: count }, (_, index) => (index / (count - 1)) * 2 * reach - reach)
  const heights = places.map((at) => Math.exp((-at * at) / 2))
  const whole = heights.reduce((sum, height) => sum + height, 0)
  return places.map((at, index) => ({ at, weight: heights[index]! / whole }))
}
