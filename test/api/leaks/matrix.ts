import { type Endpoint, isFileReply, isStreamReply, type Role, refusalReply } from '@attune/contract'
import type { Answer } from '../support/browser.ts'
import { type ActorName, actors, type Canary, watchman } from './canaries.ts'
import { requestFor } from './requests.ts'
import { type Requirement, requirements } from './requirements.ts'
import { routes, type Target, targetsOf } from './targets.ts'
import type { World } from './world.ts'

const rolesHere: Partial<Record<ActorName, Role>> = {
  trainee: 'trainee',
  bystander: 'trainee',
  coder: 'coder',
  rival: 'coder',
  trainer: 'trainer',
  pi: 'pi',
}
const withoutSession: readonly ActorName[] = ['anonymous', 'expired', 'disabled']

/** What the requirements say of one request: let in, sent to the door, or told that there is nothing. */
export function expected(requirement: Requirement, actor: ActorName, target: Target): 'let in' | 401 | 404 {
  if (requirement.anybody) return 'let in'
  if (withoutSession.includes(actor)) return 401
  if (requirement.account) return 'let in'
  if (requirement.owner) return actor === 'owner' ? 'let in' : 404
  if (!target.isThere && !requirement.namesWrongIds) return 404
  const role =
    target.study === 'here' ? rolesHere[actor] : target.study === 'there' && actor === 'stranger' ? 'pi' : undefined
  if (role === undefined) return 404
  if (requirement.roles?.includes(role)) return 'let in'
  if (requirement.itsTrainee) return target.study === 'here' && actor === 'trainee' ? 'let in' : 404
  return requirement.itsCoder && target.coding?.coder === actor ? 'let in' : 404
}

export type Report = {
  readonly requests: number
  readonly refusals: number
  readonly faults: string[]
  /** Places whose canary was seen by somebody who may see it. */
  readonly seen: Set<string>
  /** Endpoints that answered somebody with 200. */
  readonly succeeded: Set<string>
}

const place = (name: string, actor: ActorName, target: Target) => `${name} as ${actor}, ${target.label}`
const denial = {
  401: ['not-signed-in', 'Please sign in.'],
  404: ['not-found', 'There is nothing here that you can open.'],
} as const

function shapeFault(answer: Answer, status: 401 | 404): string | null {
  if (answer.status !== status) return `answered ${answer.status} instead of ${status}: ${answer.text.slice(0, 200)}`
  const parsed = refusalReply.safeParse(JSON.parse(answer.text))
  if (!parsed.success) return 'a refusal of another shape'
  const { code, message, faults, current } = parsed.data.error
  const [wantedCode, wantedMessage] = denial[status]
  const isConstant = code === wantedCode && message === wantedMessage && faults.length === 0 && current === undefined
  return isConstant ? null : `a refusal that differs: ${answer.text}`
}

function replyFault(endpoint: Endpoint, answer: Answer): string | null {
  if (answer.headers.get('cache-control') !== 'no-store') return 'may be stored by a cache'
  if (answer.headers.has('etag') || answer.headers.has('last-modified')) return 'has a validator of its content'
  if (isStreamReply(endpoint.reply)) return answer.status < 400 ? 'gives bytes to something that is no player' : null
  if (answer.status !== 200) return null
  if (isFileReply(endpoint.reply)) {
    return answer.headers.get('content-type') === `${endpoint.reply.file}; charset=utf-8` ? null : 'is no such file'
  }
  const parsed = endpoint.reply.safeParse(JSON.parse(answer.text))
  return parsed.success ? null : `does not fit its schema: ${parsed.error.message.slice(0, 300)}`
}

const headersOf = (answer: Answer) => [...answer.headers].map(([name, value]) => `${name}: ${value}`).join('\n')

/** Looks for words that this actor must not know, and notes those it may. */
export function inspector(world: World) {
  const find = watchman(world.cage.all())
  return (actor: ActorName, answer: Answer, seen: Set<string>): Canary[] => {
    const found = find(`${headersOf(answer)}\n${answer.text}`)
    for (const canary of found) if (canary.mayKnow.has(actor)) seen.add(canary.place)
    return found.filter((canary) => !canary.mayKnow.has(actor))
  }
}

/** With these, being let in and asking for the thing would change it; the last act of the matrix does so. */
function isSpared(endpoint: Endpoint, target: Target, actor: ActorName): boolean {
  if (endpoint.method === 'GET' || endpoint.body !== undefined || endpoint.path === '/demo') return false
  return target.isThere && !(endpoint.path.includes(':session') && actor !== 'pi')
}

/** Every route x actor x thing, against what the requirements say. */
export async function runMatrix(world: World, options: { readonly stopAtFirst?: boolean } = {}): Promise<Report> {
  const inspect = inspector(world)
  const report = {
    requests: 0,
    refusals: 0,
    faults: [] as string[],
    seen: new Set<string>(),
    succeeded: new Set<string>(),
  }
  for (const [name, endpoint] of routes) {
    const requirement = requirements[name]
    if (requirement === undefined) throw new Error(`Nobody wrote down who may call ${name}.`)
    for (const target of targetsOf(name, endpoint, world)) {
      for (const actor of actors) {
        const wanted = expected(requirement, actor, target)
        if (wanted === 'let in' && isSpared(endpoint, target, actor)) continue
        const { method, path, body } = requestFor(
          name,
          endpoint,
          target,
          wanted === 'let in' && endpoint.method !== 'GET' && target.isThere,
        )
        const answer = await world.actors[actor].send(method, path, body)
        report.requests += 1
        const at = place(name, actor, target)
        const leaks = inspect(actor, answer, report.seen)
        report.faults.push(...leaks.map((canary) => `${at} tells the ${canary.place}`))
        if (answer.status === 200) report.succeeded.add(name)
        const fault = wanted === 'let in' ? entryFault(requirement, endpoint, answer) : shapeFault(answer, wanted)
        if (wanted !== 'let in') report.refusals += 1
        for (const one of [fault, replyFault(endpoint, answer)]) if (one !== null) report.faults.push(`${at} ${one}`)
        if (options.stopAtFirst && report.faults.length > 0) return report
      }
    }
  }
  return report
}

function entryFault({ mayFindNothing }: Requirement, endpoint: Endpoint, answer: Answer): string | null {
  const { status } = answer
  if (mayFindNothing && [200, 400, 404].includes(status)) return null
  if (endpoint.method === 'GET') return status === 200 ? null : `answered ${status}: ${answer.text.slice(0, 200)}`
  return status === 400 ? null : `answered ${status} to a body without meaning: ${answer.text.slice(0, 200)}`
}
