import type { Reply, readCohort } from '@attune/contract'
import type { Db } from '../../base/database/database.ts'
import { attemptsWithoutTheirCertificate } from '../../certificates/queries.ts'
import { type Confusion, confusionsOf } from '../progress/confusions.ts'
import type { SetGround } from '../scoring/set-ground.ts'
import { attemptsAt, countedAttempts, type DeskAttempt, headsForDesk } from './attempts.ts'
import { cellsOf } from './cells.ts'
import { talliesOf } from './tallies.ts'

export type Cohort = Reply<typeof readCohort>
type Person = Cohort['people'][number]

/** Whom a set was given to, and whoever tried it before it was taken back. */
async function namesOf(db: Db, set: string, attempts: readonly DeskAttempt[]): Promise<Map<string, string>> {
  const enrolled = await db
    .selectFrom('enrolment')
    .innerJoin('person', 'person.id', 'enrolment.person')
    .select(['person.id', 'person.name'])
    .where('enrolment.training_set', '=', set)
    .where('enrolment.ended_at', 'is', null)
    .execute()
  const all = [...enrolled, ...attempts.map(({ person }) => person)]
  const ordered = all.toSorted((one, other) => one.name.localeCompare(other.name, 'en') || (one.id < other.id ? -1 : 1))
  return new Map(ordered.map(({ id, name }) => [id, name]))
}

async function requestsAt(db: Db, set: string): Promise<Map<string, Person['request']>> {
  const rows = await db
    .selectFrom('attempt_request')
    .select(['id', 'person', 'at', 'note'])
    .where('training_set', '=', set)
    .where('decision', '=', 'open')
    .orderBy('at')
    .execute()
  return new Map(rows.map(({ person, ...request }) => [person, request]))
}

async function certificatesAt(db: Db, set: string): Promise<Map<string, string>> {
  const rows = await db
    .selectFrom('certificate')
    .select(['id', 'person'])
    .where('training_set', '=', set)
    .where('ended_at', 'is', null)
    .orderBy('issued_at')
    .execute()
  return new Map(rows.map(({ person, id }) => [person, id]))
}

function statusOf({ content }: SetGround, own: readonly DeskAttempt[], revoked: ReadonlySet<string>): Person['status'] {
  if (own.length === 0) return 'not-begun'
  if (own.some(({ row }) => row.finished_at === null)) return 'running'
  if (own.some(({ row }) => row.released_at === null)) return 'to-release'
  if (content.criterion === null) return 'done'
  const met = own.filter(({ score }) => score?.met === true)
  if (met.length === 0) return 'not-met'
  return met.every(({ row }) => revoked.has(row.id)) ? 'revoked' : 'met'
}

async function peopleAt(db: Db, set: SetGround, attempts: readonly DeskAttempt[]): Promise<Person[]> {
  const heads = await headsForDesk(db, attempts)
  const requests = await requestsAt(db, set.id)
  const certificates = await certificatesAt(db, set.id)
  const names = await namesOf(db, set.id, attempts)
  const revoked = await attemptsWithoutTheirCertificate(db, { study: set.study, set: set.id })
  return [...names].map(([id, name]) => {
    const own = attempts.filter(({ person }) => person.id === id)
    return {
      id,
      name,
      status: statusOf(set, own, revoked),
      attempts: own.flatMap(({ row }) => heads.get(row.id) ?? []),
      request: requests.get(id) ?? null,
      certificate: certificates.get(id) ?? null,
    }
  })
}

/** Places of one confusion that a page can show. */
const mostPlaces = 200

function shown({ cases, ...line }: Confusion, people: ReadonlyMap<string, string>): Cohort['confusions'][number] {
  const at = cases.map(({ attempt, position, caseName: caseId }) => ({
    attempt,
    position,
    person: people.get(attempt) ?? '',
    caseId,
  }))
  return { ...line, people: new Set(at.map(({ person }) => person)).size, at: at.slice(0, mostPlaces) }
}

/** A set's trainees by variable, from the latest scored attempt of each. */
export async function cohortOf(db: Db, set: SetGround): Promise<Cohort> {
  const attempts = await attemptsAt(db, set.id)
  const counted = countedAttempts(attempts, 'latest')
  const tallies = await talliesOf(db, set, counted)
  const owners = new Map(counted.map(({ row, person }) => [row.id, person.id]))
  return {
    variables: [
      ...set.codebook.variables.map(({ id, label, kind }) => ({ id, label, kind })),
      ...set.codebook.codes.map(({ id, label }) => ({ id, label, kind: 'code' })),
    ],
    people: await peopleAt(db, set, attempts),
    cells: counted.flatMap((one) =>
      cellsOf(
        one,
        tallies.filter(({ attempt }) => attempt === one),
      ),
    ),
    confusions: confusionsOf(tallies)
      .slice(0, 50)
      .map((one) => shown(one, owners)),
  }
}
