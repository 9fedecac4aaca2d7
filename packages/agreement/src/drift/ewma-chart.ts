import { type ChartPoint, type ControlChart, checkAbove } from './control-chart.ts'

/** One case: what was observed, and the standard deviation such a case has in control. */
export interface Observed {
  readonly value: number | null
  readonly deviation: number
}

export interface EwmaOptions {
  /** Mean in control. */
  readonly expected: number
  /** Weight of the newest case, above 0 to 1; default 0.2. */
  readonly lambda?: number
  /** Width of the limits in standard deviations of the average; default 2.962, an average of 500 cases between false alarms. */
  readonly limit?: number
  /** Watch both sides (default), or only for values that are too low. */
  readonly sides?: 'both' | 'lower'
  /** Values cannot lie outside; limits are drawn no further. */
  readonly within?: readonly [low: number, high: number]
}

export const defaultLambda = 0.2
export const defaultLimit = 2.962

/** @throws RangeError unless 0 < lambda <= 1. */
export function checkLambda(lambda: number): number {
  if (!(lambda > 0 && lambda <= 1)) throw new RangeError(`Lambda is ${lambda}; it has to be above 0 and at most 1.`)
  return lambda
}

/**
 * EWMA chart: an average in which each case counts `lambda` and all before it the rest, against limits for that average. It finds a small lasting
 * shift much sooner than a chart of single cases.
 *
 * The limits are exact from the first case on: the variance of the average is carried from case to case, v = λ² s² + (1 − λ)² v, so that cases with more
 * items may have a smaller deviation. They widen towards the usual L s √(λ / (2 − λ)). A case without a value leaves the average as it is and has no point on it.
 *
 * @throws RangeError if lambda is not in (0, 1], or the limit or a deviation is not above 0.
 * @source Roberts (1959), Technometrics 1(3), 239-250. doi:10.1080/00401706.1959.10489860
 * @source Lucas & Saccucci (1990), Technometrics 32(1), 1-12. doi:10.1080/00401706.1990.10484583
 * @example ewmaChart([{ value: 1, deviation: 1 }, { value: 2, deviation: 1 }], { expected: 0 }).points.map(({ shown }) => shown) // [0.2, 0.56]
 */
export function ewmaChart(cases: readonly Observed[], options: EwmaOptions): ControlChart {
  const { expected, sides = 'both', within = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY] } = options
  const lambda = checkLambda(options.lambda ?? defaultLambda)
  const limit = checkAbove(options.limit ?? defaultLimit, 'The limit')
  let average = expected
  let variance = 0
  const points = cases.map(({ value, deviation }): ChartPoint => {
    if (value !== null) {
      average = lambda * value + (1 - lambda) * average
      variance = (lambda * checkAbove(deviation, 'The deviation of a case')) ** 2 + (1 - lambda) ** 2 * variance
    }
    const half = limit * Math.sqrt(variance)
    const lower = Math.max(within[0], expected - half)
    const upper = sides === 'lower' ? within[1] : Math.min(within[1], expected + half)
    const side = value === null ? null : average < lower ? 'below' : average > upper ? 'above' : null
    return {
      value,
      shown: value === null ? null : average,
      lower,
      upper,
      signals: side === null ? [] : ['beyond-limits'],
      direction: side,
    }
  })
  const words = `The average in which each new case counts ${lambda} lies beyond ${limit} of its standard deviations${sides === 'lower' ? ', on the low side' : ''}.`
  return { chart: 'ewma', centre: expected, points, rules: [{ id: 'beyond-limits', words }] }
}
