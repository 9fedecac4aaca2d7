import { z } from 'zod'
import type { Endpoint } from './endpoint.ts'
import { caseId, done, id, instant, page, text } from './primitives.ts'

/** A target relationship this case is about; ids as in the codebook (mother, father, partner ...). */
const targets = z.array(z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/)).max(20)

/** What a blind coder may know of a case. */
export const blindCase = z.strictObject({ id, case: z.string(), targets, contentNote: z.string() })
export type BlindCase = z.infer<typeof blindCase>

/** A case with what must stay hidden from blind coders: wave, population, case information. */
export const studyCase = blindCase.extend({
  wave: z.string(),
  population: z.string(),
  information: z.string(),
  /** How much there is: words of a transcript, episodes and events of an observation record. */
  material: z
    .strictObject({
      id,
      kind: z.enum(['transcript', 'observation']),
      words: z.number().int(),
      episodes: z.number().int(),
      events: z.number().int(),
    })
    .nullable(),
  createdAt: instant,
  version: z.number().int().positive(),
})
export type StudyCase = z.infer<typeof studyCase>

const caseFields = {
  targets: targets.default([]),
  wave: text(80).trim().default(''),
  population: text(120).trim().default(''),
  contentNote: text(400).trim().default(''),
  information: text(10_000).default(''),
}

export const listCases = {
  summary: 'The cases of a study.',
  method: 'GET',
  path: '/studies/:study/cases',
  access: 'supervisor',
  query: z.strictObject({ ...page, search: z.string().max(100).optional() }),
  reply: z.strictObject({ cases: z.array(studyCase), total: z.number().int(), next: z.string().nullable() }),
} as const satisfies Endpoint

export const createCase = {
  summary: 'Add a case without material.',
  method: 'POST',
  path: '/studies/:study/cases',
  access: 'supervisor',
  body: z.strictObject({ case: caseId, ...caseFields }),
  reply: studyCase,
} as const satisfies Endpoint

export const readCase = {
  summary: 'One case with its hidden information.',
  method: 'GET',
  path: '/studies/:study/cases/:case',
  access: 'supervisor',
  reply: studyCase,
} as const satisfies Endpoint

export const changeCase = {
  summary: 'Change what is known of a case.',
  method: 'PUT',
  path: '/studies/:study/cases/:case',
  access: 'supervisor',
  body: z.strictObject({ case: caseId, ...caseFields, base: z.number().int().positive() }),
  reply: studyCase,
} as const satisfies Endpoint

export const deleteCase = {
  summary: 'Delete a case that nobody has begun to code.',
  method: 'DELETE',
  path: '/studies/:study/cases/:case',
  access: 'supervisor',
  reply: done,
} as const satisfies Endpoint
