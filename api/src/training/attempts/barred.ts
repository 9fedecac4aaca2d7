import type { Db } from '../../base/database/database.ts'
import { burntOf } from '../sets/exposure.ts'
import { type Standing, standingsOf } from './overview.ts'

type Whom = { readonly study: string; readonly person: string }

/** Cases that no longer test somebody, because their item feedback was shown. */
export async function burntFor(db: Db, { study, person }: Whom, codebook: string): Promise<Set<string>> {
  return (await burntOf(db, { study, person }))(codebook)
}

/** What can no longer be begun tests nobody: nothing has to wait for it. */
const canStillTest = ({ status, attemptsLeft, isSpent, isShut }: Standing): boolean =>
  status === 'running' || (attemptsLeft > 0 && status !== 'met' && !isSpent && !isShut)

/**
 * Cases of tests that somebody has not finished with: feedback on them would give the test away. `but`: a set that is to be begun; what opens
 * only once it is done with does not stand in its way.
 */
export async function reservedAmong(
  db: Db,
  standings: readonly Standing[],
  codebook: string,
  but: string | null,
): Promise<Set<string>> {
  const tests = standings.filter(
    (one) =>
      one.codebook.id === codebook &&
      one.content.feedback === 'test' &&
      canStillTest(one) &&
      (but === null || one.status === 'running' || !one.before.includes(but)),
  )
  const running = tests.flatMap(({ attempts }) => attempts.filter(({ state }) => state === 'running'))
  if (running.length === 0) return new Set(tests.flatMap(({ pool }) => pool))
  const rows = await db
    .selectFrom('attempt_case')
    .select('study_case')
    .where(
      'attempt',
      'in',
      running.map(({ id }) => id),
    )
    .execute()
  return new Set([...tests.flatMap(({ pool }) => pool), ...rows.map((row) => row.study_case)])
}

/** Cases that somebody still has to hand in as work of the study, with whatever version of the codebook. */
async function atWork(db: Db, { study, person }: Whom, codebook: string): Promise<string[]> {
  const rows = await db
    .selectFrom('coding')
    .innerJoin('codebook_version', 'codebook_version.id', 'coding.codebook_version')
    .select('coding.study_case')
    .where('coding.study', '=', study)
    .where('coding.coder', '=', person)
    .where('coding.attempt', 'is', null)
    .where('coding.state', '<>', 'submitted')
    .where('codebook_version.codebook', '=', codebook)
    .execute()
  return rows.map((row) => row.study_case)
}

/** Cases whose item feedback has to wait: it would give away a test, or the answer to work that is still open. */
export async function withheldFor(db: Db, whom: Whom, codebook: string, now: Date): Promise<Set<string>> {
  const reserved = await reservedAmong(db, await standingsOf(db, whom, now), codebook, null)
  return new Set([...reserved, ...(await atWork(db, whom, codebook))])
}
