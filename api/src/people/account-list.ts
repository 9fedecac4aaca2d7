import type { Account } from '@attune/contract'
import type { Db } from '../base/database/database.ts'

/** Who is in which study now, and whether a study would have no pi without that account. */
async function readMemberships(db: Db) {
  const rows = await db
    .selectFrom('membership')
    .innerJoin('study', 'study.id', 'membership.study')
    .innerJoin('person', 'person.id', 'membership.person')
    .select(['membership.person', 'membership.role', 'membership.study', 'study.name', 'person.disabled_at'])
    .where('membership.ended_at', 'is', null)
    .orderBy('study.name')
    .orderBy('study.id')
    .execute()
  const leading = rows.filter((row) => row.role === 'pi' && row.disabled_at === null)
  return rows.map(({ person, role, study, name }) => {
    const isOnlyPi = role === 'pi' && !leading.some((one) => one.study === study && one.person !== person)
    return { person, membership: { study: name, role, isOnlyPi } }
  })
}

/** Every account of the lab, for its owner. */
export async function everyAccount(db: Db): Promise<Account[]> {
  const rows = await db
    .selectFrom('person')
    .select(['id', 'login', 'name', 'is_owner', 'is_demo', 'created_at', 'disabled_at'])
    .select((select) =>
      select
        .selectFrom('session')
        .select(({ fn }) => fn.max('last_seen_at').as('at'))
        .whereRef('session.person', '=', 'person.id')
        .as('last_seen_at'),
    )
    .orderBy('name')
    .orderBy('id')
    .execute()
  const memberships = new Map<string, Account['memberships']>(rows.map((row) => [row.id, []]))
  for (const { person, membership } of await readMemberships(db)) memberships.get(person)?.push(membership)
  return rows.map(({ id, login, name, ...row }) => ({
    person: { id, login, name },
    isOwner: row.is_owner === 1,
    isDemo: row.is_demo === 1,
    createdAt: row.created_at,
    lastSeenAt: row.last_seen_at,
    disabledAt: row.disabled_at,
    memberships: memberships.get(id) ?? [],
  }))
}
