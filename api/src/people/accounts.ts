import type { Me } from '@attune/contract'
import type { Db, Trx } from '../base/database/database.ts'
import { type Ports, sha256 } from '../base/ports.ts'
import { Refusal } from '../base/refusal.ts'

export function findPerson(db: Db, login: string) {
  return db.selectFrom('person').selectAll().where('login', '=', login).executeTakeFirst()
}

/** Whether somebody may sign in with this account. */
export async function isOpen(db: Db, id: string): Promise<boolean> {
  const row = await db.selectFrom('person').select('disabled_at').where('id', '=', id).executeTakeFirst()
  return row !== undefined && row.disabled_at === null
}

export async function readMe(db: Db, id: string): Promise<Me> {
  const row = await db.selectFrom('person').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
  const memberships = await db
    .selectFrom('membership')
    .innerJoin('study', 'study.id', 'membership.study')
    .select(['study.id', 'study.name', 'study.is_demo', 'membership.role'])
    .where('membership.person', '=', id)
    .where('membership.ended_at', 'is', null)
    .orderBy('study.name')
    .orderBy('study.id')
    .execute()
  return {
    person: { id: row.id, login: row.login, name: row.name },
    isOwner: row.is_owner === 1,
    memberships: memberships.map((one) => ({
      study: { id: one.id, name: one.name, isDemo: one.is_demo === 1 },
      role: one.role,
    })),
  }
}

export type NewPerson = {
  readonly login: string
  readonly name: string
  readonly passwordHash: string
  readonly isOwner?: boolean
  readonly isDemo?: boolean
}

export async function insertPerson(trx: Trx, ports: Ports, person: NewPerson): Promise<string> {
  if ((await findPerson(trx, person.login)) !== undefined) {
    throw new Refusal('already-exists', 'Somebody already signs in with this name. Choose another.', {
      faults: [{ path: 'body.login', message: 'Somebody already signs in with this name.' }],
    })
  }
  const id = ports.id()
  await trx
    .insertInto('person')
    .values({
      id,
      login: person.login,
      name: person.name,
      password_hash: person.passwordHash,
      is_owner: person.isOwner ? 1 : 0,
      is_demo: person.isDemo ? 1 : 0,
      created_at: ports.now().toISOString(),
      disabled_at: null,
    })
    .execute()
  return id
}

/** Days from now, as the database keeps time. */
export function inDays(ports: Ports, days: number): string {
  return new Date(ports.now().getTime() + days * 86_400_000).toISOString()
}

/** A secret for a link: the token goes out once, only its hash stays. */
export function newSecret(ports: Ports): { readonly token: string; readonly tokenHash: string } {
  const token = ports.token()
  return { token, tokenHash: sha256(token) }
}
