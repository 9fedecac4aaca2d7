import type { Result, UsedOptions } from '@attune/agreement'
import { codeRecipes } from './r-codes.ts'
import { scoreRecipes } from './r-scores.ts'
import { rVector } from './r-text.ts'

/**
 * The lines of R that give a coefficient again. They find `x` (items x raters), `v` (the same as numbers), `m` (positions of
 * the categories), `t` (two raters: their table), `lv` (categories), `s` (their scores), `W` (weights).
 */
export function recipe({ measure, options }: Result): readonly string[] {
  const lines = (codeRecipes[measure] ?? scoreRecipes[measure])?.(options)
  return lines ?? [`# ${measure}: no function of R that is known to us gives this coefficient.`]
}

/** The matrix of weights, as a coefficient used them. */
export function weightLines({ weights = 'identity' }: UsedOptions): readonly string[] {
  if (typeof weights !== 'string') {
    const cells = weights.flatMap((row) => [...row].map(String))
    return [`W <- matrix(${rVector(cells)}, length(lv), byrow = TRUE)`]
  }
  const distance: Readonly<Record<string, string>> = {
    linear: 'abs(outer(s, s, "-")) / diff(range(s))',
    quadratic: '(outer(s, s, "-") / diff(range(s)))^2',
    radical: 'sqrt(abs(outer(s, s, "-")) / diff(range(s)))',
  }
  if (weights === 'identity') return ['W <- diag(length(lv))']
  const known = distance[weights]
  return [known === undefined ? `W <- irrCAC::${weights}.weights(s)` : `W <- 1 - ${known}`]
}
