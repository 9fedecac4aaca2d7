import type { StudyActor } from '../base/access.ts'
import type { Db, Trx } from '../base/database/database.ts'
import { refuseDisabled } from '../base/disabled.ts'
import type { Ground } from '../base/feature.ts'
import { record } from '../base/history.ts'
import { type Ports, sha256 } from '../base/ports.ts'
import { notFound, Refusal } from '../base/refusal.ts'
import { inDays, newSecret } from './accounts.ts'
import { hashPassword } from './passwords.ts'
import { mayReset } from './powers.ts'
import { endSessions } from './sessions.ts'

const validDays = 1

type Making = { readonly person: string; readonly madeBy: string | null; readonly study: string | null }

/** Makes a reset link; an older one of the same account is worth nothing from then on. */
async function insertReset(trx: Trx, ground: Ground, { person, madeBy, study }: Making) {
  const { ports } = ground
  const { token, tokenHash } = newSecret(ports)
  const expiresAt = inDays(ports, validDays)
  await endResets(trx, ports, person)
  const row = { id: ports.id(), token_hash: tokenHash, person, made_by: madeBy, expires_at: expiresAt, used_at: null }
  await trx
    .insertInto('password_reset')
    .values({ ...row, created_at: ports.now().toISOString() })
    .execute()
  const deed = { action: 'password link made', subject: `person:${person}`, detail: { expiresAt } }
  await record(trx, ports, { person: madeBy, study, ...deed })
  return { link: `${ground.origin()}/reset#${token}`, expiresAt }
}

/** An open reset link was made for the account as it was then: it ends when the account can do more. */
export async function endResets(trx: Trx, ports: Ports, person: string): Promise<void> {
  const used_at = ports.now().toISOString()
  await trx
    .updateTable('password_reset')
    .set({ used_at })
    .where('person', '=', person)
    .where('used_at', 'is', null)
    .execute()
}

/** Who loses a role loses the links made with it. */
export async function endResetsMadeBy(trx: Trx, ports: Ports, person: string): Promise<void> {
  const used_at = ports.now().toISOString()
  await trx
    .updateTable('password_reset')
    .set({ used_at })
    .where('made_by', '=', person)
    .where('used_at', 'is', null)
    .execute()
}

/** A link from one member for another, after seeing the person. */
export function makeReset(ground: Ground, actor: StudyActor, person: string) {
  return ground.write(async (trx) => {
    const member = await trx
      .selectFrom('membership')
      .select('role')
      .where('study', '=', actor.study)
      .where('person', '=', person)
      .where('ended_at', 'is', null)
      .executeTakeFirst()
    if (member === undefined) throw notFound()
    await refuseDisabled(trx, person)
    if (!(await mayReset(trx, actor.person, person))) {
      throw new Refusal('bad-request', 'A link for this account can be made on the server only: "reset-link" there.')
    }
    return insertReset(trx, ground, { person, madeBy: actor.person, study: actor.study })
  })
}

/** A link from the console of the server, for an owner who lost the password. */
export function makeConsoleReset(ground: Ground, login: string) {
  return ground.write(async (trx) => {
    const found = await trx
      .selectFrom('person')
      .select(['id', 'is_demo', 'disabled_at'])
      .where('login', '=', login)
      .executeTakeFirst()
    if (found === undefined) throw new Error(`Nobody signs in as ${login}.`)
    if (found.is_demo === 1) throw new Error(`${login} is a person of the demo study and signs in with its passphrase.`)
    if (found.disabled_at !== null) throw new Error(`${login} is disabled. The owner enables it on the page Accounts.`)
    return insertReset(trx, ground, { person: found.id, madeBy: null, study: null })
  })
}

function findOpen(db: Db, ports: Ports, token: string) {
  return db
    .selectFrom('password_reset')
    .innerJoin('person', 'person.id', 'password_reset.person')
    .select(['password_reset.id', 'person.id as person', 'person.login'])
    .where('password_reset.token_hash', '=', sha256(token))
    .where('password_reset.used_at', 'is', null)
    .where('password_reset.expires_at', '>', ports.now().toISOString())
    .where('person.disabled_at', 'is', null)
    .executeTakeFirst()
}

/** Sets the password and ends every session of the account. Returns its login. */
export async function useReset(ground: Ground, token: string, password: string): Promise<string> {
  const { ports } = ground
  if ((await findOpen(ground.db, ports, token)) === undefined) throw notFound()
  const password_hash = await hashPassword(password)
  return ground.write(async (trx) => {
    const found = await findOpen(trx, ports, token)
    if (found === undefined) throw notFound()
    await endResets(trx, ports, found.person)
    await trx.updateTable('person').set({ password_hash }).where('id', '=', found.person).execute()
    const sessions = await endSessions(trx, ports, { person: found.person })
    const deed = {
      action: 'password set by link',
      subject: `person:${found.person}`,
      detail: { sessionsEnded: sessions },
    }
    await record(trx, ports, { person: found.person, study: null, ...deed })
    return found.login
  })
}
