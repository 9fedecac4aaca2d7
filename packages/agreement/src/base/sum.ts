const itself = (value: number): number => value

/**
 * Sum with Neumaier's compensation: the error does not grow with the number of values.
 *
 * @param part what of each value is summed up.
 * @source Neumaier (1974), Z. angew. Math. Mech. 54, 39-51. doi:10.1002/zamm.19740540106
 */
export function sum(values: ArrayLike<number>, part = itself): number {
  let total = 0
  let lost = 0
  for (let index = 0; index < values.length; index++) {
    const value = part(values[index]!)
    const next = total + value
    lost += Math.abs(total) >= Math.abs(value) ? total - next + value : value - next + total
    total = next
  }
  return total + lost
}

/** Mean, taken around the first value so that digits common to all values are not lost. */
export function mean(values: ArrayLike<number>): number {
  const origin = values[0]!
  return origin + sum(values, (value) => value - origin) / values.length
}

/** Sum of squared deviations from the mean, in two passes with the correction for the rounded mean. */
export function squaredDeviations(values: ArrayLike<number>): number {
  const centre = mean(values)
  const rest = sum(values, (value) => value - centre)
  return Math.max(0, sum(values, (value) => (value - centre) ** 2) - rest ** 2 / values.length)
}
