import { writeCsv } from './csv-write.ts'

/** Two raters crossed: `counts[i][j]` cases that the first put into outcome i and the second into outcome j. */
export interface Confusion {
  readonly first: { readonly name: string }
  readonly second: { readonly name: string }
  readonly outcomes: readonly { readonly id: string }[]
  readonly counts: readonly (readonly number[])[]
}

/** A confusion matrix with a header row and a header column, as `attune agreement --layout table` reads it. */
export function confusionCsv(confusion: Confusion): string {
  const ids = confusion.outcomes.map(({ id }) => id)
  const corner = `${confusion.first.name} \\ ${confusion.second.name}`
  return writeCsv(
    [corner, ...ids],
    ids.map((id, index) => [id, ...(confusion.counts[index] ?? [])]),
  )
}
