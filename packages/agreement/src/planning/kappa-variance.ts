/**
 * What one unit of share in cell i, j adds to the variance of kappa, times the number of items: linear in the cells once margins
 * and kappa are given.
 *
 * @source Fleiss, Cohen & Everitt (1969), Psychol. Bull. 72(5), 323-327. doi:10.1037/h0028106
 */
export function cellWeight(
  rows: readonly number[],
  columns: readonly number[],
  kappa: number,
  i: number,
  j: number,
): number {
  if (i === j) return (1 - (rows[i]! + columns[i]!) * (1 - kappa)) ** 2
  return ((1 - kappa) * (columns[i]! + rows[j]!)) ** 2
}

/** Agreement by chance of two raters with these shares of each category. */
export function chanceAgreement(rows: readonly number[], columns: readonly number[]): number {
  return rows.reduce((total, share, category) => total + share * columns[category]!, 0)
}

/** Turns the weighted sum of the cells into the variance. */
export function kappaVariance(weighted: number, kappa: number, chance: number): number {
  return (weighted - (kappa - chance * (1 - kappa)) ** 2) / (1 - chance) ** 2
}
