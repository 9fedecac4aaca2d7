import type { StudyActor } from '../../base/access.ts'
import type { Trx } from '../../base/database/database.ts'
import type { Ground } from '../../base/feature.ts'
import { record } from '../../base/history.ts'
import { sha256 } from '../../base/ports.ts'
import { notFound, Refusal } from '../../base/refusal.ts'
import { trainingOf } from '../scope.ts'
import { deedOn } from '../sets/write.ts'
import { openNext } from './coding.ts'
import { type Standing, standingsOf } from './overview.ts'
import { supplyOf } from './supply.ts'

function refuseBurnt({ feedback }: Standing['content']): never {
  const message =
    feedback === 'test'
      ? 'You have had feedback on cases of this test, so that it can no longer test you. Ask your trainer for another one.'
      : 'You have had feedback on cases of this set, so that it can no longer certify you. Ask your trainer for another one.'
  throw new Refusal('in-use', message)
}

function refuseStart(standing: Standing): never {
  const { status, lockedBy, content, attemptsLeft } = standing
  const isDoneBefore = status === 'done' && attemptsLeft > 0
  if (status === 'spent' || (isDoneBefore && lockedBy === null)) refuseBurnt(content)
  const reasons: Partial<Record<Standing['status'], string>> = {
    locked: `Finish “${lockedBy}” first.`,
    waiting: 'Your last attempt is still with your trainer.',
    met: 'You have met the criterion of this set.',
    done: isDoneBefore
      ? `Finish “${lockedBy}” first.`
      : 'You have used all attempts at this set. You can ask for another one.',
    'used-up': 'You have used all attempts at this set. You can ask for another one.',
    closed: 'This set is closed; nobody can begin another attempt.',
  }
  throw new Refusal('in-use', reasons[status] ?? 'An attempt at this set is running.')
}

/** The same seed, the same order, on every machine; what comes first tells nothing about what comes next. */
function drawn(cases: readonly string[], seed: number): string[] {
  const place = new Map(cases.map((id) => [id, sha256(`${seed} ${id}`)]))
  return cases.toSorted((one, other) => ((place.get(one) ?? '') < (place.get(other) ?? '') ? -1 : 1))
}

/** The cases of a new attempt in their order, around those that must not be in it. */
async function chooseCases(trx: Trx, actor: StudyActor, standings: readonly Standing[], one: Standing, seed: number) {
  const { content } = one
  const { wanted, unknown, free, usable } = await supplyOf(trx, actor, standings, one)
  if (unknown.length < wanted) refuseBurnt(content)
  if (free.length < wanted) {
    const message =
      'Cases of this set also stand in a test that is still open to you. Finish the test first, or ask your trainer.'
    throw new Refusal('in-use', message)
  }
  if (usable.length < wanted || wanted === 0) {
    throw new Refusal('in-use', 'This set cannot be started at the moment. Tell your trainer.')
  }
  return (content.order === 'drawn' ? drawn(usable, seed) : usable).slice(0, wanted)
}

type Beginning = {
  readonly standing: Standing
  readonly standings: readonly Standing[]
  readonly operation: string
}

async function insertAttempt(
  trx: Trx,
  { ports }: Ground,
  actor: StudyActor,
  { standing, standings, operation }: Beginning,
): Promise<string> {
  const { content } = standing
  const number = standing.attempts.length + 1
  const seed = Number.parseInt(sha256(`${content.seed} ${standing.id} ${actor.person} ${number}`).slice(0, 8), 16)
  const cases = await chooseCases(trx, actor, standings, standing, seed)
  const id = ports.id()
  const now = ports.now()
  const minutes = content.timeLimitMinutes
  await trx
    .insertInto('attempt')
    .values({
      id,
      study: actor.study,
      training_set: standing.id,
      person: actor.person,
      number,
      operation,
      seed,
      started_at: now.toISOString(),
      due_at: minutes === null ? null : new Date(now.getTime() + minutes * 60_000).toISOString(),
      finished_at: null,
      is_expired: 0,
      released_at: null,
      released_by: null,
      reopened_reason: null,
    })
    .execute()
  const rows = cases.map((studyCase, index) => ({
    attempt: id,
    position: index + 1,
    study_case: studyCase,
    coding: null,
    released_at: null,
    reflection: '',
    reflected_at: null,
  }))
  await trx.insertInto('attempt_case').values(rows).execute()
  const detail = { attempt: id, person: actor.person, number, seed, cases }
  await record(trx, ports, { ...deedOn(actor, standing.id, 'attempt started'), detail })
  return id
}

/** The attempt that an operation began; somebody else's operation is refused like one that cannot be used. */
async function begunBy(trx: Trx, actor: StudyActor, set: string, operation: string): Promise<string | undefined> {
  const row = await trx.selectFrom('attempt').selectAll().where('operation', '=', operation).executeTakeFirst()
  if (row === undefined) return undefined
  if (row.person === actor.person && row.training_set === set) return row.id
  throw new Refusal('bad-request', 'This operation was used before. Try again.')
}

/** Begins an attempt. Who has one running, in whatever window, gets that one: there is never a second. */
export async function startAttempt(ground: Ground, actor: StudyActor, set: string, operation: string): Promise<string> {
  return ground.write(async (trx) => {
    const earlier = await begunBy(trx, actor, set, operation)
    if (earlier !== undefined) return earlier
    const standings = await standingsOf(trx, actor, ground.ports.now())
    const standing = standings.find(({ id }) => id === set)
    if (standing === undefined) throw notFound()
    const running = standing.attempts.find(({ state }) => state === 'running')
    if (running !== undefined) return running.id
    if (!standing.mayStart) refuseStart(standing)
    const id = await insertAttempt(trx, ground, actor, { standing, standings, operation })
    await openNext(trx, ground, await trainingOf(trx, id))
    return id
  })
}
