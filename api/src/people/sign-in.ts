import { timingSafeEqual } from 'node:crypto'
import type { Me } from '@attune/contract'
import type { Actor } from '../base/access.ts'
import type { Ground } from '../base/feature.ts'
import { record } from '../base/history.ts'
import { sha256 } from '../base/ports.ts'
import { Refusal } from '../base/refusal.ts'
import { findPerson, isOpen, readMe } from './accounts.ts'
import { checkPassword, hashPassword } from './passwords.ts'
import { endSessions, openSession } from './sessions.ts'
import { limitsOf, type Throttle } from './throttle.ts'

export type Client = { readonly address: string; readonly userAgent: string }
type Tried = { readonly login: string; readonly password: string }
/** What signing in needs: the ground, the memory of failed tries, and the passphrase of demo people. */
export type Door = { readonly ground: Ground; readonly throttle: Throttle; readonly demoPassphrase: string }

/** One and the same for an account that does not exist, a wrong password and a disabled account. */
function wrongCredentials(): Refusal {
  return new Refusal('wrong-credentials', 'Name and password do not belong together.')
}

function sameText(one: string, other: string): boolean {
  return timingSafeEqual(Buffer.from(sha256(one)), Buffer.from(sha256(other)))
}

/** The person whose login and password these are. Every failure takes the same time and says the same. */
async function recognise({ ground, throttle, demoPassphrase }: Door, { login, password }: Tried, client: Client) {
  const [account, network] = limitsOf(login, client.address)
  throttle.begin([account, network])
  const person = await findPerson(ground.db, login)
  const byPassword = await checkPassword(password, person?.password_hash)
  const byPassphrase = sameText(password, demoPassphrase) && person?.is_demo === 1
  if (person === undefined || person.disabled_at !== null || !(byPassword || byPassphrase)) {
    ground.log('info', 'sign-in refused', { person: person?.id ?? 'unknown' })
    throw wrongCredentials()
  }
  throttle.succeed(account.key, network.key)
  return person
}

/** Opens a new session; the one this browser had before ends, so that no session outlives a change of person. */
export async function enter(
  ground: Ground,
  entering: { person: string; before: Actor | null; client: Client; action: string },
): Promise<string> {
  const { person, before, client, action } = entering
  const { ports } = ground
  return ground.write(async (trx) => {
    // The password was being checked while the account was disabled: no session may wait for the day it is enabled again.
    if (!(await isOpen(trx, person))) throw wrongCredentials()
    if (before !== null) await endSessions(trx, ports, before)
    const deed = { action, subject: `person:${person}`, detail: { userAgent: client.userAgent } }
    await record(trx, ports, { person, study: null, ...deed })
    return openSession(trx, ports, person, client.userAgent)
  })
}

export async function signInWith(
  door: Door,
  tried: Tried,
  before: Actor | null,
  client: Client,
): Promise<{ token: string; me: Me }> {
  const person = await recognise(door, tried, client)
  const token = await enter(door.ground, { person: person.id, before, client, action: 'signed in' })
  return { token, me: await readMe(door.ground.db, person.id) }
}

/** A new password ends the other sessions of the account. The old one is asked for, as slowly as at the door. */
export async function replacePassword(
  { ground, throttle }: Door,
  actor: Actor,
  passwords: { current: string; next: string },
  client: Client,
): Promise<void> {
  const person = await ground.db
    .selectFrom('person')
    .selectAll()
    .where('id', '=', actor.person)
    .executeTakeFirstOrThrow()
  if (person.is_demo === 1) throw new Refusal('bad-request', 'People of the demo study sign in with its passphrase.')
  const [account, network] = limitsOf(person.login, client.address)
  throttle.begin([account, network])
  if (!(await checkPassword(passwords.current, person.password_hash))) {
    const message = 'This is not your present password.'
    throw new Refusal('bad-request', message, { faults: [{ path: 'body.current', message }] })
  }
  throttle.succeed(account.key, network.key)
  const password_hash = await hashPassword(passwords.next)
  const { ports } = ground
  await ground.write(async (trx) => {
    await trx.updateTable('person').set({ password_hash }).where('id', '=', person.id).execute()
    const sessionsEnded = await endSessions(trx, ports, { person: person.id, except: actor.session })
    const deed = { action: 'password changed', subject: `person:${person.id}`, detail: { sessionsEnded } }
    await record(trx, ports, { person: person.id, study: null, ...deed })
  })
}
