import { checkChoice } from '../base/choice.ts'
import { fQuantile, fTails } from '../distributions/distributions.ts'
import { between, checkRaters, type SampleSize } from './plan.ts'

/** What the interval of ICC(1) or ICC(C,1) is to achieve, and how surely. */
export interface IccAssurance {
  /** The ICC that is expected. */
  readonly rho: number
  readonly raters: number
  /** One-way ICC(1) (each item its own raters, default) or two-way consistency ICC(C,1). */
  readonly design?: 'oneway' | 'twoway'
  /** The lower bound is to lie above this value (one-sided interval), or ... */
  readonly lower?: number
  /** ... upper minus lower bound is to be at most this (two-sided interval). */
  readonly width?: number
  readonly confidence?: number
}

/**
 * Items needed so that the interval of an ICC is as good as wanted *with a stated probability*: its lower bound above a value, or its
 * width below one. Planning for the mean width (`sampleSizeIccWidth`) fails in about every second study.
 *
 * Zou's closed formulas approximate this probability; here it is computed from the F distribution itself, which is exact for normal scores.
 * `exact` is the number of items as if they could be divided, from the two neighbouring probabilities.
 *
 * @param plan either `lower` or `width`; `confidence` 0.95, `assurance` 0.8.
 * @throws RangeError if a value is out of bounds, or not exactly one of `lower` and `width` is given, or a million items are too few.
 * @source Zou (2012), Stat. Med. 31(29), 3972-3981. doi:10.1002/sim.5466
 * @checked test/agreement/scales/assurance.test.ts: simulated studies; the power of the F test
 * @example sampleSizeIccAssurance({ rho: 0.8, raters: 3, lower: 0.6, assurance: 0.8 }).items // 26
 */
export function sampleSizeIccAssurance(plan: IccAssurance & { readonly assurance?: number }): SampleSize {
  const assurance = between(plan.assurance ?? 0.8, 0, 1, 'Assurance')
  const reached = (items: number): boolean => assuranceIcc({ ...plan, items }) >= assurance
  let high = 2
  while (!reached(high)) {
    high *= 2
    if (high > 1_000_000) throw new RangeError('More than a million items would be needed.')
  }
  if (high === 2) return { items: 2, exact: 2 }
  let low = high / 2
  while (high - low > 1) {
    const middle = (low + high) >> 1
    if (reached(middle)) high = middle
    else low = middle
  }
  const [below, above] = [assuranceIcc({ ...plan, items: low }), assuranceIcc({ ...plan, items: high })]
  return { items: high, exact: low + (assurance - below) / (above - below) }
}

/**
 * Probability that the interval of an ICC from so many items is as good as wanted: the reverse of `sampleSizeIccAssurance`.
 *
 * @throws RangeError as `sampleSizeIccAssurance`, or if there are fewer than two items.
 * @source Zou (2012), Stat. Med. 31(29), 3972-3981. doi:10.1002/sim.5466
 * @example assuranceIcc({ rho: 0.8, raters: 3, lower: 0.6, items: 26 }) > 0.8 // true
 */
export function assuranceIcc(plan: IccAssurance & { readonly items: number }): number {
  const { items, lower, width, design = 'oneway', confidence = 0.95 } = plan
  checkChoice('design', design, ['oneway', 'twoway'])
  const k = checkRaters(plan.raters)
  const rho = between(plan.rho, -1 / (k - 1), 1, 'rho')
  between(confidence, 0, 1, 'Confidence')
  if (items === undefined) throw new RangeError('The number of items is missing.')
  if (!(Number.isInteger(items) && items >= 2)) throw new RangeError(`${items} items are not possible; two are needed.`)
  if ((lower === undefined) === (width === undefined)) throw new RangeError('Either lower or width is to be said.')
  const df1 = items - 1
  const df2 = design === 'oneway' ? items * (k - 1) : df1 * (k - 1)
  // The F ratio of a study is this factor times a draw from the F distribution.
  const factor = (value: number): number => 1 + (k * value) / (1 - value)
  if (lower !== undefined) {
    const bound = between(lower, -1 / (k - 1), rho, 'lower')
    return fTails((factor(bound) * fQuantile(confidence, df1, df2)) / factor(rho), df1, df2).upper
  }
  const wanted = between(width ?? 0, 0, 1 + 1 / (k - 1), 'Width')
  const critical = { low: fQuantile((1 - confidence) / 2, df1, df2), high: fQuantile((1 + confidence) / 2, df1, df2) }
  return probabilityOfWidth(wanted, k, critical, (f) => fTails(f / factor(rho), df1, df2))
}

/** The width rises and falls with the F ratio once, so it is small enough below one ratio and above another. */
function probabilityOfWidth(
  wanted: number,
  k: number,
  critical: { readonly low: number; readonly high: number },
  tails: (f: number) => { readonly lower: number; readonly upper: number },
): number {
  const icc = (f: number): number => (f - 1) / (f + k - 1)
  const widthAt = (f: number): number => icc(f / critical.low) - icc(f / critical.high)
  const widest = (k - 1) * Math.sqrt(critical.low * critical.high) // where the derivative of the width is 0
  if (widthAt(widest) <= wanted) return 1
  const crossing = (narrow: number): number => {
    let [inside, outside] = [narrow, widest]
    for (let step = 0; step < 200 && Math.abs(outside / inside - 1) > 1e-15; step++) {
      const middle = Math.sqrt(inside * outside)
      if (widthAt(middle) <= wanted) inside = middle
      else outside = middle
    }
    return inside
  }
  return tails(crossing(widest * 1e-12)).lower + tails(crossing(widest * 1e12)).upper
}
