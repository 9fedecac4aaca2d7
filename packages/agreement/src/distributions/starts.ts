import type { Tails } from './tails.ts'

/** z with upper tail p <= 1/2, to three decimals. (Abramowitz & Stegun 26.2.23) */
function roughNormal(p: number): number {
  const t = Math.sqrt(-2 * Math.log(p))
  return t - (2.515517 + t * (0.802853 + t * 0.010328)) / (1 + t * (1.432788 + t * (0.189269 + t * 0.001308)))
}

function roughDeviate({ lower, upper }: Tails): number {
  return lower < upper ? -roughNormal(lower) : roughNormal(upper)
}

/** Where to begin the search for the logarithm of a quantile of the gamma distribution: Wilson & Hilferty, or far below the lower end. */
export function gammaStart(a: number, wanted: Tails): number {
  const root = 1 - 1 / (9 * a) + roughDeviate(wanted) / (3 * Math.sqrt(a))
  return root > 0.2 ? Math.log(a * root ** 3) : (Math.log(wanted.lower) + Math.log(a) / 2) / a + Math.log(a)
}

/**
 * The same for the log odds of a beta distribution. (Abramowitz & Stegun 26.5.22; for a shape below 1, where that is far off, the
 * middle.)
 */
export function oddsStart(a: number, b: number, wanted: Tails): number {
  if (a < 1 || b < 1) return Math.log(a / b)
  const deviate = -roughDeviate(wanted)
  const h = 2 / (1 / (2 * a - 1) + 1 / (2 * b - 1))
  const lambda = (deviate ** 2 - 3) / 6
  const shift = (1 / (2 * b - 1) - 1 / (2 * a - 1)) * (lambda + 5 / 6 - 2 / (3 * h))
  return Math.log(a / b) - 2 * ((deviate * Math.sqrt(Math.max(0, h + lambda))) / h - shift)
}
