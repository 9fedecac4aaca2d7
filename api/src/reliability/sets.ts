import { slotLabel } from '@attune/codebooks'
import type { Rater } from '@attune/contract'
import type { RatingSet } from '@attune/report'
import { rowsOf, type Subject } from './analysis.ts'
import { tableOf } from './cells.ts'
import type { CountedCoding, CountedRating } from './queries.ts'

/** What raters are called in files: their logins, as in the exported ratings. */
export type Names = (rater: Rater) => string

export function namesIn(codings: readonly CountedCoding[]): Names {
  const logins = new Map(codings.map(({ rater, login }) => [rater.id, login]))
  return ({ id, name }) => logins.get(id) ?? name
}

/** The ratings of one group as the report and R take them; nobody's missing case counts as left out by her. */
export function ratingSet(subject: Subject, values: ReadonlyMap<string, CountedRating>, nameOf: Names): RatingSet {
  const { codebook, comparable, group } = subject
  const raters = group.raters.map(nameOf)
  const items = group.items.map((item) => item.caseName)
  const table = tableOf(comparable, { raters, items, rows: rowsOf(subject, values) })
  const columns = new Map(raters.map((name, index) => [name, index]))
  return {
    by: { variable: slotLabel(codebook, comparable.slot) },
    raters,
    level: table.level,
    categories: table.kind === 'codes' ? table.categories : [],
    codes: () => {
      if (table.kind === 'codes') return table
      throw new Error('Plain numbers have no categories.')
    },
    scores: () => (table.kind === 'scores' ? table : null),
    shared: (chosen) => {
      const places = chosen.map((name) => columns.get(name) ?? -1)
      const shared = group.items.flatMap(({ codings }, index) =>
        places.every((place) => (codings[place] ?? null) !== null) ? [index] : [],
      )
      return shared.length === group.items.length ? null : shared
    },
  }
}
