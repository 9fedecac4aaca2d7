import { z } from 'zod'
import type { Endpoint } from './endpoint.ts'
import { done, id, instant, label, login, password, role, text, token } from './primitives.ts'

export const person = z.strictObject({ id, login: z.string(), name: z.string() })
export type Person = z.infer<typeof person>

export const membership = z.strictObject({
  study: z.strictObject({ id, name: z.string(), isDemo: z.boolean() }),
  role,
})

export const me = z.strictObject({
  person,
  isOwner: z.boolean(),
  memberships: z.array(membership),
})
export type Me = z.infer<typeof me>

export const signIn = {
  summary: 'Open a session; the cookie carries it.',
  method: 'POST',
  path: '/sign-in',
  access: 'public',
  body: z.strictObject({ login: text(200).trim().toLowerCase(), password: z.string().max(1000) }),
  reply: me,
} as const satisfies Endpoint

export const signOut = {
  summary: 'End this session.',
  method: 'POST',
  path: '/sign-out',
  access: 'signed-in',
  body: z.strictObject({}),
  reply: done,
} as const satisfies Endpoint

export const readMe = {
  summary: 'Who is signed in, and their studies and roles.',
  method: 'GET',
  path: '/me',
  access: 'signed-in',
  reply: me,
} as const satisfies Endpoint

export const changePassword = {
  summary: 'Change my password; ends my other sessions.',
  method: 'PUT',
  path: '/me/password',
  access: 'signed-in',
  body: z.strictObject({ current: z.string().max(1000), next: password }),
  reply: done,
} as const satisfies Endpoint

/** 256 bits in base64url. The browser holds it in memory only: without a session what it keeps on disk stays shut. */
export const openOutbox = {
  summary: 'The key of what my browsers keep until the server has it; made at the first call.',
  method: 'POST',
  path: '/me/outbox-key',
  access: 'signed-in',
  body: z.strictObject({}),
  reply: z.strictObject({ key: token }),
} as const satisfies Endpoint

export const session = z.strictObject({
  id,
  createdAt: instant,
  lastSeenAt: instant,
  userAgent: z.string(),
  isThisOne: z.boolean(),
})

export const listMySessions = {
  summary: 'Where I am signed in.',
  method: 'GET',
  path: '/me/sessions',
  access: 'signed-in',
  reply: z.strictObject({ sessions: z.array(session) }),
} as const satisfies Endpoint

export const endMySession = {
  summary: 'Sign out elsewhere.',
  method: 'DELETE',
  path: '/me/sessions/:session',
  access: 'signed-in',
  reply: done,
} as const satisfies Endpoint

export const readInvitation = {
  summary: 'What an invitation link leads to.',
  method: 'POST',
  path: '/invitations/read',
  access: 'public',
  body: z.strictObject({ token }),
  reply: z.strictObject({ study: z.string(), role, invitedBy: z.string(), expiresAt: instant }),
} as const satisfies Endpoint

export const acceptInvitation = {
  summary: 'Make an account from an invitation and sign in.',
  method: 'POST',
  path: '/invitations/accept',
  access: 'public',
  body: z.strictObject({ token, login, name: label(), password }),
  reply: me,
} as const satisfies Endpoint

export const joinStudy = {
  summary: 'Join a study with the account that is signed in. Never raises a role one already has.',
  method: 'POST',
  path: '/invitations/join',
  access: 'signed-in',
  body: z.strictObject({ token }),
  reply: me,
} as const satisfies Endpoint

export const usePasswordReset = {
  summary: 'Set a new password from a reset link; ends all sessions of the account.',
  method: 'POST',
  path: '/password-resets/use',
  access: 'public',
  body: z.strictObject({ token, password }),
  reply: z.strictObject({ login: z.string() }),
} as const satisfies Endpoint

export const member = z.strictObject({
  person,
  role,
  joinedAt: instant,
  lastSeenAt: instant.nullable(),
  /** Since when the account is disabled; it stays a member. */
  disabledAt: instant.nullable(),
})
export type Member = z.infer<typeof member>

export const invitation = z.strictObject({
  id,
  role,
  note: z.string(),
  madeBy: z.string(),
  createdAt: instant,
  expiresAt: instant,
  state: z.enum(['open', 'used', 'expired', 'withdrawn']),
})

export const listPeople = {
  summary: 'Members of a study and open invitations.',
  method: 'GET',
  path: '/studies/:study/people',
  access: 'supervisor',
  reply: z.strictObject({ members: z.array(member), invitations: z.array(invitation) }),
} as const satisfies Endpoint

export const invite = {
  summary: 'Make a single-use invitation link. A trainer can invite coders and trainees, a pi every role.',
  method: 'POST',
  path: '/studies/:study/invitations',
  access: 'supervisor',
  body: z.strictObject({ role, note: text(120).trim().default('') }),
  reply: z.strictObject({ id, link: z.string(), expiresAt: instant }),
} as const satisfies Endpoint

export const withdrawInvitation = {
  summary: 'Make an unused invitation link worthless.',
  method: 'DELETE',
  path: '/studies/:study/invitations/:invitation',
  access: 'supervisor',
  reply: done,
} as const satisfies Endpoint

export const changeRole = {
  summary: 'Change the role of a member.',
  method: 'PATCH',
  path: '/studies/:study/people/:person',
  access: 'pi',
  body: z.strictObject({ role }),
  reply: done,
} as const satisfies Endpoint

export const endMembership = {
  summary: 'End a membership; codings stay.',
  method: 'DELETE',
  path: '/studies/:study/people/:person',
  access: 'pi',
  reply: done,
} as const satisfies Endpoint

/** A supervisor may help only accounts that could not do more than the supervisor: otherwise a reset link would be a way up. */
export const makePasswordReset = {
  summary: 'Make a one-time password link for a member, after seeing the person.',
  method: 'POST',
  path: '/studies/:study/people/:person/password-reset',
  access: 'supervisor',
  body: z.strictObject({}),
  reply: z.strictObject({ link: z.string(), expiresAt: instant }),
} as const satisfies Endpoint
