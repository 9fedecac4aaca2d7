import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ratingValueSchema, slotSchema } from '@attune/codebooks'
import { role } from '@attune/contract'
import { z } from 'zod'

export type DemoSource = {
  /** The folder that holds `demo/`. */
  readonly data: string
}

const person = z.object({ key: z.string(), login: z.string(), name: z.string(), role, about: z.string() })
export type DemoPerson = z.infer<typeof person>

const demoCase = z.object({
  case: z.string(),
  material: z.enum(['transcript', 'observation']),
  file: z.string(),
  population: z.string(),
  wave: z.string(),
  targets: z.array(z.string()),
  contentNote: z.string(),
  information: z.string(),
  codebooks: z.array(z.string()),
})
export type DemoCase = z.infer<typeof demoCase>

const shared = {
  code: z.string(),
  value: z.number().nullish(),
  memo: z.string().default(''),
  confidence: z.number().nullish(),
  evidence: z.array(slotSchema).default([]),
}
const demoAnnotation = z.union([
  z.object({ ...shared, quote: z.string(), occurrence: z.number().int().default(1) }),
  z.object({ ...shared, onset: z.number(), offset: z.number().nullish(), subject: z.string().nullish() }),
])
export type DemoAnnotation = z.infer<typeof demoAnnotation>

export const demoCoding = z.object({
  case: z.string(),
  coder: z.string(),
  codebook: z.string(),
  submittedAt: z.iso.datetime(),
  memo: z.string().default(''),
  master: z.object({ rationale: z.string() }).nullish(),
  ratings: z.array(
    z.object({
      ...slotSchema.shape,
      value: ratingValueSchema,
      confidence: z.number().nullish(),
      rationale: z.string().default(''),
    }),
  ),
  annotations: z.array(demoAnnotation).default([]),
})
export type DemoCoding = z.infer<typeof demoCoding>

export type DemoFiles = {
  readonly people: readonly DemoPerson[]
  readonly cases: readonly (DemoCase & { readonly source: string })[]
  /** In the order in which they were submitted. */
  readonly codings: readonly DemoCoding[]
}

/** People of the demo in the order in which the door shows them. */
export function readPeople(data: string): DemoPerson[] {
  return z.array(person).parse(JSON.parse(readFileSync(join(data, 'demo', 'people.json'), 'utf8')))
}

/** The demo study as it ships: synthetic interviews, records and codings. */
export function readDemoFiles(data: string): DemoFiles {
  const read = (...path: string[]) => readFileSync(join(data, 'demo', ...path), 'utf8')
  const cases = z.array(demoCase).parse(JSON.parse(read('cases.json')))
  const files = readdirSync(join(data, 'demo', 'codings')).filter((name) => name.endsWith('.json'))
  const codings = files.sort().map((file) => demoCoding.parse(JSON.parse(read('codings', file))))
  return {
    people: readPeople(data),
    cases: cases.map((one) => ({ ...one, source: read(one.file) })),
    codings: codings.toSorted((one, other) => one.submittedAt.localeCompare(other.submittedAt)),
  }
}
