/**
 * Sum with Neumaier's compensation: the error does not grow with the number of values.
 *
 * @source Neumaier (1974), Z. angew. Math. Mech. 54, 39-51. doi:10.1002/zamm.19740540106
 */
export function sum(values: Iterable<number>): number {
  let total = 0
  let lost = 0
  for (const value of values) {
    const next = total + value
    lost += Math.abs(total) >= Math.abs(value) ? total - next + value : value - next + total
    total = next
  }
  return total + lost
}

/** Mean, taken around the first value so that digits common to all values are not lost. */
export function mean(values: ArrayLike<number> & Iterable<number>): number {
  const origin = values[0]!
  return origin + sum(differences(values, origin)) / values.length
}

function* differences(values: Iterable<number>, origin: number): Generator<number> {
  for (const value of values) yield value - origin
}

/** Sum of squared deviations from the mean, in two passes with the correction for the rounded mean. */
export function squaredDeviations(values: ArrayLike<number> & Iterable<number>): number {
  const centre = mean(values)
  const rest = sum(differences(values, centre))
  return Math.max(0, sum(squares(values, centre)) - rest ** 2 / values.length)
}

function* squares(values: Iterable<number>, centre: number): Generator<number> {
  for (const value of values) yield (value - centre) ** 2
}
