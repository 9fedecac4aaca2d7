import { normalQuantile, normalTails, tQuantile, tTails } from '../distributions/distributions.ts'
import type { Interval, Test, Warning } from '../result.ts'

/** The last quantile of each kind, because many results in a row ask for the same level. */
const lately = { level: 0, z: 0, tLevel: 0, df: 0, t: 0 }

/** z with the given share of the normal distribution between -z and z. */
export function centralNormal(level: number): number {
  if (lately.level !== level) Object.assign(lately, { level, z: normalQuantile((1 + level) / 2) })
  return lately.z
}

/** t with the given share of Student's distribution between -t and t. */
export function centralT(level: number, df: number): number {
  if (lately.tLevel !== level || lately.df !== df)
    Object.assign(lately, { tLevel: level, df, t: tQuantile((1 + level) / 2, df) })
  return lately.t
}

/** estimate ± z · se. Bounds are not cut at ±1: a cut bound hides how little the data say. */
export function normalInterval(estimate: number, se: number, level: number, method: string): Interval {
  const half = centralNormal(level) * se
  return { lower: estimate - half, upper: estimate + half, level, method }
}

/** estimate ± t · se. */
export function tInterval(estimate: number, se: number, df: number, level: number, method: string): Interval {
  const half = centralT(level, df) * se
  return { lower: estimate - half, upper: estimate + half, level, method }
}

/** Two-sided z test of a value against 0, with the standard error under that hypothesis. */
export function zTest(value: number, se: number, hypothesis: string): Test | undefined {
  if (!(se > 0)) return undefined
  const z = value / se
  return { statistic: 'z', value: z, p: 2 * normalTails(Math.abs(z)).upper, se, hypothesis }
}

/** Two-sided t test of a value against 0. */
export function tTest(value: number, se: number, df: number, hypothesis: string): Test | undefined {
  if (!(se > 0)) return undefined
  const t = value / se
  return { statistic: 't', value: t, df1: df, p: 2 * tTails(Math.abs(t), df).upper, hypothesis }
}

/** Said when every item supports the same value, so that the interval shrinks to a point. */
export function noSpread(se: number): Warning[] {
  if (se > 0) return []
  const message = 'The standard error is 0, so the interval is a point; it does not show how uncertain the value is.'
  return [{ code: 'no-spread', message }]
}

/** Bounds that differ by rounding only. */
const ROUNDING = 1e-12

/** The same for an interval from resampling, whose samples may nearly all agree though the standard error is above 0. */
export function noWidth({ lower, upper }: Interval, se: number): Warning[] {
  if (lower === null || upper === null) return []
  const nothing = ROUNDING * Math.abs(upper)
  if (upper - lower > nothing) return []
  if (se > nothing) {
    const message =
      'Nearly all samples give the same value, so the interval is a point; it does not show how uncertain the value is.'
    return [{ code: 'no-spread', message }]
  }
  return noSpread(0)
}

/** Warnings of a result whose interval is taken away: what they say about its width goes too. */
export function besideInterval(warnings: readonly Warning[]): readonly Warning[] {
  return warnings.filter(({ code }) => code !== 'no-spread')
}
