import { codebookSchema } from '@attune/codebooks'
import { z } from 'zod'
import type { Endpoint } from './endpoint.ts'
import { id, instant } from './primitives.ts'
import { fieldFault } from './refusals.ts'

export const codebookVersion = z.strictObject({
  id,
  codebook: z.string(),
  version: z.string(),
  title: z.string(),
  material: z.enum(['transcript', 'observation']),
  origin: z.enum(['shipped', 'lab']),
  variables: z.number().int(),
  codes: z.number().int(),
  codings: z.number().int().describe('codings in this study that are pinned to this version'),
  addedAt: instant,
})
export type CodebookVersion = z.infer<typeof codebookVersion>

export const listCodebooks = {
  summary: 'The codebook versions a study can use.',
  method: 'GET',
  path: '/studies/:study/codebooks',
  access: 'supervisor',
  reply: z.strictObject({ versions: z.array(codebookVersion) }),
} as const satisfies Endpoint

export const readCodebook = {
  summary: 'One codebook version.',
  method: 'GET',
  path: '/studies/:study/codebooks/:version',
  access: 'supervisor',
  reply: z.strictObject({ version: codebookVersion, codebook: codebookSchema }),
} as const satisfies Endpoint

/** A version once added never changes: the same id and version with other content is refused. */
export const addCodebook = {
  summary: 'Check a codebook file and, unless it is a dry run, add it.',
  method: 'POST',
  path: '/studies/:study/codebooks',
  access: 'supervisor',
  bodyLimit: 4 * 1024 * 1024,
  body: z.strictObject({ dryRun: z.boolean(), name: z.string().max(300), source: z.string() }),
  reply: z.strictObject({
    stored: z.boolean(),
    faults: z.array(fieldFault),
    version: codebookVersion.nullable(),
    codebook: codebookSchema.nullable(),
  }),
} as const satisfies Endpoint
