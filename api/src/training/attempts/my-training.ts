import type { MyTraining } from '@attune/contract'
import type { StudyActor } from '../../base/access.ts'
import type { Db } from '../../base/database/database.ts'
import type { Ground } from '../../base/feature.ts'
import { settleDue } from './finish.ts'
import { mySetsOf, type Standing, standingsOf } from './overview.ts'
import { casesOfAttempt, nextOf } from './queries.ts'
import { releaseWaiting } from './release.ts'
import { setsToBegin } from './supply.ts'

type Requests = ReadonlyMap<string, MyTraining['sets'][number]['request']>

async function requestsOf(db: Db, { study, person }: StudyActor): Promise<Requests> {
  const rows = await db
    .selectFrom('attempt_request')
    .innerJoin('training_set', 'training_set.id', 'attempt_request.training_set')
    .select(['attempt_request.training_set', 'attempt_request.at', 'attempt_request.decision'])
    .select(['attempt_request.decision_note as note'])
    .where('training_set.study', '=', study)
    .where('attempt_request.person', '=', person)
    .orderBy('attempt_request.at')
    .execute()
  // The one that is not decided is the latest, whatever the clock says.
  const latest = rows.toSorted((one, other) => Number(one.decision === 'open') - Number(other.decision === 'open'))
  return new Map(latest.map(({ training_set, at, decision, note }) => [training_set, { at, decision, note }]))
}

async function certificatesOf(db: Db, { study, person }: StudyActor, now: Date): Promise<MyTraining['certificates']> {
  const rows = await db
    .selectFrom('certificate')
    .innerJoin('training_set', 'training_set.id', 'certificate.training_set')
    .select(['certificate.id', 'training_set.name as set', 'certificate.issued_at', 'certificate.expires_at'])
    .select(['certificate.ended_at', 'certificate.replaced_by'])
    .where('certificate.study', '=', study)
    .where('certificate.person', '=', person)
    .orderBy('certificate.issued_at', 'desc')
    .orderBy('certificate.id')
    .execute()
  return rows.map((row) => {
    const isOver = row.expires_at !== null && Date.parse(row.expires_at) <= now.getTime()
    const ended = row.replaced_by === null ? 'revoked' : 'replaced'
    const state = row.ended_at !== null ? ended : isOver ? 'expired' : 'valid'
    return { id: row.id, set: row.set, issuedAt: row.issued_at, expiresAt: row.expires_at, state }
  })
}

/** What runs out first comes first; what has no end comes last, in the order of the list. */
const bySoonest = (one: { at: string | null }, other: { at: string | null }): number =>
  (one.at ?? '9999') < (other.at ?? '9999') ? -1 : (one.at ?? '9999') > (other.at ?? '9999') ? 1 : 0

/** What is begun comes before what could be begun. */
async function nextThing(
  db: Db,
  standings: readonly Standing[],
  beginnable: ReadonlySet<string>,
): Promise<MyTraining['next']> {
  const [running] = standings
    .flatMap(({ id, dueAt, attempts }) =>
      attempts
        .filter(({ state }) => state === 'running')
        .map((attempt) => ({ set: id, attempt: attempt.id, at: attempt.dueAt ?? dueAt })),
    )
    .toSorted(bySoonest)
  if (running !== undefined) {
    const coding = nextOf(await casesOfAttempt(db, running.attempt))?.coding ?? null
    return { set: running.set, attempt: running.attempt, coding }
  }
  const [ready] = standings
    .filter(({ id, status }) => status === 'ready' && beginnable.has(id))
    .map(({ id, dueAt }) => ({ set: id, at: dueAt }))
    .toSorted(bySoonest)
  return ready === undefined ? null : { set: ready.set, attempt: null, coding: null }
}

/** Where somebody stands, once everything was released that need not wait any longer. */
async function standingsNow(ground: Ground, actor: StudyActor, now: Date): Promise<Standing[]> {
  const standings = await standingsOf(ground.db, actor, now)
  const withheld = standings.flatMap(({ attempts }) => attempts.filter(({ isWithheld }) => isWithheld))
  if (withheld.length === 0) return standings
  for (const { id } of withheld) await releaseWaiting(ground, id)
  return standingsOf(ground.db, actor, now)
}

export async function readTraining(ground: Ground, actor: StudyActor): Promise<MyTraining> {
  const { db } = ground
  await settleDue(ground, { study: actor.study, person: actor.person })
  const now = ground.ports.now()
  const standings = await standingsNow(ground, actor, now)
  const requests = await requestsOf(db, actor)
  const mySet = await mySetsOf(db, standings)
  const beginnable = await setsToBegin(db, actor, standings)
  return {
    sets: standings.map((standing) => ({
      set: mySet(standing),
      dueAt: standing.dueAt,
      status: standing.status === 'ready' && !beginnable.has(standing.id) ? 'held' : standing.status,
      mayBegin: beginnable.has(standing.id),
      lockedBy: standing.lockedBy,
      attemptsLeft: standing.attemptsLeft,
      attempts: [...standing.attempts],
      request: requests.get(standing.id) ?? null,
    })),
    next: await nextThing(db, standings, beginnable),
    certificates: await certificatesOf(db, actor, now),
  }
}
