import type { Codebook } from '@attune/codebooks'
import type { Db } from '../../base/database/database.ts'
import { readContent } from '../../codebooks/queries.ts'
import { contentOf, type SetContent } from '../content.ts'
import { withinScope } from '../scope.ts'

/** A training set as its attempts are scored: what it asks, and the codebook with nothing but what it trains. */
export type SetGround = {
  readonly id: string
  readonly study: string
  readonly name: string
  readonly codebookVersion: string
  readonly content: SetContent
  readonly codebook: Codebook
  /** Hash of the whole codebook, as it was added. */
  readonly codebookHash: string
}

export async function groundsOf(db: Db, sets: readonly string[]): Promise<Map<string, SetGround>> {
  if (sets.length === 0) return new Map()
  const rows = await db
    .selectFrom('training_set')
    .innerJoin('codebook_version', 'codebook_version.id', 'training_set.codebook_version')
    .select(['training_set.id', 'training_set.study', 'training_set.name', 'training_set.codebook_version'])
    .select(['training_set.content', 'codebook_version.content as codebook', 'codebook_version.content_hash'])
    .where('training_set.id', 'in', [...new Set(sets)])
    .execute()
  return new Map(
    rows.map(({ id, study, name, codebook_version, content: stored, codebook, content_hash }) => {
      const content = contentOf(stored)
      const ground = { id, study, name, codebookVersion: codebook_version, content, codebookHash: content_hash }
      return [id, { ...ground, codebook: withinScope(readContent(codebook), content.scope) }]
    }),
  )
}

export async function groundOf(db: Db, set: string): Promise<SetGround> {
  const found = (await groundsOf(db, [set])).get(set)
  if (found === undefined) throw new Error(`There is no training set ${set}.`)
  return found
}
