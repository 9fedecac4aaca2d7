import { z } from 'zod'
import type { Endpoint } from './endpoint.ts'
import { done, id, instant, label, page, role, text } from './primitives.ts'

/** The line that a coefficient is to reach, drawn in the forest plot. */
export const criteria = z.strictObject({ kappa: z.number().min(-1).max(1), icc: z.number().min(-1).max(1) })

export const study = z.strictObject({
  id,
  name: z.string(),
  description: z.string(),
  isDemo: z.boolean(),
  role,
  criteria,
  createdAt: instant,
})
export type Study = z.infer<typeof study>

export const createStudy = {
  summary: 'Create a study; who creates it becomes its pi.',
  method: 'POST',
  path: '/studies',
  access: 'owner',
  body: z.strictObject({ name: label(), description: text(4000).default('') }),
  reply: study,
} as const satisfies Endpoint

export const readStudy = {
  summary: 'One study.',
  method: 'GET',
  path: '/studies/:study',
  access: 'member',
  reply: study,
} as const satisfies Endpoint

export const changeStudy = {
  summary: 'Change name, description or criteria.',
  method: 'PATCH',
  path: '/studies/:study',
  access: 'pi',
  body: z.strictObject({ name: label().optional(), description: text(4000).optional(), criteria: criteria.optional() }),
  reply: study,
} as const satisfies Endpoint

export const deleteStudy = {
  summary: 'Delete a study and everything in it. The name must be repeated.',
  method: 'POST',
  path: '/studies/:study/deletion',
  access: 'pi',
  body: z.strictObject({ name: z.string() }),
  reply: done,
} as const satisfies Endpoint

/** Progress of one coding in the matrix of cases and coders. */
export const progress = z.strictObject({
  coding: id,
  case: id,
  coder: id,
  codebookVersion: id,
  version: z.number().int().positive(),
  state: z.enum(['not-started', 'draft', 'submitted']),
  rated: z.number().int().nonnegative(),
  required: z.number().int().nonnegative(),
  changedAt: instant,
  isMaster: z.boolean(),
})

export const readProgress = {
  summary: 'Who has which case, and how far.',
  method: 'GET',
  path: '/studies/:study/progress',
  access: 'supervisor',
  query: z.strictObject(page),
  reply: z.strictObject({
    cases: z.array(
      z.strictObject({
        id,
        case: z.string(),
        material: z.enum(['transcript', 'observation']).nullable(),
        masters: z.array(id).describe('codebook versions with a master coding'),
      }),
    ),
    people: z.array(z.strictObject({ id, name: z.string(), role, isDisabled: z.boolean() })),
    codings: z.array(progress),
    next: z.string().nullable(),
  }),
} as const satisfies Endpoint

/** One line of the append-only history of a study. */
export const historyEntry = z.strictObject({
  sequence: z.number().int(),
  at: instant,
  person: z.string(),
  action: z.string(),
  subject: z.string(),
  detail: z.string(),
})

export const readHistory = {
  summary: 'Who did what, newest first.',
  method: 'GET',
  path: '/studies/:study/history',
  access: 'supervisor',
  query: z.strictObject({
    ...page,
    person: z.string().max(100).optional(),
    action: z.string().max(100).optional(),
    subject: z.string().max(200).optional(),
  }),
  reply: z.strictObject({
    entries: z.array(historyEntry),
    actions: z.array(z.string()),
    chain: z.strictObject({ intact: z.boolean(), entries: z.number().int(), brokenAt: z.number().int().nullable() }),
    next: z.string().nullable(),
  }),
} as const satisfies Endpoint
