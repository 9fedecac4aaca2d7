import type { Actor } from '../base/access.ts'
import type { Trx } from '../base/database/database.ts'
import type { Ground } from '../base/feature.ts'
import { record } from '../base/history.ts'
import type { Ports } from '../base/ports.ts'
import { notFound, Refusal } from '../base/refusal.ts'
import { endAllInvitationsOf } from './invitations.ts'
import { endResets, endResetsMadeBy } from './resets.ts'
import { endSessions } from './sessions.ts'

/** Ends every way into the lab that this person has or could give. What the person did stays as it is. */
export async function disable(ground: Ground, actor: Actor, person: string): Promise<void> {
  const { ports } = ground
  await ground.write(async (trx) => {
    const disabledAt = await disabledSince(trx, person)
    await refuseToLockOut(trx, actor, person)
    if (disabledAt !== null) return
    const disabled_at = ports.now().toISOString()
    await trx.updateTable('person').set({ disabled_at }).where('id', '=', person).execute()
    const sessionsEnded = await endSessions(trx, ports, { person })
    await endResets(trx, ports, person)
    await endResetsMadeBy(trx, ports, person)
    await endAllInvitationsOf(trx, ports, person)
    await tellStudies(trx, ports, { actor, person, action: 'account disabled', detail: { sessionsEnded } })
  })
}

/** The password is the one it had; sessions and links do not come back. */
export async function enable(ground: Ground, actor: Actor, person: string): Promise<void> {
  const { ports } = ground
  await ground.write(async (trx) => {
    if ((await disabledSince(trx, person)) === null) return
    await trx.updateTable('person').set({ disabled_at: null }).where('id', '=', person).execute()
    await tellStudies(trx, ports, { actor, person, action: 'account enabled', detail: {} })
  })
}

async function disabledSince(trx: Trx, person: string): Promise<string | null> {
  const row = await trx.selectFrom('person').select('disabled_at').where('id', '=', person).executeTakeFirst()
  if (row === undefined) throw notFound()
  return row.disabled_at
}

async function refuseToLockOut(trx: Trx, actor: Actor, person: string): Promise<void> {
  if (person === actor.person) {
    throw new Refusal('bad-request', 'You cannot disable your own account. Another owner of the lab can.')
  }
  const row = await trx.selectFrom('person').select('is_demo').where('id', '=', person).executeTakeFirstOrThrow()
  if (row.is_demo === 1) {
    throw new Refusal('bad-request', 'People of the demo go with the demo study. Delete it in its settings.')
  }
  // Two owners may disable each other at the same moment; one of them stays.
  const owner = await trx
    .selectFrom('person')
    .select('id')
    .where('is_owner', '=', 1)
    .where('disabled_at', 'is', null)
    .where('id', '<>', person)
    .limit(1)
    .executeTakeFirst()
  if (owner === undefined) throw new Refusal('in-use', 'The lab keeps at least one owner who can sign in.')
}

type Told = {
  readonly actor: Actor
  readonly person: string
  readonly action: string
  readonly detail: { readonly [key: string]: unknown }
}

/** Into the history of the lab, and of each study the person is in: its supervisors see why somebody stopped. */
async function tellStudies(trx: Trx, ports: Ports, { actor, person, action, detail }: Told): Promise<void> {
  const deed = { person: actor.person, action, subject: `person:${person}` }
  await record(trx, ports, { ...deed, study: null, detail })
  const memberships = await trx
    .selectFrom('membership')
    .select('study')
    .where('person', '=', person)
    .where('ended_at', 'is', null)
    .orderBy('study')
    .execute()
  for (const { study } of memberships) await record(trx, ports, { ...deed, study, detail: {} })
}
