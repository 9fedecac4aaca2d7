import { fQuantile } from '../distributions/distributions.ts'
import { lately } from '../distributions/lately.ts'
import type { Interval } from '../result.ts'
import type { MeanSquares } from './anova.ts'
import type { IccForm } from './icc-forms.ts'
import { satterthwaite } from './icc-test.ts'

const quantile = lately(fQuantile)

/** Bounds of the single-rater form; a k-form is their Spearman-Brown image. */
interface Bounds {
  readonly lower: number
  readonly upper: number
}

/** Interval of McGraw & Wong (table 7), for k-forms through the single form so that both say the same. */
export function iccInterval(form: IccForm, squares: MeanSquares, level: number): Interval {
  const tail = (1 + level) / 2
  const bounds = form.type === 'agreement' ? agreementBounds(squares, tail) : simpleBounds(form, squares, tail)
  const method = form.type === 'agreement' ? 'McGraw-Wong F, Satterthwaite' : 'McGraw-Wong F'
  if (form.unit === 'single') return { ...bounds, level, method }
  return { lower: ofMean(bounds.lower, squares.k), upper: ofMean(bounds.upper, squares.k), level, method }
}

/** Spearman-Brown: below -1/(k-1) the reliability of the mean has no bound, and the formula would change its sign. */
function ofMean(single: number, k: number): number | null {
  const whole = 1 + (k - 1) * single
  return whole <= 1e-15 ? null : (k * single) / whole
}

function simpleBounds({ type }: IccForm, { items, within, residual, n, k }: MeanSquares, tail: number): Bounds {
  const error = type === 'oneway' ? within : residual
  const df2 = type === 'oneway' ? n * (k - 1) : (n - 1) * (k - 1)
  const low = items / quantile(tail, n - 1, df2)
  const high = items * quantile(tail, df2, n - 1)
  return { lower: (low - error) / (low + (k - 1) * error), upper: (high - error) / (high + (k - 1) * error) }
}

function agreementBounds(squares: MeanSquares, tail: number): Bounds {
  const { items, raters, residual, n, k } = squares
  const off = k * raters + (k * n - k - n) * residual
  const df = agreementDf(squares)
  const low = quantile(tail, n - 1, df)
  const high = quantile(tail, df, n - 1)
  return {
    lower: (n * (items - low * residual)) / (low * off + n * items),
    upper: (n * (high * items - residual)) / (off + n * high * items),
  }
}

/**
 * Satterthwaite at the estimate: a MSC + b MSE with a = k rho / (n (1 - rho)), multiplied through by n (1 - rho). A negative
 * estimate would give a mean square a negative weight; then, as at 0, the residual alone is the error.
 */
function agreementDf(squares: MeanSquares): number {
  const { items, raters, residual, n, k } = squares
  const whole = n * items + n * (k - 1) * residual + k * (raters - residual)
  const above = n * Math.max(0, items - residual) // rho = above / whole
  const ofRaters = k * above * raters
  const ofResidual = (n * (whole - above) + k * above * (n - 1)) * residual
  return ofRaters === 0 ? (n - 1) * (k - 1) : satterthwaite(ofRaters, ofResidual, squares)
}
