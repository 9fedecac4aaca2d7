import type { AttemptHead, MySet } from '@attune/contract'
import type { Db } from '../../base/database/database.ts'
import { attemptsWithoutTheirCertificate } from '../../certificates/queries.ts'
import { contentOf, type SetContent } from '../content.ts'
import { criterionLabels } from '../criterion-labels.ts'
import { burntOf } from '../sets/exposure.ts'
import { type Gates, gatesOf } from './gates.ts'
import { type AttemptRow, headsOfAttempts } from './queries.ts'
import { casesAnAttempt, isSpent, type Status, statusOf } from './status.ts'

type Whom = { readonly study: string; readonly person: string }

/** Where one person stands with one set. */
export type Standing = {
  readonly id: string
  readonly name: string
  readonly content: SetContent
  readonly codebook: MySet['codebook']
  /** Cases that were not withdrawn. */
  readonly pool: readonly string[]
  readonly dueAt: string | null
  readonly attempts: readonly AttemptHead[]
  readonly status: Status
  readonly lockedBy: string | null
  readonly before: Gates['before']
  readonly isShut: Gates['isShut']
  readonly attemptsLeft: number
  /** Too many of its cases were explained for another attempt. */
  readonly isSpent: boolean
  /** Another attempt is due; whether there are cases for it is another question. */
  readonly mayStart: boolean
  /** None is left, and another one can be asked for. */
  readonly mayAsk: boolean
}

function setsOf(db: Db, study: string, person: string) {
  return db
    .selectFrom('enrolment')
    .innerJoin('training_set', 'training_set.id', 'enrolment.training_set')
    .innerJoin('codebook_version', 'codebook_version.id', 'training_set.codebook_version')
    .select(['training_set.id', 'training_set.name', 'training_set.state', 'training_set.content'])
    .select(['codebook_version.id as version', 'codebook_version.codebook', 'codebook_version.number'])
    .select(['codebook_version.title', 'enrolment.due_at', 'enrolment.granted', 'enrolment.ended_at'])
    .where('enrolment.person', '=', person)
    .where('training_set.study', '=', study)
    .where('training_set.state', '<>', 'draft')
    .orderBy('training_set.opened_at')
    .orderBy('training_set.id')
    .execute()
}

async function poolsOf(db: Db, sets: readonly string[]): Promise<Map<string, string[]>> {
  const rows = await db
    .selectFrom('training_set_case')
    .select(['training_set', 'study_case'])
    .where('training_set', 'in', sets)
    .where('withdrawn_at', 'is', null)
    .orderBy('position')
    .execute()
  const found = new Map<string, string[]>(sets.map((set) => [set, []]))
  for (const { training_set, study_case } of rows) found.get(training_set)?.push(study_case)
  return found
}

/** Every attempt of a person at some sets, by set. */
async function attemptsOf(db: Db, person: string, sets: readonly string[]): Promise<Map<string, AttemptHead[]>> {
  const rows: AttemptRow[] = await db
    .selectFrom('attempt')
    .selectAll()
    .where('person', '=', person)
    .where('training_set', 'in', sets)
    .orderBy('number')
    .execute()
  const heads = await headsOfAttempts(db, rows)
  const found = new Map<string, AttemptHead[]>()
  for (const [index, row] of rows.entries()) {
    const head = heads[index]
    if (head === undefined) continue
    const there = found.get(row.training_set)
    if (there === undefined) found.set(row.training_set, [head])
    else there.push(head)
  }
  return found
}

/** Sets whose criterion may be met again, because a certificate runs out. */
async function renewable(
  db: Db,
  study: string,
  person: string,
  now: Date,
): Promise<(set: string, days: number) => boolean> {
  const rows = await db
    .selectFrom('certificate')
    .select(['training_set', (select) => select.fn.max('expires_at').as('expires_at')])
    .where('study', '=', study)
    .where('person', '=', person)
    .where('ended_at', 'is', null)
    .where('expires_at', 'is not', null)
    .groupBy('training_set')
    .execute()
  const expiry = new Map(rows.map((row) => [row.training_set, Date.parse(row.expires_at ?? '')]))
  return (set, days) => {
    const at = expiry.get(set)
    return at !== undefined && now.getTime() >= at - days * 86_400_000
  }
}

