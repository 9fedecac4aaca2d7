/** The column by which a table is sorted; in the address a minus in front turns it round. */
export type Sorting = { readonly by: string; readonly isDown: boolean }

export function sortingFrom(text: string | undefined, usual: string): Sorting {
  const isDown = text?.startsWith('-') ?? false
  return { by: (isDown ? text?.slice(1) : text) || usual, isDown }
}

/** Pressed once: lowest first; again: highest first. */
export function sortedBy(column: string, now: Sorting): string {
  return now.by === column && !now.isDown ? `-${column}` : column
}

/** Numbers by size, words by the alphabet; what has no value comes last, whichever way. */
export function compareValues(one: number | string | null, other: number | string | null, isDown: boolean): number {
  if (one === null || other === null) return Number(one === null) - Number(other === null)
  const order =
    typeof one === 'string' || typeof other === 'string' ? String(one).localeCompare(String(other)) : one - other
  return isDown ? -order : order
}
