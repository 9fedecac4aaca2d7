import { tQuantile } from '../distributions/distributions.ts'
import { lately } from '../distributions/lately.ts'
import { noncentralTQuantile } from '../distributions/noncentral-t.ts'

/** The samples of a bootstrap ask for the same two quantiles, thousands of times. */
const quantile = lately(noncentralTQuantile)

export interface Bounds {
  readonly lower: number
  readonly upper: number
}

export interface Limit extends Bounds {
  /** Multiplier of the standard deviation. */
  readonly multiplier: number
  /** Approximate standard error of a limit. */
  readonly se: number
  readonly lowerInterval: Bounds
  readonly upperInterval: Bounds
}

export interface Differences {
  readonly n: number
  readonly mean: number
  readonly sd: number
}

/**
 * Limits mean -/+ multiplier x sd of differences with an interval for each limit.
 *
 * `exact` uses the noncentral t distribution of (limit - mean) sqrt(n) / sd and is not symmetric around the limit; `t` is t with the
 * standard error s sqrt(1/n + z^2 / (2 (n - 1))); `rough` is t with s sqrt(3 / n), as printed in 1986.
 *
 * @source Carkeet (2015), Optom. Vis. Sci. 92(3), e71-e80. doi:10.1097/OPX.0000000000000513 (exact)
 * @source Bland & Altman (1999), Stat. Methods Med. Res. 8(2), 135-160. doi:10.1177/096228029900800204 (t)
 */
export function limitsOf(
  { n, mean, sd }: Differences,
  multiplier: number,
  method: 'exact' | 't' | 'rough',
  level: number,
): Limit {
  const df = n - 1
  const tail = (1 - level) / 2
  const se = sd * (method === 'rough' ? Math.sqrt(3 / n) : Math.sqrt(1 / n + multiplier ** 2 / (2 * df)))
  const [near, far] = reaches()
  return {
    lower: mean - multiplier * sd,
    upper: mean + multiplier * sd,
    multiplier,
    se,
    lowerInterval: { lower: mean - far, upper: mean - near },
    upperInterval: { lower: mean + near, upper: mean + far },
  }

  /** Distance from the mean of the near and the far bound of a limit. */
  function reaches(): [number, number] {
    if (method === 'exact') {
      const reach = (p: number): number =>
        sd === 0 ? 0 : (sd * quantile(p, df, multiplier * Math.sqrt(n))) / Math.sqrt(n)
      return [reach(tail), reach(1 - tail)]
    }
    const half = tQuantile(1 - tail, df) * se
    return [multiplier * sd - half, multiplier * sd + half]
  }
}
