import { slotKey } from '@attune/codebooks'
import type { ItemAnalysis } from '@attune/contract'
import { compareValues, type Sorting } from './sorting.ts'

export const itemFilters = ['all', 'missed', 'masters', 'reversed'] as const
export type ItemFilter = (typeof itemFilters)[number]

const isMissed = ({ agreed }: ItemAnalysis): boolean => agreed.estimate !== null && agreed.estimate <= 0.5
/** Who agrees least elsewhere agrees most here: a sign that the master, not the coders, is off. */
export const isReversed = ({ discrimination }: ItemAnalysis): boolean => discrimination !== null && discrimination < 0

const passes: Record<ItemFilter, (item: ItemAnalysis) => boolean> = {
  all: () => true,
  missed: isMissed,
  masters: ({ mastersDisagree }) => mastersDisagree,
  reversed: isReversed,
}

/** Items that pass the filter and have the words typed in their label or case id. */
export function filterItems(items: readonly ItemAnalysis[], filter: ItemFilter, typed: string): ItemAnalysis[] {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean)
  return items.filter((item) => {
    const text = `${item.label} ${item.caseId}`.toLowerCase()
    return passes[filter](item) && words.every((word) => text.includes(word))
  })
}

const columns: Record<string, (item: ItemAnalysis) => number | string | null> = {
  item: ({ label }) => label,
  case: ({ caseId }) => caseId,
  agreed: ({ agreed }) => agreed.estimate,
  n: ({ n }) => n,
  discrimination: ({ discrimination }) => discrimination,
  masters: ({ mastersDisagree }) => (mastersDisagree ? 0 : 1),
  commonest: ({ commonest }) => (commonest ? -commonest.count : null),
}

/** In the order asked for, hardest first without a wish; what has no value comes last, whichever way. */
export function sortItems(items: readonly ItemAnalysis[], { by, isDown }: Sorting): ItemAnalysis[] {
  const value = columns[by] ?? columns.agreed ?? (() => null)
  return items.toSorted((one, other) => compareValues(value(one), value(other), isDown) || byPlace(one, other))
}

const byPlace = (one: ItemAnalysis, other: ItemAnalysis): number =>
  one.caseId.localeCompare(other.caseId) || slotKey(one.slot).localeCompare(slotKey(other.slot))

export type ItemSummary = {
  readonly hardest: ItemAnalysis | null
  readonly disagreeing: number
  readonly reversed: number
}

/** The hardest is the one with the fewest agreeing; of equals the one that more people coded. */
export function summaryOf(items: readonly ItemAnalysis[]): ItemSummary {
  const [hardest] = items
    .filter(({ agreed }) => agreed.estimate !== null && agreed.estimate < 1)
    .toSorted(
      (one, other) =>
        (one.agreed.estimate ?? 0) - (other.agreed.estimate ?? 0) || other.n - one.n || byPlace(one, other),
    )
  return {
    hardest: hardest ?? null,
    disagreeing: items.filter(({ mastersDisagree }) => mastersDisagree).length,
    reversed: items.filter(isReversed).length,
  }
}
