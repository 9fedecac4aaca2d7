import { type Me, type Role, readMe } from '@attune/contract'
import { createSignal } from 'solid-js'
import { call } from './call.ts'
import { Refused } from './refused.ts'
import { onSessionEnded } from './session-ended.ts'

/** `unknown` until the server was asked; `ended` keeps the screen behind the sign-in dialog, so that nothing typed is lost. */
export type Session =
  | { state: 'unknown' }
  | { state: 'signed-out' }
  | { state: 'signed-in'; me: Me }
  | { state: 'ended'; me: Me }

const [session, setSession] = createSignal<Session>({ state: 'unknown' })

export { session }

onSessionEnded(() => setSession((was) => (was.state === 'signed-in' ? { state: 'ended', me: was.me } : was)))

/** Asks the server who is signed in. */
export async function loadSession(): Promise<void> {
  try {
    setSession({ state: 'signed-in', me: await call(readMe, {}) })
  } catch (failure) {
    if (failure instanceof Refused && failure.code === 'not-signed-in') setSession({ state: 'signed-out' })
    else throw failure
  }
}

/** Takes what sign-in, joining or `/me` answered. */
export function enter(me: Me): void {
  setSession({ state: 'signed-in', me })
}

export function leave(): void {
  setSession({ state: 'signed-out' })
}

/** The person at the desk, also while the session has to be renewed. */
export function me(): Me | undefined {
  const now = session()
  return now.state === 'signed-in' || now.state === 'ended' ? now.me : undefined
}

/** Pi and trainer see everything of a study; coder and trainee work blind. */
export function isSupervisor(role: Role | undefined): boolean {
  return role === 'pi' || role === 'trainer'
}
