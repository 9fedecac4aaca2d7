import type { Access, Role } from '@attune/contract'
import type { Db } from './database/database.ts'
import { notFound, Refusal } from './refusal.ts'

/** Who asks. Comes from the session and from nowhere else. */
export type Actor = { readonly person: string; readonly session: string; readonly isOwner: boolean }
/** Who asks, inside a study. */
export type StudyActor = Actor & { readonly study: string; readonly role: Role }

export type ActorFor<A extends Access> = A extends 'public'
  ? Actor | null
  : A extends 'signed-in' | 'owner'
    ? Actor
    : StudyActor

export function isSupervisor(role: Role): boolean {
  return role === 'pi' || role === 'trainer'
}

/**
 * The one place that decides who may call what. Without a session the answer is 401, every other refusal is the same 404:
 * that a thing exists is itself something not everybody may know.
 *
 * What a role may see *inside* an answer follows from the endpoint: supervisors and blind coders have different ones.
 */
export async function admit(
  db: Db,
  access: Access,
  actor: Actor | null,
  parameters: Readonly<Record<string, string>>,
): Promise<Actor | StudyActor | null> {
  if (access === 'public') return actor
  if (actor === null) throw new Refusal('not-signed-in', 'Please sign in.')
  if (access === 'signed-in') return actor
  if (access === 'owner') {
    if (!actor.isOwner) throw notFound()
    return actor
  }
  const inside = await asMember(db, actor, parameters.study ?? '')
  if (access === 'member') return inside
  if (access === 'supervisor' && isSupervisor(inside.role)) return inside
  if (access === 'pi' && inside.role === 'pi') return inside
  if (access === 'coding-reader' || access === 'coding-writer') {
    const coding = await findCoding(db, inside.study, parameters.coding ?? '')
    // While an own case is coded again blind, what was said of it before is nobody's to look up.
    if (coding.coder === actor.person) {
      if (coding.isCodedAgain) throw notFound()
      return inside
    }
    if (access === 'coding-reader' && isSupervisor(inside.role)) return inside
  }
  if (access === 'attempt-owner') {
    const owner = await ownerOfAttempt(db, inside.study, parameters.attempt ?? '')
    if (owner === actor.person) return inside
  }
  if (access === 'certificate-reader') {
    const owner = await ownerOfCertificate(db, inside.study, parameters.certificate ?? '')
    if (owner === actor.person || (owner !== undefined && isSupervisor(inside.role))) return inside
  }
  throw notFound()
}

async function asMember(db: Db, actor: Actor, study: string): Promise<StudyActor> {
  const membership = await db
    .selectFrom('membership')
    .select('role')
    .where('study', '=', study)
    .where('person', '=', actor.person)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  if (membership === undefined) throw notFound()
  return { ...actor, study, role: membership.role }
}

/** Whose a coding is, and whether its coder is coding the case again, for drift, in a later coding that is not handed in. */
async function findCoding(db: Db, study: string, coding: string): Promise<{ coder: string; isCodedAgain: boolean }> {
  const found = await db
    .selectFrom('coding')
    .select('coder')
    // One query: asked for itself it took 7 % of every own request on PostgreSQL.
    .select((select) =>
      select
        .selectFrom('coding as later')
        .innerJoin('drift_coding', 'drift_coding.coding', 'later.id')
        .select('later.id')
        .whereRef('later.study_case', '=', 'coding.study_case')
        .whereRef('later.coder', '=', 'coding.coder')
        .whereRef('later.codebook_version', '=', 'coding.codebook_version')
        .whereRef('later.version', '>', 'coding.version')
        .where('later.state', '<>', 'submitted')
        .where('drift_coding.kind', '=', 'recode')
        .limit(1)
        .as('again'),
    )
    .where('coding.id', '=', coding)
    .where('coding.study', '=', study)
    .executeTakeFirst()
  if (found === undefined) throw notFound()
  return { coder: found.coder, isCodedAgain: found.again !== null }
}

async function ownerOfAttempt(db: Db, study: string, attempt: string): Promise<string | undefined> {
  const found = await db
    .selectFrom('attempt')
    .select('person')
    .where('id', '=', attempt)
    .where('study', '=', study)
    .executeTakeFirst()
  return found?.person
}

async function ownerOfCertificate(db: Db, study: string, certificate: string): Promise<string | undefined> {
  const found = await db
    .selectFrom('certificate')
    .select('person')
    .where('id', '=', certificate)
    .where('study', '=', study)
    .executeTakeFirst()
  return found?.person
}
