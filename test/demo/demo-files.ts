import { readFileSync } from 'node:fs'
import { z } from 'zod'

const folder = new URL('../../data/demo/', import.meta.url)

/** The text of a file of the demo study, exactly as it stands on disk. */
export const demoText = (path: string): string => readFileSync(new URL(path, folder), 'utf8')

const caseSchema = z.strictObject({
  case: z.string().regex(/^[AS]-\d{3}$/),
  material: z.enum(['transcript', 'observation']),
  file: z.string(),
  title: z.string(),
  population: z.string().min(1),
  wave: z.string().min(1),
  targets: z.array(z.string()).min(1),
  contentNote: z.string().min(1),
  information: z.string().min(40),
  codebooks: z.array(z.string()).min(1),
  words: z.int().optional(),
  events: z.int().optional(),
  synthetic: z.literal(true),
})
export type DemoCase = z.infer<typeof caseSchema>

export const demoCases = z.array(caseSchema).parse(JSON.parse(demoText('cases.json')))
export const interviews = demoCases.filter((one) => one.material === 'transcript')
export const observations = demoCases.filter((one) => one.material === 'observation')
