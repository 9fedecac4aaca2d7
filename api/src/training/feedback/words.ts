import { type Cell, declaredOutcomes, noValue } from '../../reliability/cells.ts'
import type { ItemKind } from '../scoring/items.ts'

/**
 * What was answered, in words: outcomes by the labels of the codebook, numbers as they are; null where nothing was. Of presence
 * it is the id, for every language has its own words for that.
 */
export function wordsFor(kind: ItemKind): (cell: Cell) => string | null {
  const labels =
    kind.variable.kind === 'classification'
      ? new Map((declaredOutcomes(kind) ?? []).map(({ id, label }) => [id, label]))
      : new Map<string, string>()
  return (cell) => (cell === null || cell === noValue ? null : (labels.get(String(cell)) ?? String(cell)))
}
