/** Kappa and what is read beside it; null where the data determine nothing. */
export interface Company {
  readonly observed: number | null
  readonly kappa: number | null
  /** The largest kappa that these shares of codes allow. */
  readonly kappaMax: number | null
  readonly ac1: number | null
  /** Share of the most frequent code among all codes of both raters. */
  readonly commonest: number
}

/**
 * Why kappa is what it is.
 *
 * - `no-items`: nobody coded the same item; `one-code`: both used one and the same code only
 * - `paradox`: nearly all items bear one code, so that chance alone would agree often
 * - `uneven`: the raters use the codes unequally often, which bounds kappa from above
 * - `prevalence`: kappa and AC1 lie apart for neither of these reasons alone
 * - `none`: what does not depend on prevalence says much the same
 */
export type Paradox = 'no-items' | 'one-code' | 'paradox' | 'uneven' | 'prevalence' | 'none'

/** Far enough apart that a reader would draw another conclusion. */
const apart = 0.2
const prevails = 0.7
const uneven = 0.8

export function paradoxOf({ observed, kappa, kappaMax, ac1, commonest }: Company): Paradox {
  if (observed === null) return 'no-items'
  if (kappa === null) return 'one-code'
  if (ac1 !== null && ac1 - kappa >= apart && commonest >= prevails) return 'paradox'
  if (kappaMax !== null && kappaMax < uneven) return 'uneven'
  return ac1 !== null && Math.abs(ac1 - kappa) >= apart ? 'prevalence' : 'none'
}

/** The category used most and its share of all codes of both raters; null where nothing was counted. */
export function commonestOf(
  counts: readonly (readonly number[])[],
): { readonly category: number; readonly share: number } | null {
  const used = counts.map(
    (row, index) =>
      row.reduce((sum, count) => sum + count, 0) + counts.reduce((sum, other) => sum + (other[index] ?? 0), 0),
  )
  const all = used.reduce((sum, count) => sum + count, 0)
  if (all === 0) return null
  const largest = Math.max(...used)
  return { category: used.indexOf(largest), share: largest / all }
}
