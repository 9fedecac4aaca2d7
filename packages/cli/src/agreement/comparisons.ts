import { Refusal } from '../refusal.ts'
import type { AgreementRequest } from './request.ts'

const MOST_COMPARISONS = 100_000

/** @throws Refusal if nobody could read that many results. */
export function checkNumber(comparisons: number): void {
  if (comparisons <= MOST_COMPARISONS) return
  throw new Refusal(`That makes more than ${MOST_COMPARISONS} comparisons.`, 'Choose --raters, or a --reference.')
}

/** The raters of each comparison of one set. */
export function comparisonsOf(
  ready: { readonly raters: readonly string[] },
  { reference, pairs }: AgreementRequest,
): (readonly string[])[] {
  const { raters } = ready
  if (reference !== undefined) {
    return raters.includes(reference)
      ? raters.filter((rater) => rater !== reference).map((rater) => [rater, reference])
      : []
  }
  if (pairs) checkNumber((raters.length * (raters.length - 1)) / 2)
  if (pairs) return raters.flatMap((first, index) => raters.slice(index + 1).map((second) => [first, second]))
  return raters.length < 2 ? [] : [raters]
}
