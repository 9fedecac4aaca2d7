import type { CaseItems, ComparedWork } from '@attune/agreement'
import { type Codebook, slotKey } from '@attune/codebooks'
import type { Db } from '../base/database/database.ts'
import { type Cell, cellOf, noValue } from '../reliability/cells.ts'
import { type Comparable, comparables } from '../reliability/selection.ts'
import { readSubmitted, type Submitted } from '../training/scoring/submitted.ts'

/** What is compared: scores, classes and presence. Counts and durations have no points that could be within reach. */
export function watchedSlots(
  codebook: Codebook,
  { variables, collapse }: { readonly variables: readonly string[]; readonly collapse: string },
): Comparable[] {
  const kinds: readonly string[] = ['scale', 'classification', 'presence']
  return comparables(codebook, variables, collapse).filter(({ variable }) => kinds.includes(variable.kind))
}

function cellIn(coding: Submitted | undefined, { slot, variable, collapse }: Comparable): Cell {
  const rating = coding?.ratings.get(slotKey(slot))
  return rating === undefined ? null : cellOf(variable, collapse, rating.value)
}

/** Decimal steps such as 0.1 are not exact in binary. */
const slack = 1e-9

/** One coding beside another: items that both have, and the mean difference of the scores that both gave. */
function compared(
  slots: readonly Comparable[],
  within: number,
  own: Submitted | undefined,
  reference: Submitted | undefined,
): ComparedWork {
  const items = slots
    .map((slot) => ({ slot, own: cellIn(own, slot), reference: cellIn(reference, slot) }))
    // What the reference could not rate is nothing to compare with; a value it has and the coder withholds does not agree.
    .filter((item) => item.own !== null && item.reference !== null && item.reference !== noValue)
  const differences = items.flatMap((item) =>
    typeof item.own === 'number' && typeof item.reference === 'number' ? [item.own - item.reference] : [],
  )
  const agreed = items.filter((item) =>
    typeof item.own === 'number' && typeof item.reference === 'number'
      ? Math.abs(item.own - item.reference) <= within + slack
      : item.own === item.reference,
  ).length
  const mean = differences.reduce((sum, one) => sum + one, 0) / differences.length
  return {
    agreed,
    n: items.length,
    scales: differences.length,
    difference: differences.length === 0 ? null : mean,
  }
}

export type Pair = { readonly own: string; readonly reference: string | undefined }

/** Many codings beside their references. A coding without a reference has no items. */
export async function comparePairs(
  db: Db,
  slots: readonly Comparable[],
  within: number,
  pairs: readonly Pair[],
): Promise<ComparedWork[]> {
  if (pairs.length === 0) return []
  const ids = pairs.flatMap(({ own, reference }) => (reference === undefined ? [own] : [own, reference]))
  const read = await readSubmitted(db, ids, { annotations: false })
  return pairs.map(({ own, reference }) => compared(slots, within, read.get(own), read.get(reference ?? '')))
}

/** What a case usually has to compare, by the master codings that there are; without any, all that the codebook has. */
export async function usualItems(db: Db, slots: readonly Comparable[], masters: readonly string[]): Promise<CaseItems> {
  const steps = slots.flatMap(({ variable }) => (variable.kind === 'scale' ? [variable.step] : []))
  const step = steps.length === 0 ? 1 : Math.min(...steps)
  const read = [...(await readSubmitted(db, masters, { annotations: false })).values()]
  const given = read.map((master) =>
    slots.filter((slot) => ![null, noValue].includes(cellIn(master, slot) as string | null)),
  )
  const counted = given.some((items) => items.length > 0) ? given : [slots]
  const average = (count: (items: readonly Comparable[]) => number) =>
    Math.round(counted.reduce((sum, items) => sum + count(items), 0) / counted.length)
  const scales = average((items) => items.filter(({ variable }) => variable.kind === 'scale').length)
  return {
    items: Math.max(
      scales,
      average((items) => items.length),
    ),
    scales,
    step,
  }
}
