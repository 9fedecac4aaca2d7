import { checkChoice } from '../base/choice.ts'
import { kappaSizeNoncentrality } from './kappa-size.ts'
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

/** Two categories, raters who are exchangeable; `prevalence` is the share of positive codes. */
export interface CommonKappa {
  readonly kappa0: number
  readonly kappa1: number
  readonly prevalence: number
  readonly raters: number
}

/** Probability of each number of positive codes: with probability kappa all raters say the same, else each for oneself. */
function positives({ prevalence, raters, ...kappas }: CommonKappa, name: 'kappa0' | 'kappa1'): number[] {
  const p = between(prevalence, 0, 1, 'Prevalence')
  const kappa = between(kappas[name], 0, 1, name)
  let ways = 1
  return Array.from({ length: checkRaters(raters) + 1 }, (_, count) => {
    if (count > 0) ways = (ways * (raters - count + 1)) / count
    const alone = ways * p ** count * (1 - p) ** (raters - count)
    const together = count === 0 ? 1 - p : count === raters ? p : 0
    return (1 - kappa) * alone + kappa * together
  })
}

/** Noncentrality of the goodness-of-fit test for one item. */
function distance(plan: CommonKappa): number {
  const expected = positives(plan, 'kappa0')
  const actual = positives(plan, 'kappa1')
  if (plan.kappa0 === plan.kappa1) throw new RangeError('The two kappas are equal.')
  return expected.reduce((total, share, count) => total + (actual[count]! - share) ** 2 / share, 0)
}

/**
 * Items needed to tell an intraclass kappa (Scott's pi, Fleiss' kappa of two categories) from `kappa0` by the goodness-of-fit test.
 *
 * Holds for two raters; for more it assumes that raters who do not agree as one are independent.
 *
 * @param plan `tails` defaults to 2. `search` 'kappaSize' repeats the R package's search, which stops early: the value before rounding is
 *   then off in the sixth digit; default 'exact'.
 * @returns whole items, and the value before rounding up.
 * @throws RangeError if prevalence or a kappa is not between 0 and 1, the kappas are equal, or the search is neither of the two.
 * @source Donner & Eliasziw (1992), Stat. Med. 11(11), 1511-1519. doi:10.1002/sim.4780111109
 * @source Altaye, Donner & Klar (2001), Biometrics 57(2), 584-588. doi:10.1111/j.0006-341X.2001.00584.x (more raters)
 * @checked data/reference/power.json — kappaSize 1.2
 * @example sampleSizeKappaGof({ kappa0: 0.4, kappa1: 0.6, prevalence: 0.3, raters: 2 }).items // 191
 */
export function sampleSizeKappaGof(
  plan: CommonKappa & Power & { readonly search?: 'exact' | 'kappaSize' },
): SampleSize {
  const { tails = 2, alpha = 0.05, power = 0.8, search = 'exact' } = plan
  checkChoice('search', search, ['exact', 'kappaSize'])
  const exact = (criticalDeviate(plan, tails) + powerDeviate(plan)) ** 2
  return sampleSize((search === 'exact' ? exact : kappaSizeNoncentrality((alpha * 2) / tails, power)) / distance(plan))
}

/**
 * Power of the goodness-of-fit test with so many items: the reverse of `sampleSizeKappaGof`.
 *
 * @source Donner & Eliasziw (1992), Stat. Med. 11(11), 1511-1519.
 * @example powerKappaGof({ kappa0: 0.4, kappa1: 0.6, prevalence: 0.3, raters: 2, items: 191 }) // 0.8011185596041495
 */
export function powerKappaGof(plan: CommonKappa & Risks & { readonly items: number }): number {
  const { tails = 2 } = plan
  const items = checkItems(plan.items, 0)
  return probabilityBelow(Math.sqrt(items * distance(plan)) - criticalDeviate(plan, tails))
}
