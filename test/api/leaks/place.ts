import {
  addMedia as addRecording,
  importMaterials,
  invite,
  listCases,
  listMySessions,
  markMaster,
  reopenCoding,
} from '@attune/contract'
import type { Lab } from '../support/lab.ts'
import type { Someone } from '../support/people.ts'
import { addCase, assignTo, code, type SmallStudy, submit } from '../support/small-study.ts'
import type { ActorName, Cage } from './canaries.ts'
import { type Coding, states } from './coding-states.ts'
import type { TrainingPlace } from './training-place.ts'

/** Ids of one study by the parameter of the path they stand for. Codings come in every state. */
export type Place = {
  readonly study: string
  readonly case: string
  readonly recordCase: string
  /** A recording of `case`. */
  readonly media: string
  readonly version: string
  readonly person: string
  readonly invitation: string
  readonly session: string
  readonly codings: readonly Coding[]
  /** Only in a world that has masters to train with. */
  readonly training?: TrainingPlace
}

type Hand = { readonly lab: Lab; readonly cage: Cage; readonly study: SmallStudy; readonly cases: readonly string[] }

/** Somebody's work on the five cases, one in each state; every word in it is a canary of its own. */
export async function codeFiveCases(
  { lab, cage, study, cases }: Hand,
  who: {
    readonly name: ActorName
    readonly someone: Someone
    readonly mayKnow: readonly ActorName[]
    readonly score: number
  },
): Promise<Coding[]> {
  const { name, someone, mayKnow, score } = who
  const made: Coding[] = []
  for (const [index, state] of states.entries()) {
    const coding = await assignTo(study, someone, cases[index] ?? '')
    cage.watch(`id of ${name}'s ${state} coding`, coding, ...mayKnow)
    made.push({ id: coding, state, coder: name })
    if (state === 'not-started') continue
    const hide = (what: string) => cage.hide(`${what} of ${name}, ${state}`, ...mayKnow)
    const words = { rationale: hide('rationale'), memo: hide('memo'), note: hide('annotation') }
    await code(lab, someone.browser, study.id, coding, { score: score + index / 2, category: 'E', ...words })
    if (state === 'draft') continue
    await submit(lab, someone.browser, study.id, coding)
    if (state === 'reopened') {
      const params = { study: study.id, coding }
      const body = { reason: 'A page was missing from the transcript.' }
      const { coding: next } = await study.pi.browser.call(reopenCoding, { params, body })
      made.push({
        id: cage.watch(`id of ${name}'s second version`, next, ...mayKnow),
        state: 'second version',
        coder: name,
      })
    }
  }
  return made
}

/** Makes a submitted coding the master of its case. */
export async function makeMaster({ lab, cage, study }: Hand, coding: string, what: string, ...mayKnow: ActorName[]) {
  const body = { rationale: `${cage.hide(`rationale of the master ${what}`, ...mayKnow)} is why.` }
  await study.pi.browser.call(markMaster, { params: { study: study.id, coding }, body })
  const { id } = await lab.ground.db
    .selectFrom('master')
    .select('id')
    .where('coding', '=', coding)
    .executeTakeFirstOrThrow()
  cage.watch(`id of the master ${what}`, id)
}

/** Five transcripts and one observation record. What the texts say may be known to whoever has to code them. */
export async function addCases(
  cage: Cage,
  study: SmallStudy,
  label: string,
  mayKnow: { readonly supervisors: readonly ActorName[]; readonly coders: readonly ActorName[] },
): Promise<{ cases: string[]; recordCase: string }> {
  const { browser } = study.pi
  const cases: string[] = []
  for (let number = 1; number <= states.length; number += 1) {
    const said = cage.hide(`transcript ${label}-${number}`, ...mayKnow.supervisors, ...mayKnow.coders)
    const id = await addCase(browser, study.id, `${label}-${number}`, `${said} was what I said, more or less.`)
    cases.push(cage.watch(`id of case ${label}-${number}`, id, ...mayKnow.supervisors, ...mayKnow.coders))
  }
  const behaviour = cage.hide(`event of ${label}-record`, ...mayKnow.supervisors)
  const text = `episode,onset,offset,subject,behaviour,note\n1,0,60,,episode,\n1,12,14,infant,${behaviour},\n`
  const name = `${cage.hide(`file name of ${label}-record`, ...mayKnow.supervisors)}.csv`
  const item = { name, case: `${label}-record`, kind: 'observation' as const, source: { text } }
  const params = { study: study.id }
  const report = await browser.call(importMaterials, { params, body: { dryRun: false, items: [item] } })
  if (!report.stored) throw new Error(JSON.stringify(report.items))
  const list = await browser.call(listCases, { params })
  return { cases, recordCase: list.cases.find((one) => one.case === `${label}-record`)?.id ?? '' }
}

/** A recording of a case, which stays with its coders. */
export async function addMedia(cage: Cage, study: SmallStudy, studyCase: string, ...mayKnow: ActorName[]) {
  const label = cage.hide(`label of a recording in ${study.name}`, ...mayKnow)
  const file = { sha256: 'a'.repeat(64), size: 9, type: 'audio/wav' } as const
  const made = await study.pi.browser.call(addRecording, {
    params: { study: study.id, case: studyCase },
    body: { label, kind: 'audio', place: 'local', ...file },
  })
  return cage.watch(`id of a recording in ${study.name}`, made.id, ...mayKnow)
}

/** An invitation that waits, and a session of the pi at another place. */
export async function addLooseEnds(cage: Cage, study: SmallStudy, ...mayKnow: ActorName[]) {
  const note = cage.hide(`note of an invitation to ${study.name}`, ...mayKnow)
  const made = await study.pi.browser.call(invite, { params: { study: study.id }, body: { role: 'coder', note } })
  cage.watch(`id of an invitation to ${study.name}`, made.id, ...mayKnow)
  cage.watch(`token of an invitation to ${study.name}`, made.link.slice(-43))
  const { sessions } = await study.pi.browser.call(listMySessions)
  return { invitation: made.id, session: sessions[0]?.id ?? '' }
}
