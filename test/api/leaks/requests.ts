import type { Endpoint } from '@attune/contract'
import { pathOf } from '../support/browser.ts'
import { fixedId } from '../support/ports.ts'
import type { Target } from './targets.ts'

export type Request = { readonly method: string; readonly path: string; readonly body: unknown }
type Ids = Readonly<Record<string, string>>

const token = 'x'.repeat(43)
const password = 'a long enough password'
const slot = { variable: 'coherence', target: null, episode: null }
const rating = {
  type: 'put-rating',
  slot,
  value: { kind: 'score', score: 2 },
  confidence: null,
  rationale: '',
  base: 0,
}
const transcript = { name: 'x.txt', case: 'X-1', kind: 'transcript', source: { text: 'I: Hello.\nS: Hello.\n' } }

const scope = { variables: [], units: 'none', codes: [] }
const setOf = (ids: Ids) => ({
  name: 'Mine',
  codebookVersion: ids.version,
  feedback: 'practice',
  scope,
  cases: [ids.case],
})
export const criterion = {
  title: 'Mine',
  modelledOn: null,
  rule: {
    type: 'agreement',
    measure: 'percent-agreement',
    against: 'master',
    variables: { ids: ['class'] },
    window: { kind: 'all' },
    spread: 'each',
    comparator: '>=',
    threshold: 0.8,
    on: 'estimate',
  },
  validMonths: null,
  renewal: { kind: 'none' },
}
const charts = {
  agreement: { chart: 'p', within: 1, expected: 0.9 },
  bias: { chart: 'individuals', expected: 0, deviation: 0.3 },
}

/** A body that would do, so that a refusal can only come from who asks. */
const bodies: Readonly<Record<string, (ids: Ids) => unknown>> = {
  setUpLab: () => ({ token, lab: 'Lab', login: 'eve', name: 'Eve', password, demo: false }),
  addDemo: () => ({}),
  signIn: () => ({ login: 'nobody-here', password }),
  signOut: () => ({}),
  openOutbox: () => ({}),
  changePassword: () => ({ current: password, next: password }),
  readInvitation: () => ({ token }),
  acceptInvitation: () => ({ token, login: 'eve', name: 'Eve', password }),
  joinStudy: () => ({ token }),
  usePasswordReset: () => ({ token, password }),
  invite: () => ({ role: 'pi' }),
  changeRole: () => ({ role: 'pi' }),
  makePasswordReset: () => ({}),
  createStudy: () => ({ name: 'Mine' }),
  disableAccount: () => ({}),
  enableAccount: () => ({}),
  changeStudy: () => ({ name: 'Mine' }),
  deleteStudy: () => ({ name: 'Mine' }),
  addCodebook: () => ({ dryRun: true, name: 'x.json', source: '{}' }),
  createCase: () => ({ case: 'X-1' }),
  changeCase: () => ({ case: 'X-1', base: 1 }),
  importMaterials: () => ({ dryRun: true, items: [transcript] }),
  saveObservationRecord: () => ({ base: 1, episodes: [], events: [] }),
  addMedia: () => ({
    label: 'Room',
    kind: 'audio',
    place: 'local',
    sha256: 'a'.repeat(64),
    size: 9,
    type: 'audio/wav',
  }),
  changeMedia: () => ({ label: 'Room', offset: 0, base: 1 }),
  assignCodings: (ids) => ({ cases: [ids.case], people: [ids.person], codebookVersion: ids.version }),
  saveChange: () => ({ operation: fixedId('an operation'), change: rating }),
  submitCoding: () => ({ operation: fixedId('an operation'), revision: 0 }),
  reopenCoding: () => ({ reason: 'Because I want to.' }),
  markMaster: () => ({ rationale: 'Because I want it to be.' }),
  createTrainingSet: (ids) => setOf(ids),
  changeTrainingSet: (ids) => ({ ...setOf(ids), base: 1 }),
  copyTrainingSet: () => ({ name: 'Mine' }),
  withdrawTrainingCase: () => ({ reason: 'Because I want to.' }),
  enrolTrainees: (ids) => ({ people: [ids.person], dueAt: null }),
  readChanceToPass: (ids) => ({ codebookVersion: ids.version, criterion, scope, cases: [], size: 5, quality: 0.5 }),
  startAttempt: () => ({ operation: fixedId('an attempt') }),
  requestAttempt: () => ({ note: 'Please.' }),
  writeReflection: () => ({ text: 'Next time I read twice.' }),
  commentSubmission: () => ({ about: null, text: 'Well done.' }),
  releaseFeedback: (ids) => ({ attempts: [ids.attempt] }),
  decideRequest: () => ({ grant: true, note: '' }),
  reopenAttempt: () => ({ reason: 'Because I want to.' }),
  rescoreAttempt: () => ({ reason: 'Because I want to.' }),
  revokeCertificate: () => ({ reason: 'Because I want to.' }),
  createDriftPlan: (ids) => ({
    name: 'Mine',
    codebookVersion: ids.version,
    cases: [ids.case],
    people: [ids.person],
    every: 1,
    charts,
  }),
  suggestCharts: (ids) => ({
    codebookVersion: ids.version,
    people: [ids.person],
    variables: [],
    collapse: 'as-coded',
    charts,
  }),
  recalibrate: () => ({ note: 'Read together.' }),
}

const cell = (ids: Ids) => ({
  codebookVersion: ids.version,
  variable: 'coherence',
  first: ids.person,
  second: ids.person,
})
const queries: Readonly<Record<string, (ids: Ids) => object>> = {
  sendMediaPart: () => ({ at: 0 }),
  readReliability: (ids) => ({ codebookVersion: ids.version, comparison: 'pairs' }),
  readConfusion: cell,
  readPair: cell,
  readCoderMatrix: (ids) => ({ codebookVersion: ids.version, variable: 'coherence' }),
  exportResults: (ids) => ({ codebookVersion: ids.version, comparison: 'pairs' }),
  exportRatingsLong: (ids) => ({ codebookVersion: ids.version }),
  exportRatingsWide: (ids) => ({ codebookVersion: ids.version }),
  exportAnnotations: (ids) => ({ codebookVersion: ids.version }),
  exportEvents: (ids) => ({ codebookVersion: ids.version }),
  exportIntervals: (ids) => ({ codebookVersion: ids.version }),
  exportEpisodes: (ids) => ({ codebookVersion: ids.version }),
  exportConfusion: cell,
  exportReport: (ids) => ({ codebookVersion: ids.version, comparison: 'pairs' }),
  exportScript: (ids) => ({ codebookVersion: ids.version, comparison: 'pairs' }),
  readExposure: (ids) => ({ codebookVersion: ids.version }),
}

/** What somebody sends who wants the thing. `harmless`: as somebody who is let in, but with a body that changes nothing. */
export function requestFor(name: string, endpoint: Endpoint, { ids }: Target, harmless: boolean): Request {
  const usual = endpoint.path.includes('observation-record') ? { ...ids, case: ids.recordCase ?? '' } : ids
  const body = endpoint.body === undefined ? undefined : (bodies[name]?.(usual) ?? {})
  return {
    method: endpoint.method,
    path: pathOf(endpoint, usual, queries[name]?.(usual) ?? {}),
    body: harmless && body !== undefined ? { 'no such field': 1 } : body,
  }
}
