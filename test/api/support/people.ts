import type { Role } from '@attune/contract'
import { insertPerson } from '../../../api/src/people/accounts.ts'
import { hashPassword, noPassword } from '../../../api/src/people/passwords.ts'
import { openSession } from '../../../api/src/people/sessions.ts'
import { type Browser, openBrowser } from './browser.ts'
import type { Lab } from './lab.ts'

export type Someone = { readonly id: string; readonly login: string; readonly name: string; readonly browser: Browser }
type Wanted = {
  readonly login: string
  readonly name?: string
  readonly password?: string
  readonly isOwner?: boolean
  readonly isDemo?: boolean
}

/** A browser with a session of this person, opened without the costly password. */
export async function openSessionOf(lab: Lab, person: string, userAgent = 'test'): Promise<Browser> {
  const token = await lab.ground.write((trx) => openSession(trx, lab.ports, person, userAgent))
  return openBrowser(lab, `attune=${token}`)
}

/** An account with an open session. Without a password it cannot sign in at the door, which costs a test nothing. */
export async function addPerson(lab: Lab, wanted: Wanted): Promise<Someone> {
  const { login, name = `Name of ${login}`, password, ...rest } = wanted
  const passwordHash = password === undefined ? noPassword : await hashPassword(password)
  const id = await lab.ground.write((trx) => insertPerson(trx, lab.ports, { login, name, passwordHash, ...rest }))
  return { id, login, name, browser: await openSessionOf(lab, id) }
}

export async function addMember(lab: Lab, study: string, role: Role, wanted: Wanted): Promise<Someone> {
  const someone = await addPerson(lab, wanted)
  await join(lab, study, someone.id, role)
  return someone
}

/** Makes somebody a member without an invitation. */
export async function join(lab: Lab, study: string, person: string, role: Role): Promise<void> {
  const created_at = lab.ports.now().toISOString()
  await lab.ground.write((trx) =>
    trx.insertInto('membership').values({ study, person, role, created_at, ended_at: null }).execute(),
  )
}
