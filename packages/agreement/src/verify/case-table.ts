import { tableFromContingency, tableFromCounts } from '../table/from-counts.ts'
import { ratingTable } from '../table/rating-table.ts'
import type { Category, CodeTable, CountTable, Level, RatingTable, ScoreTable } from '../table/types.ts'
import { isCategory, isCell, isCount, isList } from './guards.ts'
import type { ReferenceCase } from './reference.ts'

/** Rows of one kind of cell, none where the case has none. */
function rowsOf<Cells>(rows: unknown, is: (cell: unknown) => cell is Cells): readonly (readonly Cells[])[] {
  if (rows === undefined) return []
  if (!isList(rows, (row): row is readonly Cells[] => isList(row, is))) {
    throw new RangeError('The data of the case are not rows of ratings or counts.')
  }
  return rows
}

/** Categories of the data, where they are declared there. */
export function namedCategories({ data }: ReferenceCase): readonly Category[] | undefined {
  return isList(data.categories, isCategory) ? data.categories : undefined
}

/** A list of categories or numbers among the options. */
export function listOption(given: ReferenceCase, name: string): readonly Category[] | undefined {
  const list = given.options[name]
  return Array.isArray(list) ? list.filter(isCategory) : undefined
}

/** Categories as declared by the case; where a published data set has none, those it shows, in order. */
function categoriesOf(given: ReferenceCase): readonly Category[] {
  const { data } = given
  const declared = listOption(given, 'categories') ?? namedCategories(given)
  if (declared !== undefined) return declared
  if (data.type !== 'ratings') return (rowsOf(data.counts, isCount)[0] ?? []).map((_, index) => index + 1)
  const found = [...new Set(rowsOf(data.values, isCell).flat())].filter((cell) => cell !== null)
  return found.sort((a, b) => (typeof a === 'number' && typeof b === 'number' ? a - b : String(a) < String(b) ? -1 : 1))
}

function ratersOf(width: number): string[] {
  return Array.from({ length: width }, (_, index) => `rater ${index + 1}`)
}

/** Ratings of a case as numbers. */
export function scoreTable(given: ReferenceCase): CodeTable | ScoreTable {
  const rows = rowsOf(given.data.values, isCell)
  return ratingTable({ raters: ratersOf(rows[0]?.length ?? 0), level: 'interval', rows })
}

/** Ratings of a case as declared categories. */
export function codeTable(given: ReferenceCase): CodeTable {
  const { data } = given
  const categories = categoriesOf(given)
  const level: Level = categories.every((category) => typeof category === 'number') ? 'interval' : 'ordinal'
  const scores = listOption(given, 'scores')?.map(Number)
  const declared = { level, categories, ...(scores !== undefined && { scores }) }
  if (data.type === 'table' || data.type === 'criterion_table') {
    return tableFromContingency({ ...declared, raters: ['rater 1', 'rater 2'], counts: rowsOf(data.counts, isCount) })
  }
  const rows = rowsOf(data.values, isCell)
  return needCodes(ratingTable({ ...declared, raters: ratersOf(rows[0]?.length ?? 0), rows }))
}

/** Ratings of a case, or its counts of raters where that is all it has. */
export function countTable(given: ReferenceCase): CodeTable | CountTable {
  const { data } = given
  if (data.type !== 'counts') return codeTable(given)
  return tableFromCounts({ level: 'interval', categories: categoriesOf(given), counts: rowsOf(data.counts, isCount) })
}

function needCodes(table: RatingTable): CodeTable {
  if (table.kind !== 'codes') throw new RangeError('The case has no categories.')
  return table
}
