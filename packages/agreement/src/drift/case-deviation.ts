import type { CaseItems, DriftSettings } from './chart-settings.ts'
import { coderModel, roundingVariance } from './coder-model.ts'

/** Standard deviation of a case's mean difference in control, by the number of its rated scales. */
export type CaseDeviation = (scales: number) => number

/**
 * How much the mean difference of a case varies in control, for any number of rated scales.
 *
 * The mean of m scores has the variance τ² + w/m: what the scores of a case have in common stays, what each has of its own averages out, with
 * w = σ² − τ² + step²/12. The settings give the deviation D of a case with s scales; of m scales it is √(D² + w (1/m − 1/s)), so that the one given is met
 * exactly. Where D is smaller than that of s independent scores, nothing is common and D² s is all there is: D √(s/m).
 *
 * Without a number of scales in the settings, and for a case without any, it is the deviation as given.
 */
export function caseDeviation(settings: DriftSettings, items: CaseItems): CaseDeviation {
  const { deviation, scales: given = null } = settings.bias
  if (given === null) return () => deviation
  const own = coderModel(settings, items).single ** 2 + roundingVariance(items.step)
  const averaged = Math.min(own, deviation ** 2 * given)
  return (scales) => (scales === 0 ? deviation : Math.sqrt(deviation ** 2 + averaged * (1 / scales - 1 / given)))
}
