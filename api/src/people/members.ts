import type { Member, Role } from '@attune/contract'
import type { StudyActor } from '../base/access.ts'
import type { Db, Trx } from '../base/database/database.ts'
import type { Ground } from '../base/feature.ts'
import { record } from '../base/history.ts'
import { notFound, Refusal } from '../base/refusal.ts'
import { endInvitationsOf } from './invitations.ts'
import { endResets, endResetsMadeBy } from './resets.ts'

export async function listMembers(db: Db, study: string): Promise<Member[]> {
  const rows = await db
    .selectFrom('membership')
    .innerJoin('person', 'person.id', 'membership.person')
    .leftJoin('session', 'session.person', 'person.id')
    .select(['person.id', 'person.login', 'person.name', 'membership.role', 'membership.created_at'])
    .select('person.disabled_at')
    .select((select) => select.fn.max('session.last_seen_at').as('last_seen_at'))
    .where('membership.study', '=', study)
    .where('membership.ended_at', 'is', null)
    .groupBy(['person.id', 'person.login', 'person.name', 'person.disabled_at'])
    .groupBy(['membership.role', 'membership.created_at'])
    .orderBy('person.name')
    .orderBy('person.id')
    .execute()
  return rows.map((row) => ({
    person: { id: row.id, login: row.login, name: row.name },
    role: row.role,
    joinedAt: row.created_at,
    lastSeenAt: row.last_seen_at,
    disabledAt: row.disabled_at,
  }))
}

/** The role of a member now; refuses to take the last pi away who can sign in. */
async function roleToChange(trx: Trx, study: string, person: string, next: Role | null): Promise<Role> {
  const rows = await trx
    .selectFrom('membership')
    .innerJoin('person', 'person.id', 'membership.person')
    .select(['membership.person', 'membership.role', 'person.disabled_at'])
    .where('membership.study', '=', study)
    .where('membership.ended_at', 'is', null)
    .execute()
  const role = rows.find((row) => row.person === person)?.role
  if (role === undefined) throw notFound()
  const others = rows.filter((row) => row.role === 'pi' && row.person !== person && row.disabled_at === null)
  if (role === 'pi' && next !== 'pi' && others.length === 0) {
    throw new Refusal(
      'in-use',
      'A study keeps at least one principal investigator. Give somebody else that role first.',
    )
  }
  return role
}

export async function giveRole(ground: Ground, actor: StudyActor, person: string, role: Role): Promise<void> {
  const { ports } = ground
  const { study } = actor
  await ground.write(async (trx) => {
    const old = await roleToChange(trx, study, person, role)
    if (old === role) return
    await trx.updateTable('membership').set({ role }).where('study', '=', study).where('person', '=', person).execute()
    await endInvitationsOf(trx, ports, study, person)
    await endResetsMadeBy(trx, ports, person)
    await endResets(trx, ports, person)
    const deed = { action: 'role changed', subject: `person:${person}`, detail: { old, new: role } }
    await record(trx, ports, { person: actor.person, study, ...deed })
  })
}

export async function removeMember(ground: Ground, actor: StudyActor, person: string): Promise<void> {
  const { ports } = ground
  const { study } = actor
  await ground.write(async (trx) => {
    const old = await roleToChange(trx, study, person, null)
    const ended_at = ports.now().toISOString()
    await trx
      .updateTable('membership')
      .set({ ended_at })
      .where('study', '=', study)
      .where('person', '=', person)
      .execute()
    await endInvitationsOf(trx, ports, study, person)
    await endResetsMadeBy(trx, ports, person)
    const deed = { action: 'membership ended', subject: `person:${person}`, detail: { old } }
    await record(trx, ports, { person: actor.person, study, ...deed })
  })
}
