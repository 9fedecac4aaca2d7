import { cellWeight, chanceAgreement, kappaVariance } from './kappa-variance.ts'
import {
  between,
  checkItems,
  criticalDeviate,
  given,
  type Power,
  powerDeviate,
  probabilityBelow,
  type Risks,
  type SampleSize,
  sampleSize,
} from './plan.ts'

/** Two raters and two categories; `rate1` and `rate2` are the shares of items each rater calls positive. */
export interface BinaryKappa {
  readonly kappa0: number
  readonly kappa1: number
  readonly rate1: number
  readonly rate2: number
}

/** Standard deviation of kappa for one item in the only table that these shares and kappa allow. */
function deviation({ rate1, rate2 }: BinaryKappa, kappa: number): number {
  const rows = [between(rate1, 0, 1, 'rate1'), 1 - rate1]
  const columns = [between(rate2, 0, 1, 'rate2'), 1 - rate2]
  const chance = chanceAgreement(rows, columns)
  const observed = kappa * (1 - chance) + chance
  const both = (observed - 1 + rate1 + rate2) / 2
  const cells = [
    [both, rate1 - both],
    [rate2 - both, observed - both],
  ]
  if (cells.flat().some((cell) => cell < -1e-12)) {
    throw new RangeError(`A kappa of ${kappa} is not possible with the rates ${rate1} and ${rate2}.`)
  }
  let weighted = 0
  for (const [i, row] of cells.entries()) {
    for (const [j, cell] of row.entries()) weighted += cell * cellWeight(rows, columns, kappa, i, j)
  }
  return Math.sqrt(kappaVariance(weighted, kappa, chance))
}

/**
 * Items needed to tell Cohen's kappa from `kappa0` if it is `kappa1`: two raters, two categories.
 *
 * @param plan `tails` defaults to 1.
 * @returns whole items, and the value before rounding up.
 * @throws RangeError if a rate is not between 0 and 1, the kappas are equal, or a kappa is not possible with these rates.
 * @source Cantor (1996), Psychol. Methods 1(2), 150-153. doi:10.1037/1082-989X.1.2.150
 * @checked data/reference/power.json
 * @example sampleSizeKappaBinary({ kappa0: 0.4, kappa1: 0.7, rate1: 0.5, rate2: 0.5 }).items // 50
 */
export function sampleSizeKappaBinary(plan: BinaryKappa & Power): SampleSize {
  const { tails = 1 } = plan
  const [kappa0, kappa1] = [given(plan.kappa0, 'kappa0'), given(plan.kappa1, 'kappa1')]
  if (kappa0 === kappa1) throw new RangeError('The two kappas are equal.')
  const reach = criticalDeviate(plan, tails) * deviation(plan, kappa0) + powerDeviate(plan) * deviation(plan, kappa1)
  return sampleSize((reach / (kappa1 - kappa0)) ** 2)
}

/**
 * Probability of telling Cohen's kappa from `kappa0` with so many items: the reverse of `sampleSizeKappaBinary`.
 *
 * @source Cantor (1996), Psychol. Methods 1(2), 150-153.
 * @example powerKappaBinary({ kappa0: 0.4, kappa1: 0.7, rate1: 0.5, rate2: 0.5, items: 50 }) // 0.8049604272517109
 */
export function powerKappaBinary(plan: BinaryKappa & Risks & { readonly items: number }): number {
  const { tails = 1 } = plan
  const [kappa0, kappa1] = [given(plan.kappa0, 'kappa0'), given(plan.kappa1, 'kappa1')]
  const items = checkItems(plan.items, 0)
  const away = Math.abs(kappa1 - kappa0) * Math.sqrt(items)
  return probabilityBelow((away - criticalDeviate(plan, tails) * deviation(plan, kappa0)) / deviation(plan, kappa1))
}
