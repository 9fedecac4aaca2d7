import { type RatingValue, slotKey } from '@attune/codebooks'
import type { Annotation } from '@attune/contract'
import type { Db } from '../../base/database/database.ts'
import { annotationOf, slotOfColumns } from '../../codings/queries.ts'

/** What a submitted coding says. It is frozen: read today or in a year, it is the same. */
export type Submitted = {
  readonly coding: string
  /** By slot key. */
  readonly ratings: ReadonlyMap<string, { readonly value: RatingValue; readonly rationale: string }>
  readonly annotations: readonly Annotation[]
}

/** One query holds so many ids in every database. */
const atOnce = 5000

const parts = (ids: readonly string[]): string[][] =>
  Array.from({ length: Math.ceil(ids.length / atOnce) }, (_, part) => ids.slice(part * atOnce, (part + 1) * atOnce))

async function ratingsIn(db: Db, codings: readonly string[]) {
  const all = await Promise.all(
    parts(codings).map((ids) =>
      db
        .selectFrom('rating')
        .select(['coding', 'variable', 'target', 'episode', 'value', 'rationale'])
        .where('coding', 'in', ids)
        .where('value', 'is not', null)
        .execute(),
    ),
  )
  return all.flat()
}

async function annotationsIn(db: Db, codings: readonly string[]) {
  const all = await Promise.all(
    parts(codings).map((ids) =>
      db
        .selectFrom('annotation')
        .selectAll()
        .where('coding', 'in', ids)
        .where('removed_at', 'is', null)
        .orderBy('span_start')
        .orderBy('onset')
        .orderBy('id')
        .execute(),
    ),
  )
  return all.flat()
}

/** Many codings in two queries, whatever their number. */
export async function readSubmitted(
  db: Db,
  codings: readonly string[],
  wanted: { readonly annotations: boolean },
): Promise<Map<string, Submitted>> {
  const ids = [...new Set(codings)]
  const found = new Map(
    ids.map((coding) => [
      coding,
      {
        coding,
        ratings: new Map<string, { value: RatingValue; rationale: string }>(),
        annotations: [] as Annotation[],
      },
    ]),
  )
  for (const row of await ratingsIn(db, ids)) {
    const value: RatingValue = JSON.parse(row.value ?? 'null')
    found.get(row.coding)?.ratings.set(slotKey(slotOfColumns(row)), { value, rationale: row.rationale })
  }
  if (!wanted.annotations) return found
  for (const row of await annotationsIn(db, ids)) found.get(row.coding)?.annotations.push(annotationOf(row))
  return found
}
