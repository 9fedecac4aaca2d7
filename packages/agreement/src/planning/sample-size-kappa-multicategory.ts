import { maximise } from '../base/linear-program.ts'
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

/** Two raters with the same share of each category. */
export interface MulticategoryKappa {
  readonly kappa0: number
  readonly kappa1: number
  /** Shares of the categories, together 1. */
  readonly shares: readonly number[]
}

/** Largest standard deviation of kappa for one item in any table with these margins: a linear program. */
function largestDeviation(shares: readonly number[], kappa: number): number {
  const q = shares.length
  const chance = chanceAgreement(shares, shares)
  const observed = kappa * (1 - chance) + chance
  const cells = shares.flatMap((_, i) => shares.map((__, j) => [i, j] as const))
  const rows = [
    ...shares.map((_, row) => cells.map(([i]) => (i === row ? 1 : 0))),
    ...shares.slice(1).map((_, column) => cells.map(([, j]) => (j === column ? 1 : 0))),
    cells.map(([i, j]) => (i === j ? 1 : 0)),
  ]
  const gain = cells.map(([i, j]) => cellWeight(shares, shares, kappa, i, j))
  const weighted = maximise({ gain, rows, right: [...shares, ...shares.slice(0, q - 1), observed] })
  if (weighted === null)
    throw new RangeError(`A kappa of ${kappa} is not possible with the shares ${shares.join(', ')}.`)
  return Math.sqrt(kappaVariance(weighted, kappa, chance))
}

function checkShares(shares: readonly number[] | undefined): readonly number[] {
  if (shares === undefined) throw new RangeError('The shares of the categories are missing.')
  if (shares.length < 2) throw new RangeError('Two categories are needed.')
  for (const share of shares) between(share, 0, 1, 'Share')
  const total = shares.reduce((sum, share) => sum + share, 0)
  if (Math.abs(total - 1) > 1e-9) throw new RangeError(`The shares add up to ${total}, not to 1.`)
  return shares
}

/**
 * Items needed to tell Cohen's kappa from `kappa0` if it is `kappa1`: two raters, any number of categories.
 *
 * Only the shares of the categories are assumed; of all tables that have them and the kappa, the one with the largest standard error
 * counts, so the number is on the safe side.
 *
 * @param plan `tails` defaults to 1.
 * @returns whole items, and the value before rounding up.
 * @throws RangeError if the shares do not add up to 1, the kappas are equal, or a kappa is not possible.
 * @source Flack, Afifi, Lachenbruch & Schouten (1988), Psychometrika 53(3), 321-325. doi:10.1007/BF02294215
 * @checked data/reference/power.json — irr 0.84.1 N2.cohen.kappa
 * @example sampleSizeKappaMulticategory({ kappa0: 0.3, kappa1: 0.5, shares: [0.2, 0.25, 0.55] }).items // 112
 */
export function sampleSizeKappaMulticategory(plan: MulticategoryKappa & Power): SampleSize {
  const { tails = 1 } = plan
  const [kappa0, kappa1] = [given(plan.kappa0, 'kappa0'), given(plan.kappa1, 'kappa1')]
  const shares = checkShares(plan.shares)
  if (kappa0 === kappa1) throw new RangeError('The two kappas are equal.')
  const deviation = (kappa: number): number => largestDeviation(shares, kappa)
  const reach = criticalDeviate(plan, tails) * deviation(kappa0) + powerDeviate(plan) * deviation(kappa1)
  return sampleSize((reach / (kappa1 - kappa0)) ** 2)
}

/**
 * Least probability of telling Cohen's kappa from `kappa0` with so many items: the reverse of `sampleSizeKappaMulticategory`.
 *
 * @source Flack, Afifi, Lachenbruch & Schouten (1988), Psychometrika 53(3), 321-325.
 * @example powerKappaMulticategory({ kappa0: 0.3, kappa1: 0.5, shares: [0.2, 0.25, 0.55], items: 112 }) > 0.8 // true
 */
export function powerKappaMulticategory(plan: MulticategoryKappa & Risks & { readonly items: number }): number {
  const { tails = 1 } = plan
  const [kappa0, kappa1] = [given(plan.kappa0, 'kappa0'), given(plan.kappa1, 'kappa1')]
  const items = checkItems(plan.items, 0)
  const shares = checkShares(plan.shares)
  const away = Math.abs(kappa1 - kappa0) * Math.sqrt(items)
  const critical = criticalDeviate(plan, tails) * largestDeviation(shares, kappa0)
  return probabilityBelow((away - critical) / largestDeviation(shares, kappa1))
}
