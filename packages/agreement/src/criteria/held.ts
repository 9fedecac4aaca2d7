import type { Figure, RulePredicate } from './rule.ts'

/** Numbers that differ less than this are equal: a kappa of 0.6 may be computed as 0.5999999999999999. */
const ROUNDING = 1e-9

/** The side of a figure that a predicate looks at; bias is a distance from 0 here. */
export function heldValue({ measure, on }: Pick<RulePredicate, 'measure' | 'on'>, figure: Figure): number | null {
  if (measure !== 'bias' || figure.estimate === null) return figure[on]
  if (on === 'estimate') return Math.abs(figure.estimate)
  const { lower, upper } = figure
  if (lower === null || upper === null) return null
  if (on === 'upper') return Math.max(Math.abs(lower), Math.abs(upper))
  return lower <= 0 && upper >= 0 ? 0 : Math.min(Math.abs(lower), Math.abs(upper))
}

/** Whether a value satisfies comparator and threshold. */
export function holds(
  { comparator, threshold }: Pick<RulePredicate, 'comparator' | 'threshold'>,
  value: number,
): boolean {
  switch (comparator) {
    case '>=':
      return value >= threshold - ROUNDING
    case '>':
      return value > threshold + ROUNDING
    case '<=':
      return value <= threshold + ROUNDING
    case '<':
      return value < threshold - ROUNDING
  }
}
