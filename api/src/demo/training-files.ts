import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createDriftPlan, trainingSetInput } from '@attune/contract'
import { z } from 'zod'
import { type DemoCoding, demoCoding } from './files.ts'

const instant = z.iso.datetime()
const { codebookVersion: _, prerequisite: __, cases: ___, ...setFields } = trainingSetInput.shape

const demoSet = z.strictObject({
  ...setFields,
  key: z.string(),
  codebook: z.string(),
  /** Case ids. */
  cases: z.array(z.string()),
  /** Key of another set. */
  prerequisite: z.string().nullable().default(null),
  openedAt: instant,
  people: z.array(z.strictObject({ key: z.string(), dueAt: instant.nullable() })),
})
export type DemoSet = z.infer<typeof demoSet>

const demoAttempt = z.strictObject({
  set: z.string(),
  person: z.string(),
  startedAt: instant,
  /** In the order of the set. */
  cases: z.array(
    z.strictObject({
      case: z.string(),
      submittedAt: instant,
      disorganisation: z.number(),
      classes: z.array(z.string()),
      rationale: z.string(),
      reflection: z.string().default(''),
    }),
  ),
})
export type DemoAttempt = z.infer<typeof demoAttempt>

const { codebookVersion: ____, ...planFields } = createDriftPlan.body.shape
const demoTraining = z.strictObject({
  description: z.string(),
  sets: z.array(demoSet),
  attempts: z.array(demoAttempt),
  /** Cases by case id, people by key. */
  drift: z.strictObject({
    ...planFields,
    cases: z.array(z.string()),
    people: z.array(z.string()),
    codebook: z.string(),
    startedAt: instant,
  }),
})

/** Training as the demo ships it, with the codings of calibration cases in the order of their submission. */
export type DemoTraining = z.infer<typeof demoTraining> & { readonly calibration: readonly DemoCoding[] }

export function readDemoTraining(data: string): DemoTraining {
  const folder = join(data, 'demo')
  const read = (...path: string[]): unknown => JSON.parse(readFileSync(join(folder, ...path), 'utf8'))
  const calibration = readdirSync(join(folder, 'calibration'))
    .filter((name) => name.endsWith('.json'))
    .map((file) => demoCoding.parse(read('calibration', file)))
    .sort((one, other) => one.submittedAt.localeCompare(other.submittedAt))
  return { ...demoTraining.parse(read('training.json')), calibration }
}
