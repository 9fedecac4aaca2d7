import {
  type AttemptView,
  type BodyInput,
  createTrainingSet,
  enrolTrainees,
  markMaster,
  openCoding,
  openTrainingSet,
  readAttempt,
  startAttempt,
  submitCoding,
  type TrainingSet,
} from '@attune/contract'
import type { Lab } from './lab.ts'
import type { Someone } from './people.ts'
import { addCase, buildStudy, type Codes, code, type SmallStudy, submitted } from './small-study.ts'

/** A small study whose first cases have master codings. */
export type TrainingStudy = SmallStudy & { readonly trainer: Someone; readonly cases: readonly string[] }

export const masterCodes = { score: 5, category: 'F', note: 'Speaks of the loss.' } as const

/** Coded by the trainer and marked: gives back the coding. */
export async function addMaster(
  lab: Lab,
  study: SmallStudy & { readonly trainer: Someone },
  studyCase: string,
  codes: Codes = masterCodes,
): Promise<string> {
  const coding = await submitted(lab, study, study.trainer, studyCase, codes)
  const body = { rationale: 'Coherent throughout, with one loss.' }
  await study.trainer.browser.call(markMaster, { params: { study: study.id, coding }, body })
  return coding
}

export async function buildTraining(lab: Lab, name = 'training', cases = 3): Promise<TrainingStudy> {
  const study = await buildStudy(lab, name)
  const trainer = await study.add('trainer', `${name}-trainer`)
  const ids: string[] = []
  for (let index = 1; index <= cases; index += 1) {
    const id = await addCase(trainer.browser, study.id, `T-${index}`)
    await addMaster(lab, { ...study, trainer }, id)
    ids.push(id)
  }
  return { ...study, trainer, cases: ids }
}

type Input = BodyInput<typeof createTrainingSet>

export function setInput(study: TrainingStudy, change: Partial<Input> = {}): Input {
  return {
    name: 'First steps',
    codebookVersion: study.codebook,
    feedback: 'practice',
    scope: { variables: [], units: 'none', codes: [] },
    cases: [...study.cases],
    ...change,
  }
}

/** A set that is open to these people. */
export async function openSetFor(
  study: TrainingStudy,
  people: readonly Someone[],
  change: Partial<Input> = {},
): Promise<TrainingSet> {
  const params = { study: study.id }
  const { id: set } = await study.trainer.browser.call(createTrainingSet, { params, body: setInput(study, change) })
  const opened = await study.trainer.browser.call(openTrainingSet, { params: { ...params, set }, body: {} })
  if (people.length === 0) return opened
  const body = { people: people.map(({ id }) => id), dueAt: null }
  return study.trainer.browser.call(enrolTrainees, { params: { ...params, set }, body })
}

export function begin(lab: Lab, study: TrainingStudy, someone: Someone, set: string): Promise<AttemptView> {
  const body = { operation: lab.ports.id() }
  return someone.browser.call(startAttempt, { params: { study: study.id, set }, body })
}

export const view = (study: TrainingStudy, someone: Someone, attempt: string): Promise<AttemptView> =>
  someone.browser.call(readAttempt, { params: { study: study.id, attempt } })

/** The coding whose turn it is. */
export function nextCoding(attempt: AttemptView): string {
  const coding = attempt.cases.find(({ state }) => state === 'next')?.coding
  if (coding == null) throw new Error(`No case is next: ${JSON.stringify(attempt.cases)}`)
  return coding
}

export const innocent = { knew: false, note: '' }

export async function handIn(lab: Lab, study: TrainingStudy, someone: Someone, coding: string): Promise<void> {
  const params = { study: study.id, coding }
  const { revision } = await someone.browser.call(openCoding, { params })
  const body = { operation: lab.ports.id(), revision, declaration: innocent }
  await someone.browser.call(submitCoding, { params, body })
}

/** Codes the case whose turn it is and hands it in; gives back the attempt as it is then. */
export async function codeNext(
  lab: Lab,
  study: TrainingStudy,
  someone: Someone,
  attempt: string,
  codes: Codes = { score: 5, category: 'F' },
): Promise<AttemptView> {
  const coding = nextCoding(await view(study, someone, attempt))
  await code(lab, someone.browser, study.id, coding, codes)
  await handIn(lab, study, someone, coding)
  return view(study, someone, attempt)
}

/** A whole attempt, all cases coded alike. */
export async function codeAll(
  lab: Lab,
  study: TrainingStudy,
  someone: Someone,
  set: string,
  codes?: Codes,
): Promise<AttemptView> {
  let attempt = await begin(lab, study, someone, set)
  while (attempt.attempt.state === 'running') {
    attempt = await codeNext(lab, study, someone, attempt.attempt.id, codes)
  }
  return attempt
}
