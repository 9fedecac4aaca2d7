import { chiSquaredQuantile } from '../distributions/distributions.ts'
import { checkAbove, checkShare } from './control-chart.ts'

/**
 * How far the true standard deviation may lie from one that was estimated from few cases.
 *
 * The deviation is the root mean square of the cases' differences from the mean that is expected, so that n D² / σ² has a chi-squared distribution with n
 * degrees of freedom, none being lost to an estimated mean. Cases are taken as normal and independent.
 *
 * @param deviation as estimated. @param cases behind it. @param level of the interval, default 0.95.
 * @throws RangeError unless the deviation is above 0, the cases are a whole number from 1 and the level lies between 0 and 1.
 * @source Montgomery (2013), Introduction to Statistical Quality Control, 7th ed., chapter 4. Wiley.
 * @example deviationInterval(0.5, 5).upper.toFixed(3) // '1.226'
 */
export function deviationInterval(
  deviation: number,
  cases: number,
  level = 0.95,
): { readonly lower: number; readonly upper: number } {
  checkAbove(deviation, 'The deviation')
  checkShare(level, 'The level')
  if (!(Number.isInteger(cases) && cases > 0))
    throw new RangeError(`A deviation cannot be estimated from ${cases} cases; one or more are needed.`)
  const at = (p: number) => deviation * Math.sqrt(cases / chiSquaredQuantile(p, cases))
  return { lower: at((1 + level) / 2), upper: at((1 - level) / 2) }
}
