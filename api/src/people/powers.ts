import type { Role } from '@attune/contract'
import type { Db } from '../base/database/database.ts'

/** A pi may give every role, a trainer those of blind coders; nobody gives more than they hold. */
export function mayGive(giver: Role | undefined, role: Role): boolean {
  if (giver === 'pi') return true
  return giver === 'trainer' && (role === 'coder' || role === 'trainee')
}

/**
 * Whether somebody may open an account for its owner by a reset link. Whoever holds the link can become that person, so the
 * maker must hold, in every study the person is in, a role that could have given the person's. Never the owner of the lab.
 */
export async function mayReset(db: Db, maker: string, person: string): Promise<boolean> {
  const account = await db
    .selectFrom('person')
    .select(['is_owner', 'is_demo', 'disabled_at'])
    .where('id', '=', person)
    .executeTakeFirst()
  if (account === undefined || account.is_owner === 1 || account.is_demo === 1 || account.disabled_at !== null)
    return false
  const rolesOf = (whose: string) =>
    db
      .selectFrom('membership')
      .select(['study', 'role'])
      .where('person', '=', whose)
      .where('ended_at', 'is', null)
      .execute()
  const own = new Map((await rolesOf(maker)).map(({ study, role }) => [study, role]))
  return maker !== person && (await rolesOf(person)).every(({ study, role }) => mayGive(own.get(study), role))
}
