import { chiSquaredQuantile } from '../distributions/distributions.ts'
import type { UsedOptions } from '../options.ts'
import type { RaterTable } from '../table/select.ts'
import type { MeanSquares } from './anova.ts'
import { completeSquares } from './complete-squares.ts'
import { satterthwaite } from './icc-test.ts'
import { confidenceOf, type Setting } from './report.ts'

/** The table of a coefficient from the two-way analysis of variance of complete items. */
export interface TwoWay {
  readonly setting: Setting
  /** `null` with fewer than two items or raters. */
  readonly squares: MeanSquares | null
}

/** Reads what all coefficients from the two-way analysis of variance need. */
export function twoWay(measure: string, table: RaterTable, options: UsedOptions): TwoWay {
  const { n, dropped, squares } = completeSquares(table)
  const setting: Setting = {
    measure,
    options: { ...options, confidence: confidenceOf(options), missing: 'listwise' },
    raters: table.raters,
    n,
    dropped,
  }
  return { setting, squares }
}

/** Why there are no mean squares. */
export function tooFew({ setting }: TwoWay): readonly ['too-few-raters' | 'too-few-items', string] {
  return setting.raters.length < 2
    ? ['too-few-raters', 'One rater alone has no one to agree with.']
    : ['too-few-items', 'Fewer than two items were scored by all raters.']
}

/** Variance of a score around the item's own, with the degrees of freedom that belong to it. */
export interface ErrorVariance {
  readonly variance: number
  readonly df: number
}

/** For agreement the rater variance counts too, a negative estimate of it included. */
export function errorVariance(type: 'agreement' | 'consistency', squares: MeanSquares): ErrorVariance {
  const { raters, residual, n, k } = squares
  if (type === 'consistency') return { variance: residual, df: (n - 1) * (k - 1) }
  const [ofRaters, ofResidual] = [raters / n, (residual * (n - 1)) / n]
  const variance = ofRaters + ofResidual
  return { variance, df: variance === 0 ? (n - 1) * (k - 1) : satterthwaite(ofRaters, ofResidual, squares) }
}

/** Interval of a standard deviation, by chi squared. */
export function deviationBounds({ variance, df }: ErrorVariance, level: number): { lower: number; upper: number } {
  const bound = (p: number): number => Math.sqrt((variance * df) / chiSquaredQuantile(p, df))
  return { lower: bound((1 + level) / 2), upper: bound((1 - level) / 2) }
}
