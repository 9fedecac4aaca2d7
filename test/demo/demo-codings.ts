import { readdirSync, readFileSync } from 'node:fs'
import {
  type Codebook,
  collapse,
  findVariable,
  parseCodebook,
  ratingValueSchema,
  type Slot,
  slotKey,
  slotSchema,
} from '@attune/codebooks'
import { role } from '@attune/contract'
import { z } from 'zod'
import { type DemoCase, demoCases, demoText } from './demo-files.ts'

const data = new URL('../../data/', import.meta.url)

const shared = {
  code: z.string(),
  value: z.number().nullable(),
  memo: z.string(),
  confidence: z.int().min(1).max(5).nullable(),
  evidence: z.array(slotSchema).min(1),
}
const segment = z.strictObject({ ...shared, quote: z.string().min(1), occurrence: z.int().min(1) })
const event = z.strictObject({
  ...shared,
  onset: z.number(),
  offset: z.number().nullable(),
  subject: z.string(),
})

const codingSchema = z.strictObject({
  case: z.string(),
  coder: z.string(),
  codebook: z.string(),
  version: z.literal(1),
  submittedAt: z.iso.datetime(),
  memo: z.string(),
  master: z.strictObject({ rationale: z.string() }).nullable(),
  ratings: z.array(
    z.strictObject({
      ...slotSchema.shape,
      value: ratingValueSchema,
      confidence: z.int().min(1).max(5).nullable(),
      rationale: z.string(),
    }),
  ),
  annotations: z.array(z.union([segment, event])),
})
export type DemoCoding = z.infer<typeof codingSchema> & { file: string }

const codingsIn = (folder: string): DemoCoding[] =>
  readdirSync(new URL(`demo/${folder}/`, data))
    .sort()
    .map((file) => ({ file, ...codingSchema.parse(JSON.parse(demoText(`${folder}/${file}`))) }))
export const codings = codingsIn('codings')
/** In the order of their submission. */
export const calibration = codingsIn('calibration').toSorted((one, other) =>
  one.submittedAt.localeCompare(other.submittedAt),
)
export const masters = codings.filter((one) => one.master !== null)
export const by = (coder: string): DemoCoding[] =>
  codings
    .filter((one) => one.coder === coder && one.master === null)
    .toSorted((one, other) => one.submittedAt.localeCompare(other.submittedAt))

export const people = z
  .array(z.strictObject({ key: z.string(), login: z.string(), name: z.string(), role, about: z.string() }))
  .parse(JSON.parse(demoText('people.json')))

const codebooks = new Map(
  ['aai', 'iwm', 'ssp'].map((id) => {
    const parsed = parseCodebook(readFileSync(new URL(`codebooks/${id}.json`, data), 'utf8'))
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.faults))
    return [`${parsed.codebook.id}@${parsed.codebook.version}`, parsed.codebook]
  }),
)

export function codebookOf(coding: DemoCoding): Codebook {
  const codebook = codebooks.get(coding.codebook)
  if (!codebook) throw new Error(`${coding.file} names the codebook ${coding.codebook}.`)
  return codebook
}

export function caseOf(coding: DemoCoding): DemoCase {
  const found = demoCases.find((one) => one.case === coding.case)
  if (!found) throw new Error(`${coding.file} names the case ${coding.case}.`)
  return found
}

export function masterOf(coding: DemoCoding): DemoCoding {
  const found = masters.find((one) => one.case === coding.case && one.codebook === coding.codebook)
  if (!found) throw new Error(`${coding.file} has no master coding.`)
  return found
}

/** The ranked classes of the overall classification. */
export function classesOf(coding: DemoCoding): string[] {
  const id = coding.codebook.startsWith('iwm') ? 'pattern' : 'classification'
  const value = coding.ratings.find((rating) => rating.variable === id)?.value
  return value?.kind === 'class' ? value.classes : []
}

/** The main class: F, Ds, E, U or A, B, C, D; forced, the organised one behind U and D. */
export function groupOf(coding: DemoCoding, collapseId: 'four-way' | 'three-way-forced' = 'four-way'): string | null {
  const variable = findVariable(codebookOf(coding), coding.codebook.startsWith('iwm') ? 'pattern' : 'classification')
  if (variable?.kind !== 'classification') throw new Error(`${coding.codebook} has no classification.`)
  return collapse(variable, collapseId, classesOf(coding))
}

/** Differences from the master, score by score, of one variable or of all. */
export function differences(coding: DemoCoding, variable?: string): number[] {
  const master = new Map(masterOf(coding).ratings.map((rating) => [slotKey(slotOf(rating)), rating.value]))
  return coding.ratings.flatMap((rating) => {
    const other = master.get(slotKey(slotOf(rating)))
    if (variable !== undefined && rating.variable !== variable) return []
    return rating.value.kind === 'score' && other?.kind === 'score' ? [rating.value.score - other.score] : []
  })
}

export const slotOf = ({ variable, target, episode }: Slot): Slot => ({ variable, target, episode })
export const mean = (numbers: readonly number[]): number => numbers.reduce((sum, one) => sum + one, 0) / numbers.length
