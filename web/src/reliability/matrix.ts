import type { Reply, readConfusion } from '@attune/contract'

export type Confusion = Reply<typeof readConfusion>
export type MatrixCell = {
  readonly row: number
  readonly column: number
  readonly count: number
  readonly step: number
}

/** Outcomes somebody used; a tree with thirty classes is otherwise a field of noughts. */
export function usedOutcomes(confusion: Confusion): number[] {
  const { counts, outcomes } = confusion
  const isUsed = (index: number) =>
    (counts[index] ?? []).some((count) => count > 0) || counts.some((row) => (row[index] ?? 0) > 0)
  return outcomes.map((_, index) => index).filter(isUsed)
}

/** A cell's step on the lightness ramp: 1 empty, up to 6 for the largest count of the table. */
export function stepOf(count: number, largest: number): number {
  return count === 0 ? 1 : Math.min(6, 2 + Math.floor((count / Math.max(1, largest)) * 4))
}

export function largestCount(confusion: Confusion): number {
  return Math.max(0, ...confusion.counts.flat())
}
