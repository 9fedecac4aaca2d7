import { slotKey } from '@attune/codebooks'
import {
  addCodebook,
  assignCodings,
  type Change,
  createStudy,
  importMaterials,
  listCases,
  listMyCodings,
  openCoding,
  type Role,
  saveChange,
  submitCoding,
} from '@attune/contract'
import type { Browser } from './browser.ts'
import type { Lab } from './lab.ts'
import { addMember, addPerson, type Someone } from './people.ts'

const main = { section: 'main', appliesTo: 'case', required: true } as const

/** Two things to rate and one code: filled in three calls. */
export const codebook = {
  format: 'attune-codebook/1',
  id: 'tiny',
  version: '1.0.0',
  title: 'Tiny',
  description: 'For tests.',
  citation: ['Nobody (2026).'],
  notice: 'Ours.',
  material: 'transcript',
  targets: [{ id: 'mother', label: 'Mother' }],
  episodes: [],
  subjects: [],
  sections: [{ id: 'main', label: 'Main' }],
  variables: [
    {
      ...main,
      id: 'coherence',
      label: 'Coherence',
      noValue: ['cannot-rate'],
      kind: 'scale',
      min: 1,
      max: 9,
      step: 0.5,
    },
    {
      ...main,
      id: 'class',
      label: 'Class',
      noValue: [],
      kind: 'classification',
      categories: ['F', 'Ds', 'E'].map((id) => ({ id, label: id })),
      alternatives: 1,
      collapses: [],
      rationale: 'optional',
    },
  ],
  codes: [{ id: 'loss', label: 'Loss', unit: 'segment', colour: 1 }],
}

export type SmallStudy = {
  readonly id: string
  readonly name: string
  readonly owner: Someone
  readonly pi: Someone
  readonly codebook: string
  readonly add: (role: Role, login: string) => Promise<Someone>
}

type Words = {
  readonly owner?: Someone
  readonly pi?: { readonly login: string; readonly name: string }
  readonly description?: string
  /** Title of the codebook. */
  readonly title?: string
}

/** A study with one pi and the tiny codebook. The owner of the lab made it and is no member of it. */
export async function buildStudy(lab: Lab, name = 'study', words: Words = {}): Promise<SmallStudy> {
  const owner = words.owner ?? (await addPerson(lab, { login: `${name}-owner`, isOwner: true }))
  const { id } = await owner.browser.call(createStudy, { body: { name, description: words.description ?? '' } })
  const pi = await addMember(lab, id, 'pi', words.pi ?? { login: `${name}-pi` })
  await lab.ground.write((trx) =>
    trx.deleteFrom('membership').where('study', '=', id).where('person', '=', owner.id).execute(),
  )
  const body = {
    dryRun: false,
    name: 'tiny.json',
    source: JSON.stringify({ ...codebook, title: words.title ?? codebook.title }),
  }
  const { version, faults } = await pi.browser.call(addCodebook, { params: { study: id }, body })
  if (version === null) throw new Error(`The tiny codebook was not stored: ${JSON.stringify(faults)}`)
  return { id, name, owner, pi, codebook: version.id, add: (role, login) => addMember(lab, id, role, { login }) }
}

/** Adds a case with a transcript and returns its id. */
export async function addCase(
  supervisor: Browser,
  study: string,
  name: string,
  said = 'My mother was kind.',
): Promise<string> {
  const text = `I: Tell me about your childhood.\nS: ${said}\n`
  const item = { name: `${name}.txt`, case: name, kind: 'transcript' as const, source: { text } }
  const report = await supervisor.call(importMaterials, { params: { study }, body: { dryRun: false, items: [item] } })
  if (!report.stored) throw new Error(JSON.stringify(report.items))
  const { cases } = await supervisor.call(listCases, { params: { study } })
  return cases.find((one) => one.case === name)?.id ?? ''
}

/** Assigns a case and returns the id of the new coding. */
export async function assignTo(study: SmallStudy, coder: Someone, studyCase: string): Promise<string> {
  const body = { cases: [studyCase], people: [coder.id], codebookVersion: study.codebook }
  await study.pi.browser.call(assignCodings, { params: { study: study.id }, body })
  const { codings } = await coder.browser.call(listMyCodings, { params: { study: study.id } })
  const found = codings.find((coding) => coding.case.id === studyCase)
  if (found === undefined) throw new Error('Nothing was assigned.')
  return found.id
}

export type Codes = {
  readonly score?: number
  readonly category?: string
  readonly rationale?: string
  readonly memo?: string
  /** Memo of an annotation on the transcript; there is none without it. */
  readonly note?: string
}

const slot = (variable: string) => ({ variable, target: null, episode: null })

/** Rates everything the codebook requires, over whatever is there already. */
export async function code(lab: Lab, coder: Browser, study: string, coding: string, codes: Codes = {}): Promise<void> {
  const { score = 5, category = 'F', rationale = '', memo, note } = codes
  const params = { study, coding }
  const there = await coder.call(openCoding, { params })
  const base = (variable: string) => there.ratings.find((one) => slotKey(one.slot) === variable)?.version ?? 0
  const save = (change: Change) => coder.call(saveChange, { params, body: { operation: lab.ports.id(), change } })
  const rate = (variable: string, value: Extract<Change, { type: 'put-rating' }>['value']) =>
    save({ type: 'put-rating', slot: slot(variable), value, confidence: 3, rationale, base: base(variable) })
  await rate('coherence', { kind: 'score', score })
  await rate('class', { kind: 'class', classes: [category] })
  if (memo !== undefined) await save({ type: 'put-memo', text: memo, base: there.memo.version })
  if (note === undefined) return
  const place = { unit: 'segment', code: 'loss', value: null, start: 0, end: 3 } as const
  const annotation = {
    ...place,
    id: lab.ports.id(),
    memo: note,
    confidence: null,
    evidence: [slot('coherence')],
    contradicts: [],
  }
  await save({ type: 'put-annotation', annotation, base: 0 })
}

export async function submit(lab: Lab, coder: Browser, study: string, coding: string): Promise<void> {
  const params = { study, coding }
  const { revision } = await coder.call(openCoding, { params })
  await coder.call(submitCoding, { params, body: { operation: lab.ports.id(), revision } })
}

/** Assigned, coded and submitted: returns the coding. */
export async function submitted(
  lab: Lab,
  study: SmallStudy,
  coder: Someone,
  studyCase: string,
  codes: Codes = {},
): Promise<string> {
  const coding = await assignTo(study, coder, studyCase)
  await code(lab, coder.browser, study.id, coding, codes)
  await submit(lab, coder.browser, study.id, coding)
  return coding
}
