import { ratingTable } from '@attune/agreement'
import { collapse, outcomesOf, type RatingValue, scalePoints, type Variable } from '@attune/codebooks'
import type { Comparable } from './selection.ts'

/** Stands in a table for "seen, but no value can be given"; kept apart from missing. */
export const noValue = '(no value)'

/** A cell of a rating table: a category, a number, `noValue`, or null for missing. */
export type Cell = string | number | null

const presence = [
  { id: 'absent', label: 'Absent' },
  { id: 'present', label: 'Present' },
]

/** The declared outcomes of what is compared, in order; null where values are plain numbers. */
export function declaredOutcomes({ variable, collapse: id }: Comparable): { id: string; label: string }[] | null {
  if (variable.kind === 'classification') return outcomesOf(variable, id ?? 'as-coded')
  if (variable.kind === 'presence') return presence
  if (variable.kind === 'scale')
    return scalePoints(variable).map((point) => ({ id: String(point), label: String(point) }))
  return null
}

/** A rating as it enters a table. What a collapse leaves without outcome counts as seen but without value. */
export function cellOf(variable: Variable, collapseId: string | null, value: RatingValue): Cell {
  switch (value.kind) {
    case 'none':
      return noValue
    case 'class':
      return collapse(variable, collapseId ?? 'as-coded', value.classes) ?? noValue
    case 'presence':
      return value.present ? 'present' : 'absent'
    case 'score':
      return value.score
    case 'count':
      return value.count
    case 'duration':
      return value.seconds
  }
}

type Rows = {
  readonly raters: readonly string[]
  readonly items: readonly string[]
  readonly rows: readonly (readonly Cell[])[]
}

/** The rating table of one comparison, with everything the codebook allows declared. */
export function tableOf(comparable: Comparable, { raters, items, rows }: Rows) {
  const { variable } = comparable
  const shared = { raters, items, rows, notCodable: [noValue] }
  if (variable.kind === 'scale') return ratingTable({ ...shared, level: 'interval', categories: scalePoints(variable) })
  if (variable.kind === 'count' || variable.kind === 'duration') return ratingTable({ ...shared, level: 'ratio' })
  const categories = (declaredOutcomes(comparable) ?? []).map(({ id }) => id)
  return ratingTable({ ...shared, level: 'nominal', categories })
}
