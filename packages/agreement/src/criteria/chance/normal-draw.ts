import { steadyLog } from '../../base/binomial.ts'
import type { Random } from '../../base/random.ts'

export const uniform = (random: Random): number => (random() + 0.5) / 4294967296

/**
 * A number from the standard normal distribution, the same on every machine.
 *
 * @source Marsaglia & Bray (1964), SIAM Rev. 6(3), 260-264. doi:10.1137/1006063 (polar method)
 */
export function normalDraw(random: Random): number {
  for (;;) {
    const x = 2 * uniform(random) - 1
    const y = 2 * uniform(random) - 1
    const square = x * x + y * y
    if (square < 1 && square > 0) return x * Math.sqrt((-2 * steadyLog(square)) / square)
  }
}
