import { sha256 } from '../../../api/src/base/ports.ts'
import { pathOf } from '../support/browser.ts'
import { fixedId } from '../support/ports.ts'
import type { ActorName } from './canaries.ts'
import { criterion } from './requests.ts'
import { routes } from './targets.ts'
import type { World } from './world.ts'

const password = 'a long enough password'
const slot = (variable: string) => ({ variable, target: null, episode: null })
const rate = (variable: string, value: object, base: number) => ({
  operation: fixedId(`last rating of ${variable} ${base}`),
  change: { type: 'put-rating', slot: slot(variable), value, confidence: null, rationale: '', base },
})

/** Something done for real: what it is about may depend on the answers so far. */
export type Act = {
  readonly name: string
  readonly actor: ActorName
  readonly params?: Readonly<Record<string, string>>
  readonly query?: object
  readonly body?: unknown
  readonly headers?: Readonly<Record<string, string>>
  readonly status?: number
  /** Keeps what a later act needs. */
  readonly keep?: (reply: Record<string, never>) => void
}

/** Every write of the API once by somebody who may, the blind ones also in every way they can be refused. */
export function* lastAct({ here, there }: World): Generator<Act> {
  const study = { study: here.study }
  const coding = (coder: ActorName, state: string) => {
    const found = here.codings.find((one) => one.coder === coder && one.state === state)
    return { ...study, coding: found?.id ?? '' }
  }
  const draft = coding('trainee', 'draft')
  const score = { kind: 'score', score: 4 }
  const submission = (number: number, revision: number) => ({
    operation: fixedId(`last submission ${number}`),
    revision,
  })
  let links: Record<string, string> = {}
  const keepLink = (name: string) => (reply: Record<string, string>) => {
    links = { ...links, [name]: (reply.link ?? '').slice(-43), [`${name} id`]: reply.id ?? '' }
  }

  yield { name: 'saveChange', actor: 'trainee', params: draft, body: rate('coherence', score, 1) }
  yield { name: 'saveChange', actor: 'trainee', params: draft, body: rate('coherence', score, 1) }
  yield {
    name: 'saveChange',
    actor: 'trainee',
    params: draft,
    body: rate('coherence', { kind: 'score', score: 5 }, 0),
    status: 409,
  }
  yield { name: 'saveChange', actor: 'trainee', params: draft, body: rate('nothing', score, 0), status: 400 }
  yield {
    name: 'saveChange',
    actor: 'trainee',
    params: coding('trainee', 'submitted'),
    body: rate('coherence', score, 1),
    status: 409,
  }
  yield {
    name: 'submitCoding',
    actor: 'trainee',
    params: coding('trainee', 'not-started'),
    body: submission(1, 0),
    status: 422,
  }
  yield { name: 'submitCoding', actor: 'trainee', params: draft, body: submission(2, 0), status: 409 }
  yield { name: 'submitCoding', actor: 'trainee', params: draft, body: submission(3, 5) }
  yield { name: 'submitCoding', actor: 'trainee', params: draft, body: submission(4, 5), status: 409 }

  yield { name: 'openOutbox', actor: 'trainee', body: {} }
  yield { name: 'reopenCoding', actor: 'trainer', params: draft, body: { reason: 'One more look.' } }
  yield { name: 'markMaster', actor: 'trainer', params: draft, body: { rationale: 'Read by both of us.' } }
  yield { name: 'unmarkMaster', actor: 'trainer', params: draft }
  yield { name: 'withdrawCoding', actor: 'trainer', params: coding('rival', 'not-started') }
  const assignment = { cases: [here.case], people: [here.person], codebookVersion: here.version }
  yield { name: 'assignCodings', actor: 'trainer', params: study, body: assignment }

  yield {
    name: 'createCase',
    actor: 'trainer',
    params: study,
    body: { case: 'L-1' },
    keep: (reply) => (links = { ...links, case: reply.id ?? '' }),
  }
  yield {
    name: 'changeCase',
    actor: 'trainer',
    params: { ...study, case: links.case ?? '' },
    body: { case: 'L-2', base: 1 },
  }
  yield {
    name: 'saveObservationRecord',
    actor: 'trainer',
    params: { ...study, case: links.case ?? '' },
    body: { base: 0, episodes: [], events: [] },
  }
  yield { name: 'deleteCase', actor: 'trainer', params: { ...study, case: links.case ?? '' } }

  const recording = 'RIFF....WAVE'
  const file = { sha256: sha256(recording), size: recording.length, type: 'audio/wav' }
  const track = { label: 'Second microphone', kind: 'audio', place: 'lab', ...file }
  yield {
    name: 'addMedia',
    actor: 'trainer',
    params: { ...study, case: here.case },
    body: track,
    keep: (reply) => (links = { ...links, media: reply.id ?? '' }),
  }
  const its = { ...study, case: here.case, media: links.media ?? '' }
  yield {
    name: 'sendMediaPart',
    actor: 'trainer',
    params: its,
    query: { at: 0 },
    body: recording,
    headers: { 'content-type': 'application/octet-stream' },
  }
  yield { name: 'finishMedia', actor: 'trainer', params: its }
  yield { name: 'changeMedia', actor: 'trainer', params: its, body: { label: 'Microphone', offset: 1, base: 1 } }
  yield { name: 'deleteMedia', actor: 'trainer', params: its }
  const transcript = { name: 'l.txt', case: 'L-3', kind: 'transcript', source: { text: 'I: Hello.\nS: Hello.\n' } }
  yield { name: 'importMaterials', actor: 'trainer', params: study, body: { dryRun: false, items: [transcript] } }
  yield { name: 'addCodebook', actor: 'trainer', params: study, body: { dryRun: true, name: 'x.json', source: '{}' } }

  yield* training({ here })

  yield { name: 'invite', actor: 'pi', params: study, body: { role: 'coder' }, keep: keepLink('new') }
  yield { name: 'readInvitation', actor: 'stranger', body: { token: links.new }, status: 200 }
  yield {
    name: 'acceptInvitation',
    actor: 'anonymous',
    body: { token: links.new, login: 'newcomer', name: 'Newcomer', password },
  }
  yield { name: 'changePassword', actor: 'anonymous', body: { current: password, next: `${password}!` } }
  yield { name: 'signOut', actor: 'anonymous', body: {} }
  yield { name: 'signIn', actor: 'anonymous', body: { login: 'newcomer', password: `${password}!` } }
  yield { name: 'signOut', actor: 'anonymous', body: {} }
  yield { name: 'invite', actor: 'pi', params: study, body: { role: 'trainee' }, keep: keepLink('join') }
  yield { name: 'joinStudy', actor: 'bystander', body: { token: links.join }, status: 409 }
  yield { name: 'joinStudy', actor: 'owner', body: { token: links.join } }
  yield { name: 'invite', actor: 'trainer', params: study, body: { role: 'trainee' }, keep: keepLink('spare') }
  yield { name: 'withdrawInvitation', actor: 'trainer', params: { ...study, invitation: links['spare id'] ?? '' } }
  const coder = { ...study, person: here.person }
  yield { name: 'makePasswordReset', actor: 'trainer', params: coder, body: {}, keep: keepLink('reset') }
  yield { name: 'usePasswordReset', actor: 'anonymous', body: { token: links.reset, password } }
  yield { name: 'changeRole', actor: 'pi', params: coder, body: { role: 'trainee' } }
  yield { name: 'endMembership', actor: 'pi', params: coder }
  yield { name: 'changeStudy', actor: 'pi', params: study, body: { criteria: { kappa: 0.5, icc: 0.5 } } }
  yield { name: 'createStudy', actor: 'owner', body: { name: 'Next' } }
  const account = { person: here.person }
  yield { name: 'disableAccount', actor: 'owner', params: account, body: {} }
  yield { name: 'enableAccount', actor: 'owner', params: account, body: {} }
  yield { name: 'endMySession', actor: 'pi', params: { session: here.session } }
  yield {
    name: 'deleteStudy',
    actor: 'stranger',
    params: { study: there.study },
    body: { name: 'another name' },
    status: 400,
  }
}

