import {
  between,
  checkItems,
  checkRaters,
  criticalDeviate,
  type Power,
  powerDeviate,
  probabilityBelow,
  type Risks,
  type SampleSize,
  sampleSize,
} from './plan.ts'

/** The one-way or consistency ICC that the study is to tell from `rho0`. */
export interface IccHypotheses {
  readonly rho0: number
  readonly rho1: number
  readonly raters: number
}

/** Squared distance of the two values on the scale of log F, for one item. */
function distance({ rho0, rho1, raters }: IccHypotheses): number {
  const odds = (rho: number, name: string): number => between(rho, -1 / (checkRaters(raters) - 1), 1, name) / (1 - rho)
  const [low, high] = [odds(rho0, 'rho0'), odds(rho1, 'rho1')]
  if (!(rho1 > rho0)) throw new RangeError(`rho1 ${rho1} is not above rho0 ${rho0}.`)
  const ratio = Math.log((1 + raters * low) / (1 + raters * high))
  return (ratio ** 2 * (raters - 1)) / (2 * raters)
}

/**
 * Items needed to show that an ICC is above `rho0` if it is `rho1`, each item scored by the same number of raters.
 *
 * An approximation that is close to the exact F test from about ten items on.
 *
 * @param plan `tails` defaults to 1: the question is whether the ICC is *above* a value.
 * @returns whole items, and the value before rounding up.
 * @throws RangeError if a value is out of bounds or rho1 is not above rho0.
 * @source Walter, Eliasziw & Donner (1998), Stat. Med. 17(1), 101-110. doi:10.1002/(SICI)1097-0258(19980115)17:1<101::AID-SIM727>3.0.CO;2-E
 * @checked data/reference/power.json
 * @example sampleSizeIcc({ rho0: 0.7, rho1: 0.85, raters: 2 }).items // 42
 */
export function sampleSizeIcc(plan: IccHypotheses & Power): SampleSize {
  const { tails = 1 } = plan
  return sampleSize(1 + (criticalDeviate(plan, tails) + powerDeviate(plan)) ** 2 / distance(plan))
}

/**
 * Probability of showing that an ICC is above `rho0` if it is `rho1`, with so many items: the reverse of `sampleSizeIcc`.
 *
 * @throws RangeError as `sampleSizeIcc`, or if there are fewer than two items.
 * @source Walter, Eliasziw & Donner (1998), Stat. Med. 17(1), 101-110.
 * @example powerIcc({ rho0: 0.7, rho1: 0.85, raters: 2, items: 42 }) // 0.8009490078415202
 */
export function powerIcc(plan: IccHypotheses & Risks & { readonly items: number }): number {
  const { tails = 1 } = plan
  const items = checkItems(plan.items, 2)
  return probabilityBelow(Math.sqrt((items - 1) * distance(plan)) - criticalDeviate(plan, tails))
}
