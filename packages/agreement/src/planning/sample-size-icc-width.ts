import { normalQuantile } from '../distributions/distributions.ts'
import { between, checkRaters, type SampleSize, sampleSize } from './plan.ts'

/**
 * Items needed for an interval of ICC(C,1) or ICC(1) of a given full width, if the ICC is `rho`.
 *
 * The width holds on average, not in every study. With two raters and an ICC of .7 or more Bonett adds 5 rho items.
 *
 * @param plan `width`: upper minus lower bound; `confidence` defaults to 0.95.
 * @throws RangeError if a value is out of bounds.
 * @source Bonett (2002), Stat. Med. 21(9), 1331-1335. doi:10.1002/sim.1108
 * @checked data/reference/power.json
 * @example sampleSizeIccWidth({ rho: 0.8, raters: 3, width: 0.2 }).items // 36
 */
export function sampleSizeIccWidth(plan: {
  readonly rho: number
  readonly raters: number
  readonly width: number
  readonly confidence?: number
}): SampleSize {
  const { confidence = 0.95 } = plan
  const k = checkRaters(plan.raters)
  const rho = between(plan.rho, -1 / (k - 1), 1, 'rho')
  const width = between(plan.width, 0, 2, 'Width')
  const z = normalQuantile((1 + between(confidence, 0, 1, 'Confidence')) / 2)
  const spread = (1 - rho) * (1 + (k - 1) * rho)
  const extra = k === 2 && rho >= 0.7 ? 5 * rho : 0
  return sampleSize((8 * z ** 2 * spread ** 2) / (k * (k - 1) * width ** 2) + 1 + extra)
}
