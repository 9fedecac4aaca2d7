import { z } from 'zod'
import type { Endpoint } from './endpoint.ts'
import { label, login, password, role, token } from './primitives.ts'

export const demoPerson = z.strictObject({ login: z.string(), name: z.string(), role, about: z.string() })

/** What the door shows before anybody has signed in. */
export const lab = z.strictObject({
  name: z.string(),
  version: z.string(),
  needsOwner: z.boolean(),
  /** Present while the demo study exists; the passphrase only where the server listens to this machine alone. */
  demo: z.strictObject({ people: z.array(demoPerson), passphrase: z.string() }).nullable(),
})

export const readHealth = {
  summary: 'Whether the server is ready to serve.',
  method: 'GET',
  path: '/health',
  access: 'public',
  reply: z.strictObject({ status: z.literal('ready'), version: z.string(), schema: z.number().int() }),
} as const satisfies Endpoint

export const readLab = {
  summary: 'Name of the lab, and whether it still needs an owner.',
  method: 'GET',
  path: '/lab',
  access: 'public',
  reply: lab,
} as const satisfies Endpoint

export const readOpenApi = {
  summary: 'Description of every route (OpenAPI 3.1).',
  method: 'GET',
  path: '/openapi.json',
  access: 'public',
  reply: z.record(z.string(), z.unknown()),
} as const satisfies Endpoint

/** The first start makes the owner. The token is printed by the server, so that only who started it can use it. */
export const setUpLab = {
  summary: 'Make the first account, the owner of the lab.',
  method: 'POST',
  path: '/setup',
  access: 'public',
  body: z.strictObject({ token, lab: label(), login, name: label(), password, demo: z.boolean() }),
  reply: z.strictObject({ done: z.literal(true) }),
} as const satisfies Endpoint

export const addDemo = {
  summary: 'Create the demo study with its people, cases and codings.',
  method: 'POST',
  path: '/demo',
  access: 'owner',
  body: z.strictObject({}),
  reply: z.strictObject({ study: z.uuid() }),
} as const satisfies Endpoint

export const deleteDemo = {
  summary: 'Delete the demo study, everything in it and its people.',
  method: 'DELETE',
  path: '/demo',
  access: 'signed-in',
  reply: z.strictObject({ done: z.literal(true) }),
} as const satisfies Endpoint
