import {
  assignCodings,
  type BodyInput,
  createDriftPlan,
  importMaterials,
  listCases,
  listMyCodings,
  markMaster,
} from '@attune/contract'
import { type Rated, rateAll, submitNow } from '../support/coding.ts'
import type { Lab } from '../support/lab.ts'
import type { Someone } from '../support/people.ts'
import { openStudy, type TestStudy, transcriptText } from '../support/study.ts'

export const master: Rated = { coherence: 5, mother: 4, father: 4, pattern: ['F'] }

/** What somebody gives who is so many points above the master on every scale. */
export const off = (points: number): Rated => ({
  ...master,
  coherence: master.coherence + points,
  mother: master.mother + points,
  father: master.father + points,
})

/** A study with master codings by the trainer and cases without; all by their case id. */
export type DriftStudy = TestStudy & { readonly ids: ReadonlyMap<string, string> }

export async function openDriftStudy(
  lab: Lab,
  name: string,
  { masters, ordinary }: { readonly masters: number; readonly ordinary: number },
): Promise<DriftStudy> {
  const study = await openStudy(lab, name)
  const named = (letter: string, count: number) =>
    Array.from({ length: count }, (_, index) => `${letter}-${String(index + 1).padStart(2, '0')}`)
  const names = [...named('M', masters), ...named('W', ordinary)]
  const items = names.map((one) => ({
    name: `${one}.txt`,
    case: one,
    kind: 'transcript' as const,
    source: { text: transcriptText },
  }))
  const params = { study: study.id }
  await study.pi.browser.call(importMaterials, { params, body: { dryRun: false, items } })
  const { cases } = await study.pi.browser.call(listCases, { params, query: {} })
  const ids = new Map(cases.map((one) => [one.case, one.id]))
  const world = { ...study, ids }
  await give(world, study.trainer, named('M', masters))
  for (const one of named('M', masters)) {
    const coding = await work(world, study.trainer, one, master)
    await study.trainer.browser.call(markMaster, {
      params: { ...params, coding },
      body: { rationale: 'As it was read by all of us.' },
    })
  }
  return world
}

export const idOf = (study: DriftStudy, name: string): string => {
  const found = study.ids.get(name)
  if (found === undefined) throw new Error(`There is no case ${name}.`)
  return found
}

/** Ordinary assignment of cases by their case ids. */
export function give(study: DriftStudy, to: Someone, cases: readonly string[]) {
  const body = { cases: cases.map((one) => idOf(study, one)), people: [to.id], codebookVersion: study.codebook }
  return study.pi.browser.call(assignCodings, { params: { study: study.id }, body })
}

export async function codingsOf(study: DriftStudy, someone: Someone) {
  return (await someone.browser.call(listMyCodings, { params: { study: study.id } })).codings
}

/** Codes a case from the first rating to the submission. */
export async function work(study: DriftStudy, someone: Someone, name: string, rated: Rated): Promise<string> {
  const coding = (await codingsOf(study, someone)).find((one) => one.case.case === name)?.id
  if (coding === undefined) throw new Error(`${someone.login} has no coding of ${name}.`)
  await rateAll(study, someone, coding, rated)
  await submitNow(study, someone, coding)
  return coding
}

type Plan = BodyInput<typeof createDriftPlan>
export const planOf = (study: DriftStudy, change: Partial<Plan> = {}): Plan => ({
  name: 'Watch',
  codebookVersion: study.codebook,
  cases: [...study.ids].filter(([name]) => name.startsWith('M-')).map(([, id]) => id),
  people: [study.coder.id],
  every: 2,
  charts: {
    agreement: { chart: 'ewma', within: 1, expected: 0.85 },
    bias: { chart: 'ewma', expected: 0, deviation: 0.5 },
  },
  ...change,
})

export const begin = (study: DriftStudy, change: Partial<Plan> = {}) =>
  study.trainer.browser.call(createDriftPlan, { params: { study: study.id }, body: planOf(study, change) })
