import type { Db, Trx } from '../../base/database/database.ts'
import type { Ground } from '../../base/feature.ts'
import { record } from '../../base/history.ts'
import { issueIfMet } from '../../certificates/issue.ts'
import { type Training, trainingOf } from '../scope.ts'
import { deedOn } from '../sets/write.ts'
import { withheldFor } from './barred.ts'

async function codebookOf(db: Db, { content }: Training): Promise<string> {
  const version = await db
    .selectFrom('codebook_version')
    .select('codebook')
    .where('id', '=', content.codebookVersion)
    .executeTakeFirstOrThrow()
  return version.codebook
}

/** Submitted cases whose item feedback was not released yet. */
async function unreleasedCases(db: Db, attempt: string) {
  return db
    .selectFrom('attempt_case')
    .innerJoin('coding', 'coding.id', 'attempt_case.coding')
    .select(['attempt_case.position', 'attempt_case.study_case'])
    .where('attempt_case.attempt', '=', attempt)
    .where('attempt_case.released_at', 'is', null)
    .where('coding.state', '=', 'submitted')
    .execute()
}

/**
 * Releases item feedback of the cases handed in, as far as the policy ever does. A case that stands in a test which is
 * still open to this person waits until that test is over; one that the person has to code for the study, until that was handed in.
 */
export async function releaseItems(trx: Trx, { ports }: Ground, training: Training, by: string | null): Promise<void> {
  const { attempt, set, content } = training
  if (content.feedback === 'test') return
  const cases = await unreleasedCases(trx, attempt.id)
  if (cases.length === 0) return
  const withheld = await withheldFor(trx, attempt, await codebookOf(trx, training), ports.now())
  const positions = cases.filter((one) => !withheld.has(one.study_case)).map(({ position }) => position)
  if (positions.length === 0) return
  await trx
    .updateTable('attempt_case')
    .set({ released_at: ports.now().toISOString() })
    .where('attempt', '=', attempt.id)
    .where('position', 'in', positions)
    .execute()
  const deed = deedOn({ person: by, study: attempt.study }, set.id, 'item feedback released')
  await record(trx, ports, { ...deed, detail: { attempt: attempt.id, person: attempt.person, positions } })
}

/**
 * Lets somebody know what came out of a finished attempt, and gives the certificate if that is what came out. `by` is null
 * where the set releases by itself.
 */
export async function releaseAttempt(trx: Trx, ground: Ground, id: string, by: string | null): Promise<void> {
  const training = await trainingOf(trx, id)
  const { attempt, set } = training
  if (attempt.finished_at === null || attempt.released_at !== null) return
  const released_at = ground.ports.now().toISOString()
  await trx.updateTable('attempt').set({ released_at, released_by: by }).where('id', '=', id).execute()
  await releaseItems(trx, ground, training, by)
  const detail = { attempt: id, person: attempt.person, number: attempt.number, old: null, new: released_at }
  const deed = deedOn({ person: by, study: attempt.study }, set.id, 'feedback released')
  await record(trx, ground.ports, { ...deed, detail })
  await issueIfMet(trx, ground, id, by)
}

/** Whether items are released without a trainer's doing: case by case, or all once the attempt is released. */
const isDue = ({ attempt, content }: Training): boolean =>
  attempt.released_at !== null || (content.feedback === 'practice' && content.release === 'automatic')

/** Releases what had to wait for a test that is over by now, or for work that was handed in. */
export async function releaseWaiting(ground: Ground, id: string): Promise<void> {
  const training = await trainingOf(ground.db, id)
  if (training.content.feedback === 'test' || !isDue(training)) return
  const { attempt } = training
  const waiting = await unreleasedCases(ground.db, id)
  if (waiting.length === 0) return
  const withheld = await withheldFor(ground.db, attempt, await codebookOf(ground.db, training), ground.ports.now())
  if (waiting.every((one) => withheld.has(one.study_case))) return
  await ground.write(async (trx) => {
    await releaseItems(trx, ground, training, null)
    // What came out is told with the last of its items, and so is a certificate; whoever released the attempt does nothing now.
    if (attempt.released_at !== null) await issueIfMet(trx, ground, id, null)
  })
}
