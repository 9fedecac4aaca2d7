import type { Result } from '../result.ts'
import { above0, sampleSize } from './plan.ts'

/** How many items a study that has begun still needs. */
export interface MoreItems {
  /** Items in all. */
  readonly items: number
  /** Items beyond those it has. */
  readonly more: number
  /** Half the width of the interval so far. */
  readonly halfWidth: number
}

/**
 * How many more cases until the interval is as narrow as wanted, going by the cases so far?
 *
 * Takes the width to fall with the square root of the number of items, as it does for every coefficient here once there are some twenty. Ask
 * again after each batch; stopping when the *estimate* looks good would bias it, stopping at a width hardly does.
 *
 * @param result any coefficient with an interval. @param halfWidth what is wanted, in units of the coefficient.
 * @returns `null` if the result has no interval that is closed on both sides and wider than 0.
 * @throws RangeError if halfWidth is not above 0, or asks for more items than can be counted.
 * @source Kelley & Maxwell (2003), Psychol. Methods 8(3), 305-321. doi:10.1037/1082-989X.8.3.305 (planning for a width)
 * @example moreItems(percentAgreementAll(ratingTable({ raters: ['A', 'B'], level: 'nominal', categories: ['F', 'Ds'], rows: [['F', 'F'], ['F', 'Ds'], ['Ds', 'Ds'], ['Ds', 'Ds']] })), 0.1).more // 39
 */
export function moreItems(result: Result, halfWidth: number): MoreItems | null {
  const wanted = above0(halfWidth, 'Half width')
  const interval = result.estimate === null ? undefined : result.interval
  if (interval?.lower == null || interval.upper === null || !(interval.upper > interval.lower)) return null
  const now = (interval.upper - interval.lower) / 2
  const items = Math.max(result.n, Math.ceil(sampleSize(result.n * (now / wanted) ** 2).exact))
  return { items, more: items - result.n, halfWidth: now }
}
