import type { Reply, readConfusion } from '@attune/contract'

/** Outcomes somebody used; a tree with thirty classes is otherwise a field of noughts. */
export function usedOutcomes({ counts, outcomes }: Reply<typeof readConfusion>): number[] {
  const isUsed = (index: number) =>
    (counts[index] ?? []).some((count) => count > 0) || counts.some((row) => (row[index] ?? 0) > 0)
  return outcomes.map((_, index) => index).filter(isUsed)
}
