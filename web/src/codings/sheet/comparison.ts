import { type Codebook, notation, type RatingValue, type Slot, slotKey, type Variable } from '@attune/codebooks'

/** What one cell needs of a rating. */
export type Compared = { value: RatingValue | null; confidence: number | null; supports: number; contradicts: number }
export type ComparisonCell = Compared & { slot: Slot }
export type ComparisonRow = {
  variable: Variable
  /** One a column; null where the variable is not about that target. */
  cells: (ComparisonCell | null)[]
  /** Distance of the farthest two scores, or whether the classes differ; null where nothing can be compared. */
  apart: { kind: 'scores'; distance: number } | { kind: 'others'; differ: boolean } | null
}
export type Comparison = { targets: { id: string; label: string }[]; rows: ComparisonRow[] }

/**
 * The models of several relationships side by side: one row a variable, one column a target. Nothing is averaged: a
 * conflict between two of them is a finding. Null when fewer than two targets are rated on anything.
 */
export function comparisonOf(
  codebook: Codebook,
  slots: readonly Slot[],
  compared: (slot: Slot) => Compared,
): Comparison | null {
  const about = slots.filter((slot) => slot.target !== null)
  const targets = codebook.targets.filter(({ id }) => about.some((slot) => slot.target === id))
  if (targets.length < 2) return null
  const byKey = new Map(about.map((slot) => [slotKey(slot), slot]))
  const rows = codebook.variables
    .filter((variable) => about.some((slot) => slot.variable === variable.id))
    .map((variable) => {
      const cells = targets.map(({ id }) => {
        const slot = byKey.get(slotKey({ variable: variable.id, target: id, episode: null }))
        return slot ? { slot, ...compared(slot) } : null
      })
      return { variable, cells, apart: apartness(cells) }
    })
  return { targets, rows }
}

function apartness(cells: readonly (ComparisonCell | null)[]): ComparisonRow['apart'] {
  const values = cells.flatMap((cell) => (cell?.value && cell.value.kind !== 'none' ? [cell.value] : []))
  if (values.length < 2) return null
  const scores = values.flatMap((value) => (value.kind === 'score' ? [value.score] : []))
  if (scores.length === values.length) {
    return { kind: 'scores', distance: Number((Math.max(...scores) - Math.min(...scores)).toFixed(6)) }
  }
  return { kind: 'others', differ: new Set(values.map(plainly)).size > 1 }
}

const plainly = (value: RatingValue): string =>
  value.kind === 'class' ? notation(value.classes) : JSON.stringify(value)
