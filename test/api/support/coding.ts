import type { RatingValue } from '@attune/codebooks'
import { type Change, listMyCodings, openCoding, saveChange, submitCoding } from '@attune/contract'
import type { Someone } from './people.ts'
import { newOperation, type TestStudy } from './study.ts'

export const slot = (variable: string, target: string | null = null) => ({ variable, target, episode: null })

export function put(variable: string, value: RatingValue | null, base = 0, target: string | null = null): Change {
  return { type: 'put-rating', slot: slot(variable, target), value, confidence: null, rationale: '', base }
}

export const score = (value: number): RatingValue => ({ kind: 'score', score: value })
export const classes = (...ranked: string[]): RatingValue => ({ kind: 'class', classes: ranked })

/** Id of somebody's coding of the n-th case of a study. */
export async function codingOf(study: TestStudy, someone: Someone, index = 0): Promise<string> {
  const { codings } = await someone.browser.call(listMyCodings, { params: { study: study.id } })
  const found = codings.find((coding) => coding.case.id === study.cases[index])
  if (found === undefined) throw new Error('This person has no coding of that case.')
  return found.id
}

export function save(study: TestStudy, someone: Someone, coding: string, change: Change, operation = newOperation()) {
  return someone.browser.call(saveChange, { params: { study: study.id, coding }, body: { operation, change } })
}

export type Rated = {
  readonly coherence: number
  readonly mother: number
  readonly father: number
  readonly pattern: readonly string[]
}

/** Rates everything that is required. */
export async function rateAll(study: TestStudy, someone: Someone, coding: string, rated: Rated): Promise<void> {
  await save(study, someone, coding, put('coherence', score(rated.coherence)))
  await save(study, someone, coding, put('loving', score(rated.mother), 0, 'mother'))
  await save(study, someone, coding, put('loving', score(rated.father), 0, 'father'))
  await save(study, someone, coding, put('pattern', classes(...rated.pattern)))
}

export async function submitNow(study: TestStudy, someone: Someone, coding: string) {
  const params = { study: study.id, coding }
  const { revision } = await someone.browser.call(openCoding, { params })
  return someone.browser.call(submitCoding, { params, body: { operation: newOperation(), revision } })
}

/** A whole coding, from the first rating to the submission. */
export async function codeCase(study: TestStudy, someone: Someone, index: number, rated: Rated): Promise<string> {
  const coding = await codingOf(study, someone, index)
  await rateAll(study, someone, coding, rated)
  await submitNow(study, someone, coding)
  return coding
}