type SetRow = Awaited<ReturnType<typeof setsOf>>[number]

/** Names of the sets that come first, given or not. */
async function namesOf(db: Db, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await db.selectFrom('training_set').select(['id', 'name']).where('id', 'in', ids).execute()
  return new Map(rows.map(({ id, name }) => [id, name]))
}

async function unreleasedOf(db: Db, study: string, person: string): Promise<Set<string>> {
  const rows = await db
    .selectFrom('attempt')
    .select('id')
    .where('study', '=', study)
    .where('person', '=', person)
    .where('finished_at', 'is not', null)
    .where('released_at', 'is', null)
    .execute()
  return new Set(rows.map(({ id }) => id))
}

/** Each set for itself, before it is known what stands before it. */
async function alone(db: Db, { study, person }: Whom, rows: readonly SetRow[]) {
  const ids = rows.map(({ id }) => id)
  const pools = await poolsOf(db, ids)
  const bySet = await attemptsOf(db, person, ids)
  const unreleased = await unreleasedOf(db, study, person)
  const burnt = await burntOf(db, { study, person })
  return rows.map((row) => {
    const content = contentOf(row.content)
    const pool = pools.get(row.id) ?? []
    const attempts = bySet.get(row.id) ?? []
    const isOpen = row.state === 'open' && row.ended_at === null
    return {
      id: row.id,
      name: row.name,
      content,
      codebook: { version: row.version, id: row.codebook, number: row.number, title: row.title },
      pool,
      dueAt: row.due_at,
      attempts,
      attemptsLeft: isOpen ? Math.max(0, content.attempts + row.granted - attempts.length) : 0,
      isOpen,
      isWaiting: attempts.some(({ id }) => unreleased.has(id)),
      isSpent: isSpent(content, pool, burnt(row.codebook)),
    }
  })
}

/** Sets that somebody was given, with where he or she stands; the same few queries however many there are. */
export async function standingsOf(
  db: Db,
  whom: Whom,
  now: Date,
  which: (set: { readonly id: string }) => boolean = () => true,
): Promise<Standing[]> {
  // All of them: what comes before a set may be any.
  const rows = await setsOf(db, whom.study, whom.person)
  if (rows.length === 0) return []
  const sets = await alone(db, whom, rows)
  const revoked = await attemptsWithoutTheirCertificate(db, whom)
  const gates = await gatesOf(db, sets, revoked)
  const names = await namesOf(
    db,
    sets.flatMap(({ content }) => content.prerequisite ?? []),
  )
  const isRenewable = await renewable(db, whom.study, whom.person, now)
  return sets.filter(which).map(({ isOpen, isWaiting, ...set }) => {
    const { content, attemptsLeft } = set
    const { isLocked, before, isShut } = gates({ ...set, isWaiting })
    const renewal = content.criterion?.renewal
    const mayRenew = renewal?.kind === 'repeat' && isRenewable(set.id, renewal.daysBefore)
    const status = statusOf({ ...set, isOpen, isWaiting, isLocked, mayRenew, revoked })
    return {
      ...set,
      status,
      lockedBy: isLocked ? (names.get(content.prerequisite ?? '') ?? null) : null,
      before,
      isShut,
      mayStart: status === 'ready' || (status === 'done' && attemptsLeft > 0 && !isLocked && !set.isSpent),
      mayAsk: isOpen && attemptsLeft === 0 && (status === 'used-up' || status === 'done'),
    }
  })
}

/** Sets as who was given them sees them. */
export async function mySetsOf(db: Db, standings: readonly Standing[]): Promise<(standing: Standing) => MySet> {
  const labels = await criterionLabels(db, standings)
  return (standing) => ({ ...mySetOf(standing), criterionLabels: labels(standing) })
}

function mySetOf({ id, name, content, codebook, pool }: Standing): Omit<MySet, 'criterionLabels'> {
  const { description, feedback, showsScores, timeLimitMinutes, criterion, certifies } = content
  return {
    id,
    name,
    description,
    codebook,
    feedback,
    showsScores,
    cases: casesAnAttempt(content, pool),
    timeLimitMinutes,
    criterion,
    certifies,
  }
}
