/**
 * Why agreement by chance is 1: one category in use, which `ofOne` says, or several that the weights take for equal.
 *
 * @param shares of the categories, or how often each was used.
 */
export function noDifference(shares: ArrayLike<number>, ofOne: string): string {
  let used = 0
  for (let category = 0; category < shares.length; category++) if (shares[category]! > 0) used++
  if (used < 2) return ofOne
  return 'The weights tell no two of the categories in use apart, so agreement by chance is 1.'
}
