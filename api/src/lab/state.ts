import { timingSafeEqual } from 'node:crypto'
import type { Ground } from '../base/feature.ts'
import { sha256 } from '../base/ports.ts'

/** What the running server knows that is in no database, and where it stands. */
export type LabState = {
  /** Number of the database schema. */
  readonly schema: number
  /** Folder of the shipped codebooks and demo files. */
  readonly data: string
  /** Whether only this machine can reach the server. */
  readonly isLoopback: boolean
  /** Opens the accounts of demo people; new with every start, stored nowhere. */
  readonly demoPassphrase: string
  readonly needsOwner: () => Promise<boolean>
  /** Whether this is the token the server printed. It counts only while there is no owner. */
  readonly isSetUpToken: (token: string) => boolean
  /** No study yet. */
  readonly isEmpty: () => Promise<boolean>
  /** The one line that says where the server is and how to sign in. */
  readonly greeting: (address: string, hasDemo: boolean) => Promise<string>
}

type Surroundings = { readonly schema: number; readonly data: string; readonly isLoopback: boolean }

export function openLabState(ground: Ground, { schema, data, isLoopback }: Surroundings): LabState {
  const setUpToken = ground.ports.token()
  const demoPassphrase = ground.ports.token().slice(0, 16)
  const needsOwner = async () => {
    const owner = await ground.db
      .selectFrom('person')
      .select('id')
      .where('is_owner', '=', 1)
      .limit(1)
      .executeTakeFirst()
    return owner === undefined
  }
  return {
    schema,
    data,
    isLoopback,
    demoPassphrase,
    needsOwner,
    isSetUpToken: (token) => timingSafeEqual(Buffer.from(sha256(token)), Buffer.from(sha256(setUpToken))),
    isEmpty: async () => (await ground.db.selectFrom('study').select('id').limit(1).executeTakeFirst()) === undefined,
    greeting: async (address, hasDemo) => {
      const passphrase = isLoopback
        ? 'sign in as a demo person, no password needed'
        : `demo passphrase ${demoPassphrase}`
      const demo = hasDemo ? `; ${passphrase}` : ''
      if (await needsOwner())
        return `Attune is at ${address} - make your account: ${address}/setup#${setUpToken}${demo}`
      return `Attune is at ${address} - sign in with your name and password${demo}`
    },
  }
}
