/** One point of a planning curve: how often somebody below the standard passes with so many cases. */
type Point = { readonly cases: number; readonly chance: number; readonly upper: number | null }

/**
 * The smallest size from which on a wrong pass is rarer than `risk`, among the sizes that were asked for; `null`: none of them.
 *
 * A rule may be harder with 10 cases than with 11 (80 % of 11 are 9), so all larger sizes have to keep below the risk too. Of a simulated
 * chance the upper limit counts.
 */
export function casesNeeded(points: readonly Point[], risk = 0.05): number | null {
  let needed: number | null = null
  for (const { cases, chance, upper } of points.toSorted((one, other) => other.cases - one.cases)) {
    if ((upper ?? chance) >= risk) break
    needed = cases
  }
  return needed
}
