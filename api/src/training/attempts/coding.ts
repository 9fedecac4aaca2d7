import type { Trx } from '../../base/database/database.ts'
import type { Ground } from '../../base/feature.ts'
import { readContent } from '../../codebooks/queries.ts'
import { copyItems } from '../../codings/copy.ts'
import { requiredKeys, targetsOf } from '../../codings/queries.ts'
import { nextVersion } from '../../codings/version.ts'
import { type Training, withinScope } from '../scope.ts'
import { type CaseOfAttempt, casesOfAttempt, nextOf } from './queries.ts'

/** After a reopening: what was handed in before. */
function earlierOf(trx: Trx, attempt: string, studyCase: string) {
  return trx
    .selectFrom('coding')
    .selectAll()
    .where('attempt', '=', attempt)
    .where('study_case', '=', studyCase)
    .orderBy('version', 'desc')
    .executeTakeFirst()
}

/** An empty coding of a case, or one that holds what was handed in before the attempt was reopened. */
async function insertCoding(trx: Trx, { ports }: Ground, training: Training, next: CaseOfAttempt): Promise<string> {
  const { attempt, content } = training
  const version = await trx
    .selectFrom('codebook_version')
    .select('content')
    .where('id', '=', content.codebookVersion)
    .executeTakeFirstOrThrow()
  const codebook = withinScope(readContent(version.content), content.scope)
  const place = { study_case: next.case, coder: attempt.person, codebook_version: content.codebookVersion }
  const earlier = await earlierOf(trx, attempt.id, next.case)
  const id = ports.id()
  const now = ports.now().toISOString()
  await trx
    .insertInto('coding')
    .values({
      id,
      study: attempt.study,
      ...place,
      version: await nextVersion(trx, place),
      state: earlier === undefined ? 'not-started' : 'draft',
      reason: earlier === undefined ? '' : (attempt.reopened_reason ?? ''),
      memo: earlier?.memo ?? '',
      memo_version: earlier?.memo_version ?? 0,
      revision: 0,
      rated: earlier?.rated ?? 0,
      required: requiredKeys(codebook, targetsOf(next.targets, codebook)).size,
      created_at: now,
      changed_at: now,
      submitted_at: null,
      attempt: attempt.id,
    })
    .execute()
  if (earlier !== undefined) await copyItems(trx, earlier.id, id)
  return id
}

/**
 * Makes the coding of the case whose turn it is, and not before: nobody can look ahead. False: every case was handed in.
 */
export async function openNext(trx: Trx, ground: Ground, training: Training): Promise<boolean> {
  const next = nextOf(await casesOfAttempt(trx, training.attempt.id))
  if (next === undefined) return false
  if (next.coding !== null) return true
  const coding = await insertCoding(trx, ground, training, next)
  await trx
    .updateTable('attempt_case')
    .set({ coding })
    .where('attempt', '=', training.attempt.id)
    .where('position', '=', next.position)
    .execute()
  return true
}
