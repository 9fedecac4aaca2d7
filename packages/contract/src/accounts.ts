import { z } from 'zod'
import type { Endpoint } from './endpoint.ts'
import { person } from './people.ts'
import { done, instant, role } from './primitives.ts'

export const account = z.strictObject({
  person,
  isOwner: z.boolean(),
  isDemo: z.boolean(),
  createdAt: instant,
  lastSeenAt: instant.nullable(),
  /** Since when nobody can sign in with it; null while it is open. */
  disabledAt: instant.nullable(),
  memberships: z.array(
    z.strictObject({
      study: z.string(),
      role,
      isOnlyPi: z.boolean().describe('no other account that can sign in is a pi of this study'),
    }),
  ),
})
export type Account = z.infer<typeof account>

/** Names of studies and who is in them, and nothing of what is in a study: its owner has no eyes there. */
export const listAccounts = {
  summary: 'Every account of the lab: studies, last seen, open or disabled.',
  method: 'GET',
  path: '/accounts',
  access: 'owner',
  reply: z.strictObject({ accounts: z.array(account) }),
} as const satisfies Endpoint

export const disableAccount = {
  summary: 'Disable an account: ends its sessions and links at once; codings, scores and certificates stay.',
  method: 'POST',
  path: '/accounts/:person/disable',
  access: 'owner',
  body: z.strictObject({}),
  reply: done,
} as const satisfies Endpoint

export const enableAccount = {
  summary: 'Let a disabled account sign in again, with the password it had. Sessions and links do not come back.',
  method: 'POST',
  path: '/accounts/:person/enable',
  access: 'owner',
  body: z.strictObject({}),
  reply: done,
} as const satisfies Endpoint
