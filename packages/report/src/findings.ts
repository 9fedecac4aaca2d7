import {
  type CodeTable,
  type Level,
  type RaterTable,
  type Result,
  type ScoreTable,
  selectItems,
  selectRaters,
} from '@attune/agreement'

/** One set of ratings, ready for coefficients; both tables hold the same ratings. */
export interface RatingSet {
  readonly by: Readonly<Record<string, string>>
  readonly raters: readonly string[]
  readonly level: Level
  readonly categories: readonly string[]
  /** With categories; built when first asked for. */
  readonly codes: () => CodeTable
  /** Plain numbers, or null when the ratings are categories. */
  readonly scores: () => ScoreTable | null
  /** Positions of the items for which all these raters have a cell, be it empty; null if those are all items. */
  readonly shared: (raters: readonly string[]) => readonly number[] | null
}

/** Several groups taken as one: all values of a column, which is then not among those of `by`. */
export interface Over {
  readonly column: string
  readonly count: number
}

/** One coefficient of one comparison of one set. */
export interface Finding {
  readonly by: RatingSet['by']
  readonly over?: Over
  readonly title: string
  /** The level at which the values were taken. */
  readonly level: Level
  /** The missing rule that was used. */
  readonly missing: string
  readonly result: Result
}

/** What a comparison is about; most of a report only asks which group it is. */
export type Group = Pick<Finding, 'by' | 'over'>

/** What stands in the column of a group: its value, or how many are taken together. */
export function groupValue({ by, over }: Group, column: string): string {
  return over?.column === column ? `all ${over.count}` : (by[column] ?? '')
}

export function groupName(group: Group): string {
  const { by, over } = group
  const columns = [...(over === undefined ? [] : [over.column]), ...Object.keys(by)]
  const parts = columns.map((column) => `${column} ${groupValue(group, column) || '(empty)'}`)
  return parts.length === 0 ? '' : `${parts.join(', ')}: `
}

/** The items that these raters both worked on. */
export function tableOfPair<Table extends RaterTable>(table: Table, set: RatingSet, raters: readonly string[]) {
  const chosen = selectRaters(table, raters)
  const items = set.shared(raters)
  return items === null ? chosen : selectItems(chosen, items)
}
