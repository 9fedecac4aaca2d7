import { sha256 } from '../../../api/src/base/ports.ts'
import { pathOf } from '../support/browser.ts'
import { fixedId } from '../support/ports.ts'
import type { ActorName } from './canaries.ts'
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
  yield { name: 'endMySession', actor: 'pi', params: { session: here.session } }
  yield {
    name: 'deleteStudy',
    actor: 'stranger',
    params: { study: there.study },
    body: { name: 'another name' },
    status: 400,
  }
}

/** Method, path and body of an act. */
export function requestOf({ name, params, query, body }: Act) {
  const endpoint = routes.find(([one]) => one === name)?.[1]
  if (endpoint === undefined) throw new Error(`There is no ${name}.`)
  return { endpoint, method: endpoint.method, path: pathOf(endpoint, params ?? {}, query), body }
}

/** Writes that this world cannot carry out: it has an owner, and no demo. Their own tests do. */
export const elsewhere = ['setUpLab', 'addDemo', 'deleteDemo', 'deleteStudy']
