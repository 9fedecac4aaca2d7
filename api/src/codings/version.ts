import type { Trx } from '../base/database/database.ts'

type Place = { readonly study_case: string; readonly coder: string; readonly codebook_version: string }

/** Number of the next coding of a case by a person with a codebook version, in ordinary work or in training. */
export async function nextVersion(trx: Trx, place: Place): Promise<number> {
  const { latest } = await trx
    .selectFrom('coding')
    .select((select) => select.fn.max('version').as('latest'))
    .where('study_case', '=', place.study_case)
    .where('coder', '=', place.coder)
    .where('codebook_version', '=', place.codebook_version)
    .executeTakeFirstOrThrow()
  return (latest ?? 0) + 1
}
