import type { Role } from '@attune/contract'
import type { StudyActor } from '../base/access.ts'
import type { Db, Trx } from '../base/database/database.ts'
import type { Ground } from '../base/feature.ts'
import { record } from '../base/history.ts'
import { type Ports, sha256 } from '../base/ports.ts'
import { notFound, Refusal } from '../base/refusal.ts'
import { inDays, newSecret } from './accounts.ts'
import { mayGive } from './powers.ts'
import { endResets } from './resets.ts'

const validDays = 7

export async function makeInvitation(ground: Ground, actor: StudyActor, wanted: { role: Role; note: string }) {
  if (!mayGive(actor.role, wanted.role)) {
    const message = 'A trainer can invite coders and trainees; ask a principal investigator for other roles.'
    throw new Refusal('bad-request', message, { faults: [{ path: 'body.role', message }] })
  }
  const { ports } = ground
  const id = ports.id()
  const { token, tokenHash } = newSecret(ports)
  const expiresAt = inDays(ports, validDays)
  await ground.write(async (trx) => {
    const row = {
      id,
      token_hash: tokenHash,
      study: actor.study,
      ...wanted,
      made_by: actor.person,
      expires_at: expiresAt,
    }
    await trx
      .insertInto('invitation')
      .values({ ...row, created_at: ports.now().toISOString(), used_at: null, used_by: null, withdrawn_at: null })
      .execute()
    const { person, study } = actor
    await record(trx, ports, {
      person,
      study,
      action: 'invitation made',
      subject: `invitation:${id}`,
      detail: { new: wanted },
    })
  })
  return { id, link: `${ground.origin()}/join#${token}`, expiresAt }
}

function openInvitations(db: Db, ports: Ports) {
  return db
    .selectFrom('invitation')
    .innerJoin('study', 'study.id', 'invitation.study')
    .innerJoin('person', 'person.id', 'invitation.made_by')
    .where('invitation.used_at', 'is', null)
    .where('invitation.withdrawn_at', 'is', null)
    .where('invitation.expires_at', '>', ports.now().toISOString())
}

/** Unknown, used, withdrawn and expired links are all the same nothing. */
export async function readOpenInvitation(db: Db, ports: Ports, token: string) {
  const found = await openInvitations(db, ports)
    .select(['invitation.id', 'invitation.study', 'invitation.role', 'invitation.expires_at as expiresAt'])
    .select(['study.name as studyName', 'person.name as invitedBy'])
    .where('invitation.token_hash', '=', sha256(token))
    .executeTakeFirst()
  if (found === undefined) throw notFound()
  return found
}

/** Whoever knows the passphrase is a demo person, so a demo person stays out of every real study. */
async function keepDemoApart(trx: Trx, person: string, study: string): Promise<void> {
  const account = await trx.selectFrom('person').select('is_demo').where('id', '=', person).executeTakeFirst()
  const place = await trx.selectFrom('study').select('is_demo').where('id', '=', study).executeTakeFirst()
  if (account?.is_demo === 1 && place?.is_demo !== 1) {
    throw new Refusal('bad-request', 'People of the demo cannot join a real study. Sign out and open the link again.')
  }
}

/** Uses an invitation up and makes the membership, both or neither. */
export async function useInvitation(trx: Trx, ports: Ports, token: string, person: string): Promise<void> {
  const { id, study, role } = await readOpenInvitation(trx, ports, token)
  await keepDemoApart(trx, person, study)
  const at = ports.now().toISOString()
  const there = await trx
    .selectFrom('membership')
    .select('ended_at')
    .where('study', '=', study)
    .where('person', '=', person)
    .executeTakeFirst()
  if (there !== undefined && there.ended_at === null) {
    throw new Refusal('already-exists', 'You are a member of this study already; a link never changes a role.')
  }
  await trx.updateTable('invitation').set({ used_at: at, used_by: person }).where('id', '=', id).execute()
  await trx
    .insertInto('membership')
    .values({ study, person, role, created_at: at, ended_at: null })
    .onConflict((conflict) =>
      conflict.columns(['study', 'person']).doUpdateSet({ role, created_at: at, ended_at: null }),
    )
    .execute()
  await endResets(trx, ports, person)
  await record(trx, ports, {
    person,
    study,
    action: 'joined',
    subject: `person:${person}`,
    detail: { new: role, invitation: id },
  })
}

export async function withdraw(ground: Ground, actor: StudyActor, invitation: string): Promise<void> {
  const { ports } = ground
  await ground.write(async (trx) => {
    const found = await openInvitations(trx, ports)
      .select('invitation.role')
      .where('invitation.id', '=', invitation)
      .where('invitation.study', '=', actor.study)
      .executeTakeFirst()
    if (found === undefined || !mayGive(actor.role, found.role)) throw notFound()
    await trx
      .updateTable('invitation')
      .set({ withdrawn_at: ports.now().toISOString() })
      .where('id', '=', invitation)
      .execute()
    const { person, study } = actor
    await record(trx, ports, {
      person,
      study,
      action: 'invitation withdrawn',
      subject: `invitation:${invitation}`,
      detail: {},
    })
  })
}

/** Who loses a role loses the links made with it: otherwise they would be a way back. */
export async function endInvitationsOf(trx: Trx, ports: Ports, study: string, person: string): Promise<void> {
  await unusedOf(trx, ports, person).where('study', '=', study).execute()
}

/** Withdraws what somebody made in any study. */
export async function endAllInvitationsOf(trx: Trx, ports: Ports, person: string): Promise<void> {
  await unusedOf(trx, ports, person).execute()
}

function unusedOf(trx: Trx, ports: Ports, person: string) {
  return trx
    .updateTable('invitation')
    .set({ withdrawn_at: ports.now().toISOString() })
    .where('made_by', '=', person)
    .where('used_at', 'is', null)
    .where('withdrawn_at', 'is', null)
}

export async function listInvitations(db: Db, ports: Ports, study: string) {
  const now = ports.now().toISOString()
  const rows = await db
    .selectFrom('invitation')
    .innerJoin('person', 'person.id', 'invitation.made_by')
    .select(['invitation.id', 'invitation.role', 'invitation.note', 'person.name as madeBy', 'invitation.created_at'])
    .select(['invitation.expires_at', 'invitation.used_at', 'invitation.withdrawn_at'])
    .where('invitation.study', '=', study)
    .orderBy('invitation.created_at', 'desc')
    .orderBy('invitation.id')
    .limit(500)
    .execute()
  return rows.map((row) => {
    const lapsed = row.expires_at <= now ? ('expired' as const) : ('open' as const)
    const state = row.used_at !== null ? ('used' as const) : row.withdrawn_at !== null ? ('withdrawn' as const) : lapsed
    const { id, role, note, madeBy } = row
    return { id, role, note, madeBy, createdAt: row.created_at, expiresAt: row.expires_at, state }
  })
}
