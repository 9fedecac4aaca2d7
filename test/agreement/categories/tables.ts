import {
  type Cell,
  type CodeTable,
  type CountTable,
  type MeasureId,
  measures,
  ratingTable,
  tableFromCounts,
} from '@attune/agreement'
import fc from 'fast-check'

/** Every coefficient of categories. */
export const categoryIds = Object.values(measures)
  .filter((measure) => measure.family !== 'scales' && measure.tables.some((kind) => kind === 'codes'))
  .map((measure) => measure.id)
  .filter((id): id is MeasureId => Object.hasOwn(measures, id))

export const names = ['F', 'Ds', 'E', 'U'] as const

/** A table of text codes; the level is ordinal so that every kind of weights fits. */
export function coded(
  rows: readonly (readonly Cell[])[],
  categories: readonly string[] = names,
  width = rows[0]?.length ?? 2,
): CodeTable {
  const raters = Array.from({ length: width }, (_, column) => `rater ${column + 1}`)
  const table = ratingTable({ raters, level: 'ordinal', categories, rows, notCodable: ['CC'] })
  if (table.kind !== 'codes') throw new Error('The table has categories.')
  return table
}

/** The same ratings as counts of raters. */
export function counted(rows: readonly (readonly Cell[])[], categories: readonly string[] = names): CountTable {
  const counts = rows.map((row) => categories.map((category) => row.filter((cell) => cell === category).length))
  return tableFromCounts({ level: 'ordinal', categories, counts })
}

/** Which tables a coefficient can take. */
export function widthOf(id: MeasureId): { readonly raters: number; readonly categories: readonly string[] } {
  const two = ['mcnemar', 'prevalence-index', 'bias-index'].includes(id)
  return { raters: measures[id].raters === 2 ? 2 : 3, categories: two ? names.slice(0, 2) : names }
}

/** Any rows of codes, with missing and "not codable" ratings. */
export function anyRows(id: MeasureId): fc.Arbitrary<Cell[][]> {
  const { raters, categories } = widthOf(id)
  const cell = fc.oneof(
    { weight: 8, arbitrary: fc.constantFrom<Cell>(...categories) },
    fc.constantFrom<Cell>(null, 'CC'),
  )
  return fc.array(fc.array(cell, { minLength: raters, maxLength: raters }), { maxLength: 12 })
}