/** Every write around training, by the trainee it is about and by trainers. */
function* training({ here }: Pick<World, 'here'>): Generator<Act> {
  const study = { study: here.study }
  const {
    set = '',
    attempt = '',
    position = '1',
    certificate = '',
    plan = '',
    request = '',
    mastered = '',
    practised = '',
  } = here.training ?? {}
  const scope = { variables: [], units: 'none', codes: [] }
  const input = { name: 'Fresh', codebookVersion: here.version, feedback: 'practice', scope, cases: [] }
  let fresh = ''
  const keep = (reply: Record<string, string>) => {
    fresh = reply.id ?? ''
  }
  yield { name: 'createTrainingSet', actor: 'trainer', params: study, body: input, keep }
  const its = { ...study, set: fresh }
  yield { name: 'openTrainingSet', actor: 'trainer', params: its, body: {}, status: 422 }
  yield { name: 'changeTrainingSet', actor: 'trainer', params: its, body: { ...input, name: 'Fresher', base: 1 } }
  yield { name: 'changeTrainingSet', actor: 'trainer', params: its, body: { ...input, base: 1 }, status: 409 }
  yield { name: 'deleteTrainingSet', actor: 'trainer', params: its }
  yield { name: 'copyTrainingSet', actor: 'trainer', params: { ...study, set }, body: { name: 'Copy' }, keep }
  yield { name: 'openTrainingSet', actor: 'trainer', params: { ...study, set: fresh }, body: {} }
  const people = { people: [here.person], dueAt: null }
  yield { name: 'enrolTrainees', actor: 'trainer', params: { ...study, set: fresh }, body: people }
  const operation = fixedId('last attempt')
  yield { name: 'startAttempt', actor: 'coder', params: { ...study, set: fresh }, body: { operation } }
  const another = { operation: fixedId('another last attempt') }
  yield { name: 'startAttempt', actor: 'bystander', params: { ...study, set: fresh }, body: another, status: 404 }
  yield { name: 'startAttempt', actor: 'trainee', params: { ...study, set }, body: another, status: 409 }
  yield { name: 'decideRequest', actor: 'trainer', params: { ...study, request }, body: { grant: false, note: 'No.' } }
  yield { name: 'requestAttempt', actor: 'trainee', params: { ...study, set }, body: { note: 'Please.' } }
  yield {
    name: 'writeReflection',
    actor: 'trainee',
    params: { ...study, attempt, position },
    body: { text: 'I will read twice.' },
  }
  const comment = { about: null, text: 'Read the end again.' }
  yield { name: 'commentSubmission', actor: 'trainer', params: { ...study, attempt, position }, body: comment }
  yield { name: 'releaseFeedback', actor: 'trainer', params: { ...study, set }, body: { attempts: [attempt] } }
  const reason = { reason: 'A page was missing.' }
  yield { name: 'reopenAttempt', actor: 'trainer', params: { ...study, attempt }, body: reason, status: 409 }
  yield { name: 'rescoreAttempt', actor: 'trainer', params: { ...study, attempt }, body: reason }
  yield { name: 'revokeCertificate', actor: 'pi', params: { ...study, certificate }, body: reason }
  yield { name: 'endEnrolment', actor: 'trainer', params: { ...study, set: fresh, person: here.person } }
  yield { name: 'closeTrainingSet', actor: 'trainer', params: { ...study, set: fresh }, body: {} }

  const charts = {
    agreement: { chart: 'p', within: 1, expected: 0.9 },
    bias: { chart: 'individuals', expected: 0, deviation: 0.3 },
  }
  const watch = { name: 'Watch', codebookVersion: here.version, people: [here.person], charts }
  const ask = { codebookVersion: here.version, people: [here.person], variables: [], collapse: 'as-coded' }
  yield { name: 'suggestCharts', actor: 'trainer', params: study, body: ask }
  const person = { ...study, plan, person: here.person }
  yield { name: 'recalibrate', actor: 'trainer', params: person, body: { note: 'Read together.' } }
  yield { name: 'endDriftPlan', actor: 'trainer', params: { ...study, plan }, body: {} }
  yield {
    name: 'createDriftPlan',
    actor: 'trainer',
    params: study,
    body: { ...watch, cases: [here.case], every: 5 },
    status: 400,
  }
  yield { name: 'createDriftPlan', actor: 'trainer', params: study, body: { ...watch, cases: [mastered], every: 5 } }
  const planned = { codebookVersion: here.version, criterion, scope, cases: [], size: 5, quality: 0.5 }
  yield { name: 'readChanceToPass', actor: 'trainer', params: study, body: planned }
  const gone = { ...study, set: fresh, case: practised }
  yield { name: 'withdrawTrainingCase', actor: 'trainer', params: gone, body: reason, status: 409 }
}

/** Method, path and body of an act. */
export function requestOf({ name, params, query, body }: Act) {
  const endpoint = routes.find(([one]) => one === name)?.[1]
  if (endpoint === undefined) throw new Error(`There is no ${name}.`)
  return { endpoint, method: endpoint.method, path: pathOf(endpoint, params ?? {}, query), body }
}

/** Writes that this world cannot carry out: it has an owner, no demo, no attempt that waits and no set of two cases. Their own tests do. */
export const elsewhere = ['setUpLab', 'addDemo', 'deleteDemo', 'deleteStudy', 'reopenAttempt', 'withdrawTrainingCase']
