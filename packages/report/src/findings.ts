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

/** One coefficient of one comparison of one set. */
export interface Finding {
  readonly by: RatingSet['by']
  readonly title: string
  /** The level at which the values were taken. */
  readonly level: Level
  /** The missing rule that was used. */
  readonly missing: string
  readonly result: Result
}

export function groupName({ by }: Pick<RatingSet, 'by'>): string {
  const parts = Object.entries(by).map(([column, value]) => `${column} ${value === '' ? '(empty)' : value}`)
  return parts.length === 0 ? '' : `${parts.join(', ')}: `
}

/** The items that these raters both worked on. */
export function tableOfPair<Table extends RaterTable>(table: Table, set: RatingSet, raters: readonly string[]) {
  const chosen = selectRaters(table, raters)
  const items = set.shared(raters)
  return items === null ? chosen : selectItems(chosen, items)
}
