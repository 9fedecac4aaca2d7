import { fTails } from '../distributions/distributions.ts'
import { lately } from '../distributions/lately.ts'
import type { Test } from '../result.ts'
import type { MeanSquares } from './anova.ts'
import type { IccForm } from './icc-forms.ts'

const upperTail = lately((f, df1, df2) => fTails(f, df1, df2).upper)

/** Degrees of freedom of a weighted sum of the mean squares of raters and residual. */
export function satterthwaite(ofRaters: number, ofResidual: number, { n, k }: MeanSquares): number {
  const total = ofRaters + ofResidual
  return total ** 2 / (ofRaters ** 2 / (k - 1) + ofResidual ** 2 / ((n - 1) * (k - 1)))
}

/** What the mean square of items is expected to be, were the coefficient `rho`, in units of the error (McGraw & Wong, table 8). */
function expectedError({ type, unit }: IccForm, squares: MeanSquares, rho: number) {
  const { within, raters, residual, n, k } = squares
  const factor = unit === 'single' ? (1 + (k - 1) * rho) / (1 - rho) : 1 / (1 - rho)
  if (type === 'oneway') return { error: within * factor, df: n * (k - 1) }
  if (type === 'consistency') return { error: residual * factor, df: (n - 1) * (k - 1) }
  const share = ((unit === 'single' ? k : 1) * rho) / (n * (1 - rho))
  const ofRaters = share * raters
  const ofResidual = (1 + share * (n - 1)) * residual
  // The degrees of freedom belong to the hypothesis, so they are taken at r0 and not at the estimate.
  return { error: ofRaters + ofResidual, df: satterthwaite(ofRaters, ofResidual, squares) }
}

/** F test of the hypothesis that the coefficient is r0; none if there is no error to compare with. */
export function iccTest(form: IccForm, squares: MeanSquares, r0: number): Test | undefined {
  const { error, df } = expectedError(form, squares, r0)
  if (error === 0) return undefined
  const value = squares.items / error
  const df1 = squares.n - 1
  return { statistic: 'F', value, df1, df2: df, p: upperTail(value, df1, df), hypothesis: `ICC = ${r0}` }
}
