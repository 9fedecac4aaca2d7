import type { Change } from '@attune/contract'
import { beginning, fixedId } from '../support/ports.ts'
import type { ActorName } from './canaries.ts'
import { inspector } from './matrix.ts'
import { type Request, requestFor } from './requests.ts'
import { routes, targetsOf } from './targets.ts'
import type { World } from './world.ts'

/** Everybody from whom the difference between the two worlds is hidden. */
export const outsiders: readonly ActorName[] = [
  'anonymous',
  'expired',
  'disabled',
  'trainee',
  'bystander',
  'coder',
  'owner',
  'stranger',
]
const blind: readonly ActorName[] = ['trainee', 'coder', 'bystander']

type Step = Request & { readonly actor: ActorName; readonly label: string }

/** The same chances in every run. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

/** Every route that reads, for everything that exists in either world. */
export function readings(world: World): Step[] {
  return routes
    .filter(([, endpoint]) => endpoint.method === 'GET')
    .flatMap(([name, endpoint]) => targetsOf(name, endpoint, world).map((target) => ({ name, endpoint, target })))
    .flatMap(({ name, endpoint, target }) =>
      outsiders.map((actor) => ({
        ...requestFor(name, endpoint, target, false),
        actor,
        label: `${name}, ${target.label}`,
      })),
    )
}

/** What a curious trainee or coder does: codes, submits, comes back, pokes at what is not theirs. */
export function actions(world: World, count: number): Step[] {
  const random = seeded(20_260_302)
  const pick = <Item>(list: readonly Item[]): Item => list[Math.floor(random() * list.length)] as Item
  const writes = routes.filter(
    ([name, { method, path }]) => method !== 'GET' && path.includes(':study') && name !== 'saveChange',
  )
  const steps: Step[] = []
  for (let number = 0; number < count; number += 1) {
    const actor = pick(blind)
    const coding = pick(world.here.codings)
    const own = world.here.codings.filter((one) => one.coder === actor)
    const place = `/studies/${world.here.study}/codings/${random() < 0.8 && own.length > 0 ? pick(own).id : coding.id}`
    const kind = random()
    if (kind < 0.5) {
      const body = { operation: fixedId(`operation ${Math.floor(random() * count)}`), change: someChange(random, pick) }
      steps.push({ method: 'POST', path: `${place}/changes`, body, actor, label: 'saveChange' })
    } else if (kind < 0.58 && number > count / 2) {
      const body = { operation: fixedId(`submission ${number}`), revision: Math.floor(random() * 6) }
      steps.push({ method: 'POST', path: `${place}/submission`, body, actor, label: 'submitCoding' })
    } else if (kind < 0.8) {
      steps.push({
        method: 'GET',
        path: pick([place, `${place}/history`, `/studies/${world.here.study}/my-codings`]),
        body: undefined,
        actor,
        label: 'look',
      })
    } else {
      const [name, endpoint] = pick(writes)
      const target = pick(targetsOf(name, endpoint, world))
      steps.push({ ...requestFor(name, endpoint, target, false), actor, label: `${name}, ${target.label}` })
    }
  }
  return steps
}

function someChange(random: () => number, pick: <Item>(list: readonly Item[]) => Item): Change {
  const slot = { variable: pick(['coherence', 'coherence', 'class', 'none']), target: null, episode: null }
  const base = Math.floor(random() * 3)
  const kind = random()
  if (kind < 0.6) {
    const values: Extract<Change, { type: 'put-rating' }>['value'][] = [
      { kind: 'score', score: 1 + Math.floor(random() * 17) / 2 },
      { kind: 'class', classes: [pick(['F', 'Ds', 'E', 'U'])] },
      null,
    ]
    const value = slot.variable === 'none' ? pick(values) : (values[slot.variable === 'class' ? 1 : 0] ?? null)
    return { type: 'put-rating', slot, value, confidence: pick([null, 1, 5]), rationale: 'so', base }
  }
  if (kind < 0.75) return { type: 'put-memo', text: `memo ${base}`, base }
  const id = fixedId(`annotation ${Math.floor(random() * 5)}`)
  if (kind < 0.85) return { type: 'remove-annotation', id, base }
  const annotation = {
    unit: 'segment',
    id,
    code: 'loss',
    value: null,
    memo: '',
    confidence: null,
    evidence: [],
    contradicts: [],
    start: 0,
    end: 1 + Math.floor(random() * 90),
  } as const
  return { type: 'put-annotation', annotation: { ...annotation, evidence: [], contradicts: [] }, base }
}

export type Difference = { readonly step: string; readonly one: string; readonly other: string }

const answerOf = async (world: World, step: Step) => {
  const answer = await world.actors[step.actor].send(step.method, step.path, step.body)
  const headers = [...answer.headers].map(([name, value]) => `${name}: ${value}`).join('\n')
  const whole = `${answer.status}\n${headers}\n\n${answer.text}`
  return { answer, whole: whole.replace(/"request":"[^"]*"/, '"request":""') }
}

/** Sends the same requests at the same moments to both worlds; every byte of every answer must be the same. */
export async function compareWorlds(
  one: World,
  other: World,
  steps: readonly Step[],
  options: { readonly stopAtFirst?: boolean } = {},
): Promise<{ differences: Difference[]; leaks: string[]; requests: number; accepted: number }> {
  const inspect = inspector(one)
  const found = { differences: [] as Difference[], leaks: [] as string[], requests: 0, accepted: 0 }
  for (const [number, step] of steps.entries()) {
    for (const { lab } of [one, other]) {
      lab.ports.setTime(new Date(Date.parse(beginning) + 60_000 + number * 10).toISOString())
      lab.ports.drawFrom(`step ${number}`)
    }
    const [first, second] = [await answerOf(one, step), await answerOf(other, step)]
    const at = `${step.label} as ${step.actor}: ${step.method} ${step.path}`
    if (first.whole !== second.whole) found.differences.push({ step: at, one: first.whole, other: second.whole })
    found.leaks.push(...inspect(step.actor, first.answer, new Set()).map((canary) => `${at} tells the ${canary.place}`))
    found.requests += 2
    if (first.answer.status === 200) found.accepted += 1
    if (options.stopAtFirst && found.differences.length + found.leaks.length > 0) break
  }
  return found
}
