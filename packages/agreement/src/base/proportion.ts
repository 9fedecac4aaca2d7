import { betaQuantile } from '../distributions/distributions.ts'
import type { Interval } from '../result.ts'
import { centralNormal } from './intervals.ts'

/** Wilson's interval of a proportion: stays inside 0 to 1 and has a width even at 0 and 1. */
export function wilsonInterval(hits: number, n: number, level: number): Interval {
  const z2 = centralNormal(level) ** 2
  const centre = (hits + z2 / 2) / (n + z2)
  const half = Math.sqrt(z2 * ((hits * (n - hits)) / n + z2 / 4)) / (n + z2)
  return {
    lower: hits === 0 ? 0 : centre - half,
    upper: hits === n ? 1 : centre + half,
    level,
    method: 'Wilson',
  }
}

/** Clopper and Pearson's exact interval: covers at least as often as its level says. */
export function exactInterval(hits: number, n: number, level: number): Interval {
  const tail = (1 - level) / 2
  return {
    lower: hits === 0 ? 0 : betaQuantile(tail, hits, n - hits + 1),
    upper: hits === n ? 1 : betaQuantile(1 - tail, hits + 1, n - hits),
    level,
    method: 'Clopper-Pearson',
  }
}
